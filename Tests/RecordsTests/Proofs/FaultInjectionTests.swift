import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// Promise 5, by trying: every file operation of a save, a journal, the settings and a backup is made to fail in turn.
@Suite struct FaultInjectionTests {
  enum Deed: String, CaseIterable, Sendable {
    case firstSave, save, journalBegin, journalAppend, settings, backup, restore, repair
  }

  let form: Form
  let old: Record
  let new: Record
  private let losses = Losses()

  init() throws {
    form = try Samples.form()
    let name = try #require(form.index(of: "name"))
    var record = Samples.record(form)
    record.answer("潘小明", for: name, source: .told, Samples.stamp(1), form: form)
    old = record
    record.answer("潘小月", for: name, source: .told, Samples.stamp(2), form: form)
    new = record
  }

  @Test(arguments: Deed.allCases)
  func `each operation in turn fails, once or from then on, and nothing good is lost`(deed: Deed) throws {
    let whole = WatchedDisk(failingAt: .max, .short, isLasting: false)
    try run(deed, on: whole, "\(deed) without a fault")
    var injected = 0
    func inject(_ target: Int, _ fault: WatchedDisk.Fault, isLasting: Bool) throws {
      let disk = WatchedDisk(failingAt: target, fault, isLasting: isLasting)
      try run(deed, on: disk, "\(deed) call \(target) \(fault)\(isLasting ? " from then on" : "")")
      #expect(disk.hits > 0)
      injected += 1
    }
    for target in 0..<whole.calls {
      for fault in WatchedDisk.Fault.errors { try inject(target, fault, isLasting: false) }
      try inject(target, .error(ENOSPC), isLasting: true)
    }
    for target in whole.shortable { try inject(target, .short, isLasting: false) }
    #expect(whole.calls >= 7, "\(deed) has hardly any operation")
    print("faults injected into \(deed.rawValue): \(injected), at \(whole.calls) operations; losses: \(losses.count)")
  }

  private func run(_ deed: Deed, on disk: WatchedDisk, _ comment: String) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let path = "\(folder.path)/store"
    let good = RecordStore(path: path, form: form)
    let failing = RecordStore(path: path, form: form, operations: disk.operations)
    if deed != .firstSave {
      try good.save(Samples.record(form), replacing: 0, on: Samples.today)
      try good.save(old, replacing: 0, on: Samples.today)
      try good.save(Settings(kindergarten: "甲园"))
    }
    switch deed {
    case .firstSave:
      let error = failure { () throws(StoreError) in try failing.save(old, replacing: 0, on: Samples.today) }
      try expectRecord(good, error, before: nil, after: old, disk, comment)
      try good.save(old, replacing: 0, on: Samples.today)
      try losses.expect(good.record(id: old.id) == old, "\(comment)")
    case .save:
      let error = failure { () throws(StoreError) in try failing.save(new, replacing: 1, on: Samples.today) }
      try expectRecord(good, error, before: old, after: new, disk, comment)
      let previous = try folder.read("store/records/2015-01-28/\(old.id).json.previous")
      losses.expect((try? Record(Array(previous.utf8), form: form)) != nil, "\(comment)")
      try good.save(new, replacing: 1, on: Samples.today)
      try losses.expect(good.record(id: old.id) == new, "\(comment)")
    case .journalBegin, .journalAppend: try journal(deed, good, failing, disk, comment)
    case .settings:
      let error = failure { () throws(StoreError) in try failing.save(Settings(kindergarten: "乙园")) }
      if let error { #expect(error.code == disk.code, "\(comment)") }
      let name = try good.settings().kindergarten
      losses.expect(name == "乙园" || name == "甲园" && error != nil, "\(comment): \(name)")
    case .backup: try backup(good, failing, folder, disk, comment)
    case .restore: try restore(good, failing, folder, disk, comment)
    case .repair: try repair(good, failing, folder, disk, comment)
    }
    losses.expect(good.records().problems.isEmpty, "\(comment)")
  }

