import FormModel
import Foundation
import Records
import Sentences
import TestSupport
import Testing

/// Rosters through the real program, without a terminal.
@Suite(.onOwnThreads) struct ImportCommandTests {
  private let store: RosterStore

  init() throws { store = try RosterStore() }

  private static let roster = """
    某幼儿园 2026 年花名册,,,,,,,
    序号,幼儿姓名*,性别,身份证号（18位）,家庭住址,家长姓名,班 级,备注
    1,潘小明,男,441302202203051236,演示路8号,潘大明,中二班,\u{1B}[2J
    2,陈小红,雌,441302202203051250,=HYPERLINK("http://x"),,中二班,
    3,,,,,,中二班,
    4,,,,,,,
    """

  @Test func `a roster becomes drafts, a second run changes nothing, and what was left can be mended`() throws {
    let file = try store.folder.write(Self.roster, to: "花名册.csv")
    let tried = try store.run("import", file)
    #expect(tried.status == 0)
    #expect(tried.rows.prefix(3).map { $0[2] } == ["created", "created", "refused"])
    #expect(tried.text.contains("--yes") && tried.errors.contains("列 B「幼儿姓名*」 → 1 \(label(of: "name"))"))
    #expect(!FileManager.default.fileExists(atPath: store.records.path), "a dry run changes nothing")

    let done = try store.run("import", file, "--yes")
    #expect(done.status == 1 && Xueji.isHarmless(done.text) && Xueji.isHarmless(done.errors))
    #expect(done.lines.first == "row\tcode\tresult\tname\tmessage\terrors\twarnings\tsheet")
    #expect(
      done.rows.prefix(3).map { [$0[0], $0[2], $0[3]] } == [
        ["3", "created", "潘小明"], ["4", "created", "陈小红"], ["5", "refused", ""],
      ])
    #expect(done.errors.contains("设置里没有这些班：中二班"))
    let record = try store.record("潘小明")
    #expect(record.code.text == done.rows[0][1] && record.status == .draft)
    #expect(record.created.by == Person(role: .staff, name: "王主任"))
    #expect(record.contact.className == "中二班")
    #expect(store.value("birth_date", of: record) == "2022-03-05")
    #expect(record.unconfirmedFields.count == 6)
    #expect(store.value("address", of: try store.record("陈小红")) == nil)

    let left = store.folder.path("花名册-未导入.csv")
    let mode = try FileManager.default.attributesOfItem(atPath: left)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try store.text("花名册-未导入.csv")
    #expect(text.contains("序号,幼儿姓名*,") && text.contains("原因\r\n"))
    #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\"") && !text.contains("潘小明"))

    let files = try store.files()
    let again = try store.run("import", file, "--yes", "--rest", store.folder.path("again.csv"))
    #expect(again.rows.prefix(3).map { $0[2] } == ["same", "same", "refused"])
    #expect(try store.files() == files)
    #expect(try store.run("import", file, "--yes").status == 64, "the rest is not written over")

