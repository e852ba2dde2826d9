import Standards
import Testing

@testable import Records

/// What an earlier version wrote is read by named steps; only what is newer is left alone.
@Suite struct RecordFormatTests {
  /// A later time's steps.
  private let later = RecordFormat(steps: [
    RecordFormat.Step(name: "a telephone is a list") { members in
      members["telephones"] = .array([members.removeValue(forKey: "telephone")].compactMap(\.self))
    },
    RecordFormat.Step(name: "telephones are numbers") { $0["numbers"] = $0.removeValue(forKey: "telephones") },
  ])

  @Test(arguments: [
    (#"{"format": "xueji-record/1", "telephone": "1"}"#, #"{"format":"xueji-record/3","numbers":["1"]}"#),
    (#"{"format": "xueji-record/2", "telephones": ["1"]}"#, #"{"format":"xueji-record/3","numbers":["1"]}"#),
    (#"{"format": "xueji-record/3", "numbers": []}"#, #"{"format":"xueji-record/3","numbers":[]}"#),
  ])
  func `an earlier format takes every step from its own on`(stored: String, read: String) throws {
    let json = try later.brought(JSONValue.parse(Array(stored.utf8)))
    #expect(try json == JSONValue.parse(Array(read.utf8)))
  }

  @Test func `a newer format says so, and what is no record is none`() throws {
    func problem(_ format: String) throws -> RecordProblem? {
      #expect(throws: RecordProblem.self) { try later.brought(["format": .string(format)]) }
    }
    #expect(try problem("xueji-record/4") == .newer(format: "xueji-record/4"))
    #expect(try problem("xueji-record/next") == .newer(format: "xueji-record/next"))
    #expect(try problem("xueji-sheet/1") == .notARecord(key: "format"))
    #expect(RecordFormat.current.name == "xueji-record/1")
  }
}
