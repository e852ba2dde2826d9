import FormModel
import Foundation
import Records
import Standards
import Terminal
import TestSupport
import Testing
import TextLayout

/// Staff's acts and lists without a screen, through the real program.
@Suite(.onOwnThreads) struct WorkCommandsTests {
  private let form: Form
  private let store: WorkStore

  init() throws {
    form = try Form.load(from: .embedded)
    store = try WorkStore(form)
  }

  private func run(_ arguments: String...) throws -> WorkStore.Answer {
    try store.run(arguments + ["--on", "2015-01-28"])
  }

  // MARK: Moves

  @Test func `what can be approved is approved, under the name that was given, and the rest says why not`() throws {
    let good = try store.add(1)
    let owing = try store.add(2, number: "441302201103051250", [.owe("hukou_type")])
    let draft = try store.add(3, number: nil, handIn: false)
    let codes = [good, owing, draft].map(\.code.text)
    let answer = try run("approve", codes[0], codes[1].lowercased(), draft.id.text, "ZZZZ", "--as", "王老师")
    #expect(answer.status == 1)
    #expect(answer.rows[0] == ["code", "result", "name", "message"])
    #expect(answer.rows.dropFirst().map { $0[0] } == [codes[0], codes[1], codes[2], "ZZZZ"])
    #expect(answer.rows.dropFirst().map { $0[1] } == ["done", "refused", "refused", "not-found"])
    #expect(answer.rows[2][3].contains("户口性质"))
    let record = try #require(try store.records.record(code: good.code))
    #expect(record.status == .approved)
    #expect(record.history.last?.by == Person(role: .staff, name: "王老师"))
    #expect(try store.records.record(code: owing.code)?.revision == owing.revision)
    #expect(try run("approve", codes[0]).rows.last?[1] == "refused")
  }

  @Test func `a record goes back with a question about an item, and is found by it`() throws {
    let record = try store.add(1)
    let code = record.code.text
    #expect(try run("return", code).rows.last?[1] == "refused")
    #expect(try run("return", code, "--reason", "缺门牌号", "--item", "29").status == 64)
    let answer = try run("return", code, "--reason", "缺门牌号", "--item", "16")
    #expect(answer.status == 0)
    #expect(answer.rows.last?[1] == "done")
    let query = try #require(try store.records.record(code: record.code)?.queries.last)
    #expect(query.field == "address")
    #expect(query.text == "缺门牌号")
    let listed = try run("list", "--word", "returned").rows
    #expect(listed.last?.first == code)
    #expect(listed.last?.last == "returned,gaps,stray")
  }

  @Test func `withdrawing and bringing back ask for a reason, and nothing is deleted`() throws {
    let code = try store.add(1).code
    func last() throws -> HistoryEntry? { try store.records.record(code: code)?.history.last }
    #expect(try run("withdraw", code.text, "--reason", "登记了两次").status == 64)
    #expect(try run("withdraw", code.text, "--cause", "somehow").status == 64)
    // 转园 离园 重复 误建, as people or as programs say it, with or without more words.
    for (word, cause) in [("转园", WithdrawalCause.transfer), ("left", .left), ("重复", .duplicate), ("mistake", .mistake)]
    {
      #expect(try run("withdraw", code.text, "--cause", word).status == 0)
      #expect(try last()?.cause == cause && last()?.reason == nil)
      #expect(try store.records.record(code: code)?.status == .withdrawn)
      #expect(try run("reinstate", code.text).status == 1)
      #expect(try run("reinstate", code.text, "--reason", " ").status == 1)
      #expect(try run("reinstate", code.text, "--reason", "写错了").status == 0)
      #expect(try last()?.reason == "写错了" && last()?.cause == nil)
      #expect(try store.records.record(code: code)?.status == .submitted)
    }
    #expect(try run("withdraw", code.text, "--cause", "重复", "--reason", "登记了两次").status == 0)
    #expect(try last()?.reason == "登记了两次")
    let shown = try run("show", code.text, "--json").text
    #expect(shown.contains("\"cause\": \"duplicate\""))
  }

  @Test func `another family's number blocks approving until one of the two is settled`() throws {
    let (one, other) = (try store.add(1), try store.add(2, name: "陈小红"))
    #expect(try run("list", "--word", "duplicate").rows.dropFirst().map { $0[0] } == [one.code.text, other.code.text])
    let refused = try run("approve", one.code.text, other.code.text)
    #expect(refused.rows.dropFirst().map { $0[1] } == ["refused", "refused"])
    #expect(try run("withdraw", other.code.text, "--cause", "误建", "--reason", "抄错了号码").status == 0)
    #expect(try run("approve", one.code.text).status == 0)
    #expect(try run("list", "--word", "duplicate").rows.count == 1)
  }

  @Test func `a file that cannot be read is named whatever is asked`() throws {
    let code = try store.add(1).code.text
    try store.write("{", to: "records/2015-01-28/01422a4e-0000-7000-8000-000000000000.json")
    for arguments in [["list"], ["list", "--json"], ["day"], ["approve", code]] {
      let answer = try store.run(arguments + ["--on", "2015-01-28"])
      #expect(answer.errors.contains("01422a4e-0000-7000-8000-000000000000.json"), "\(arguments)")
      // It may be the very child that was approved.
      #expect(answer.status == 65, "\(arguments)")
    }
  }

