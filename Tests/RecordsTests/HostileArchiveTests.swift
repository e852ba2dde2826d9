import FormModel
import Foundation
import Standards
import TestSupport
import Testing

@testable import Records

/// Issue “Nothing typed is ever lost”, hostile input: an archive may come from anywhere.
@Suite struct HostileArchiveTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  private func other() -> RecordStore { RecordStore(path: "\(folder.path)/other", form: form) }

  /// Each entry with why it is refused; the good one among them is put back all the same.
  @Test func `hostile entries are refused one by one`() throws {
    let record = Samples.record(form)
    let good = "records/2015-01-28/\(record.id).json"
    let text = Samples.text(record, form)
    let id = Samples.identity(2).id
    let entries: [(name: String, type: String, content: String, refusal: RestoreStep.Refusal?)] = [
      ("/etc/cron.d/x", "0", "x", .absolute), ("../../x", "0", "x", .climbing),
      ("records/../../x", "0", "x", .climbing), ("records/2015-01-28/..", "0", "x", .climbing),
      ("records", "2", "", .link), ("records/2015-01-28/\(id).json", "1", "", .link),
      ("store.json", "3", "", .device), ("store.json", "4", "", .device), ("store.json", "6", "", .device),
      ("store.json", "S", "", .device), ("a/b/c/d", "0", "x", .tooDeep),
      (String(repeating: "d/", count: 40) + "x", "0", "x", .tooDeep),
      ("records/2015-01-28/\(id).json", "0", text, .foreign),
      ("records/2015-01-29/\(record.id).json", "0", text, .foreign),
      ("records/2015-02-30/\(id).json", "0", text, .unknown), ("records/2015-01-28/x.json", "0", text, .unknown),
      ("records/2015-01-28/\(id).json\n", "0", text, .unknown), ("aside/\u{1B}[2Jx", "0", "x", .unknown),
      ("aside/\u{202E}x", "0", "x", .unknown), ("aside/.hidden", "0", "x", .unknown), ("x", "0", "x", .unknown),
      ("records/2015-01-28/\(id)..journal", "0", "x", .unknown),
      ("people.json", "0", String(repeating: "[", count: 100_000), .foreign),
      ("store.json", "0", String(repeating: " ", count: (4 << 20) + 1), .tooLarge),
      (good, "0", text, nil), ("./" + good, "0", text, .doubled),
    ]
    var bytes: [UInt8] = []
    for entry in entries {
      bytes +=
        Self.header(entry.name, entry.content.utf8.count, entry.type) + TarHeader.padded(Array(entry.content.utf8))
    }
    bytes += TarHeader.end(after: bytes.count)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/a.tar"))
    var found: [(String, RestoreStep.Verdict)] = []
    try other().restore(from: "\(folder.path)/a.tar", applying: true) { found.append(($0.name, $0.verdict)) }
    #expect(found.count == entries.count)
    for (entry, step) in zip(entries, found) {
      #expect(step.0 == entry.name)
      #expect(step.1 == (entry.refusal.map { .refused($0) } ?? .missing), "\(entry.name)")
    }
    #expect(
      try folder.names() == [
        "a.tar", "other", "other/records", "other/records/2015-01-28", "other/\(good)",
      ])
  }

  private static func header(_ name: String, _ size: Int, _ type: String) -> [UInt8] {
    var header = TarHeader.file(name, size: size, seconds: 0)
    let start = header.count - TarHeader.block
    header[start + 156] = Array(type.utf8)[0]
    return resummed(header, at: start)
  }

  private static func resummed(_ bytes: [UInt8], at start: Int) -> [UInt8] {
    var bytes = bytes
    for index in start + 148..<start + 156 { bytes[index] = UInt8(ascii: " ") }
    let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
    let text = String(sum, radix: 8)
    bytes.replaceSubrange(
      start + 148..<start + 155, with: Array((String(repeating: "0", count: 6 - text.count) + text).utf8) + [0])
    return bytes
  }

  @Test(arguments: [
    "77777777777", "\u{80}", "99999999999", "-1", "1e9", "000000100000",
  ])
  func `a size that cannot be ends the reading`(size: String) throws {
    var bytes = TarHeader.file("store.json", size: 2, seconds: 0) + TarHeader.padded([0x7B, 0x7D])
    var field = [UInt8](repeating: 0, count: 12)
    if size == "\u{80}" {
      // GNU's binary number, as large as it can be.
      field = [0x80] + [UInt8](repeating: 0xFF, count: 11)
    } else {
      field.replaceSubrange(0..<size.utf8.count, with: Array(size.utf8))
    }
    bytes.replaceSubrange(124..<136, with: field)
    bytes = Self.resummed(bytes, at: 0)
    try Data(bytes + TarHeader.end(after: bytes.count)).write(to: URL(fileURLWithPath: "\(folder.path)/a.tar"))
    let error = #expect(throws: StoreError.self) {
      try other().restore(from: "\(folder.path)/a.tar", applying: true) { _ in }
    }
    #expect(error?.code == .damaged)
    #expect(!other().exists)
  }

  /// Every length of a small archive, and every byte of its headers.
  @Test func `an archive that is cut off or damaged never crashes and never spoils`() throws {
    let record = Samples.record(form)
    try other().save(record, replacing: 0, on: Samples.today)
    let text = Samples.text(record, form)
    let bytes =
      TarHeader.file("records/2015-01-28/\(record.id).json", size: text.utf8.count, seconds: 0)
      + TarHeader.padded(Array(text.utf8))
    let archive = bytes + TarHeader.end(after: bytes.count)
    var ends = 0
    for length in stride(from: 0, to: archive.count, by: 37) {
      try Data(archive[..<length]).write(to: URL(fileURLWithPath: "\(folder.path)/a.tar"))
      do { try other().restore(from: "\(folder.path)/a.tar", applying: true) { _ in } } catch { ends += 1 }
    }
    #expect(ends > 20)
    var generator = Steps(state: 7)
    for _ in 0..<150 {
      var wrong = archive
      for _ in 0..<3 {
        wrong[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) { wrong = Self.resummed(wrong, at: 0) }
      try Data(wrong).write(to: URL(fileURLWithPath: "\(folder.path)/a.tar"))
      _ = try? other().restore(from: "\(folder.path)/a.tar", applying: true) { _ in }
    }
    #expect(other().records().records == [record] && other().records().problems.isEmpty)
  }
}
