import FormModel
import Records
import Standards
import TestSupport
import Testing

/// What the skimmer reads, the strict reader reads too; what it declines is only slower.
@Suite struct SkimmerTests {
  private let forms: FormLibrary
  private let skimmer: RecordSkimmer

  init() throws {
    forms = try Lines.forms.get()
    skimmer = RecordSkimmer(forms.form)
  }

  private func skim(_ bytes: [UInt8]) -> RecordAnswers? { bytes.withUnsafeBytes { skimmer.read($0) } }

  @Test func `every record as the program writes it is skimmed, on one line and on many`() throws {
    for record in try Lines.city.get().prefix(60) {
      for isPretty in [false, true] {
        let bytes = record.json(form: forms.form).serialized(pretty: isPretty)
        let skimmed = try #require(skim(bytes))
        #expect(skimmed == (try RecordAnswers(bytes, forms: forms)))
        #expect(skimmed.id == record.id && skimmed.status == record.status && skimmed.revision == record.revision)
        #expect(skimmed.origin == record.origin && skimmed.className == record.contact.className)
        for field in forms.form.fields.indices {
          #expect(skimmed.answers[field].value == record.answers[field]?.value)
          #expect((skimmed.answers[field] == .owed) == (record.answers[field]?.owed != nil))
        }
      }
    }
  }

  /// Texts that only one of two readers might take.
  private static let odd = [
    "", "[]", "{}", "{\"format\":\"xueji-record/1\"}", "{\"format\":\"xueji-record/2\",\"answers\":{}}",
  ]

  /// Pieces that break a text, or nearly do.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "\t", "null", "true", "fals", "0", "01", "-", "1e", "1.5e+3",
      "\\u00",
      "\\ud83d", "\\ud83d\\ude00", "\\udc00", "\\u0041", "\\x", "\"value\":\"1\",", "\"owed\":{},",
      "\"owed\":{\"a\":1,\"a\":2},",
      "\"name\":{\"value\":\"x\"},", "\"id\":\"\",", "\"answers\":{},", "\"origin\":{},", "\"origin\":null,",
      "\"form\":{},",
      "\"accepted\":[{\"rule\":\"a\",\"rule\":\"b\"}],", "\"contact\":{\"class\":null},",
      "\"nobody\":{\"value\":\"1\"},",
      "\"é\":1,", "\"revision\":1.0,", "\"status\":3,", "\"format\":\"xueji-record/1\",",
    ].map { Array($0.utf8) }
    + [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xBD],
      [0xF0, 0x9F, 0x98],
      [0x00], [0x1F], [0x7F], [0xEF, 0xBB, 0xBF],
    ]

  private static func broken(_ line: [UInt8], _ steps: inout Steps) -> [UInt8] {
    var line = line
    for _ in 0..<Int.random(in: 1...2, using: &steps) {
      let place = Int.random(in: 0..<max(1, line.count), using: &steps)
      let end = min(line.count, place + Int.random(in: 0...40, using: &steps))
      switch Int.random(in: 0..<6, using: &steps) {
      case 0:
        line.replaceSubrange(
          min(place, line.count)..<min(place, line.count), with: pieces.randomElement(using: &steps) ?? [])
      case 1 where !line.isEmpty: line[min(place, line.count - 1)] = UInt8.random(in: 0...255, using: &steps)
      case 2: line.removeSubrange(min(place, line.count)..<end)
      case 3: line.removeSubrange(min(place, line.count)...)
      case 4:
        // Where a member begins: the only places where a doubled key can stand.
        let starts = line.indices.dropFirst().filter {
          line[$0] == UInt8(ascii: "\"") && [0x7B, 0x2C].contains(line[$0 - 1])
        }
        if let start = starts.randomElement(using: &steps) {
          line.insert(contentsOf: pieces.randomElement(using: &steps) ?? [], at: start)
        }
      default: line.insert(contentsOf: line[min(place, line.count)..<end], at: min(place, line.count))
      }
    }
    return line
  }

  @Test func `of broken records nothing is skimmed that the strict reader does not read the same`() throws {
    var lines: [[UInt8]] = []
    for record in try Lines.city.get().prefix(24) {
      guard var members = record.json(form: forms.form).object else { continue }
      // The history is most of a record, and one entry is like the other.
      members["history"] = .array(Array((members["history"]?.array ?? []).prefix(2)))
      lines.append(JSONValue.object(members).serialized(pretty: false))
    }
    let count = Lines.isWhole ? 1_000_000 : 3_000
    var (skimmed, declined, refused) = (0, 0, 0)
    var steps = Steps(state: 16)
    for index in 0..<count {
      let line =
        index < Self.odd.count ? Array(Self.odd[index].utf8) : Self.broken(lines[index % lines.count], &steps)
      let strict = try? RecordAnswers(line, forms: forms)
      if let found = skim(line) {
        skimmed += 1
        guard found != strict else { continue }
        Issue.record("skimmed otherwise: \(String(decoding: line, as: UTF8.self))")
      } else if strict == nil {
        refused += 1
      } else {
        declined += 1
      }
    }
    print(
      "the skimmer: \(count) broken records: skimmed \(skimmed), left to the strict reader \(declined), no records \(refused)"
    )
    #expect(skimmed > count / 20 && refused > count / 20)
  }
}
