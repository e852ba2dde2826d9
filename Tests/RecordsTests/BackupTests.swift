import FormModel
import Foundation
import Standards
import Testing

@testable import Records

@Suite struct BackupTests: StoreTesting {
  let disk: TemporaryStore
  let now = Samples.stamp(90).at

  init() throws { disk = try TemporaryStore() }

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
    try folder.write(#"{"format": "xueji-people/1", "people": []}"#, to: "store/people.json")
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
    #expect(listed.split(separator: "\n").map(String.init) == files(record) + [StoreLayout.manifest])
    let script =
      "import sys,tarfile\nwith tarfile.open(sys.argv[1]) as t:\n  for m in t: print(m.name, m.size, oct(m.mode))"
    let python = try run("python3", ["-c", script, backup.path]).split(separator: "\n").map(String.init)
    #expect(
      python.dropLast() == (try files(record).map { "\($0) \(try folder.read("store/\($0)").utf8.count) 0o600" }))
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

  @Test func `the daily archive can be written on a thread of its own`() async throws {
    _ = try filled()
    let result = await withCheckedContinuation { continuation in
      #expect(store.startDailyBackup(at: now) { continuation.resume(returning: $0) })
    }
    #expect(try result.get()?.entries == 8)
    #expect(try folder.names().contains("store/backups/2015-01-28.tar"))
  }

  @Test func `what cannot be read is said and keeps nothing else out`() throws {
    let record = try filled()
    let name = "records/2015-01-28/\(Samples.identity(5).id).json"
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/store/\(name)", withDestinationPath: "/etc/hostname")
    try folder.write(String(repeating: " ", count: (4 << 20) + 1), to: "store/store.json")
    let backup = try store.backUp(at: now)
    #expect(backup.skipped.map(\.path) == ["store.json", name])
    #expect(backup.entries == 7)
    #expect(try run("tar", ["tf", backup.path]).contains("\(record.id).json\n"))
  }

  @Test func `a copy that is made while somebody saves holds whole records`() throws {
    let record = try filled()
    let name = try #require(form.index(of: "name"))
    let isDone = Counter()
    let (store, form) = (store, form)
    let first = record
    let thread = Thread { [record] in
      var record = record
      for number in 0..<40 {
        let base = record.revision
        record.answer("小\(number)", for: name, source: .told, Samples.stamp(number), form: form)
        try? store.save(record, replacing: base, on: Samples.today)
      }
      isDone.add()
    }
    thread.start()
    var copies: [String] = []
    while copies.count < 8, isDone.value == 0 || copies.isEmpty {
      copies.append(try store.backUp(to: "\(folder.path)/\(copies.count).tar", at: now).path)
    }
    // A deadline, not a sleep: the thread has its forty saves behind it soon.
    let end = ContinuousClock.now + .seconds(30)
    while isDone.value == 0, ContinuousClock.now < end { sched_yield() }
    #expect(isDone.value == 1)
    var last = 0
    for (number, copy) in copies.enumerated() {
      let fresh = RecordStore(path: "\(folder.path)/fresh-\(number)", form: form)
      try fresh.restore(from: copy, applying: true) { _ in }
      let found = try #require(try fresh.record(id: first.id))
      #expect(found.revision >= last)
      #expect(
        StoreDoctor(fresh).examine().filter { $0.kind != .waitingJournal && $0.kind != .missingFromDay(count: 1) }
          .isEmpty)
      last = found.revision
    }
  }

  @Test func `a link in the place of a folder is not followed by what is put back`() throws {
    let record = try filled()
    let archive = try store.backUp(to: "\(folder.path)/a.tar", at: now).path
    try folder.write("", to: "outside/x")
    try folder.write("", to: "other/x")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/other/records", withDestinationPath: "\(folder.path)/outside")
    let steps = try steps(other(), archive, applying: true)
    #expect(steps["records/2015-01-28/\(record.id).json"] == .unreadableHere)
    #expect(steps["store.json"] == .missing)
    #expect(try folder.names().filter { $0.hasPrefix("outside/") } == ["outside/x"])
  }

  @Test func `an archive that is cut off is refused whole, and what is left of it comes back where that is asked for`()
    throws
  {
    let record = try filled()
    let archive = URL(fileURLWithPath: try store.backUp(to: "\(folder.path)/a.tar", at: now).path)
    let bytes = try Data(contentsOf: archive)
    // The blocks at the end are gone.
    let end = try #require(bytes.lastIndex { $0 != 0 }) / 512 * 512 + 512
    try bytes[..<end].write(to: archive)
    let error = #expect(throws: StoreError.self) { try other().restore(from: archive.path, applying: true) { _ in } }
    #expect(error?.code == .damaged)
    #expect(!other().exists)
    let said = #expect(throws: StoreError.self) {
      try other().restore(from: archive.path, applying: true, partly: true) { _ in }
    }
    #expect(said?.code == .damaged)
    #expect(try other().record(id: record.id) == record)
    #expect(other().journals(of: record.id, day: Samples.today).readings.count == 1)
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
