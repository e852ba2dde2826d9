import FormModel
import Foundation
import Records
import Standards
import TestSupport
import Testing

/// From a spreadsheet to the national system and back, through the real program: what one kindergarten does in a year.
@Suite struct WholeWayTests {
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
}
