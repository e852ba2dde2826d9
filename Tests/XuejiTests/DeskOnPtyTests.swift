import Foundation
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// The real program on a real terminal, as a family meets it.
@Suite(.serialized, .onOwnThreads) struct DeskOnPtyTests {
  /// A store of its own for each test, gone with it.
  final class Store {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The records' JSON, as any program would read it.
    func records() throws -> [[String: Any]] {
      let folder = URL(fileURLWithPath: path).appendingPathComponent("records")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "json" }.map { file in
        try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
      }
    }

    func value(_ field: String) throws -> String? {
      let record = try #require(try records().first)
      let answers = try #require(record["answers"] as? [String: Any])
      return (answers[field] as? [String: Any])?["value"] as? String
    }
  }

  func start(
    _ store: Store, _ arguments: [String] = ["fill"], size: Size = Size(80, 24), environment: [String: String] = [:]
  ) throws -> TerminalSession {
    try TerminalSession(
      command: [BuiltProgram.path("xueji")] + arguments + ["--store", store.path], size: size,
      environment: ["LOGNAME": "desk"].merging(environment) { $1 })
  }

  /// Types text and waits until the screen has it, as a person's eye does.
  func type(_ text: String, _ session: TerminalSession, shows: String? = nil) throws {
    session.send(text)
    try session.waitFor(shows ?? text)
  }

  func enter(_ session: TerminalSession, until text: String) throws {
    session.send(.enter)
    try session.waitFor(text)
  }

  /// What is asked in the place of nationality, document and 港澳台侨外.
  static let household = "是内地户口的孩子吗"

  /// The first nine items, up to the blood type.
  func fillChild(_ session: TerminalSession) throws {
    try session.waitFor(label(of: "name"))
    try type("潘小明", session)
    try enter(session, until: Self.household)
    session.send("1")
    try session.waitFor("0 / 18")
    try type("441302202203051236", session, shows: "2022年3月5日出生")
    try enter(session, until: label(of: "ethnic_group"))
    try type("hz", session, shows: "汉族")
    try enter(session, until: label(of: "blood_type"))
  }

  // MARK: The whole way

  /// From the entry date to the guardian's name.
  func fillKindergarten(_ session: TerminalSession) throws {
    try type("20250901", session, shows: "2025年9月1日")
    try enter(session, until: label(of: "attendance"))
    for (digit, next): (Unicode.Scalar, String) in [
      ("1", label(of: "only_child")), ("1", label(of: "left_behind")), ("1", label(of: "migrant_worker_child")),
      ("2", label(of: "health")),
      ("1", label(of: "disabled")), ("2", label(of: "orphan")), ("2", label(of: "guardian_name")),
    ] {
      try session.tap(.text(digit))
      try session.waitFor(next)
    }
  }

  /// The whole form, to the page with the code.
  func fillAndHandIn(_ session: TerminalSession) throws {
    try fillChild(session)
    try enter(session, until: label(of: "birthplace"))
    try enter(session, until: label(of: "native_place"))
    try type("广东惠州", session)
    try enter(session, until: "户口性质")
    session.send(.function(2))
    try session.waitFor(words(of: OwedPhrase.ask))
    session.send("1")
    try session.waitFor(words(of: OwedPhrase.dueTitle))
    try enter(session, until: label(of: "hukou_place"))
    try enter(session, until: label(of: "address"))
    try type("示范路8号3栋", session)
    try enter(session, until: label(of: "entry_date"))
    try fillKindergarten(session)
    try type("潘大明", session)
    try enter(session, until: label(of: "guardian_id_number"))
    try type("441302199001010028", session, shows: "女 · 1990年1月1日出生")
    try enter(session, until: words(of: CheckPhrase.handInOwing))
    try enter(session, until: words(of: CheckPhrase.fillerTitle))
    session.send("1")
    try session.waitFor("联系电话")
    try type("13800000000", session)
    try enter(session, until: "交好了")
    try session.waitFor("已保存")
  }

  @Test func `a family fills a whole form in and finds it again by its code`() throws {
    let store = Store()
    let session = try start(store)
    try fillAndHandIn(session)
    let record = try #require(try store.records().first)
    #expect(record["status"] as? String == "submitted")
    let code = try #require(record["code"] as? String)
    try session.waitFor(code.map(String.init).joined(separator: " "))
    try session.leaveCode()
    #expect(try session.exitStatus() == 0)
    #expect(session.isGivenBack)

    let again = try start(store, ["fill", code.lowercased()])
    try again.waitFor(label(of: "birth_date"))
    try type("20220306", again)
    try enter(again, until: "没有找到")
    for _ in 0..<8 { again.send(.backspace) }
    try type("2022-3-5", again)
    // The first wrong try costs a second; Enter is pressed until it is over.
    try again.wait("let the second try in") { session in
      session.send(.enter)
      return session.screen().contains { $0.contains("已保存") }
    }
    again.send(.function(10))
    try again.waitFor("请记下取件码")
    try again.leaveCode()
    #expect(try again.exitStatus() == 0)
  }

  @Test func `a second and a third child are records of their own, also where the program dies between`() throws {
    let store = Store()
    func names() throws -> [String] {
      try store.records().compactMap { record in
        let answers = record["answers"] as? [String: [String: Any]]
        return answers?["name"]?["value"] as? String
      }.sorted()
    }
    let session = try start(store)
    try fillAndHandIn(session)
    try session.pressAtRest(.text("n")) { $0.screen().contains { $0.contains(label(of: "name")) } }
    try type("潘小光", session)
    try enter(session, until: words(of: GuidedPhrase.sharedTitle))
    try session.waitFor("已保存")
    session.signal(SIGKILL)
    #expect(try session.exitStatus() == 128 + Int(SIGKILL))
    #expect(try names() == ["潘小光", "潘小明"])

    let again = try start(store)
    try again.waitFor(words(of: HomePhrase.interruptedTitle))
    // Another family is next: its child is nobody's before.
    again.send(.function(10))
    try again.waitFor(label(of: "name"))
    try type("潘小海", again)
    try enter(again, until: Self.household)
    try again.waitFor("已保存")
    #expect(!again.screen().contains { $0.contains("另一台电脑") })
    #expect(try names() == ["潘小光", "潘小明", "潘小海"])
    #expect(try store.records().filter { $0["status"] as? String == "submitted" }.count == 1)
  }

  // MARK: Ways out

  @Test(arguments: [SIGTERM, SIGHUP])
  func `what is being typed is in the record when the program is ended`(signal: Int32) throws {
    let store = Store()
    let session = try start(store)
    let before = session.modesBefore
    try fillChild(session)
    try enter(session, until: label(of: "birthplace"))
    try enter(session, until: label(of: "native_place"))
    try type("广东惠", session)
    session.signal(signal)
    _ = try session.exitStatus()
    #expect(try store.value("native_place") == "广东惠")
    #expect(session.isGivenBack)
    #expect(before == session.modes || session.modes == "gone")
  }

  @Test func `a closed window loses nothing`() throws {
    let store = Store()
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    try type("潘小明", session)
    session.hangUp()
    _ = try session.exitStatus()
    #expect(try store.value("name") == "潘小明")
  }

  // MARK: Hostile input, windows, keys

  @Test func `a paste is only text, whatever it holds`() throws {
    let store = Store()
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    session.paste("潘\u{18}小\r明\u{1B}[21~\n")
    try session.waitFor("明")
    #expect(session.screen().contains { $0.contains(label(of: "name")) })
    session.send(.function(10))
    try session.waitFor(words(of: CheckPhrase.fillerTitle))
    session.signal(SIGTERM)
    _ = try session.exitStatus()
    let name = try #require(try store.value("name"))
    #expect(name.hasPrefix("潘小"))
    #expect(!name.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func `an arrow key whose bytes come slowly is no Esc`() throws {
    let store = Store()
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    try type("潘小明", session)
    try enter(session, until: Self.household)
    session.send(.function(6))
    try session.waitFor(words(of: GuidedPhrase.jumpPrompt))
    session.send("8")
    try enter(session, until: label(of: "nationality"))
    try type("zg", session, shows: "中国")
    for byte in Array("\u{1B}[B".utf8) {
      session.send([byte])
      usleep(150_000)
    }
    // The list is still open: an Esc would have closed it.
    try session.waitFor("中国")
    #expect(session.screen().contains { $0.contains("zg") })
  }

  @Test func `a window that is too small says so and gives everything back`() throws {
    let store = Store()
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    try type("潘小明", session)
    session.resize(Size(50, 12))
    try session.waitFor("窗口太小")
    session.resize(Size(132, 40))
    try session.wait("put the cursor behind the name again") { $0.cursor == Point(column: 11, row: $0.cursor.row) }
    #expect(session.screen().contains { $0.contains("潘小明") })
  }

  @Test func `rare hanzi of every plane arrive and are shown`() throws {
    let store = Store()
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    // Extensions B, G, H and I.
    try type("潘𠮷𰻝𱍐𮯰", session)
    try enter(session, until: Self.household)
    try session.waitFor("已保存")
    #expect(try store.value("name") == "潘𠮷𰻝𱍐𮯰")
  }

  // MARK: Where there is no screen to take

  @Test(arguments: [
    (["LC_ALL": "zh_CN.GBK"], "UTF-8")
  ])
  func `a terminal that cannot show the form gets one sentence`(environment: [String: String], word: String) throws {
    let store = Store()
    let session = try start(store, environment: environment)
    let status = try session.exitStatus()
    #expect(status == 69)
    let said = String(decoding: session.output, as: UTF8.self)
    #expect(said.contains(word))
    #expect(!said.contains("\u{1B}[?1049h"))
  }

  @Test func `an unknown terminal is taken for xterm`() throws {
    let store = Store()
    let session = try start(store, environment: ["TERM": "xterm-nobody-knows"])
    try session.waitFor(label(of: "name"))
  }

  @Test func `a broken form names its file and the place`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{\"format\": \"xueji-form/1\",}".utf8).write(to: folder.appendingPathComponent("preschool-28.json"))
    let store = Store()
    let session = try start(store, ["fill", "--forms", folder.path])
    #expect(try session.exitStatus() == 78)
    #expect(String(decoding: session.output, as: UTF8.self).contains("preschool-28.json"))
  }

  @Test func `a store that is no folder is said at once, and there is no form to fill in for nothing`() throws {
    let store = Store()
    // A file where the folder should be: nobody, not even root, can write below it.
    try Data().write(to: URL(fileURLWithPath: store.path))
    let session = try start(store)
    #expect(try session.exitStatus() == 74)
    let said = Wording(.chinese).message(StoreError(.notAFolder, path: store.path))
    #expect(String(decoding: session.output, as: UTF8.self).contains(said))
  }

  @Test func `where the store goes away typing goes on, and what was typed is saved when it is back`() throws {
    let store = Store()
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    try? FileManager.default.removeItem(atPath: store.path)
    try Data().write(to: URL(fileURLWithPath: store.path))
    try type("潘小明", session)
    try enter(session, until: Self.household)
    try session.waitFor(words(of: CommonPhrase.saveFailed))
    session.send("1")
    try session.waitFor("0 / 18")
    try type("441302202203051236", session, shows: "2022年3月5日出生")
    try FileManager.default.removeItem(atPath: store.path)
    try enter(session, until: label(of: "ethnic_group"))
    try session.waitFor(words(of: CommonPhrase.saved))
    #expect(try store.value("name") == "潘小明" && store.value("id_number") == "441302202203051236")
  }
}
