import FormModel
import Standards
import TestSupport
import Testing

@testable import Sheets

/// A child's row, compared with the sheet's own words.
@Suite struct SheetCellsTests {
  private let form: Form
  private let edition: SheetEdition
  private let setting: CheckSetting

  init() throws {
    form = try Form.load(from: .embedded)
    edition = try SheetEdition.load(of: form)
    setting = CheckSetting(today: try #require(CalendarDate(iso: "2015-01-28")), place: .sheet)
  }

  private func answers(_ values: [String: String]) throws -> Answers {
    var answers = Answers(count: form.fields.count)
    for (name, value) in values { answers[try #require(form.index(of: name))] = .value(value) }
    return answers
  }

  private func cell(_ name: String, _ values: [String: String]) throws -> SheetCell {
    let field = try #require(form.index(of: name))
    let column = try #require(edition.columns.firstIndex { $0.field == field })
    return edition.cells(of: try answers(values), form: form, setting: setting)[column]
  }

  @Test func `every entry of every list goes out in the sheet's own word, and comes back as its code`() throws {
    for (field, definition) in form.fields.enumerated() {
      guard let list = form.list(of: field) else { continue }
      var asked = ["nationality": "CHN", "hukou_type": "2", "disabled": "1"]
      for choice in list.choices {
        asked[definition.name] = choice.code
        let isAsked = form.relevance(of: field, in: try answers(asked), setting: setting) != .no
        let written = try cell(definition.name, asked)
        #expect(written == (isAsked ? .text(choice.text) : .empty))
        #expect(list.code(ofText: choice.text) == choice.code)
      }
    }
  }

  @Test func `a form whose fields are called otherwise goes out in the same cells`() throws {
    let files = ["preschool-28.json", "sheets/preschool-28-2018-01.json"]
    let renamed = FormFolder(
      directory: try RenamedForm.folder(
        Dictionary(uniqueKeysWithValues: files.map { ($0, try FormFolder.embedded.bytes($0)) })))
    let other = try Form.load(from: renamed)
    let values = try answers([
      "name": "潘小明", "birth_date": "2011-03-05", "id_type": "1", "id_number": "441302201103051234",
      "nationality": "CHN", "ethnic_group": "36", "hukou_type": "2", "nonagricultural_type": "1", "disabled": "0",
      "birthplace": "1301A2000000", "migrant_worker_child": "1", "class_code": "20150101",
    ])
    let cells = try SheetEdition.load(of: other).cells(of: values, form: other, setting: setting)
    #expect(cells == edition.cells(of: values, form: form, setting: setting))
    #expect(
      Checker(form: other, setting: setting).findings(in: values)
        == Checker(form: form, setting: setting).findings(in: values))
    #expect(try RosterHeadings(form: other).item(of: "幼儿姓名") == RosterHeadings(form: form).item(of: "幼儿姓名"))
  }

  /// The large tables as they were published, each entry a line, by the FNV-1a of all lines in order: with 穿青族, which the
  /// sheet's list has beside 穿青人族, and the four regions whose names are blank there.
  @Test(
    arguments: [
      ("ethnic", 0x0D36_66C7_6C01_2EE6), ("country", 0x1BA7_2B75_9B2E_50DC), ("region", 0x0517_BBFB_C246_9978),
    ] as [(String, UInt64)])
  func `no word and no code of the large tables has changed`(name: String, digest: UInt64) throws {
    let lines = try form.lists.load(name).choices.map { choice in
      let words = choice.path.isEmpty ? choice.text : Self.place(choice)
      return "\(choice.code) \(words)\n"
    }
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in lines.sorted().joined().utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    #expect(sum == digest)
  }

  private static func place(_ choice: Choice) -> String {
    let prefecture = choice.path.count > 1 ? choice.path[1] : ""
    return "\(choice.path[0])/\(prefecture)/\(choice.label.chinese)"
  }

  @Test func `days are dates, numbers are texts, places are their codes`() throws {
    #expect(
      try cell("birth_date", ["birth_date": "2011-03-05"]) == .date(try #require(CalendarDate(iso: "2011-03-05"))))
    #expect(try cell("id_number", ["id_number": "441302201103051234"]) == .text("441302201103051234"))
    #expect(
      try cell("birthplace", ["nationality": "CHN", "birthplace": "1301A2000000"]) == .text("1301A2000000"))
    #expect(try cell("class_code", ["class_code": "20150101"]) == .text("20150101"))
    #expect(try cell("ethnic_group", ["nationality": "CHN", "ethnic_group": "36"]) == .text("毛难族"))
  }

  @Test func `what does not apply and what is blank is empty`() throws {
    #expect(try cell("ethnic_group", ["nationality": "USA", "ethnic_group": "01"]) == .empty)
    #expect(
      try cell("nonagricultural_type", ["nationality": "CHN", "hukou_type": "1", "nonagricultural_type": "1"]) == .empty
    )
    #expect(try cell("disability_type", ["disabled": "0", "disability_type": "1"]) == .empty)
    #expect(try cell("blood_type", [:]) == .empty)
    #expect(try cell("blood_type", ["blood_type": "0"]) == .text("未知血型"))
  }
}
