import FormModel
import Foundation
import Standards
import Testing

@testable import Records

@Suite struct BackupTests {
  let form: Form
  let folder: TemporaryFolder
  let now = Samples.stamp(90).at

  init() throws {
    form = try Samples.form()
    folder = try TemporaryFolder()
  }

  private var store: RecordStore { RecordStore(path: "\(folder.path)/store", form: form) }
  private func other() -> RecordStore { RecordStore(path: "\(folder.path)/other", form: form) }

  /// A store with a record that was saved twice, its journal, settings, people and a ledger.
  private func filled() throws -> Record {
    let name = try #require(form.index(of: "name"))
    var record = Samples.record(form)
    record.answer("潘小明", for: name, source: .told, Samples.stamp(1), form: form)
    try store.save(record, replacing: 0, on: Samples.today)
    record.answer("潘小月", for: name, source: .told, Samples.stamp(2), form: form)
    try store.save(record, replacing: 1, on: Samples.today)
    try store.save(Settings(kindergarten: "示范幼儿园"))
    try folder.write("{}\n", to: "store/people.json")
    try folder.write("{\"sheet\":1}\n", to: "store/ledger.jsonl")
    try folder.write("cache", to: "store/index.sqlite")
    try folder.write("broken", to: "store/aside/broken.json")
    let journal = try store.journal(of: record, session: "a", since: now)
    try journal.begin(record, by: Samples.guardian, page: .null)
    try journal.append(["key": 1])
    return record
  }

  private func steps(_ store: RecordStore, _ file: String, applying: Bool) throws -> [String: RestoreStep.Verdict] {
    var steps: [String: RestoreStep.Verdict] = [:]
    try store.restore(from: file, applying: applying) { steps[$0.name] = $0.verdict }
    return steps
  }

  private func files(_ record: Record) -> [String] {
    let file = "records/2015-01-28/\(record.id)"
    return [
      "store.json", "people.json", "ledger.jsonl", "\(file).a.journal", "\(file).json", "\(file).json.previous",
      "days/2015-01-28", "aside/broken.json",
    ]
  }

  @Test func `an archive holds what the store holds, and tar and Python read it`() throws {
    let record = try filled()
    let backup = try store.backUp(at: now)
    #expect(backup.path.hasSuffix("store/backups/2015-01-28.tar"))
    #expect(backup.entries == 8 && backup.skipped.isEmpty)
    #expect(try folder.mode("store/backups/2015-01-28.tar") == 0o600)
    #expect(try folder.mode("store/backups") == 0o700)
    let listed = try run("tar", ["tf", backup.path])
    #expect(listed.split(separator: "\n").map(String.init) == files(record))
    let script =
      "import sys,tarfile\nwith tarfile.open(sys.argv[1]) as t:\n  for m in t: print(m.name, m.size, oct(m.mode))"
    let python = try run("python3", ["-c", script, backup.path]).split(separator: "\n").map(String.init)
    #expect(
      python == (try files(record).map { "\($0) \(try folder.read("store/\($0)").utf8.count) 0o600" }))
    try FileManager.default.createDirectory(atPath: "\(folder.path)/out", withIntermediateDirectories: false)
    _ = try run("tar", ["xf", backup.path, "-C", "\(folder.path)/out"])
    for name in files(record) { #expect(try folder.read("out/\(name)") == folder.read("store/\(name)")) }
    // A second one of the day does not take the first one's place, and a file that is there is not written over.
    #expect(try store.backUp(at: now).path.hasSuffix("backups/2015-01-28-2.tar"))
    let error = #expect(throws: StoreError.self) { try store.backUp(to: backup.path, at: now) }
    #expect(error?.code == .exists)
    #expect(try folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
  }

  @Test func `names of every length come back as they were`() throws {
    for length in [1, 99, 100, 101, 155, 156, 200, 255, 256, 257, 300] {
      let name = "aside/" + String(repeating: "名", count: length / 3) + String(repeating: "x", count: length % 3)
      for name in [name, String(repeating: "d", count: length), "a/" + String(repeating: "f", count: length)] {
        let bytes = TarHeader.file(name, size: 3, seconds: 0) + TarHeader.padded([1, 2, 3])
        try Data(bytes + TarHeader.end(after: bytes.count)).write(to: URL(fileURLWithPath: "\(folder.path)/a.tar"))
        var reader = try TarReader("a.tar", in: Folder.open(folder.path, create: false))
        let entry = try reader.next()
        #expect(entry == TarEntry(name: name, kind: .file, size: 3))
        #expect(try reader.bytes() == [1, 2, 3])
        #expect(try reader.next() == nil)
        let isWhole = reader.isWhole
        #expect(isWhole)
        #expect(try run("tar", ["--quoting-style=literal", "-tf", "\(folder.path)/a.tar"]) == name + "\n")
      }
    }
  }

