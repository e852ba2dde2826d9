import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// What is typed in a panel of the real program outlives it, however it ends.
@Suite(.onOwnThreads) struct TypedPanelsOnPtyTests {
  enum End: CaseIterable {
    case killed, hungUp, terminated
    /// Five minutes without a key end a page that was begun at a shell.
    case idle
  }

  /// Three questions of a return, each confirmed with Enter, and a fourth half typed.
  private static let questions = ["缺门牌号", "籍贯写到县", "少一页户口本"]

  private func review(_ store: SampleStore, clock: String) throws -> TerminalSession {
    try TerminalSession(
      command: [BuiltProgram.path("DeskOnADay"), "review", "--as", "何老师", "--store", store.path],
      environment: ["LOGNAME": "desk", "XUEJI_TEST_CLOCK": clock])
  }

  @Test(arguments: End.allCases)
  func `three questions of a return come back, and the fourth that was half typed`(end: End) throws {
    let store = try SampleStore()
    try store.add(1, code: SampleStore.code(1), status: "submitted")
    let clock = store.path + "-clock"
    try Data(count: MemoryLayout<Int>.size).write(to: URL(fileURLWithPath: clock))
    defer { try? FileManager.default.removeItem(atPath: clock) }
    let session = try review(store, clock: clock)
    try session.waitFor("待审 1")
    session.send("r")
    for (item, question) in zip(["16", "11", "0"], Self.questions) {
      try session.waitFor(words(of: ReviewRecordPhrase.returnTitle))
      session.send(item)
      session.send(.enter)
      try session.waitFor("写好按 Enter")
      session.send(question)
      session.send(.enter)
      try session.wait("list the question") { $0.screen().contains { $0.contains("？ ") && $0.contains(question) } }
    }
    session.send("3")
    session.send(.enter)
    try session.waitFor("写好按 Enter")
    session.send("照片")
    try session.waitFor("照片")
    switch end {
    case .killed:
      session.signal(SIGKILL)
      #expect(try session.exitStatus() == 128 + Int(SIGKILL))
    case .hungUp:
      // It has its draft until it has ended.
      session.hangUp()
      _ = try session.exitStatus()
    case .terminated:
      session.signal(SIGTERM)
      #expect(try session.exitStatus() == 0)
    case .idle:
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: clock))
      try file.write(contentsOf: withUnsafeBytes(of: 301) { Data($0) })
      session.send(.down)
      #expect(try session.exitStatus() == 0)
    }

    let again = try review(store, clock: clock)
    try again.waitFor("照片")
    again.send(.escape)
    for question in Self.questions { try again.waitFor(question) }
    again.send(.enter)
    try again.waitFor("退回了")
    again.signal(SIGTERM)
    #expect(try again.exitStatus() == 0)
    let file = "\(store.path)/records/2025-08-28/\(SampleStore.id(1)).json"
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file))) as? [String: Any]
    let texts = (record?["queries"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    #expect(Set(texts) == Set(Self.questions))
    print("questions of a return, \(end): \(Self.questions.count) asked, lost \(Self.questions.count - texts.count)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.path + "/drafts").isEmpty)
  }

  @Test func `the kindergarten's name that was half typed comes back`() throws {
    let (desk, store) = (DeskOnPtyTests(), DeskOnPtyTests.Store())
    let session = try desk.start(store, [])
    try session.waitFor(words(of: HomePhrase.setupName))
    try desk.type("示范幼儿园", session)
    session.signal(SIGKILL)
    _ = try session.exitStatus()
    let again = try desk.start(store, [])
    try again.waitFor("示范幼儿园")
    try desk.enter(again, until: words(of: HomePhrase.setupPlace))
  }
}