  private func expectRecord(
    _ store: RecordStore, _ error: StoreError?, before: Record?, after: Record, _ disk: WatchedDisk, _ comment: String
  ) throws {
    if let error { #expect(error.code == disk.code, "\(comment): \(error)") }
    let found = try store.record(id: after.id)
    losses.expect(found == after || error != nil && found == before, "\(comment)")
  }

  private func journal(
    _ deed: Deed, _ good: RecordStore, _ failing: RecordStore, _ disk: WatchedDisk, _ comment: String
  ) throws {
    let since = Samples.stamp(1).at
    // The journal that is there before is written by the same session, so that the second base takes its place.
    func begin(_ journal: Journal) throws(StoreError) {
      try journal.begin(old, by: Samples.guardian, page: .null)
      try journal.append(["key": 1])
    }
    var error: StoreError?
    var events: [JSONValue] = [["key": 1]]
    var wroteBase = false
    if deed == .journalBegin {
      let journal = try good.journal(of: old, session: "a", since: since)
      try begin(journal)
      error = failure { () throws(StoreError) in
        let other = try failing.journal(of: new, session: "a", since: since)
        try other.begin(new, by: Samples.guardian, page: .null)
      }
      wroteBase = error == nil
      withExtendedLifetime(journal) {}
    } else {
      events = []
      error = failure { () throws(StoreError) in
        let journal = try failing.journal(of: old, session: "a", since: since)
        try journal.begin(old, by: Samples.guardian, page: .null)
        wroteBase = true
        var failed: StoreError?
        for number in 1...4 {
          do throws(StoreError) {
            try journal.append(["key": .int(number)])
            events.append(["key": .int(number)])
          } catch {
            failed = error
          }
        }
        if let failed { throw failed }
      }
    }
    if let error { #expect(error.code == disk.code, "\(comment): \(error)") }
    let (readings, problems) = good.journals(of: old.id, day: Samples.today)
    losses.expect(problems.isEmpty, "\(comment)")
    guard let reading = readings.first else {
      // Only a journal that never began may be missing.
      losses.expect(deed == .journalAppend && !wroteBase, comment)
      return
    }
    if deed == .journalBegin {
      losses.expect(reading.base.record == (wroteBase ? new : old), comment)
      losses.expect(reading.events == (wroteBase ? [] : events), comment)
    } else {
      // Every entry that was said to be written is there, also those after one that was not, and no other.
      losses.expect(reading.events == events, comment)
    }
  }

  private func backup(
    _ good: RecordStore, _ failing: RecordStore, _ folder: TemporaryFolder, _ disk: WatchedDisk, _ comment: String
  ) throws {
    let now = Samples.stamp(5).at
    let before = try contents(folder)
    var written: Backup?
    let error = failure { () throws(StoreError) in written = try failing.backUp(at: now) }
    try losses.expect(contents(folder) == before, "\(comment)")
    let archives = try folder.names().filter { $0.hasSuffix(".tar") }
    if let error {
      #expect(error.code == disk.code || error.code == .damaged && disk.code == .io, "\(comment): \(error)")
    }
    guard let written else {
      // What has the name of an archive is whole: only the last sync can fail after it has its name.
      for archive in archives { try expectWhole(archive, folder) }
      return
    }
    #expect(archives.count == 1, "\(comment)")
    // The settings, the record and the save before, the list of the day: what is not in the archive was said.
    let names = try folder.names().filter { !$0.contains("backups") && !$0.hasSuffix(".sqlite") }
    let files = names.filter { name in !names.contains { $0.hasPrefix(name + "/") } }
    let skipped = files.count { name in
      written.skipped.contains { name == "store/\($0.path)" || name.hasPrefix("store/\($0.path)/") }
    }
    losses.expect(written.entries + skipped == 4, "\(comment): \(written)")
    try expectWhole(try #require(archives.first), folder)
  }

  /// The archive has the newer record, the store the older.
  private func restore(
    _ good: RecordStore, _ failing: RecordStore, _ folder: TemporaryFolder, _ disk: WatchedDisk, _ comment: String
  ) throws {
    let other = RecordStore(path: "\(folder.path)/other", form: form)
    try other.save(new, replacing: 0, on: Samples.today)
    let archive = try other.backUp(to: "\(folder.path)/a.tar", at: Samples.stamp(5).at).path
    let error = failure { () throws(StoreError) in try failing.restore(from: archive, applying: true) { _ in } }
    if let error { #expect(error.code == disk.code, "\(comment): \(error)") }
    let found = try good.record(id: old.id)
    // What cannot be read in the store is left alone and said; it is no error of the restoring.
    losses.expect(found == new || found == old, comment)
    try good.restore(from: archive, applying: true) { _ in }
    try losses.expect(good.record(id: old.id) == new, comment)
  }

  private func repair(
    _ good: RecordStore, _ failing: RecordStore, _ folder: TemporaryFolder, _ disk: WatchedDisk, _ comment: String
  ) throws {
    let file = "store/records/2015-01-28/\(old.id).json"
    try good.save(new, replacing: 1, on: Samples.today)
    try folder.write("broken", to: file)
    let defect = try #require(StoreDoctor(good).examine().first { $0.kind.code == "unreadable" })
    let now = Samples.stamp(5).at
    let error = failure { () throws(StoreError) in _ = try StoreDoctor(failing).repair(defect, at: now) }
    if let error { #expect(error.code == disk.code, "\(comment): \(error)") }
    let broken = try folder.names().filter { (try? folder.read($0)) == "broken" }
    losses.expect(broken.count == 1, "\(comment): \(broken)")
    // Asked again, the doctor goes on from wherever it was stopped.
    for _ in 0..<3 {
      for defect in StoreDoctor(good).examine() where defect.isRepairable {
        _ = try StoreDoctor(good).repair(defect, at: now)
      }
    }
    try losses.expect(good.record(id: old.id) == old, comment)
    // Where the reason is there already from the try before, it is the second of its name.
    let aside = try folder.names().filter { $0.hasPrefix("store/aside/") && (try? folder.read($0)) == "broken" }
    losses.expect(aside.count == 1, "\(comment): \(aside)")
  }

  private func expectWhole(_ archive: String, _ folder: TemporaryFolder) throws {
    let parts = archive.split(separator: "/").map(String.init)
    let place = try Folder.open(
      ([folder.path] + parts.dropLast()).joined(separator: "/"), create: false)
    var reader = try TarReader(try #require(parts.last), in: place)
    while try reader.next() != nil {}
    let isWhole = reader.isWhole
    #expect(isWhole)
  }

  /// Everything but the archives.
  private func contents(_ folder: TemporaryFolder) throws -> [String: String] {
    var contents: [String: String] = [:]
    for name in try folder.names() where !name.contains("backups") {
      contents[name] = (try? folder.read(name)) ?? "folder"
    }
    return contents
  }

  private func failure(_ body: () throws(StoreError) -> Void) -> StoreError? {
    do throws(StoreError) {
      try body()
      return nil
    } catch {
      return error
    }
  }
}
