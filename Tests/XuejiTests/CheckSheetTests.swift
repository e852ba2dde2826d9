import Foundation
import TestSupport
import Testing

/// `xueji check` on sheets that were filled in elsewhere, as workbooks and against a store.
@Suite(.onOwnThreads) struct CheckSheetTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Below a title and an empty row the headings from right to left; in the fourth child's row numbers and dates where a
  /// spreadsheet made them, in the fifth the first child again.
  private static let script = """
    import datetime, json, sys
    from openpyxl import Workbook
    headings, row = json.load(sys.stdin)
    book = Workbook()
    book.active.title, book.active.sheet_state = "下拉", "hidden"
    book.active.append(["男", "女"])
    sheet = book.create_sheet("幼儿")
    sheet.append(["惠城区第一幼儿园  幼儿基本信息"])
    sheet.merge_cells("A1:AB1")
    sheet.append([])
    sheet.append(headings[::-1])
    def add(**changes):
        cells = dict(zip(headings, row), **changes)
        sheet.append([cells[heading] or None for heading in headings][::-1])
    add(出生日期=datetime.date(2022, 3, 5), 班级编码=20150101)
    add(姓名="李小红", 性别="女", 出生日期="2021年3月8日", 身份证件号码="441302202103080021")
    sheet.append([])
    add(姓名="王小明", 出生日期=44625, 身份证件号码=441302202203060079, 现住址=datetime.date(2025, 3, 5), 是否孤儿="#N/A")
    add()
    book.save(sys.argv[1])
    """

  private func workbook() throws -> String {
    let path = folder.path("class.xlsx")
    let input = try JSONSerialization.data(withJSONObject: [SampleSheet.headings, SampleSheet.row])
    let made = try BuiltProgram.run(
      [Python.path(with: "openpyxl", offering: "Workbook"), "-c", Self.script, path], input: input)
    try #require(made.status == 0, "\(made.errors)")
    return path
  }

  private func check(_ path: String, _ options: String..., store: String = "/nowhere") throws -> BuiltProgram.Outcome {
    try Xueji.run(["check", "--on", Xueji.today, "--store", store] + options + [path])
  }

  private func findings(_ outcome: BuiltProgram.Outcome) -> [String] {
    outcome.rows.map { [$0[1], $0[2], $0[5], $0[6], $0[8]].joined(separator: " ") }
  }

  @Test func `a workbook from elsewhere is checked, and people are told the spreadsheet's rows`() throws {
    let path = try workbook()
    let answer = try check(path, "--format", "tsv")
    #expect(
      findings(answer) == [
        "3 4 error number-cell 44625", "3 6 error number-cell 441302202203060096", "3 16 error date-cell 2025-03-05",
        "3 25 error failed-formula #N/A", "4 6 error duplicate-in-file 441302202203051236",
      ])
    #expect(answer.status == 1)
    let text = try check(path).text
    #expect(text.contains("class.xlsx:3（表格第 7 行） 4 出生日期："), "\(text)")
    #expect(text.contains("class.xlsx:4（表格第 8 行） 6 身份证件号码：和第 1 个孩子（表格第 4 行）的号码一样"))
  }

  @Test func `children of the store are named by their record's code`() throws {
    let store = try SampleStore()
    try store.add(1, code: "K7M4", status: "submitted")
    try store.add(2, code: "WXYZ", status: "withdrawn", ["id_number": "441302202103080021"])
    try store.add(3, code: "QRST", ["id_number": "441302202203051244", "name": "王小明"])
    let sheet = try folder.write(
      SampleSheet.csv([
        SampleSheet.row,
        SampleSheet.row(["姓名": "李小红", "性别": "女", "出生日期": "2021-03-08", "身份证件号码": "441302202103080021"]),
        SampleSheet.row(["姓名": "王小明", "身份证件类型": "护照", "身份证件号码": "E12345678"]),
      ]), to: "sheet.csv")
    let answer = try check(sheet, "--format", "tsv", store: store.path)
    #expect(
      findings(answer) == [
        "1 6 error duplicate-in-store 441302202203051236", "3 1 warning same-child-in-store 王小明",
      ])
    #expect(answer.rows.map { $0[7].contains("K7M4") } == [true, false])
    #expect(answer.rows.last?[7].contains("QRST") == true)
    #expect(!answer.text.contains("WXYZ"))
    #expect(answer.status == 1)
    // What went out may be this very sheet: it is said, and is no error.
    let line = """
      {"at":"2025-09-02T08:00:00.000+08:00","by":{"name":"王主任","role":"staff"},"kind":"first",\
      "record":"\(SampleStore.id(1))","revision":9,"row":2,"sheet":"out.xlsx"}

      """
    try store.folder.write(line, to: "store/ledger.jsonl")
    let again = try check(sheet, "--format", "tsv", store: store.path)
    #expect(findings(again).first == "1 6 warning duplicate-in-store 441302202203051236")
    #expect(again.status == 0)
  }

  @Test func `a store that cannot be read is said once, and the sheet is checked`() throws {
    let store = try SampleStore()
    try store.add(1, code: "K7M4")
    try store.folder.write("{\n", to: "store/ledger.jsonl")
    let sheet = try folder.write(SampleSheet.csv([SampleSheet.row(["性别": "女"])]), to: "sheet.csv")
    let answer = try Xueji.run(
      ["check", "--on", Xueji.today, "--store", store.path, "--format", "tsv", sheet, sheet])
    #expect(
      findings(answer) == Array(repeating: "1 3 error number-sex 女", count: 2) + [
        "1 6 error duplicate-across-files 441302202203051236"
      ])
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.status == 65)
  }
}
