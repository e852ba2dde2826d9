import FormModel
import Records
import Standards
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// Where there are several forms, the first page offers each, and every page is that of its record's form.
@Suite struct SeveralFormsScreenTests {
  /// A folder with the national form and a copy of another name.
  fileprivate static let folder = Result {
    let bytes = try FormFolder.embedded.bytes("preschool-28.json")
    let other = String(decoding: bytes, as: UTF8.self)
      .replacing("\"preschool-28\"", with: "\"summer-28\"").replacing("幼儿信息登记", with: "暑期班报名")
      .replacing("Child registration", with: "Summer class")
    let path = try RenamedForm.folder(["summer.json": Array(other.utf8), "preschool-28.json": bytes])
    return FormFolder(directory: path)
  }

  @Test(arguments: [Size(80, 24), Size(60, 20)])
  func `home offers each form`(size: Size) throws {
    var sitting = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
    sitting.size = size
    GoldenScreen.check(sitting.canvas, "home-forms-\(size.columns)x\(size.rows)")
  }

  @Test func `whoever has named a form is offered no other`() throws {
    let (named, usual) = (
      try Sitting(.home, forms: FormLibrary("preschool-28", from: Self.folder.get())), try Sitting(.home)
    )
    #expect(named.canvas == usual.canvas)
  }

  @Test func `what is chosen is filled in, and the page bears its title`() throws {
    var sitting = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
    sitting.type("2")
    #expect(sitting.record?.formName == "summer-28" && sitting.screen.contains("暑期班报名"))
    sitting.enter("潘小明")
    #expect(sitting.record?.answers.compactMap(\.self).count == 1)
    // The first is the usual one.
    var other = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
    other.type("1")
    #expect(other.record?.formName == "preschool-28" && other.screen.contains("幼儿信息登记"))
  }
}

extension SeveralFormsScreenTests {
  @Test func `the work room offers each form, and begins the one that is chosen`() throws {
    let context = try Sitting(.home, forms: FormLibrary(from: Self.folder.get())).context
    let holder = Authority.staff(name: "陈老师")
    for (digit, form) in zip(["1", "2"] as [Unicode.Scalar], ["preschool-28", "summer-28"]) {
      var menu = WorkMenuScreen(holder: holder)
      let effects = menu.update(.text(digit), context).effects
      guard case .begin(.work(holder, _, let edition)) = effects.first else {
        Issue.record("\(effects)")
        continue
      }
      #expect(edition?.name == form)
    }
  }

  @Test func `where one form is all there is, the work room names none`() throws {
    var menu = WorkMenuScreen(holder: .staff(name: "陈老师"))
    #expect(menu.update(.text("1"), try Sitting(.home).context).effects == [.begin(.work(.staff(name: "陈老师")))])
  }

  @Test func `an export asks which form's sheet it is, and where one form is all there is, it does not`() throws {
    let context = try Sitting(.home, forms: FormLibrary(from: Self.folder.get())).context
    var panel = ExportPanel(day: nil, context)
    #expect(panel.handle(.text("9"), context) == .stays && !panel.isTyping)
    #expect(panel.handle(.text("2"), context) == .stays && panel.isTyping)
    #expect(panel.edition?.name == "summer-28")
    let again = try #require(ExportPanel(typed: panel.typed))
    #expect(again == panel && again.isTyping)
    guard case .says(let name) = panel.handle(.enter, context) else {
      Issue.record("no name")
      return
    }
    #expect(name.hasPrefix("summer-28-") && name.hasSuffix(".xlsx"))
    // Esc before a form is chosen sends nobody.
    var other = ExportPanel(day: nil, context)
    #expect(try #require(ExportPanel(typed: other.typed)).isTyping == false)
    #expect(other.handle(.escape, context) == .closes)
    let usual = ExportPanel(day: nil, try Sitting(.home).context)
    #expect(usual.isTyping && usual.edition == nil)
  }

  @Test func `the sign of a form is in no other form's title`() throws {
    let library = try FormLibrary(from: Self.folder.get())
    for choice in library.choices {
      let form = try #require(library.form(choice.edition))
      for language in Language.allCases {
        let sign = library.sign(of: form, language)
        #expect(form.title[language].contains(sign))
        #expect(!library.choices.contains { $0.edition != choice.edition && $0.title[language].contains(sign) })
      }
    }
  }

  @Test func `a list of several forms says of each record which it is of`() throws {
    let summaries = try ["1", "2"].map { digit in
      var sitting = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
      sitting.type(digit)
      sitting.enter("潘小明")
      let (record, context) = (try #require(sitting.record), sitting.context)
      return RecordSummary(record, form: context.forms.form(of: record), setting: context.setting)
    }
    let context = try Sitting(.home, forms: FormLibrary(from: Self.folder.get())).context
    #expect(SummaryList(summaries, unreadable: []).isMixed)
    #expect(summaries.map { context.marked($0.name, of: $0) } == ["幼·潘小明", "暑·潘小明"])
    #expect(!SummaryList([summaries[1], summaries[1]], unreadable: []).isMixed)
    #expect(!SummaryList([], unreadable: []).isMixed)
  }

  @Test func `who is asked for an item is told what the list leaves out, where it leaves something out`() throws {
    let context = try Sitting(.home).context
    for leavesOut in [true, false] {
      var canvas = Canvas(size: Size(60, 20))
      let area = Area(origin: Point(column: 2, row: 2), columns: 56, rows: 16)
      let pick = ItemPick(typed: ItemPick(.walk, leavesOut: leavesOut).typed)
      pick.draw(on: &canvas, in: area, context)
      let said = context.wording(CompletionPhrase.onlyForm, context.form.title[context.language])
      #expect(canvas.text().contains(said) == leavesOut)
    }
  }
}
