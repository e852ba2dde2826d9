import Foundation
import Records
import Sentences
import Standards
import TestSupport
import Testing
import Wording

/// `xueji fill --plain` as a script and a screen reader meet it: the real program, a pipe, whole lines.
@Suite(.onOwnThreads) struct PlainOnPipeTests {
  private let folder: Folder
  private var store: String { folder.path("store") }

  init() throws { folder = try Folder() }

  private static let answers: [(item: String, line: String)] = [
    ("name", "潘小明"), ("id_number", "441302202203051236"), ("nationality", "中国"), ("ethnic_group", "汉族"),
    ("birthplace", "441302000000"), ("native_place", "广东惠州"), ("hukou_type", "1"),
    ("hukou_place", "441302000000"), ("address", "示范路8号3栋"), ("entry_date", "20250901"), ("attendance", "1"),
    ("only_child", "1"), ("left_behind", "1"), ("migrant_worker_child", "2"), ("health", "1"), ("disabled", "2"),
    ("orphan", "2"), ("guardian_name", "潘大明"), ("guardian_id_number", "441302199001010028"),
  ]

  /// The program with both ends of a dialogue.
  private final class Talk {
    let process = Process()
    private let (asked, said) = (Pipe(), Pipe())
    private(set) var everything = ""

    init(_ arguments: [String]) throws {
      process.executableURL = URL(fileURLWithPath: try BuiltProgram.path("xueji"))
      process.arguments = arguments
      process.environment = ["LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": "/usr/bin:/bin", "LOGNAME": "desk"]
      (process.standardInput, process.standardOutput) = (asked, said)
      process.standardError = FileHandle.nullDevice
      try process.run()
    }

    /// What is said up to the next line that asks, or to the end.
    func hear() -> String {
      var text: [UInt8] = []
      while !text.reversed().starts(with: "：\n".utf8.reversed()) {
        let piece = said.fileHandleForReading.availableData
        if piece.isEmpty { break }
        text += piece
      }
      let heard = String(decoding: text, as: UTF8.self)
      everything += heard
      return heard
    }

    func type(_ line: String) -> String {
      asked.fileHandleForWriting.write(Data("\(line)\n".utf8))
      return hear()
    }

    func end() -> String {
      try? asked.fileHandleForWriting.close()
      let last = hear()
      process.waitUntilExit()
      return last
    }
  }

  /// Answers whatever is asked, until the item or, without one, up to the list before handing in.
  private func fill(_ talk: Talk, from first: String, until item: String? = nil) -> String {
    var question = first
    var before = ""
    for _ in 0..<80 {
      let asked = question.split(separator: "\n").map(String.init)
      func isAsked(_ name: String) -> Bool { asked.contains { $0.hasPrefix(label(of: name) + "，") } }
      if let item, isAsked(item) { break }
      if asked.contains(where: { $0.hasPrefix(words(of: CheckPhrase.title) + "：") }) { break }
      let line = Self.answers.first { isAsked($0.item) }?.line ?? ""
      let next = talk.type(question == before ? "1" : line)
      (before, question) = (question, next)
    }
    return question
  }

  private func records() throws -> [Data] {
    let files = FileManager.default.enumerator(atPath: store + "/records")?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".json") && !$0.contains("journal") }
      .map { try Data(contentsOf: URL(fileURLWithPath: "\(store)/records/\($0)")) }
  }

  private func texts() throws -> [String] { try records().map { String(decoding: $0, as: UTF8.self) } }

  @Test func `a form is filled in and handed in through a pipe`() throws {
    let talk = try Talk(["fill", "--plain", "--store", store])
    _ = fill(talk, from: talk.hear())
    _ = talk.type("")
    _ = talk.type("1")
    let farewell = talk.type("13800000000")
    _ = talk.end()
    #expect(talk.process.terminationStatus == 0)
    let record = try #require(try texts().first)
    #expect(record.contains("\"submitted\"") && record.contains("潘小明") && record.contains("示范路8号3栋"))
    let code = try #require(record.firstMatch(of: #/"code": ?"([0-9A-Z]{4})"/#)?.1)
    #expect(farewell.contains(code), "\(farewell)")
    #expect(Xueji.isHarmless(talk.everything) && !talk.everything.contains("\r"))
  }

  @Test func `the end of the input saves, says the code and ends well`() throws {
    let outcome = try Xueji.run(["fill", "--plain", "--store", store], input: "潘小明\n")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let record = try #require(try texts().first)
    let code = try #require(record.firstMatch(of: #/"code": ?"([0-9A-Z]{4})"/#)?.1)
    #expect(outcome.lines.contains { $0.hasSuffix(code) }, "\(outcome.text)")
    #expect(record.contains("\"draft\"") && Xueji.isHarmless(outcome.text))
  }

  @Test func `a killed pipe loses nothing, and its family goes on`() throws {
    let talk = try Talk(["fill", "--plain", "--store", store])
    let asked = fill(talk, from: talk.hear(), until: "address")
    #expect(asked.contains(label(of: "address")))
    kill(talk.process.processIdentifier, SIGKILL)
    talk.process.waitUntilExit()
    let again = try Talk(["fill", "--plain", "--store", store])
    #expect(again.hear().contains(words(of: HomePhrase.interruptedTitle)))
    let goesOn = again.type("20220305")
    #expect(goesOn.contains(label(of: "address")), "\(goesOn)")
    _ = fill(again, from: goesOn)
    _ = again.end()
    #expect(again.process.terminationStatus == 0)
    let record = try #require(try texts().first)
    #expect(record.contains("潘小明") && record.contains("示范路8号3栋"))
  }

  @Test(arguments: ["XUEJI_PLAIN", "ACCESSIBLE"])
  func `the environment may ask for lines`(name: String) throws {
    let outcome = try Xueji.run(["fill", "--store", store], input: "", environment: [name: "1"])
    #expect(outcome.status == 0 && outcome.text.contains(label(of: "name")), "\(outcome.errors)")
  }

  @Test func `a pipe that does not ask for lines is told how`() throws {
    let outcome = try Xueji.run(["fill", "--store", store], input: "潘小明\n")
    #expect(outcome.status == 69 && outcome.errors.contains("fill --plain"))
    #expect(try records().isEmpty)
  }

  @Test(arguments: ["\u{04}", "\u{03}"])
  func `on a terminal nothing stays but the code`(_ end: String) throws {
    let session = try TerminalSession(
      command: [BuiltProgram.path("xueji"), "fill", "--store", store], environment: ["LOGNAME": "desk", "TERM": "dumb"])
    try session.waitFor(label(of: "name"))
    session.send("潘小明\n")
    try session.waitFor(words(of: PlainPhrase.chooseNumber))
    session.send(end)
    try session.waitFor(words(of: CheckPhrase.handedInCode))
    #expect(try session.exitStatus() == 0)
    #expect((session.screen() + session.scrollback).allSatisfy { !$0.contains("潘小明") })
  }
}
