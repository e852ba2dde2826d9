import FormModel
import Foundation
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// What the store cannot read or take is said on the page where somebody would have met with it.
@Suite(.serialized, .onOwnThreads) struct UnseenOnPtyTests {
  typealias Store = DeskOnPtyTests.Store

  private let desk = DeskOnPtyTests()
  private let store = Store()

  private func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: "\(store.path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    chmod(file.path, 0o600)
    chmod(file.deletingLastPathComponent().path, 0o700)
  }

  private func doctor() throws -> BuiltProgram.Outcome {
    try BuiltProgram.run([BuiltProgram.path("xueji"), "doctor", "--store", store.path])
  }

  /// A family's record, left at the blood type; its code.
  private func prepare() throws -> String {
    let family = try desk.start(store, ["fill", "--as", "潘女士"])
    try desk.fillChild(family)
    family.signal(SIGTERM)
    #expect(try family.exitStatus() == 0)
    return try #require(try store.records().first?["code"] as? String)
  }

  private func comeBack(_ code: String, _ date: String) throws -> TerminalSession {
    let session = try desk.start(store, ["fill", code, "--as", "潘女士"])
    try session.waitFor(label(of: "birth_date"))
    session.send(date)
    return session
  }

  @Test func `a torn draft is told once to whoever has a name, stays, and the doctor sets it aside`() throws {
    try write("deadbeef {\"format\":\"xueji-dr", to: "drafts/x.draft")
    let staff = try desk.start(store, ["review", "--as", "王老师"])
    try staff.waitFor("drafts/x.draft 读不懂")
    staff.send("/潘小")
    try staff.waitFor("潘小")
    #expect(!staff.screen().contains { $0.contains("drafts/x.draft") })
    staff.signal(SIGKILL)
    _ = try staff.exitStatus()
    let found = try doctor()
    #expect(found.status == 1 && found.text.contains("drafts/x.draft\t有人打到一半的字，断电没写完整"))
    #expect(found.text.contains("王老师打到一半的字（审核）"), "\(found.text)")
    let repair = [try BuiltProgram.path("xueji"), "doctor", "--repair", "--store", store.path]
    #expect(try BuiltProgram.run(repair).status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(store.path)/aside/x.draft.reason"))
    let again = try desk.start(store, ["review", "--as", "王老师"])
    try again.waitFor("查找")
    #expect(!again.screen().contains { $0.contains("读不懂") })
  }

  @Test func `a door whose tries the store cannot count says so, and opens all the same`() throws {
    let code = try prepare()
    let session = try comeBack(code, "20220306")
    // The settings were read; now nothing can be written there.
    try? FileManager.default.removeItem(atPath: store.path + "/store.json")
    try FileManager.default.createDirectory(atPath: store.path + "/store.json", withIntermediateDirectories: true)
    session.send(.enter)
    try session.waitFor("没有找到")
    try session.waitFor(words(of: HomePhrase.uncounted))
    for _ in 0..<8 { session.send(.backspace) }
    session.send("20220305")
    try session.wait("let the wait pass and open") { session in
      session.send(.enter)
      usleep(300_000)
      return session.screen().contains { $0.contains(label(of: "birthplace")) }
    }
    #expect(session.output.count > 0)
  }

  @Test func `the last page says that the form cannot be read again`() throws {
    let work = try WorkStore(Form.load(from: .embedded))
    let record = try work.add(1)
    let session = try TerminalSession(
      command: [BuiltProgram.path("xueji"), "fill", record.code.text, "--store", work.path],
      environment: ["LOGNAME": "desk"])
    try session.waitFor(label(of: "birth_date"))
    session.send("20110305")
    session.send(.enter)
    try session.waitFor("潘小明")
    try work.write("damaged", to: "records/2015-01-28/\(record.id).json")
    session.send(.function(10))
    try session.waitFor(words(of: CheckPhrase.farewellUnread))
    #expect(session.screen().contains { $0.contains("交好了") })
  }
}
