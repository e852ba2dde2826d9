import FormModel
import Foundation
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

  private func read(_ cells: [String: SheetCell]) throws -> (answers: [String: Answer], findings: [SheetFinding]) {
    let columns = try SheetColumns(headings: headings, form: form)
    var answers = Answers(count: form.fields.count)
    let today = try #require(CalendarDate(iso: "2024-11-25"))
    let row = form.fields.map { cells[$0.name] ?? .empty }
    let findings = columns.read(row, into: &answers, form: form, today: today)
    let given = form.fields.indices.filter { answers[$0] != .blank }.map { (form.fields[$0].name, answers[$0]) }
    return (Dictionary(uniqueKeysWithValues: given), findings)
  }

  private func read(_ cells: [String: String]) throws -> [String: Answer] {
    try read(cells.mapValues { SheetCell.text($0) }).answers
  }

  @Test func `the sheet's headings are found in any order`() throws {
    #expect(try SheetColumns(headings: headings, form: form).problems == [])
    let turned = try SheetColumns(headings: headings.reversed(), form: form)
    #expect(turned.problems == [])
    #expect(turned.columns == (0..<28).reversed().map { $0 })
  }

  /// The edition of 2018 has 否进城务工人员子女.
  @Test func `the misprinted heading is the same item`() throws {
    let field = try #require(form.index(of: "migrant_worker_child"))
    var printed = headings
    printed[field] = "否进城务工人员子女"
    let columns = try SheetColumns(headings: printed, form: form)
    #expect(columns.problems == [])
    #expect(columns.columns[field] == field)
  }

  /// Editions are files: those that are built in, and those of a folder.
  @Test func `the headings of every edition are known`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let sheets = folder.appendingPathComponent("sheets")
    try FileManager.default.createDirectory(at: sheets, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let edition = """
      {"format": "xueji-sheet/1", "name": "next", "form": "preschool-28", "edition": "2030-01",
       "title": {"zh": "新", "en": "new"}, "sheet": "幼儿", "columns": [{"field": "name", "heading": "幼儿姓名（新）"}]}
      """
    try Data(edition.utf8).write(to: sheets.appendingPathComponent("next.json"))
    try Data("broken".utf8).write(to: sheets.appendingPathComponent("broken.json"))
    let own = try Form.load(from: FormFolder(directory: folder.path))
    let name = try #require(own.index(of: "name"))
    #expect(try SheetColumns(headings: ["幼儿姓名（新）", "否进城务工人员子女"], form: own).columns[name] == 0)
    #expect(try SheetColumns(headings: ["幼儿姓名（新）"], form: form).columns[name] == nil)
    for edition in try FormFolder.embedded.names(in: "sheets", ending: ".json") {
      let columns = try SheetEdition.load(String(edition.dropLast(5)), of: form).columns
      let headings = try SheetEdition.headings(of: form)
      #expect(columns.allSatisfy { headings[$0.heading] == $0.field })
    }
  }

  @Test func `spaces and full-width signs in a heading are no other heading`() throws {
    var typed = headings
    typed[0] = " 姓　名 "
    typed[7] = "国籍／地区"
    #expect(try SheetColumns(headings: typed, form: form).problems == [])
  }

  @Test func `a column too many, one too few and one twice are told apart`() throws {
    var changed = headings
    changed[1] = "班级"
    changed += ["性别", ""]
    let columns = try SheetColumns(headings: changed, form: form)
    #expect(columns.problems == [.extra(heading: "班级"), .doubled(field: 2), .missing(field: 1)])
    #expect(columns.columns[1] == nil)
    // Of two columns the first is taken.
    #expect(columns.columns[2] == 2)
    #expect(try SheetColumns(headings: [], form: form).problems.count == 28)
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
    let columns = try SheetColumns(headings: headings, form: form)
    let today = try #require(CalendarDate(iso: "2024-11-25"))
    var answers = Answers(Array(repeating: .value("of before"), count: 28))
    _ = columns.read([.text("潘小明"), .empty, .text("男")], into: &answers, form: form, today: today)
    #expect(answers[0] == .value("潘小明"))
    #expect(answers[2] == .value("1"))
    #expect((0..<28).filter { answers[$0] != .blank } == [0, 2])
    _ = columns.read([], into: &answers, form: form, today: today)
    #expect(answers == Answers(count: 28))
  }

  @Test func `a cell that is no text is read as what a spreadsheet shows`() throws {
    let day = try #require(CalendarDate(iso: "2021-03-08"))
    let (answers, findings) = try read([
      "class_code": .number(20_150_101), "birthplace": .number(441_302_000_000), "birth_date": .date(day),
      "entry_date": .number(20_240_902), "name": .boolean(true), "sex": .number(1), "address": .number(1.5),
    ])
    #expect(
      answers == [
        "class_code": .value("20150101"), "birthplace": .value("441302000000"), "birth_date": .value("2021-03-08"),
        "entry_date": .value("2024-09-02"), "name": .value("TRUE"), "sex": .foreign("1"), "address": .value("1.5"),
      ])
    #expect(findings == [])
  }

  @Test func `a cell that cannot hold what was meant is left blank and told`() throws {
    let day = try #require(CalendarDate(iso: "2021-03-08"))
    let (answers, findings) = try read([
      "id_number": .number(441_302_202_203_051_264), "guardian_id_number": .number(12_345_678),
      "class_code": .number(1e15),
      "address": .date(day), "sex": .date(day), "health": .failure("#N/A"), "birth_date": .number(44_263),
      "entry_date": .failure("#REF!"),
    ])
    #expect(answers == [:])
    #expect(
      findings.map { "\($0.field + 1) \($0.code)" } == [
        "2 number-cell", "3 date-cell", "4 number-cell", "6 number-cell", "16 date-cell", "17 failed-formula",
        "22 failed-formula", "28 number-cell",
      ])
    #expect(findings.allSatisfy { $0.severity == .error })
  }

  @Test func `what a spreadsheet left of a number or a formula in a file of text is told too`() throws {
    let (answers, findings) = try read([
      "id_number": .text("4.41302E+17"), "guardian_id_number": .text("#REF!"), "health": .text("#N/A"),
      "name": .text("#1"), "address": .text("1E5"),
    ])
    #expect(answers == ["name": .value("#1"), "address": .value("1E5")])
    #expect(
      findings.map { "\($0.field + 1) \($0.code)" } == ["6 number-cell", "22 failed-formula", "28 failed-formula"])
  }

  // MARK: Finding the headings

  private func rows(_ texts: [[String]]) -> [SheetRow] {
    texts.enumerated().map {
      SheetRow(number: $0.offset + 1, cells: $0.element.map { $0.isEmpty ? .empty : .text($0) })
    }
  }

  @Test func `the headings are the first row that has a third of them`() throws {
    let top = [["幼儿基本信息"], ["填表人", "潘老师", "姓名"], Array(headings.prefix(9)), headings.reversed(), headings]
    #expect(try SheetColumns.find(in: rows(top), form: form)?.index == 3)
    #expect(try SheetColumns.find(in: rows(top), form: form)?.columns.columns[0] == 27)
    #expect(try SheetColumns.find(in: rows([["标题"], Array(headings.prefix(10))]), form: form)?.index == 1)
  }

  @Test func `a short row of headings is one where nothing better is there`() throws {
    #expect(try SheetColumns.find(in: rows([["一班"], ["姓名", "性别", "备注"], ["潘小明", "男", ""]]), form: form)?.index == 1)
    #expect(try SheetColumns.find(in: rows([["姓名", "电话", "备注"], ["潘小明", "男", ""]]), form: form) == nil)
    #expect(try SheetColumns.find(in: rows([["潘小明", "男"]]), form: form) == nil)
    #expect(try SheetColumns.find(in: [], form: form) == nil)
  }
}
