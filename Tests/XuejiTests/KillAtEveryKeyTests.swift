import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// A whole form, and the program is killed after each key in turn: nothing typed is gone, and the screen is the same.
///
/// `XUEJI_PROOF=whole` kills it after every key; without it after every eighth.
@Suite(.serialized, .onOwnThreads) struct KillAtEveryKeyTests {
  /// A sitting of over four hundred keys: text with corrections, lists, jumps, help, what comes later, the check.
  static let keys: [Key] =
    text("潘小小") + [.backspace] + text("明") + [.enter, .text("1")]
    + text("441302202203051263") + [.enter, .backspace, .backspace] + text("36")
    + [.home, .end, .left, .right, .left, .right, .left, .right, .left, .right, .left, .right, .enter]
    + text("hanzu") + [.enter, .enter] + text("hcq") + [.down, .up, .enter]
    + text("广东省惠州市惠城区") + [.wordLeft, .wordLeft, .end, .enter]
    + [.function(2)] + text("3户口本在老家，过几天才能带来给老师看") + [.enter, .backspace, .backspace] + text("09") + [.enter]
    + text("huicheng") + [.enter]
    + text("广东省惠州市惠城区示范大道南一百二十八号示范花园东区第八栋三单元六零二房") + [.control("z"), .control("y")]
    + [.function(1), .escape, .enter] + text("2025-9-1") + [.enter] + text("1212") + [.function(6)] + text("22")
    + [.enter] + text("121潘大明") + [.backTab, .tab, .enter] + text("440524198001010013") + [.enter]
    + [.function(5), .escape, .function(6)] + text("16") + [.enter]
    + text("（靠近示范小学的北门，楼下是示范书店，门口有一棵很大的榕树，对面是公共汽车站）") + [.enter, .function(6)]
    + text("12") + [.enter] + text("，祖籍是福建省莆田市示范县示范镇示范村，祖父那一辈搬到广东来住，户口也早就迁过来了") + [.enter]
    + [.function(6)] + text("26") + [.enter, .control("u")] + text("潘大鹏") + [.enter]
    + [.function(8), .function(7), .up, .up, .down, .down, .function(5), .down, .up, .down]
    + [.escape, .function(6)] + text("16") + [.enter, .home] + text("中华人民共和国") + [.end]
    + text("，大门朝南，进门左手边第三栋，电梯上六楼，出来右转到底就是，门上贴着红色的福字。邮递员不上楼，信件请放在一楼门卫室，门卫姓示，每天早上七点到晚上十点都在，周末也有人值班，可以代收信件")
    + [.enter, .function(6)] + text("26") + [.enter, .control("u"), .function(4)] + text("pan1xiao1pe")
    + [.backspace, .escape] + text("yi2'") + [.enter, .function(4), .enter]

  private static func text(_ text: String) -> [Key] { text.unicodeScalars.map { .text($0) } }

  private func start(_ store: DeskOnPtyTests.Store) throws -> TerminalSession {
    try TerminalSession(
      command: [BuiltProgram.path("xueji"), "fill", "--store", store.path], environment: ["LOGNAME": "desk"])
  }

  /// The page without the clock in its title and without the line that says that it was put up again.
  private func page(_ session: TerminalSession) -> [String] {
    let rows = session.screen()
    return Array(rows[2..<rows.count - 2]) + [rows[rows.count - 1]]
  }

  /// Every key is seen by the program before the next: the journal has one more line, or a new base and the key.
  private func send(_ key: Key, _ session: TerminalSession, _ store: DeskOnPtyTests.Store) throws {
    let before = store.journal
    session.send(key)
    try session.wait("write \(key) down") { _ in
      let now = store.journal
      return now != before && now.values.allSatisfy { $0 > 1 }
    }
    // Along a long text, one key is several of the journal's.
    guard key == .up || key == .down else { return }
    var last = store.journal
    try session.wait("write all of \(key) down") { _ in
      defer { last = store.journal }
      return store.journal == last
    }
  }

  @Test func `no key is lost, whichever the last one was`() throws {
    let (whole, cut) = (DeskOnPtyTests.Store(), DeskOnPtyTests.Store())
    let reference = try start(whole)
    try reference.waitFor(label(of: "name"))
    var session = try start(cut)
    try session.waitFor(label(of: "name"))
    var (killed, lost) = (0, 0)
    for (number, key) in Self.keys.enumerated() {
      try send(key, reference, whole)
      try send(key, session, cut)
      // What F4 says of itself is said once.
      guard ProofShare.isWhole || number % 8 == 0, key != .function(4) else { continue }
      killed += 1
      session.signal(SIGKILL)
      #expect(try session.exitStatus() == 128 + Int(SIGKILL))
      session = try start(cut)
      try session.waitFor("F10/^X 离开")
      try goOn(session)
      do {
        try session.wait("be the page again") {
          page($0) == page(reference) && $0.shownCursor == reference.shownCursor
        }
      } catch {
        lost += 1
        Issue.record("after key \(number), \(key): \(error)\n--- should be\n\(page(reference).joined(separator: "\n"))")
        return
      }
    }
    let kept = Self.keys.count { $0 != .function(4) }
    #expect(kept >= 400 && killed >= kept / (ProofShare.isWhole ? 1 : 8))
    print("keys \(Self.keys.count), killed after \(killed), lost \(lost)")
  }

  /// Says what only the family knows, as far as it is known yet.
  private func goOn(_ session: TerminalSession) throws {
    let screen = session.screen()
    if screen.contains(where: { $0.contains("出生日期") }) {
      session.send("20220305")
    } else if screen.contains(where: { $0.contains(label(of: "name")) }) {
      session.send("潘小明")
    }
    session.send(.enter)
    try session.waitUntilGone(words(of: HomePhrase.interruptedTitle))
  }
}

extension DeskOnPtyTests.Store {
  /// How many lines each journal has.
  var journal: [String: Int] {
    let folder = URL(fileURLWithPath: path).appendingPathComponent("records")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var journals: [String: Int] = [:]
    for file in files?.compactMap({ $0 as? URL }) ?? [] where file.pathExtension == "journal" {
      let status = try? FileManager.default.attributesOfItem(atPath: file.path)
      let number = (status?[.systemFileNumber] as? NSNumber)?.intValue ?? 0
      let lines = (try? Data(contentsOf: file))?.count { $0 == UInt8(ascii: "\n") } ?? 0
      journals["\(file.lastPathComponent) \(number)"] = lines
    }
    return journals
  }
}
