import FormModel
import Foundation
import Records
import Standards
import Terminal
import TestSupport
import Testing

/// The same as `BadDiskTests` for the pages, on a terminal: each shows all that it shows on a good disk, or says what it
/// could not see.
@Suite(.onOwnThreads) struct BadDiskPagesTests {
  private let store: WorkStore
  private let folder: Folder
  /// A family's record, and one of a list, which waits for the family's word.
  private let code: String
  private let listed: String

  init() throws {
    store = try WorkStore(try Form.load(from: .embedded))
    folder = try Folder()
    for number in 1...3 {
      try store.add(UInt64(number), number: WorkStore.number("44130220110305\(100 + number)"), day: number / 2)
    }
    try folder.write("姓名,证件号码\n潘小月,\(WorkStore.number("44130220110305130"))\n", to: "roster.csv")
    let day = ["--on", "2015-01-28"]
    #expect(try store.run(["import", folder.path("roster.csv"), "--yes"] + day).status == 0)
    let account = ["people", "add", "王老师", "--role", "staff", "--store", store.path]
    #expect(try BuiltProgram.run([BuiltProgram.path("xueji")] + account, input: Data("246810\n".utf8)).status == 0)
    // Lists are to read the records themselves.
    try FileManager.default.removeItem(atPath: store.path + "/index.sqlite")
    let records = store.records.records().records
    code = try #require(records.first { $0.status == .submitted }).code.text
    listed = try #require(records.first { $0.status == .draft }).code.text
  }

  private enum Page: String, CaseIterable {
    case review, complete, comeBack, farewell, sheet, readBack, door, dayClose

    /// What stands there first.
    var begin: String {
      switch self {
      case .review: "审核 · "
      case .complete: "补录 · "
      case .comeBack, .farewell: "出生日期"
      case .sheet, .readBack: "潘小月"
      case .door, .dayClose: "欢迎"
      }
    }

    /// What leads from there to the page, and what each step shows; a burst of keys would be taken for a paste.
    var steps: [(keys: String, shows: String)] {
      let door = [("3", "您是谁"), ("王老师\r", "王老师"), ("246810\r", "您好")]
      return switch self {
      case .review: [("", "潘小明")]
      case .complete: [("u", "补录 · 待确认"), ("u", "补录 · 填好了没交"), ("u", "补录 · 全部")]
      case .comeBack: [("20110305\r", "潘小明")]
      case .farewell: [("20110305\r", "潘小明"), ("\u{1B}[21~", "记下取件码")]
      case .sheet: [("", "潘小月")]
      case .readBack: [("\u{2}", "待确认")]
      case .door: door
      case .dayClose: door + [("m", "要做什么"), ("4", "收尾"), ("d", "哪一天"), ("20150128\r", "收尾 · 2015-01-28")]
      }
    }

    /// What the page shows.
    var end: String { steps.last?.shows ?? begin }
  }

  private func arguments(_ page: Page) -> [String] {
    switch page {
    case .review, .complete: [page.rawValue, "--as", "王老师"]
    case .comeBack, .farewell: ["fill", code]
    case .sheet, .readBack: ["sheet", listed, "--as", "王老师"]
    case .door, .dayClose: ["home"]
    }
  }

  private struct Seen {
    /// The screen without the times in it; where the program could not begin, what it says.
    var text: String
    /// Whether it was said on the way that something could not be read; the rest of the way was not gone then.
    var isSaid: Bool
    var calls: Int
  }

  private static func says(_ text: String) -> Bool {
    ["打不开", "读不", "看不", "没有读", "磁盘", "找不到", "没有权限"].contains { text.contains($0) }
  }

  /// What a page shows of a copy of the store.
  private func look(_ page: Page, failing call: Int = -1) throws -> Seen {
    let (copy, tally) = (folder.path("store"), folder.path("tally"))
    for name in ["store", "tally"] { try? FileManager.default.removeItem(atPath: folder.path(name)) }
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    let session = try TerminalSession(
      command: [BuiltProgram.path("DeskOnADay")] + arguments(page) + ["--store", copy],
      environment: [
        "XUEJI_TEST_BAD_DISK": copy, "XUEJI_TEST_BAD_CALL": "\(call)", "XUEJI_TEST_BAD_ERROR": "\(EIO)",
        "XUEJI_TEST_BAD_TALLY": tally, "LOGNAME": "desk",
      ])
    func text() -> String { session.screen().joined(separator: "\n") }
    var isSaid = false
    // A title that ends in dots counts on.
    func shows(_ expected: String) -> Bool {
      isSaid = isSaid || Self.says(text())
      return isSaid || session.screen().contains { $0.contains(expected) && !$0.contains(expected + "…") }
    }
    _ = try? session.wait("begin or end") { $0.hasEnded || shows(page.begin) }
    for step in page.steps where !isSaid {
      session.send(step.keys)
      _ = try? session.wait("show the page") { $0.hasEnded || shows(step.shows) }
    }
    var (last, since) = ("", TerminalSession.now())
    try session.wait("come to rest") { session in
      let now = text()
      if now != last || !session.isAtRest { (last, since) = (now, TerminalSession.now()) }
      return session.hasEnded || TerminalSession.now() - since > 0.15
    }
    session.signal(SIGTERM)
    _ = try session.exitStatus()
    let calls = (try? String(contentsOfFile: tally, encoding: .utf8)).flatMap { Int($0) } ?? 0
    let isShown = last.contains("─")
    let shown = isShown ? last : last + String(decoding: session.output, as: UTF8.self)
    return Seen(
      text: shown.replacing(/\d\d:\d\d(:\d\d)?/, with: "TIME"), isSaid: isSaid || Self.says(shown), calls: calls)
  }

  @Test(arguments: Page.allCases)
  private func `a page whose disk fails shows what it shows on a good one, or says what it could not see`(
    page: Page
  ) throws {
    let good = try look(page)
    #expect(good.text.contains(page.end) && !good.isSaid && good.calls > 8, "\(page): \(good)")
    var (tried, said) = (0, 0)
    var silent: [String] = []
    for call in ProofShare.calls(of: good.calls) ?? [good.calls / 3, good.calls * 2 / 3] {
      let bad = try look(page, failing: call)
      tried += 1
      guard bad.text != good.text else { continue }
      if bad.isSaid { said += 1 } else { silent.append("call \(call) of \(good.calls): \(bad.text)") }
    }
    #expect(silent.isEmpty, "\(page): \(silent.joined(separator: "\n"))")
    print(
      "\(page.rawValue) on a failing disk: \(tried) looks at \(good.calls) calls, said \(said), harmless"
        + " \(tried - said - silent.count), silent \(silent.count)")
  }
}
