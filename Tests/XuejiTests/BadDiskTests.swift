import FormModel
import Foundation
import Records
import Standards
import Terminal
import TestSupport
import Testing

/// Nothing is passed over in silence, by trying: the program's reading calls below a store are made to fail, one in each
/// run. Either it then says all that it says on a good disk, or it complains and does not end with 0.
@Suite struct BadDiskTests {
  private let form: Form
  private let store: WorkStore
  private let folder: Folder

  init() throws {
    form = try Form.load(from: .embedded)
    (store, folder) = (try WorkStore(form), try Folder())
    for number in 1...3 {
      try store.add(UInt64(number), number: WorkStore.number("44130220110305\(100 + number)"), day: number / 2)
    }
    let approved = try store.add(4, number: WorkStore.number("44130220110305125"))
    let staff = Person(role: .staff, name: "王老师")
    var held = try #require(HeldRecord(approved, holder: .staff(name: staff.name)))
    let today = approved.created.at.date
    held.make(.approve, at: approved.changed.at, form: form, setting: CheckSetting(today: today))
    try store.records.save(held.record, replacing: approved.revision, on: today)
    try store.records.save(Settings(kindergarten: "甲园", classes: ["中二班"]), since: Settings())
    _ = try store.records.backUp(at: approved.changed.at)
    _ = try store.records.backUp(to: archive, at: approved.changed.at)
    try folder.write(
      "学籍号,姓名,身份证件号码\nG441302201103051259,潘小明,\(WorkStore.number("44130220110305125"))\n", to: "answer.csv")
    try folder.write("姓名,证件号码\n潘小月,\(WorkStore.number("44130220110305130"))\n", to: "roster.csv")
  }

  private var archive: String { folder.path("a.tar") }

  /// Commands that answer from the whole store, and what they write beside their answer.
  private enum Errand: String, CaseIterable {
    case list, json, day, show, document, doctor, export, backup, restore, `import`, check, slip
    case approve, `return`, withdraw, print, classes, people, assign
  }

  private func arguments(_ errand: Errand, _ code: String) -> [String] {
    let day = ["--on", "2015-01-28"]
    return switch errand {
    case .list: ["list"] + day
    case .json: ["list", "--json"] + day
    case .day: ["day"] + day
    case .show: ["show", code] + day
    case .document: ["show", code, "--json"] + day
    case .doctor: ["doctor"]
    case .export: ["export", "-o", folder.path("out.csv"), "--as", "王老师"] + day
    case .backup: ["backup", folder.path("b.tar")]
    case .restore: ["restore", archive]
    case .import: ["import", folder.path("roster.csv")] + day
    case .check: ["check", folder.path("roster.csv")] + day
    case .slip: ["slip", code] + day
    case .approve: ["approve", code, "--as", "王老师"] + day
    case .return: ["return", code, "--as", "王老师", "--item", "16", "--reason", "缺门牌号"] + day
    case .withdraw: ["withdraw", code, "--as", "王老师", "--reason", "转园"] + day
    case .print: ["print", code, "-o", "-"] + day
    case .classes: ["classes", "中二班", "2015020301"] + day
    case .people: ["people", "list"]
    case .assign: ["assign", folder.path("answer.csv")] + day
    }
  }

  private struct Run: Equatable {
    var status: Int
    var text: String
    var complaint: String
    var calls: Int
  }

  /// Runs a command on a copy of the store, since some write into it.
  private func run(_ errand: Errand, _ code: String, failing call: Int = -1, _ error: Int32 = EIO) throws -> Run {
    let (copy, tally) = (folder.path("store"), folder.path("tally"))
    for name in ["store", "out.csv", "b.tar", "tally"] {
      try? FileManager.default.removeItem(atPath: folder.path(name))
    }
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    let outcome = try BuiltProgram.run(
      [BuiltProgram.path("DeskOnADay")] + arguments(errand, code) + ["--store", copy],
      environment: [
        "XUEJI_TEST_BAD_DISK": copy, "XUEJI_TEST_BAD_CALL": "\(call)", "XUEJI_TEST_BAD_ERROR": "\(error)",
        "XUEJI_TEST_BAD_TALLY": tally,
      ])
    let calls = (try? String(contentsOfFile: tally, encoding: .utf8)).flatMap { Int($0) } ?? 0
    return Run(status: outcome.status, text: outcome.text, complaint: outcome.errors, calls: calls)
  }

