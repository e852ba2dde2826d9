import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// Reviewing with the real program on a real terminal: several people in turn, by what the screen tells them.
@Suite(.serialized, .onOwnThreads) struct ReviewOnPtyTests {
  private static let teacher = ["role": "teacher", "name": "李老师"]

  private func start(_ store: SampleStore, _ arguments: [String]) throws -> TerminalSession {
    try TerminalSession(
      command: [BuiltProgram.path("xueji")] + arguments + ["--store", store.path], environment: ["LOGNAME": "desk"])
  }

  private func review(_ store: SampleStore, waiting count: Int) throws -> TerminalSession {
    let session = try start(store, ["review", "--as", "何老师"])
    try session.waitFor("待审 \(count)")
    return session
  }

  private func leave(_ session: TerminalSession, pages: Int) throws {
    for _ in 0..<pages { session.send(.function(10)) }
    #expect(try session.exitStatus() == 0)
    #expect(session.isGivenBack)
  }

  /// Answers as a teacher gives them for a family that is away.
  private static func filledFor(_ fields: [String: String]) -> [String: Any?] {
    fields.mapValues { value in
      ["value": value, "source": "told", "by": teacher, "at": "2025-08-28T08:03:12.410+08:00", "confirmed": NSNull()]
    }
  }

  private func record(_ store: SampleStore, _ number: Int) throws -> [String: Any] {
    let file = "\(store.path)/records/2025-08-28/\(SampleStore.id(number)).json"
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file)))
    return try #require(json as? [String: Any])
  }

  @Test func `a teacher's value is confirmed by the family and approved by staff`() throws {
    let store = try SampleStore()
    try store.add(
      1, code: SampleStore.code(1), status: "submitted", Self.filledFor(["address": "示范路8号3栋", "only_child": "1"]))

    let refused = try review(store, waiting: 1)
    refused.send(.enter)
    try refused.waitFor("家长还没确认 2 项")
    refused.send("a")
    try refused.waitFor(words(of: ReviewRecordPhrase.refusedTitle))
    try leave(refused, pages: 3)

    let family = try start(store, ["fill", SampleStore.code(1)])
    try family.waitFor(label(of: "birth_date"))
    family.send("20220305\r")
    try family.waitFor("待确认 2 项")
    family.send(.enter)
    try family.waitFor("待确认 1 项")
    family.send(.enter)
    try family.waitFor(words(of: ReadBackPhrase.allConfirmed))
    family.send(.function(10))
    try family.waitFor("取件码")
    try family.leaveCode()
    #expect(try family.exitStatus() == 0)

    let approved = try review(store, waiting: 1)
    approved.send(.enter)
    try approved.waitFor(words(of: ReviewRecordPhrase.nothingToDo))
    approved.send("a")
    try approved.waitFor(words(of: ReviewRecordPhrase.approveNothingElsewhere))
    approved.send(.enter)
    try approved.waitFor("通过了")
    approved.send(.function(10))
    try approved.waitFor("待审 0")
    try leave(approved, pages: 1)

    let record = try record(store, 1)
    #expect(record["status"] as? String == "approved")
    let answers = try #require(record["answers"] as? [String: [String: Any]])
    let confirmed = try #require(answers["address"]?["confirmed"] as? [String: Any])
    #expect(confirmed["how"] as? String == "desk")
    #expect((answers["address"]?["by"] as? [String: Any])?["name"] as? String == "李老师")
  }

  @Test func `what is given back is mended, and its question closes by itself`() throws {
    let store = try SampleStore()
    try store.add(1, code: SampleStore.code(1), status: "submitted")
    let staff = try review(store, waiting: 1)
    staff.send("r")
    try staff.waitFor(words(of: ReviewRecordPhrase.returnTitle))
    staff.send("16\r")
    try staff.waitFor(words(of: ReviewRecordPhrase.returnText))
    staff.send("缺门牌号\r")
    try staff.waitFor("？ 现住址：缺门牌号")
    staff.send(.enter)
    try staff.waitFor("退回了")
    try leave(staff, pages: 2)
    #expect(try record(store, 1)["status"] as? String == "draft")

    let family = try start(store, ["fill", SampleStore.code(1)])
    try family.waitFor(label(of: "birth_date"))
    family.send("20220305\r")
    // The form opens where something was asked, and says what.
    try family.waitFor(label(of: "address"))
    try family.waitFor(Wording(.chinese)(CheckPhrase.asked, "缺门牌号"))
    family.send(.function(5))
    try family.waitFor(Wording(.chinese)(CheckPhrase.asked, "缺门牌号"))
    family.send(.escape)
    try family.waitFor("个字")
    family.send(.control("u"))
    family.send("示范路8号3栋502房\r")
    try family.wait("close the question") { _ in
      let queries = (try? record(store, 1))?["queries"] as? [[String: Any]]
      return queries?.first?["closed"] is [String: Any]
    }
    family.send(.function(10))
    try family.waitFor(words(of: CheckPhrase.fillerTitle))
    family.send(.function(10))
    try family.leaveCode()
    #expect(try family.exitStatus() == 0)
  }

  @Test func `many are approved, and what was skipped is told with its reason`() throws {
    let store = try SampleStore()
    for number in 1...4 {
      var child: [String: Any?] = number == 4 ? Self.filledFor(["address": "示范路8号3栋"]) : [:]
      child["name"] = ["潘小明", "林一一", "王小雨", "陈小舟"][number - 1]
      child["id_number"] = SampleStore.childNumber(number == 3 ? 2 : number)
      try store.add(number, code: SampleStore.code(number), status: "submitted", child)
    }
    let staff = try review(store, waiting: 4)
    staff.send("    ")
    try staff.waitFor("选了 4 份")
    staff.send("a")
    try staff.waitFor("家长没确认 1")
    staff.send(.enter)
    try staff.waitFor("通过了 1 份")
    try staff.waitFor("另一份表里也有")
    staff.send(.enter)
    try staff.waitFor("待审 3")
    try leave(staff, pages: 1)
    #expect(
      try (1...4).map { try record(store, $0)["status"] as? String } == ["approved"]
        + Array(repeating: "submitted", count: 3))
  }
}

extension SampleStore {
  static func code(_ number: Int) -> String { "K7M\(number + 1)" }

  /// A citizen number of a boy born on 5 March 2022, with the check character of GB 11643-1999.
  static func childNumber(_ number: Int) -> String {
    let body = "44130220220305\(100 + number * 2 + 1)"
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }
}
