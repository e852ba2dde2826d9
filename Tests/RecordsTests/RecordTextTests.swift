import FormModel
import Standards
import Testing

@testable import Records

/// Acts that are added to the text of a record's file are those that the whole record would have made of it.
@Suite struct RecordTextTests {
  private let form: Form
  private static let staff = Authority.staff(name: "审核员")

  init() throws { form = try Samples.form() }

  private func noted(_ record: Record, row: Int = 2) throws -> Record {
    var held = try #require(HeldRecord(record, holder: Self.staff))
    let setting = CheckSetting(today: Samples.today)
    #expect(
      held.make(.export(sheet: "a\"b\\.xlsx", row: row), at: Samples.stamp(90).at, form: form, setting: setting) == nil)
    return held.record
  }

  /// As many kinds of record as there are: with every part filled and keys that nobody knows, with answers, empty, and
  /// each with an export and two.
  private func records() throws -> [Record] {
    var full = try Record(Array(RecordJSONTests.example.utf8), form: form)
    full.status = .approved
    var answered = Samples.record(form, seed: 7)
    for (minute, (name, value)) in Samples.answers.enumerated() {
      let field = try #require(form.index(of: name))
      answered.answer(value, for: field, source: .told, Samples.stamp(minute), form: form)
    }
    answered.status = .approved
    answered.enter(.approve, Samples.stamp(80))
    var empty = Samples.record(form, seed: 8)
    empty.status = .approved
    return try [full, answered, empty].flatMap { [$0, try noted($0), try noted(noted($0), row: 3)] }
  }

  @Test func `an act added to the text makes the file that the whole record would have`() throws {
    for record in try records() {
      let standing = record.file(form: form)
      let text = try #require(RecordText(standing))
      let frame = try #require(text.frame(forms: FormLibrary(form)))
      #expect(frame.history.isEmpty && frame.answers.allSatisfy { $0 == nil })
      let file = try #require(text.file(of: noted(frame, row: 9), from: frame, form: form))
      let whole = try noted(record, row: 9).file(form: form)
      #expect(file == whole, "\(String(decoding: file, as: UTF8.self))")
      #expect(!Record.isChangedOutside(file))
    }
  }

  @Test func `what it says now is the whole record but for what was done`() throws {
    for var record in try records() {
      let present = RecordText(record.file(form: form))?.present(forms: FormLibrary(form))
      record.history = []
      #expect(present == record)
    }
  }

  @Test func `one that was made by hand, whatever it looks like, is the same record with the act`() throws {
    for record in try records() {
      let json = record.json(form: form)
      let pretty = String(decoding: json.serialized(pretty: true), as: UTF8.self)
      let compact = String(decoding: json.serialized(pretty: false), as: UTF8.self)
      for file in [pretty, String(pretty.dropLast()), compact, " \t" + pretty.replacing("\n", with: "\r\n  ") + "\n\n"]
      {
        let text = try #require(RecordText(Array(file.utf8)))
        let frame = try #require(text.frame(forms: FormLibrary(form)))
        let new = try #require(text.file(of: noted(frame, row: 9), from: frame, form: form))
        #expect(try Record(new, form: form) == noted(record, row: 9))
        #expect(!Record.isChangedOutside(new) && RecordText(new) != nil)
        if file == pretty { #expect(try new == noted(record, row: 9).file(form: form)) }
      }
    }
  }

  @Test func `a text that something else has changed, or that is no record's, is none`() throws {
    let text = String(decoding: try #require(try records().first).file(form: form), as: UTF8.self)
    for other in [
      text.replacing("潘女士", with: "潘小姐"), text.replacing("\n", with: "\r\n"), text.replacing("\n  \"", with: "\n   \""),
      String(text.dropLast(2)), text + "{}", "", "[]", #"{"a": 1, "a": 2}"#, #"{"earlier": {}, "history": []}"#,
    ] {
      #expect(RecordText(Array(other.utf8)) == nil)
    }
    for other in ["{}", #"{"format": "xueji-record/2"}"#] {
      #expect(RecordText(Array(other.utf8))?.frame(forms: FormLibrary(form)) == nil)
    }
  }

  @Test func `one byte that is another is another sum`() {
    let bytes = (0..<200).map { UInt8($0) }
    for end in [0, 1, 7, 8, 9, 16, 100, 200] {
      let whole = Checksum.crc32(bytes[..<end])
      for middle in stride(from: 0, through: end, by: 3) {
        #expect(Checksum.crc32(bytes[middle..<end], after: Checksum.crc32(bytes[..<middle])) == whole)
      }
      // As it is defined, bit by bit.
      let slow = bytes[..<end].reduce(UInt32.max) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
      }
      #expect(whole == ~slow)
    }
  }
}
