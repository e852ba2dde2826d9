import FormModel
import Foundation
import Records
import Standards
import TestSupport
import Testing

/// A finding belongs to the record: every command that shows or takes one says it, or refuses because of it.
@Suite(.onOwnThreads) struct FindingsEverywhereTests {
  private let form: Form
  private let store: WorkStore
  private let today: CalendarDate

  init() throws {
    form = try Form.load(from: .embedded)
    store = try WorkStore(form)
    today = try #require(CalendarDate(iso: "2015-01-28"))
  }

  /// What is to be said of a record, and where.
  private struct Case {
    var record: Record
    /// Errors, warnings and blanks in the list.
    var counts: [String]
    /// What the list's words have.
    var word: String?
    /// What `show`, `approve` and the paper say; nothing where there is nothing to say there.
    var shown: String?
    var refused: String?
    var printed: String?
  }

  private func run(_ arguments: String...) throws -> WorkStore.Answer {
    try store.run(arguments + ["--on", "2015-01-28"])
  }

  /// The record's own file.
  private func file(of record: Record) throws -> String {
    let names = try FileManager.default.subpathsOfDirectory(atPath: store.path)
    return try store.path + "/" + #require(names.first { $0.hasSuffix("\(record.id.text).json") })
  }

  private func act(_ record: Record, _ moves: Move...) throws {
    let standing = try #require(try store.records.record(id: record.id))
    var held = try #require(HeldRecord(standing, holder: .staff(name: "王老师")))
    for move in moves {
      let refusal = held.make(move, at: standing.changed.at, form: form, setting: CheckSetting(today: today))
      #expect(refusal == nil, "\(move)")
    }
    try store.records.save(held.record, replacing: standing.revision, on: today)
  }

  private func field(_ name: String) throws -> Int { try #require(form.index(of: name)) }

  private func confirm() throws -> Move {
    .confirm(fields: Array(form.fields.indices), how: .telephone, who: "潘女士")
  }

  /// Records with each kind of finding, all but the draft handed in.
  private func cases() throws -> [Case] {
    let number = ["1250", "1277", "1293", "1314", "1330", "1357"]
    func document(_ index: Int) -> String { WorkStore.number("44130220110305" + number[index].prefix(3)) }
    let wrong = try store.add(1, number: document(0))
    try act(wrong, .answer("441302201103051235", field: field("id_number"), source: .told), confirm())
    let gap = try store.add(2, number: document(1))
    try act(gap, .clear(field: field("hukou_type")))
    let (one, other) = (try store.add(3, number: document(2)), try store.add(4, number: document(2)))
    let beside = try store.add(5, number: document(3))
    let draft = try store.add(6, number: document(3), handIn: false)
    let open = try store.add(7, number: document(4))
    try act(open, .answer("演示大道", field: field("address"), source: .told), confirm())
    let accepted = try store.add(8, number: document(5))
    try act(accepted, .answer("演示大道", field: field("address"), source: .told), confirm())
    let standing = try #require(try store.records.record(id: accepted.id))
    let warning = try #require(
      standing.openFindings(form: form, setting: CheckSetting(today: today)).first { $0.severity == .warning })
    try act(accepted, .accept(warning, reason: "看过户口簿"))
    return [
      Case(
        record: wrong, counts: ["1", "0", "0"], word: nil, shown: "✗ 身份证件号码", refused: "身份证件号码", printed: "✗ "),
      Case(record: gap, counts: ["0", "0", "1"], word: "gaps", shown: "○", refused: "户口性质", printed: "还没有填"),
      Case(record: one, counts: ["0", "0", "0"], word: "duplicate", shown: other.code.text, refused: "一人多籍"),
      Case(record: other, counts: ["0", "0", "0"], word: "duplicate", shown: one.code.text, refused: "一人多籍"),
      Case(record: beside, counts: ["0", "0", "0"], word: "number-in-draft", shown: draft.code.text),
      Case(record: draft, counts: ["0", "0", "0"], word: "duplicate", shown: beside.code.text, refused: "还没有交"),
      Case(record: open, counts: ["0", "1", "0"], word: nil, shown: "！ 现住址", refused: "现住址", printed: "！ "),
      Case(record: accepted, counts: ["0", "0", "0"], word: nil),
    ]
  }