  // MARK: Lists

  @Test(arguments: [
    ([], "123456"), (["--day", "2015-01-28"], "12345"), (["--day", "2015-01-29"], "36"), (["--status", "draft"], "4"),
    (["--status", "draft", "--status", "withdrawn"], "45"), (["--word", "waiting"], "1236"),
    (["--word", "owed"], "2"), (["--word", "owed", "--word", "duplicate"], ""), (["--class", "大一班"], "3"),
    (["--gap", "hukou_type"], "24"), (["--gap", "13"], "24"), (["--due-by", "2015-02-01"], "2"),
    (["--due-by", "2015-01-31"], ""), (["--search", "小红"], "2"), (["--search", "1234"], "1"),
    (["--order", "due"], "213456"), (["--order", "status", "--status", "draft", "--status", "withdrawn"], "45"),
  ])
  func `every filter of the work lists is an option`(options: [String], wanted: String) throws {
    var codes: [String: String] = [:]
    codes[try store.add(1).code.text] = "1"
    codes[try store.add(2, name: "陈小红", number: "441302201103051250", [.owe("hukou_type")]).code.text] = "2"
    codes[try store.add(3, number: nil, className: "大一班", [.passport, .touch(1)]).code.text] = "3"
    codes[try store.add(4, number: nil, [.clear("hukou_type")], handIn: false).code.text] = "4"
    codes[try store.add(5, number: nil, [.passport, .withdraw]).code.text] = "5"
    codes[try store.add(6, number: nil, day: 1, [.passport]).code.text] = "6"
    let answer = try store.run(["list", "--on", "2015-01-28"] + options)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.rows.dropFirst().map { codes[$0[0]] ?? "?" }.joined() == wanted)
    let listed = try store.run(["list", "--json", "--on", "2015-01-28"] + options)
    let json = try Xueji.objects(listed.text)
    #expect(json.map { codes[$0["code"] as? String ?? ""] ?? "?" }.joined() == wanted)
  }

  // MARK: The close of a day

  @Test func `the balance of a day adds up, and says who owes what by when`() throws {
    _ = try store.add(1)
    let owing = try store.add(2, name: "陈小红", number: "441302201103051250", [.owe("hukou_type")])
    _ = try store.add(3, number: nil, [.passport, .touch(1)])
    let blank = try store.add(4, number: nil, handIn: false)
    _ = try store.add(5, number: nil, [.passport, .withdraw])
    let answer = try run("day", "--json")
    let day = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    let counts = ["drafts", "submitted", "approved", "withdrawn"].map { day[$0] as? Int ?? -1 }
    #expect(counts == [1, 3, 0, 1])
    #expect(day["started"] as? Int == counts.reduce(0, +))
    #expect(day["started"] as? Int == 5)
    let debts = try #require(day["owing"] as? [[String: Any]])
    #expect(debts.map { $0["code"] as? String } == [owing.code.text, blank.code.text])
    #expect(day["missing"] as? Int == 2)
    let text = try run("day", "--day", "2015-01-28")
    #expect(text.text.contains("登记 5 = 填写中 1 + 待审 3 + 通过 0 + 撤回 1"))
    #expect(text.text.contains("待补 2 "))
    #expect(
      text.rows.suffix(2) == [
        [owing.code.text, "陈小红", "中二班", "13", "hukou_type", "2015-02-01", "document", "guardian"],
        [blank.code.text, "潘小明", "中二班", "6", "id_number", "", "blank", ""],
      ])
    let next = try run("day", "--day", "2015-01-29", "--json")
    #expect(next.text.contains("\"started\": 0"))
  }

  @Test(arguments: [("潘小明", "潘"), ("欧阳小明", "欧阳"), ("买买提·艾力", "艾力"), ("Anna Smith", "Smith"), ("欧阳", "欧")])
  func `a slip bears the surname, the code, the debt and its day, and no number`(name: String, surname: String) throws {
    let record = try store.add(1, name: name, [.owe("hukou_type")])
    for language in ["zh", "en"] {
      let slip = try run("slip", record.code.text, "--lang", language)
      #expect(slip.status == 0)
      #expect(slip.text.contains(record.code.text))
      #expect(slip.text.contains(language == "zh" ? "\(surname)小朋友\n" : "family \(surname)\n"))
      #expect(!slip.text.contains(name))
      #expect(!slip.text.contains("在老家"))
      #expect(slip.text.contains(language == "zh" ? "2015年2月1日 以前" : "by 1 February 2015"))
      #expect(!slip.text.contains("4413"))
      for line in slip.text.split(separator: "\n") { #expect(TextWidth.of(line) <= 40, "\(line)") }
    }
  }

  @Test func `who owes nothing needs no slip`() throws {
    let (whole, owing) = (try store.add(1), try store.add(2, [.owe("hukou_type")]))
    let slips = try run("slip", whole.code.text, owing.code.text, "--lang", "en")
    #expect(slips.status == 0)
    #expect(slips.errors.contains(whole.code.text))
    #expect(!slips.text.contains(whole.code.text))
    #expect(try run("slip", "ZZZZ").status == 1)
  }
}