  @Test(arguments: ["gnu", "ustar", "posix", "v7"])
  func `what GNU tar wrote of a store is restored`(format: String) throws {
    let record = try filled()
    let archive = "\(folder.path)/by-tar.tar"
    _ = try run("tar", ["cf", archive, "--format=\(format)", "-C", "\(folder.path)/store", "."])
    let steps = try steps(other(), archive, applying: true)
    #expect(steps["./index.sqlite"] == .refused(.unknown))
    #expect(steps.values.count { $0 == .missing } == 8)
    #expect(try other().record(id: record.id) == record)
    for name in files(record) { #expect(try folder.read("other/\(name)") == folder.read("store/\(name)")) }
  }

  @Test func `restoring says first what it would do, and changes nothing without yes`() throws {
    let record = try filled()
    let archive = try store.backUp(to: "\(folder.path)/a.tar", at: now).path
    #expect(Set(try steps(store, archive, applying: false).values) == [.same])
    let dry = try steps(other(), archive, applying: false)
    #expect(dry.count == 8 && Set(dry.values) == [.missing])
    #expect(!other().exists)
    #expect(Set(try steps(other(), archive, applying: true).values) == [.missing])
    #expect(try other().record(id: record.id) == record)
    #expect(other().journals(of: record.id, day: Samples.today).readings.first?.events == [["key": 1]])
    for name in try folder.names() where name.hasPrefix("other") {
      #expect(try folder.mode(name) == (FileManager.default.isFolder("\(folder.path)/\(name)") ? 0o700 : 0o600))
    }
  }

  @Test func `nothing newer is ever overwritten`() throws {
    var record = try filled()
    let archive = try store.backUp(to: "\(folder.path)/a.tar", at: now).path
    let file = "records/2015-01-28/\(record.id).json"
    let archived = record
    // Newer in the store.
    record.handIn(Samples.stamp(5))
    try store.save(record, replacing: 2, on: Samples.today)
    try store.save(Settings(kindergarten: "乙园"))
    let verdicts = try steps(store, archive, applying: true)
    #expect(verdicts[file] == .newer(store: record.revision, archive: 2))
    #expect(verdicts["store.json"] == .differs)
    #expect(verdicts["\(file).previous"] == .differs)
    #expect(try store.record(id: record.id) == record)
    #expect(try store.settings().kindergarten == "乙园")
    // A journal of the old revision is not put beside the newer record.
    try FileManager.default.removeItem(atPath: "\(folder.path)/store/records/2015-01-28/\(record.id).a.journal")
    #expect(
      try steps(store, archive, applying: true)["records/2015-01-28/\(record.id).a.journal"]
        == .newer(store: record.revision, archive: 2))
    // Older in the store: the archive's takes its place, the store's stays beside it.
    let older = try folder.read("store/\(file).previous")
    #expect(older.contains("\"revision\": 2"))
    var first = Samples.record(form)
    first.answer("潘", for: try #require(form.index(of: "name")), source: .told, Samples.stamp(1), form: form)
    try folder.write(Samples.text(first, form), to: "store/\(file)")
    #expect(try steps(store, archive, applying: true)[file] == .older(store: 1, archive: 2))
    #expect(try store.record(id: record.id) == archived)
    #expect(try folder.read("store/\(file).previous") == Samples.text(first, form))
    // Unreadable in the store.
    try folder.write("{", to: "store/\(file)")
    #expect(try steps(store, archive, applying: true)[file] == .unreadableHere)
    #expect(try folder.read("store/\(file)") == "{")
  }

  @Test func `the daily archive is written once a day, and the last fourteen stay`() throws {
    _ = try filled()
    try folder.write("mine", to: "store/backups/keep-me.tar")
    for day in 0..<20 {
      let moment = Timestamp(milliseconds: now.milliseconds + day * 86_400_000, offset: 480)
      #expect(try store.backUpDaily(at: moment) != nil)
      #expect(try store.backUpDaily(at: moment) == nil)
    }
    let names = try folder.names().filter { $0.hasPrefix("store/backups/") }
    #expect(names.count == 15)
    #expect(names.contains("store/backups/keep-me.tar") && names.contains("store/backups/2015-02-16.tar"))
    #expect(!names.contains("store/backups/2015-02-02.tar") && names.contains("store/backups/2015-02-03.tar"))
    #expect(try RecordStore(path: "\(folder.path)/none", form: form).backUpDaily(at: now) == nil)
  }

  @Test func `what cannot be read is said and keeps nothing else out`() throws {
    let record = try filled()
    let name = "records/2015-01-28/\(Samples.identity(5).id).json"
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/store/\(name)", withDestinationPath: "/etc/hostname")
    try folder.write(String(repeating: " ", count: (1 << 20) + 1), to: "store/store.json")
    let backup = try store.backUp(at: now)
    #expect(backup.skipped.map(\.path) == ["store.json", name])
    #expect(backup.entries == 7)
    #expect(try run("tar", ["tf", backup.path]).contains("\(record.id).json\n"))
  }

  /// A disk that keeps something else than it was given.
  @Test func `an archive that does not read back as it was written is none`() throws {
    _ = try filled()
    var operations = FileOperations.system
    operations.write = { descriptor, bytes, count in
      var wrong = Array(UnsafeRawBufferPointer(start: bytes, count: count))
      if count > 4_096 { wrong[520] ^= 1 }
      return Glibc.write(descriptor, wrong, count)
    }
    let failing = RecordStore(path: store.path, form: form, operations: operations)
    let error = #expect(throws: StoreError.self) { try failing.backUp(at: now) }
    #expect(error?.code == .damaged)
    #expect(try folder.names().filter { $0.hasPrefix("store/backups/") }.isEmpty)
  }

  // MARK: Hostile archives

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
      ("store.json", "0", String(repeating: " ", count: (1 << 20) + 1), .tooLarge),
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
      try? other().restore(from: "\(folder.path)/a.tar", applying: true) { _ in }
    }
    #expect(other().records().records == [record] && other().records().problems.isEmpty)
  }

  private func run(_ command: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8", "TZ": "UTC"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command) \(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FileManager {
  func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
