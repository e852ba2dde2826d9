import FormModel
import Foundation
import Records
import Standards
import TestSupport
import Testing

/// From a spreadsheet to the national system and back, through the real program: what one kindergarten does in a year.
@Suite(.onOwnThreads) struct WholeWayTests {
  private let form: Form
  private let store: WorkStore
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-way-\(UUID().uuidString)")

  init() throws {
    form = try Form.load(from: .embedded)
    store = try WorkStore(form)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func python(_ script: String, _ arguments: String...) throws -> [String] {
    let answer = try BuiltProgram.run(
      [try Python.path(with: "openpyxl", offering: "Workbook"), "-c", script] + arguments,
      environment: ["PYTHONIOENCODING": "utf-8"])
    #expect(answer.status == 0, "\(answer.errors)")
    return answer.lines
  }

  /// What the family says when it comes, and staff write down from its signed paper.
  private func complete(_ code: String) throws {
    let known = try #require(RecordCode(code))
    let standing = try #require(try store.records.record(code: known))
    var held = try #require(HeldRecord(standing, holder: .staff(name: "王老师")))
    let at = standing.changed.at
    let setting = CheckSetting(today: at.date)
    let said = [
      ("nationality", "CHN"), ("id_type", "1"), ("ethnic_group", "01"), ("overseas_status", "00"), ("blood_type", "0"),
      ("birthplace", "441302000000"), ("native_place", "广东惠州"), ("hukou_type", "2"), ("nonagricultural_type", "1"),
      ("hukou_place", "441302000000"), ("entry_date", "2025-09-01"), ("attendance", "1"), ("only_child", "1"),
      ("left_behind", "0"), ("migrant_worker_child", "0"), ("health", "10"), ("disabled", "0"), ("orphan", "0"),
      ("guardian_id_type", "1"), ("guardian_id_number", "441302199001010028"),
    ]
    for (name, value) in said {
      held.make(
        .answer(value, field: try #require(form.index(of: name)), source: .document), at: at, form: form,
        setting: setting)
    }
    held.make(
      .confirm(fields: Array(form.fields.indices), how: .paper, who: "潘大明"), at: at, form: form, setting: setting)
    #expect(held.make(.handIn, at: at, form: form, setting: setting) == nil)
    try store.records.save(held.record, replacing: standing.revision, on: at.date)
  }

  @Test func `a roster becomes drafts, one is completed, approved, sent and numbered`() throws {
    _ = try python(
      """
      import datetime, openpyxl, sys
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.append(["中二班 花名册"])
      sheet.append(["序号", "姓名", "身份证号", "家庭住址", "监护人", "班级"])
      sheet.append([1, "潘小明", "441302202203051236", "演示路8号", "潘大明", "中二班"])
      sheet.append([2, "陈小红", "441302202203051250", "演示路9号", "", "中二班"])
      book.save(sys.argv[1])
      """, path("花名册.xlsx"))
    let imported = try store.run(["import", path("花名册.xlsx"), "--yes"])
    #expect(imported.status == 0, "\(imported.errors)")
    let code = try #require(imported.rows.first { $0.contains("潘小明") })[1]
    try complete(code)
    #expect(try store.run(["approve", code]).rows.last?[1] == "done")

    let sent = try store.run(["export", "-o", path("a.xlsx")])
    #expect(sent.status == 0, "\(sent.errors)")
    let cells = try python(
      """
      import openpyxl, sys
      rows = list(openpyxl.load_workbook(sys.argv[1]).active.iter_rows())
      assert len(rows) == 2 and all(len(row) == 28 for row in rows)
      print("|".join("" if c.value is None else f"{c.value:%Y-%m-%d}" if c.is_date else c.value for c in rows[1]))
      """, path("a.xlsx"))
    #expect(
      cells == [
        "潘小明||男|2022-03-05|居民身份证|441302202203051236|未知血型|中国|汉族|非港澳台侨|441302000000|广东惠州|非农业户口|城市|441302000000"
          + "|演示路8号|2025-09-01|走读|是|非留守儿童|否|健康或良好|否||否|潘大明|居民身份证|441302199001010028"
      ])
    let again = try store.run(["export", "-o", path("b.xlsx")])
    #expect(again.status == 1)
    #expect(again.rows.last?[1] == "already-out" && again.errors.contains("什么也没写"))

    try Data("学籍号,姓名,身份证件号码\r\nG441302202203051236,潘小明,441302202203051236\r\n".utf8)
      .write(to: folder.appendingPathComponent("result.csv"))
    let assigned = try store.run(["assign", path("result.csv")])
    #expect(assigned.status == 0, "\(assigned.text)\(assigned.errors)")
    let known = try #require(RecordCode(code))
    let record = try #require(try store.records.record(code: known))
    #expect(record.number == "G441302202203051236")
    #expect(record.isExported)
    #expect(try store.run(["list", "--word", "numbered", "--word", "exported"]).rows.count == 2)
  }

  /// Two classes on sheets of their own behind a page of instructions; headings of two lines with merged cells; a total, a
  /// signature and a hidden row; numbers that are wrong, lost or of the 30th of February.
  private static let messy = """
    import openpyxl, sys
    book = openpyxl.Workbook()
    book.active.title = "填表说明"
    book.active.append(["请按户口簿填写"])
    def sheet(name, rows):
        sheet = book.create_sheet(name)
        sheet.append([name + " 花名册"])
        sheet.merge_cells("A1:G1")
        sheet.append(["序号", "姓名", "身份证号", "监护人", None, "现住址", "户口性质"])
        sheet.append([None, None, None, "姓名", "电话", None, None])
        sheet.merge_cells("D2:E2")
        for column in "ABCFG":
            sheet.merge_cells(f"{column}2:{column}3")
        for row in rows:
            sheet.append(row)
        return sheet
    one = sheet("小一班", [
        [1, "潘小明", "441302202203051236", "潘大明（父）", "13800138000", "演示路8号", "农业"],
        [2, "陈小红", "441302202203051263", "陈大红", None, None, "居民家庭户"],
        [None, "合计", "2人"], ["填表人：李老师"]])
    one.merge_cells("F4:F5")
    two = sheet("小二班", [
        [1, "王小刚", "441302202202301236", None, None, "演示路9号", "非农"],
        [2, "赵小兰", 441302202203051250, None, None, "演示路9号", None],
        [3, "钱小五", "441302202103080021", None, None, "演示路9号", None]])
    two.row_dimensions[6].hidden = True
    book.active = 1
    book.save(sys.argv[1])
    """

  @Test func `a workbook with a class a sheet becomes drafts, with all said that was left out or is wrong`() throws {
    _ = try python(Self.messy, path("全园.xlsx"))
    let imported = try store.run(["import", path("全园.xlsx"), "--yes"])
    #expect(imported.status == 1)
    let rows = Array(imported.rows.filter { $0.count == 8 }.dropFirst())
    #expect(
      rows.map { [$0[7], $0[0], $0[2], $0[3], $0[5]].joined(separator: " ") } == [
        "小一班 4 created 潘小明 0", "小一班 5 created 陈小红 1", "小一班 6 left-out  0", "小一班 7 left-out  0",
        "小二班 4 created 王小刚 1", "小二班 5 created 赵小兰 0",
      ])
    for (row, words) in [
      (0, "只导入姓名，“父”没有地方放"), (1, "G5 户口性质“居民家庭户”：“居民家庭户”还不够，记着以后补"), (1, "身份证件号码：号码对不上"), (2, "合计，不是孩子：合计 2人"),
      (3, "签名，不是孩子：填表人：李老师"), (4, "这一天"), (5, "C5 身份证件号码“4.413022022030513e+17”：表格软件把号码当成数字"),
    ] where rows.indices.contains(row) {
      #expect(rows[row][4].contains(words), "\(rows[row][4])")
    }
    for words in [
      "工作表「小一班」：2 行，班级用它的名字：小一班", "列 D「监护人/姓名」 → 26", "不看的工作表：填表说明（没有表头）", "「小二班」有 1 行被隐藏或筛选掉了（第 6 行）",
      "合计 1、签名 1",
    ] {
      #expect(imported.errors.contains(words), "\(words)")
    }
    let left = try String(contentsOfFile: path("全园-未导入-小二班.csv"), encoding: .utf8)
    #expect(left.contains("赵小兰") && left.contains(",小二班,") && !left.contains("王小刚"))
    #expect(!FileManager.default.fileExists(atPath: path("全园-未导入-小一班.csv")))

    // The lists count the same, and the right one goes the whole way.
    let listed = try store.run(["list"]).rows
    #expect(Dictionary(uniqueKeysWithValues: listed.dropFirst().map { ($0[3], $0[6]) })["陈小红"] == "1")
    let code = try #require(rows.first)[1]
    try complete(code)
    #expect(try store.run(["approve", code]).rows.last?[1] == "done")
    #expect(try store.run(["export", "-o", path("a.xlsx")]).status == 0)
    let checked = try store.run(["check", path("a.xlsx"), "--format", "tsv"])
    #expect(checked.rows.dropFirst().allSatisfy { $0[5] == "warning" }, "\(checked.text)")
  }
}
