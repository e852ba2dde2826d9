import FormModel
import Records
import Sentences
import Terminal
import Testing

@testable import Desk
@testable import Wording

/// The print key of teachers and staff: it asks for a file, and says where that lies.
@Suite struct PrintTests {
  private static func prints(_ desk: WorkDesk) -> [Effect] {
    desk.effects.filter { if case .print = $0 { true } else { false } }
  }

  @Test func `p in the review offers a name, and Enter prints what is on the screen for whoever holds it`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.open(child)
    desk.type("p")
    #expect(desk.shows("登记表-\(child.code)-20150128.html"))
    #expect(Self.prints(desk).isEmpty)
    desk.press(.enter)
    #expect(
      Self.prints(desk) == [.print(.form(child), to: "登记表-\(child.code)-20150128.html", WorkDesk.staff)])
    #expect(desk.shows("/home/desk/登记表-\(child.code)-20150128.html") && desk.shows("Ctrl-P"))
    desk.type("a")
    #expect(!desk.shows("/home/desk") && desk.shows("要处理的"), "any key goes back, and does nothing else")
    #expect(try desk.record(child).status == .submitted)
  }

  @Test func `another name is typed or pasted over the one that is offered, and Esc prints nothing`() throws {
    var desk = try WorkDesk(.english)
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.readBack(child, as: WorkDesk.teacher)
    desk.type("p")
    #expect(desk.shows("form-\(child.code)-20150128.html"))
    desk.press(.control("u"))
    desk.take(.event(.paste("/media/stick/\n")))
    desk.enter("a.txt")
    #expect(Self.prints(desk) == [.print(.form(child), to: "/media/stick/a.txt", WorkDesk.teacher)])
    #expect(desk.shows("line printer"))
    desk.press(.enter, .text("p"), .escape)
    #expect(Self.prints(desk).count == 1)
  }

  @Test func `a name that is taken gives way to the next, and a problem leaves the page as it is`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.open(child)
    desk.printProblem = .notWritten(StoreError(.exists, path: "登记表-\(child.code)-20150128.html"))
    desk.press(.text("p"), .enter)
    #expect(desk.shows("已经有了，不会覆盖") && desk.shows("登记表-\(child.code)-20150128-2.html"))
    desk.press(.enter)
    #expect(desk.shows("登记表-\(child.code)-20150128-3.html"))
    desk.printProblem = .unknownKind("x.doc")
    desk.press(.control("u"))
    desk.enter("x.doc")
    #expect(desk.shows("▸ x.doc") && desk.shows(".html（浏览器）"))
    desk.printProblem = nil
    desk.press(.control("u"))
    desk.enter("x.html")
    #expect(desk.shows("/home/desk/x.html"))
  }

  @Test func `the day's close prints a slip for every family that owes something, and says so where none does`() throws
  {
    var desk = try WorkDesk.day()
    desk.sit(DayCloseScreen(holder: WorkDesk.staff))
    desk.press(.text("p"), .enter)
    let owing = try desk.child("潘小明")
    #expect(Self.prints(desk) == [.print(.papers(.slips, [owing.id]), to: "补交单-20150128.html", WorkDesk.staff)])
    desk.press(.enter, .left, .text("p"))
    #expect(desk.shows(words(of: PrintPhrase.nothingToPrint)))
    #expect(Self.prints(desk).count == 1)
  }

  @Test func `a family never prints`() throws {
    var desk = try WorkDesk.day()
    desk.comeBack(try desk.child("买买提·艾力"))
    #expect(desk.shows(words(of: ReadBackPhrase.askFamily)))
    desk.press(.text("p"), .enter)
    #expect(Self.prints(desk).isEmpty)
  }

  @Test func `nobody prints at a kiosk, and no bar names the key`() throws {
    var context = try WorkDesk().context
    let record = try WorkDesk.day().child("潘小明")
    let held = try #require(HeldRecord(record, holder: WorkDesk.staff))
    let pages: [any Page] = [
      ReviewRecordScreen(held), ReadBackScreen(held),
      DayCloseScreen(holder: WorkDesk.staff),
    ]
    for isKiosk in [false, true] {
      context.desk.isKiosk = isKiosk
      for var page in pages {
        var canvas = Canvas(size: Size(132, 40))
        page.draw(on: &canvas, context)
        #expect(canvas.text().contains("p 打印") == !isKiosk)
        let summary = RecordSummary(record, form: context.form, setting: context.setting)
        let day = SummaryFilter(day: context.today, order: .due)
        _ = page.update(.news(.work(.listed(day, for: .rows, [summary], unreadable: []))), context)
        _ = page.update(.event(.key(.text("p"))), context)
        let effects = page.update(.event(.key(.enter)), context).effects
        #expect(effects.contains { if case .print = $0 { true } else { false } } == !isKiosk)
      }
      var visit = try Visit.entered(WorkDesk.staff, isKiosk: isKiosk)
      visit.type("m4")
      #expect(visit.screen().text().contains("收尾 ·"))
      #expect(visit.screen().text().contains("p 打印") == !isKiosk, "the desk tells its pages what it is")
    }
  }

  @Test(arguments: [Language.chinese, .english])
  func `every reason why nothing is printed says what to do`(_ language: Language) {
    let wording = Wording(language)
    var said: Set<String> = []
    for code in StoreError.Code.allCases where ![.vanished, .notFound].contains(code) {
      said.insert(wording.message(.notWritten(StoreError(code, path: "x.html"))))
    }
    #expect(said.count == StoreError.Code.allCases.count - 2)
    #expect(wording.message(.unknownKind("x\u{1B}.doc")).contains("“x\u{FFFD}.doc”"))
  }
}