  @Test func `what is wrong with a record is listed, shown, printed, and in the way of approving`() throws {
    let cases = try cases()
    let rows = try run("list").rows.dropFirst()
    #expect(rows.count == cases.count)
    for each in cases {
      let code = each.record.code.text
      let row = try #require(rows.first { $0[0] == code })
      #expect([row[6], row[7], row[9]] == each.counts, "\(row)")
      let words = row[12].split(separator: ",").map(String.init)
      for word in ["duplicate", "number-in-draft"] { #expect(words.contains(word) == (each.word == word), "\(row)") }
      if let word = each.word { #expect(words.contains(word), "\(row)") }
      let page = try run("show", code).text
      if let shown = each.shown { #expect(page.contains(shown), "\(page)") } else { #expect(!page.contains("✗")) }
      let paper = try run("print", code, "-o", "-").text
      if let printed = each.printed { #expect(paper.contains(printed), "\(paper)") }
      let answer = try run("approve", code)
      if let refused = each.refused {
        #expect(answer.rows.last?[1] == "refused" && answer.rows.last?[3].contains(refused) == true, "\(answer.text)")
      } else {
        #expect(answer.rows.last?[1] == "done", "\(answer.text)")
      }
    }
    for each in cases {
      // Of children of one name and birth date only sheets are told, by the way.
      let said = try run("check", try file(of: each.record)).text.split(separator: "\n")
        .filter { !$0.contains("同名") && !$0.contains("没有发现") }
      let words = Set(said.compactMap(\.first))
      var wanted: Set<Character> = []
      if each.counts[0] == "1" || each.word == "duplicate" { wanted.insert("✗") }
      if each.counts[1] == "1" || each.word == "number-in-draft" { wanted.insert("！") }
      if each.counts[2] == "1" { wanted.insert("○") }
      #expect(words == wanted, "\(each.counts) \(said)")
    }
    let day = try run("day").text
    #expect(day.contains("有错 1") && day.contains("重复 3"), "\(day)")
    #expect(try run("slip", cases[1].record.code.text).text.contains("户口性质"))
  }

  @Test func `what became wrong after approving does not go out, and the sheet's maker says which and why`() throws {
    let one = try store.add(1)
    let two = try store.add(2, number: WorkStore.number("44130220110305125"))
    for record in [one, two] { #expect(try run("approve", record.code.text).status == 0) }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    // Somebody else's draft stops nobody; the day it is handed in it does.
    let draft = try store.add(3, number: "441302201103051234", handIn: false)
    #expect(try run("list").rows.first { $0[0] == one.code.text }?[12].contains("number-in-draft") == true)
    try act(draft, .handIn)
    let answer = try run("export", "-o", path)
    #expect(answer.status == 1)
    let left = try #require(answer.rows.first { $0[0] == one.code.text })
    #expect(left[1] == "refused" && left[5].contains(draft.code.text), "\(answer.text)")
    #expect(answer.rows.first { $0[0] == two.code.text }?[1] == "exported", "\(answer.text)")
    #expect(answer.errors.contains("1 个孩子有问题没解决"), "\(answer.errors)")
    #expect(answer.errors.contains("1 个孩子导出时没有班级编码"), "\(answer.errors)")
    // Settled, it goes out; on a day before it entered it does not.
    #expect(try run("withdraw", draft.code.text, "--cause", "重复").status == 0)
    let early = try store.run(["export", "-o", path + "1.csv", "--on", "2014-08-01"])
    #expect(early.rows.first { $0[0] == one.code.text }?[1] == "refused", "\(early.text)")
    #expect(try run("export", "-o", path + "2.csv").rows.first { $0[0] == one.code.text }?[1] == "exported")
  }

  @Test func `a class code that comes late is said when it is entered and when it makes corrections`() throws {
    let child = try store.add(1)
    try store.records.changeSettings { $0.classes = ["中二班"] }
    #expect(try run("approve", child.code.text).status == 0)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    #expect(try run("export", "-o", path).status == 0)
    let entered = try run("classes", "中二班", "2015020301")
    #expect(entered.errors.contains("有 1 个孩子已经导出过"), "\(entered.errors)")
    let again = try run("export", "-o", path + "2.csv")
    #expect(again.errors.contains("1 个更正只是补上班级编码"), "\(again.errors)")
    #expect(!(try run("classes", "中二班", "2015020301").errors.contains("已经导出过")))
    // Another name of the same class is no change of a sheet.
    try act(child, .setContact(Contact(className: "大二班")))
    #expect(try #require(try store.records.record(id: child.id)).isExported)
  }

  @Test func `a number whose document nobody named is checked as what it is`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    try Data("姓名,身份证号\n潘小明,441302201103051235\n王小刚,4413022022\n李小红,E12345678\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    let made = try run("import", path, "--yes")
    let drafts = made.rows.filter { $0.count > 6 && $0[2] == "created" }
    #expect(made.status == 0 && drafts.map { $0[5] } == ["1", "1", "0"])
    let codes = Set(drafts.map { $0[1] })
    #expect(try run("list").rows.filter { codes.contains($0[0]) }.map { $0[6] }.sorted() == ["0", "1", "1"])
  }
}