    // Mended, it is imported as it is; the row of nobody is taken out.
    var mended = text.replacingOccurrences(of: "雌", with: "女")
    mended = mended.replacingOccurrences(of: "\"'=HYPERLINK(\"\"http://x\"\")\"", with: "演示路9号")
    mended = mended.components(separatedBy: "\r\n").filter { !$0.hasPrefix("3,") }.joined(separator: "\r\n")
    try store.folder.write(mended, to: "花名册-未导入.csv")
    let last = try store.run("import", left, "--yes")
    #expect(last.status == 0, "\(last.text)")
    #expect(last.rows[0][2] == "filled")
    #expect(store.value("address", of: try store.record("陈小红")) == "演示路9号")
    #expect(!FileManager.default.fileExists(atPath: store.folder.path("花名册-未导入-未导入.csv")))
  }

  @Test func `a trial names a row, and no code that no record will have`() throws {
    let file = try store.folder.write(
      "姓名,身份证件号码\n潘小明,441302202203051236\n潘小明,\n", to: "r.csv")
    let tried = try store.run("import", file)
    #expect(tried.rows.prefix(2).map { $0[2] } == ["created", "refused"])
    #expect(tried.rows[1][4].contains("（名单第 2 行）"), "\(tried.rows[1][4])")
    let done = try store.run("import", file, "--yes")
    #expect(done.rows[1][4].contains("（\(try store.record("潘小明").code.text)）"), "\(done.rows[1][4])")
  }

  @Test func `one child in two rows is one draft, and what differs is kept or taken`() throws {
    let file = try store.folder.write(
      """
      孩子,联系人,身份证件号码,现住址,户口所在地
      潘小明,潘大明,441302202203051236,演示路8号,朝阳区
      潘小明,潘二明, 441302202203051236,演示路9号,441302000000

      """, to: "r.csv")
    let maps = ["--map", "A=姓名", "--map", "联系人=guardian_name"]
    let kept = try Xueji.run(["import", file, "--yes", "--store", store.records.path] + maps)
    #expect(kept.rows.prefix(2).map { $0[2] } == ["created", "differs"])
    #expect(kept.rows[1][4].contains("演示路9号") && kept.rows[1][1] == kept.rows[0][1])
    #expect(store.value("guardian_name", of: try store.record("潘小明")) == "潘大明")
    #expect(store.value("hukou_place", of: try store.record("潘小明")) == "441302000000")
    let left = store.folder.path("r-未导入.csv")
    let rest = store.folder.path("2.csv")
    let taken = try Xueji.run(
      ["import", left, "--yes", "--store", store.records.path, "--differences", "take", "--rest", rest] + maps)
    #expect(taken.rows.prefix(2).map { $0[2] } == ["same", "filled"])
    #expect(store.value("address", of: try store.record("潘小明")) == "演示路9号")
  }

  @Test func `what cannot be read is one sentence and its exit code`() throws {
    let file = try store.folder.write("姓名,性别\n潘小明,男\n", to: "r.csv")
    let plain = try store.folder.write("说明\n没有表头\n", to: "plain.csv")
    for (arguments, status) in [
      ([plain], 65), (["/nonexistent"], 65), ([file, "--map", "B=爱好"], 64), ([file, "--map", "Z=name"], 64),
      ([file, "--yes", "--rest", "/nonexistent/x.csv"], 64),
    ] {
      let outcome = try Xueji.run(["import"] + arguments + ["--store", store.records.path])
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("xueji: ") == true)
    }
    #expect(!store.records.exists)
  }

  @Test func `a workbook is a roster too`() throws {
    let script = """
      import datetime, sys
      from openpyxl import Workbook
      book = Workbook()
      sheet = book.active
      sheet.append(["大班花名册"])
      sheet.merge_cells("A1:D1")
      sheet.append(["姓名", "身份证号", "入园时间", "电话"])
      sheet.append(["潘小明", "441302202203051236", datetime.date(2025, 9, 1), 13800000000])
      sheet.append(["陈小红", 441302202203051250, None, None])
      book.save(sys.argv[1])
      """
    let file = store.folder.path("r.xlsx")
    let made = try BuiltProgram.run([Python.path(with: "openpyxl", offering: "Workbook"), "-c", script, file])
    #expect(made.status == 0, "\(made.errors)")
    let done = try store.run("import", file, "--yes")
    #expect(done.status == 1)
    let record = try store.record("潘小明")
    #expect(store.value("entry_date", of: record) == "2025-09-01")
    #expect(record.contact.telephone == "13800000000")
    #expect(store.value("id_number", of: try store.record("陈小红")) == nil)
    #expect(try store.text("r-未导入.csv").contains("e+17"))
  }

  @Test func `a cell of a megabyte is left out and the row beside it taken`() throws {
    let long = String(repeating: "长", count: 300_000)
    let file = try store.folder.write("姓名,现住址\n潘小明,\(long)\n陈小红,演示路9号\n", to: "r.csv")
    let done = try store.run("import", file, "--yes")
    #expect(done.rows.prefix(2).map { $0[2] } == ["created", "created"] || done.status == 65)
    #expect(done.text.utf8.count < 2_000)
  }
}