  @Test func `a command whose disk fails says so and does not end with 0, or has missed nothing`() throws {
    let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"
    let code = try #require(store.records.records().records.first { $0.status == .submitted }).code.text
    var (tried, said) = (0, 0)
    var silent: [String] = []
    for (place, errand) in Errand.allCases.enumerated() {
      let good = try run(errand, code)
      #expect(good.calls > 4 && good.status != 65 && good.status != 74, "\(errand): \(good)")
      // One call of each command in every run of the tests, another of each, and with more time all of them.
      let share = good.calls * (place + 1) / (Errand.allCases.count + 1)
      for call in isWhole ? 0..<good.calls : share..<share + 1 {
        for error in isWhole ? [EIO, EACCES, ESTALE, EINTR] : [EIO] {
          let bad = try run(errand, code, failing: call, error)
          tried += 1
          let isSaid = bad.status == 65 || bad.status == 74 || errand == .doctor && bad.status == 1
          if isSaid, !(bad.complaint.isEmpty && bad.text.isEmpty) {
            said += 1
          } else if bad.status != good.status || bad.text != good.text {
            silent.append("\(errand) call \(call) of \(good.calls), error \(error): \(bad)")
          }
        }
      }
    }
    #expect(silent.isEmpty, "\(silent.joined(separator: "\n"))")
    print(
      "commands on a failing disk: \(tried) runs, said \(said), harmless \(tried - said - silent.count), silent \(silent.count)"
    )
  }

  // MARK: Pages

  /// Pages that show all children.
  private enum Page: String, CaseIterable {
    case review, complete, fill

    /// What leads to the children from what stands there first.
    var keys: String {
      switch self {
      case .review: ""
      case .complete: "uuu"
      // A family that comes back.
      case .fill: "20110305\r"
      }
    }

    var title: String {
      switch self {
      case .review: "审核 · "
      case .complete: "补录 · "
      case .fill: "出生日期"
      }
    }
  }

  private struct Seen {
    var names: Int
    var text: String
    var calls: Int
  }

  /// What a page shows of a copy of the store; where the program could not begin, what it says.
  private func look(_ page: Page, _ code: String, failing call: Int = -1, _ error: Int32 = EIO) throws -> Seen {
    let (copy, tally) = (folder.path("store"), folder.path("tally"))
    for name in ["store", "tally"] { try? FileManager.default.removeItem(atPath: folder.path(name)) }
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    let session = try TerminalSession(
      command: [BuiltProgram.path("DeskOnADay"), page.rawValue] + (page == .fill ? [code] : [])
        + ["--as", "王老师", "--store", copy],
      environment: [
        "XUEJI_TEST_BAD_DISK": copy, "XUEJI_TEST_BAD_CALL": "\(call)", "XUEJI_TEST_BAD_ERROR": "\(error)",
        "XUEJI_TEST_BAD_TALLY": tally, "LOGNAME": "desk",
      ])
    try session.wait("begin or end") { session in
      session.hasEnded || session.screen().contains { $0.contains(page.title) && !$0.contains("…") }
    }
    session.send(page.keys)
    var (last, since) = ("", TerminalSession.now())
    try session.wait("come to rest") { session in
      let now = session.screen().joined(separator: "\n")
      if now != last { (last, since) = (now, TerminalSession.now()) }
      return session.hasEnded || TerminalSession.now() - since > 0.15
    }
    session.signal(SIGTERM)
    _ = try session.exitStatus(seconds: 20)
    let calls = (try? String(contentsOfFile: tally, encoding: .utf8)).flatMap { Int($0) } ?? 0
    let output = String(decoding: session.output, as: UTF8.self)
    return Seen(
      names: last.split(separator: "\n").count { $0.contains("潘小明") }, text: last + (last.contains("潘") ? "" : output),
      calls: calls)
  }

  @Test func `a page whose disk fails shows every child, or says what it could not see`() throws {
    let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"
    var (tried, said) = (0, 0)
    let code = try #require(store.records.records().records.first { $0.status == .submitted }).code.text
    for page in Page.allCases {
      let good = try look(page, code)
      #expect(good.names >= 1 && good.calls > 8, "\(page): \(good)")
      let calls = isWhole ? Array(0..<good.calls) : [good.calls / 3, good.calls * 2 / 3]
      for call in calls {
        let bad = try look(page, code, failing: call)
        tried += 1
        guard bad.names < good.names else { continue }
        said += 1
        let isSaid = ["打不开", "读不", "看不", "✗", "没有读", "磁盘"].contains { bad.text.contains($0) }
        #expect(isSaid, "\(page) call \(call) of \(good.calls): \(bad.text)")
      }
    }
    print("pages on a failing disk: \(tried) looks, said \(said), harmless \(tried - said)")
  }
}
