import FormModel
import Sheets
import Standards
import Testing

@Suite struct SheetColumnsTests {
  private let form: Form
  private let headings: [String]

  init() throws {
    form = try Form.load(from: .embedded)
    headings = form.fields.map(\.heading)
  }

  private func read(_ cells: [String: String]) throws -> [String: Answer] {
    let columns = SheetColumns(headings: headings, form: form)
    var answers = Answers(count: form.fields.count)
    let today = try #require(CalendarDate(iso: "2024-11-25"))
    columns.read(form.fields.map { cells[$0.name] ?? "" }, into: &answers, form: form, today: today)
    return Dictionary(
      uniqueKeysWithValues: form.fields.indices.filter { answers[$0] != .blank }.map {
        (form.fields[$0].name, answers[$0])
      })
  }

  @Test func `the sheet's headings are found in any order`() throws {
    #expect(SheetColumns(headings: headings, form: form).problems == [])
    let turned = SheetColumns(headings: headings.reversed(), form: form)
    #expect(turned.problems == [])
    #expect(turned.columns == (0..<28).reversed().map { $0 })
  }

  /// The edition of 2018 has 否进城务工人员子女.
  @Test func `the misprinted heading is the same item`() throws {
    let field = try #require(form.index(of: "migrant_worker_child"))
    var printed = headings
    printed[field] = "否进城务工人员子女"
    let columns = SheetColumns(headings: printed, form: form)
    #expect(columns.problems == [])
    #expect(columns.columns[field] == field)
  }

  @Test func `spaces and full-width signs in a heading are no other heading`() {
    var typed = headings
    typed[0] = " 姓　名 "
    typed[7] = "国籍／地区"
    #expect(SheetColumns(headings: typed, form: form).problems == [])
  }

  @Test func `a column too many, one too few and one twice are told apart`() {
    var changed = headings
    changed[1] = "班级"
    changed += ["性别", ""]
    let columns = SheetColumns(headings: changed, form: form)
    #expect(columns.problems == [.extra(heading: "班级"), .doubled(field: 2), .missing(field: 1)])
    #expect(columns.columns[1] == nil)
    // Of two columns the first is taken.
    #expect(columns.columns[2] == 2)
    #expect(SheetColumns(headings: [], form: form).problems.count == 28)
  }

  @Test func `a list's words become codes, and other words stay what they are`() throws {
    #expect(
      try read([
        "sex": "男", "left_behind": "双亲留守儿童", "id_type": "香港特区护照/身份证明", "nationality": "莫桑比亚", "ethnic_group": "毛南族",
        "overseas_status": "00", "health": "良好", "attendance": "走读 ", "birthplace": "441302000000",
        "hukou_place": "惠城区",
      ]) == [
        "sex": .value("1"), "left_behind": .value("2"), "id_type": .value("6"), "nationality": .value("MOZ"),
        "ethnic_group": .value("36"), "overseas_status": .foreign("00"), "health": .foreign("良好"),
        "attendance": .foreign("走读 "), "birthplace": .value("441302000000"), "hukou_place": .value("惠城区"),
      ])
    #expect(try read(["ethnic_group": "毛难族"]) == ["ethnic_group": .value("36")])
  }

  @Test(arguments: [
    ("2021-3-8", "2021-03-08"), ("20210308", "2021-03-08"), ("２０２１年３月８日", "2021-03-08"), ("2021/03/08", "2021-03-08"),
    ("251125", "2025-11-25"), ("2021-02-29", "2021-02-29"), ("44263", "44263"), ("明天", "明天"),
  ])
  func `a date is read in any typed form, and else left to be checked`(cell: String, value: String) throws {
    #expect(try read(["birth_date": cell]) == ["birth_date": .value(value)])
  }

  @Test func `a number is mended, a text is left to be checked`() throws {
    #expect(
      try read(["id_number": " １１０１０５ 19491231 002x", "name": " 潘小明", "address": "=1+1", "class_code": "a b"]) == [
        "id_number": .value("11010519491231002X"), "name": .value(" 潘小明"), "address": .value("=1+1"),
        "class_code": .value("a b"),
      ])
  }

  @Test func `a short row leaves blanks, and nothing of the row before`() throws {
    let columns = SheetColumns(headings: headings, form: form)
    let today = try #require(CalendarDate(iso: "2024-11-25"))
    var answers = Answers(Array(repeating: .value("of before"), count: 28))
    columns.read(["潘小明", "", "男"], into: &answers, form: form, today: today)
    #expect(answers[0] == .value("潘小明"))
    #expect(answers[2] == .value("1"))
    #expect((0..<28).filter { answers[$0] != .blank } == [0, 2])
    columns.read([], into: &answers, form: form, today: today)
    #expect(answers == Answers(count: 28))
  }
}
