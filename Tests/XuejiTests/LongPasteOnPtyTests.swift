import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// A megabyte without line breaks, pasted into a line of the real program.
@Suite(.onOwnThreads) struct LongPasteOnPtyTests {
  private static let desk = DeskOnPtyTests()

  /// Whether the terminal marks its pastes, and what it calls itself.
  @Test(arguments: [("vt220", false), ("xterm-256color", false), ("xterm-256color", true)])
  func `is refused whole, and leaves no long journal`(name: String, isMarked: Bool) throws {
    let store = DeskOnPtyTests.Store()
    let session = try Self.desk.start(store, environment: ["TERM": name])
    try session.waitFor(label(of: "name"))
    try Self.desk.type("潘小", session)
    let megabyte = String(repeating: "示范文字", count: (1 << 20) / 12)
    if isMarked { session.paste(megabyte) } else { session.send(megabyte) }
    try session.waitFor(words(of: GuidedPhrase.textFull))
    // The first piece is refused while others are on their way, to which a key would belong.
    var (count, since) = (0, TerminalSession.now())
    try session.wait("have read it all") { session in
      if !session.isAtRest || session.output.count != count {
        (count, since) = (session.output.count, TerminalSession.now())
      }
      return TerminalSession.now() - since > 0.3
    }
    // The next key finds the line as it was.
    try Self.desk.type("明", session, shows: "潘小明")
    let bytes = try store.journalBytes()
    print("a megabyte pasted, TERM=\(name)\(isMarked ? ", marked" : ""): a journal of \(bytes) bytes")
    #expect(bytes < 64_000)
    try Self.desk.enter(session, until: DeskOnPtyTests.household)
    session.signal(SIGTERM)
    #expect(try session.exitStatus() == 0)
    #expect(try store.value("name") == "潘小明")
  }
}

extension DeskOnPtyTests.Store {
  /// How long the journals are together.
  fileprivate func journalBytes() throws -> Int {
    let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".journal") }.reduce(0) { sum, file in
      let size = try FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")[.size]
      return sum + ((size as? NSNumber)?.intValue ?? 0)
    }
  }
}
