import FormModel
import Foundation
import Records
import Standards
import TestSupport
import Testing

/// Records on their way to the national system, through the real program; its workbooks are opened by an independent reader.
@Suite(.onOwnThreads) struct ExportCommandTests {
  private let form: Form
  private let store: WorkStore
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-out-\(UUID().uuidString)")

  init() throws {
    form = try Form.load(from: .embedded)
    store = try WorkStore(form)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func run(_ arguments: String...) throws -> WorkStore.Answer {
    try store.run(arguments + ["--on", "2015-01-28"])
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

  private func record(_ record: Record) throws -> Record { try #require(try store.records.record(id: record.id)) }

  /// What staff do to a record meanwhile.
  private func act(_ record: Record, _ moves: Move...) throws {
    let standing = try self.record(record)
    var held = try #require(HeldRecord(standing, holder: .staff(name: "王老师")))
    let today = try #require(CalendarDate(iso: "2015-01-28"))
    for move in moves {
      let refusal = held.make(move, at: standing.changed.at, form: form, setting: CheckSetting(today: today))
      #expect(refusal == nil)
    }
    try store.records.save(held.record, replacing: standing.revision, on: today)
  }

  /// What the independent reader finds in a workbook: the sheet's name, and of each cell its kind and its value.
  private func read(_ name: String) throws -> [[String]] {
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      assert book.sheetnames == ["幼儿基本信息"], book.sheetnames
      for row in book.active.iter_rows():
          print("\\t".join("" if c.value is None else f"{c.data_type}:{c.value:%Y-%m-%d}" if c.is_date else
                          f"{c.data_type}:{c.value}" for c in row))
      """
    let answer = try BuiltProgram.run([Python.path(with: "openpyxl", offering: "Workbook"), "-c", script, path(name)])
    #expect(answer.status == 0)
    return answer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.components(separatedBy: "\t") }
  }

  @Test func `an approved child goes out once, cell by cell as the sheet wants it, and the second time says why not`()
    throws
  {
    let child = try store.add(1)
    let draft = try store.add(2, number: "441302201103051250", handIn: false)
    try act(child, .approve)
    #expect(try store.run(["classes", "中二班", "2015020301"]).status == 65)
    try store.records.changeSettings { $0.classes = ["中二班"] }
    #expect(try store.run(["classes", "中二班", "2015020301"]).rows == [["class", "code"], ["中二班", "2015020301"]])

    let answer = try run("export", "-o", path("a.xlsx"), "--as", "王老师")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.rows.map { Array($0.prefix(5)) } == [
        ["code", "result", "name", "sheet", "row"], [child.code.text, "exported", "潘小明", "a.xlsx", "2"],
      ])
    #expect(answer.errors.contains("1 份没有通过"))
    let rows = try read("a.xlsx")
    #expect(rows[0] == (try SheetEdition.load(of: form)).columns.map { "s:\($0.heading)" })
    #expect(
      rows[1] == [
        "s:潘小明", "s:2015020301", "s:男", "d:2011-03-05", "s:居民身份证", "s:441302201103051234", "s:未知血型", "s:中国", "s:汉族",
        "s:非港澳台侨", "s:441302000000", "s:广东惠州", "s:非农业户口", "s:城市", "s:441302000000", "s:演示路 1 号", "d:2014-09-01", "s:走读",
        "s:是", "s:非留守儿童", "s:否", "s:健康或良好", "s:否", "", "s:否", "s:潘女士", "s:居民身份证", "s:440524198001010013",
      ])
    #expect(rows.count == 2)
    #expect(names == ["a-导入说明.txt", "a.xlsx"])
    for name in names {
      let mode = try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    let note = try String(contentsOfFile: path("a-导入说明.txt"), encoding: .utf8)
    #expect(note.contains("选择性粘贴") && note.contains("数值") && !note.contains("潘"))
    let sent = try record(child)
    #expect(sent.isExported)
    #expect(sent.exports.map(\.sheet) == ["a.xlsx"] && sent.exports.map(\.row) == [2])
    #expect(sent.history.last?.by == Person(role: .staff, name: "王老师"))
    #expect(try store.records.ledger().last[child.id]?.sheet == "a.xlsx")

    let again = try run("export", "-o", path("b.xlsx"))
    #expect(again.status == 1)
    #expect(again.rows.last?[1] == "already-out")
    #expect(again.rows.last?[5].contains("a.xlsx 第 2 行") ?? false)
    #expect(again.errors.contains("什么也没写"))
    #expect(names.count == 2)
    #expect(try run("export", draft.code.text, "-o", path("b.xlsx")).rows.last?[1] == "not-approved")

    let repeated = try run("export", "-o", path("b.xlsx"), "--again", "原来的文件丢了")
    #expect(repeated.status == 0)
    #expect(try read("b.xlsx") == rows)
    let ledger = try String(contentsOfFile: store.path + "/ledger.jsonl", encoding: .utf8).split(separator: "\n")
    #expect(ledger.count == 2 && ledger[1].contains("\"again\"") && ledger[1].contains("原来的文件丢了"))
  }

  @Test func `a correction goes into a sheet of its own that names what changed, and only once`() throws {
    let child = try store.add(1)
    let other = try store.add(2, number: "441302201103051250")
    try act(child, .approve)
    try act(other, .approve)
    #expect(try run("export", "-o", path("a.xlsx")).status == 0)
    let address = try #require(form.index(of: "address"))
    try act(
      child, .propose("演示路 9 号", field: address), .take(proposal: 0, reason: "搬家"),
      .confirm(fields: [address], how: .paper, who: "潘女士"))
    #expect(try run("export", child.code.text, "-o", path("b.xlsx")).rows.last?[1] == "not-approved")
    try act(child, .approve)
    try act(other, .withdraw(reason: "转走了"))
    let answer = try run("export", "-o", path("b.xlsx"))
    #expect(answer.status == 0)
    #expect(answer.rows.dropFirst().map { $0[1] } == ["corrected", "withdrawn"])
    #expect(answer.rows[1][3] == "b-更正.xlsx" && answer.rows[1][5].contains("现住址"))
    #expect(names == ["a-导入说明.txt", "a.xlsx", "b-导入说明.txt", "b-更正.xlsx"])
    let rows = try read("b-更正.xlsx")
    #expect(rows[0].count == 29)
    #expect(rows[1][15] == "s:演示路 9 号" && rows[1][28] == "s:现住址（演示路 1 号）")
    #expect(rows[2][5] == "s:441302201103051250" && rows[2][28] == "s:已撤回")
    #expect(try record(child).isExported)
    #expect(try run("export", "-o", path("c.xlsx")).rows.dropFirst().map { $0[1] } == ["already-out"])
  }

  @Test func `a child that was withdrawn and comes back goes out once more, and corrections have a note of their own`()
    throws
  {
    let child = try store.add(1)
    try act(child, .approve)
    #expect(try run("export", "-o", path("a.csv")).status == 0)
    try act(child, .withdraw(reason: "转园"))
    #expect(try run("export", "-o", path("b.csv")).rows.last?[1] == "withdrawn")
    let note = try String(contentsOfFile: path("b-导入说明.txt"), encoding: .utf8)
    #expect(note.contains("不要导入") && !note.contains("复制"), "\(note)")
    try act(child, .reinstate(reason: "没转成"))
    #expect(try run("list").text.contains("to-export"))
    let again = try run("export", "-o", path("c.csv"))
    #expect(again.status == 0 && again.rows.last?[1] == "exported" && again.rows.last?[3] == "c.csv", "\(again.text)")
    #expect(try run("list").text.contains("to-number"))
    #expect(try run("export", "-o", path("d.csv")).rows.last?[1] == "already-out")
  }

  @Test func `a child whose record was withdrawn and begun anew is still the child that went out`() throws {
    let first = try store.add(1)
    try act(first, .approve)
    #expect(try run("export", "-o", path("a.csv")).status == 0)
    try act(first, .withdraw(reason: "重新登记"))
    let second = try store.add(2)
    try act(second, .approve)
    let answer = try run("export", second.code.text, "-o", path("b.csv"))
    #expect(answer.status == 1)
    #expect(answer.rows.last?[1] == "already-out")
    #expect(answer.rows.last?[5].contains(first.code.text) ?? false)
  }

  @Test func `a ledger that is gone sends nobody twice, and a record that does not know is told`() throws {
    let child = try store.add(1)
    try act(child, .approve)
    #expect(try run("export", "-o", path("a.csv")).status == 0)
    let sent = try record(child)
    try FileManager.default.removeItem(atPath: store.path + "/ledger.jsonl")
    #expect(try run("export", "-o", path("b.csv")).rows.last?[1] == "already-out")
    // The program was killed between the ledger and the record.
    try store.write(
      """
      {"at":"2015-01-28T09:00:00.000+08:00","by":{"name":"王老师","role":"staff"},"kind":"first",\
      "record":"\(child.id)","revision":\(sent.revision),"row":7,"sheet":"lost.xlsx"}

      """, to: "ledger.jsonl")
    let answer = try run("export", "-o", path("b.csv"))
    #expect(answer.rows.last?[5].contains("lost.xlsx 第 7 行") ?? false)
    #expect(names == ["a-导入说明.txt", "a.csv"])
  }

  @Test func `what cannot be written is not entered, and nothing of it is left`() throws {
    let child = try store.add(1)
    try act(child, .approve)
    try Data("mine".utf8).write(to: folder.appendingPathComponent("a.xlsx"))
    #expect(try run("export", "-o", path("a.xlsx")).status == 74)
    try Data("mine".utf8).write(to: folder.appendingPathComponent("b-导入说明.txt"))
    #expect(try run("export", "-o", path("b.xlsx")).status == 74)
    #expect(try run("export", "-o", path("none/a.xlsx")).status == 74)
    for arguments in [
      ["-o", path("c.ods")], ["-o", path("c.xlsx"), "--status", "draft"],
      ["-o", path("c.xlsx"), "--encoding", "utf-8"],
      ["-o", path("c.xlsx"), "--again", " "], ["-o", path("c.xlsx"), child.code.text, "--day", "2015-01-28"],
    ] {
      let answer = try store.run(["export"] + arguments + ["--on", "2015-01-28"])
      #expect(answer.status == 64)
      #expect(answer.errors.split(separator: "\n").count == 1)
    }
    #expect(try run("export", "-o", path("c.xlsx"), "--sheet", "none").status == 78)
    try store.write("{\n", to: "ledger.jsonl")
    let answer = try run("export", "-o", path("c.xlsx"))
    #expect(answer.status == 65)
    #expect(answer.errors.contains("doctor --repair"))
    #expect(names == ["a.xlsx", "b-导入说明.txt"])
    #expect(try record(child).exports.isEmpty)
  }

  @Test func `rare characters reach CSV in both encodings, as an independent reader finds them`() throws {
    let child = try store.add(1, name: "𠮷田·\u{2EBF0}")
    try act(child, .approve)
    let script = """
      import csv, sys
      for name, encoding in ((sys.argv[1], "utf-8-sig"), (sys.argv[2], "gb18030")):
          rows = list(csv.reader(open(name, encoding=encoding, newline="")))
          print("|".join([str(len(rows)), str(len(rows[0])), rows[0][0], *rows[1][:6]]))
      """
    let sent = try run("export", "-o", path("a.csv"))
    #expect(sent.status == 0)
    // Whoever brings the file in is told which characters to look at.
    #expect(sent.text.contains("“𠮷”是扩展区的生僻字") && sent.text.contains("“\u{2EBF0}”是扩展区"), "\(sent.text)")
    #expect(try run("export", "-o", path("b.csv"), "--again", "编码", "--encoding", "gb18030").status == 0)
    let python = try Python.path(with: "csv", offering: "reader")
    let answer = try BuiltProgram.run(
      [python, "-c", script, path("a.csv"), path("b.csv")], environment: ["PYTHONIOENCODING": "utf-8"])
    let expected = "2|28|姓名|𠮷田·\u{2EBF0}||男|2011-03-05|居民身份证|441302201103051234"
    #expect(answer.lines == [expected, expected])
  }

  @Test func `what a hand has written into a record goes out only if the sheet takes it`() throws {
    let child = try store.add(1)
    try act(child, .approve)
    let file = "records/2015-01-28/\(child.id).json"
    let text = try String(contentsOfFile: "\(store.path)/\(file)", encoding: .utf8)
    for (old, new) in [
      ("演示路 1 号", "=1+1"), ("441302201103051234", "441302201103051235"), ("\"value\": \"2\"", "\"value\": \"9\""),
    ] {
      try store.write(text.replacingOccurrences(of: old, with: new), to: file)
      let answer = try run("export", "-o", path("a.xlsx"))
      #expect(answer.status == 1)
      #expect(answer.rows.last?[1] == "refused", "\(new): \(answer.text)")
    }
    #expect(names.isEmpty)
    #expect(try store.records.ledger().last.isEmpty)
  }
}
