import FormModel
import Foundation
import Glibc
import Standards
import TestSupport
import Testing

@testable import Records

/// Promises 1, 2 and 4, by trying: every state that a power cut could leave of a session's operations is rebuilt in a
/// folder and opened.
///
/// `XUEJI_PROOF=whole` tries all subsets of up to six unsynced operations and 5,000 drawn by lot; without it a part of
/// them that takes a few seconds.
@Suite struct PowerCutTests {
  /// Something that was promised to be safe once so many operations had happened.
  private struct Promise {
    var events: Int
    var id: RecordID
    var revision: Int
  }

  let form: Form
  private let losses = Losses()
  private let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"

  init() throws { form = try Samples.form() }

  @Test func `after a power cut everything synced is there and can be read`() throws {
    let (events, promises, settings) = try session()
    var tried: Set<[String: [UInt8]?]> = []
    var rebuilt = 0
    var generator = Steps(state: 20_150_128)
    let folder = try TemporaryFolder(inMemory: true)
    func attempt(_ prefix: Int, _ fates: [Int: Fate]) throws {
      rebuilt += 1
      let tree = DiskState(events[..<prefix], fates: fates).tree
      // Other ways to the same disk were opened already, but what is promised depends on how far the session came.
      guard tried.insert(tree.merging(["": Array("\(promised(promises, prefix))".utf8)]) { $1 }).inserted else {
        return
      }
      try open(tree, folder, promises.filter { $0.events <= prefix }, settings.last { $0.0 <= prefix }?.1, losses)
    }
    for prefix in 0...events.count {
      let unsynced = Self.unsynced(events, prefix)
      let chosen = unsynced.suffix(isWhole ? 6 : 3)
      for fates in Self.fates(of: Array(chosen), events) { try attempt(prefix, fates) }
    }
    for _ in 0..<(isWhole ? 5_000 : 300) {
      let prefix = Int.random(in: 0...events.count, using: &generator)
      var fates: [Int: Fate] = [:]
      for index in Self.unsynced(events, prefix) {
        let choices: [Fate] = events[index].canTear ? [.done, .missing, .torn] : [.done, .missing]
        fates[index] = choices.randomElement(using: &generator)
      }
      try attempt(prefix, fates)
    }
    #expect(promises.count >= 6)
    #expect(tried.count > 100)
    print(
      "power cuts: \(events.count) operations, \(rebuilt) states rebuilt, \(tried.count) of them different;"
        + " losses: \(losses.count)")
  }

  /// A damaged record is set aside and the save before takes its place; the power goes at every step of it.
  @Test func `a repair that a power cut has stopped can be made again`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let disk = ModelDisk(root: folder.path)
    let store = RecordStore(path: "\(folder.path)/store", form: form, operations: disk.operations)
    let (good, record) = try store.saveTwice()
    let file = "\(record.id).json"
    let place = try store.folder(create: false).folder("records", create: false).folder("2015-01-28", create: false)
    let opened = disk.operations.open(place.descriptor, file, O_WRONLY, 0)
    #expect(disk.operations.truncate(opened, 0) == 0 && disk.operations.write(opened, "broken", 6) == 6)
    #expect(disk.operations.sync(opened) == 0 && close(opened) == 0)
    let start = disk.events.count
    try Self.mend(store)
    let events = disk.events
    #expect(events.count > start + 8)
    var rebuilt = 0
    for prefix in start...events.count {
      for fates in Self.fates(of: Self.unsynced(events, prefix).suffix(6), events) {
        rebuilt += 1
        try folder.fill(DiskState(events[..<prefix], fates: fates).tree)
        let store = RecordStore(path: "\(folder.path)/store", form: form)
        try Self.mend(store)
        try losses.expect(store.record(id: good.id) == good, "the save before is not back after \(prefix)")
        let kept = try folder.names().filter { $0.contains("aside/") && (try? folder.read($0)) == "broken" }
        losses.expect(kept.count == 1, "what was set aside is \(kept) after \(prefix)")
        let left = StoreDoctor(store).examine()
        losses.expect(left.isEmpty, "\(left) is left after \(prefix)")
      }
    }
    print("repairs cut short: \(rebuilt); losses: \(losses.count)")
  }

  private static func mend(_ store: RecordStore) throws {
    for _ in 0..<3 {
      for defect in StoreDoctor(store).examine() where defect.isRepairable {
        _ = try StoreDoctor(store).repair(defect, at: Samples.stamp(5).at)
      }
    }
  }

  /// The same trial, on a disk that keeps what it likes: whatever it looks for, it finds missing somewhere.
  @Test func `the trial sees what a store that does not sync would lose`() throws {
    let (events, promises, settings) = try session()
    let unsafe = events.filter { !$0.isSync }
    #expect(unsafe.count < events.count && Self.unsynced(unsafe, unsafe.count).count == unsafe.count)
    let folder = try TemporaryFolder(inMemory: true)
    var generator = Steps(state: 20_150_128)
    let seen = Losses(areIssues: false)
    for _ in 0..<300 {
      var fates: [Int: Fate] = [:]
      // Most of it arrives: of a disk on which nothing does the first loss would hide the others.
      for index in unsafe.indices where Int.random(in: 0..<12, using: &generator) == 0 {
        fates[index] = unsafe[index].canTear && Bool.random(using: &generator) ? .torn : .missing
      }
      do {
        try open(DiskState(unsafe[...], fates: fates).tree, folder, promises, settings.last?.1, seen)
      } catch {
        seen.expect(false, "\(error)")
      }
    }
    let kinds = [
      "is gone", " has ", "the save before of ", " before ", "settings ", "the archive is cut off", "damaged",
    ]
    for kind in kinds { #expect(seen.said.contains { $0.contains(kind) }, "no trial says: \(kind)") }
    // With the syncs, and all else as unlucky, nothing is lost of what was promised.
    let kept = Losses(areIssues: false)
    let safe = Self.unsynced(events, events.count)
    for fate in [Fate.done, .missing] {
      let fates = Dictionary(uniqueKeysWithValues: safe.map { ($0, fate) })
      try open(DiskState(events[...], fates: fates).tree, folder, promises, settings.last?.1, kept)
    }
    #expect(kept.count == 0, "\(kept.said)")
  }

  // MARK: The session

  /// Two records that are typed into, with their journals, the settings, and the archive of the day.
  private func session() throws -> (events: [ModelDisk.Event], promises: [Promise], settings: [(Int, String)]) {
    let folder = try TemporaryFolder()
    let disk = ModelDisk(root: folder.path)
    let store = RecordStore(path: "\(folder.path)/store", form: form, operations: disk.operations)
    var promises: [Promise] = []
    var settings: [(Int, String)] = []
    try store.save(Settings(kindergarten: "甲园"))
    settings.append((disk.events.count, "甲园"))
    let name = try #require(form.index(of: "name"))
    for seed in [1, 2] as [UInt64] {
      var record = Samples.record(form, seed: seed)
      let journal = try store.journal(of: record, session: "a\(seed)", since: Samples.stamp(1).at)
      for number in 1...3 {
        try journal.begin(record, by: Samples.guardian, page: .null)
        for key in 1...2 { try journal.append(["key": .int(key)]) }
        let base = record.revision
        record.answer("小\(number)", for: name, source: .told, Samples.stamp(number), form: form)
        try store.save(record, replacing: base, on: Samples.today)
        promises.append(Promise(events: disk.events.count, id: record.id, revision: record.revision))
      }
      journal.remove()
    }
    try store.save(Settings(kindergarten: "乙园"))
    settings.append((disk.events.count, "乙园"))
    _ = try store.backUpDaily(at: Samples.stamp(9).at)
    return (disk.events, promises, settings)
  }

  private func promised(_ promises: [Promise], _ prefix: Int) -> Int { promises.count { $0.events <= prefix } }

  /// The operations before a moment that nothing has made safe.
  static func unsynced(_ events: [ModelDisk.Event], _ prefix: Int) -> [Int] {
    var safe: Set<Int> = []
    var found: [Int] = []
    for index in (0..<prefix).reversed() {
      if case .sync(let node) = events[index] {
        safe.insert(node)
      } else if !safe.contains(events[index].place) {
        found.append(index)
      }
    }
    return found.reversed()
  }

  /// Every choice of what became of some operations.
  static func fates(of chosen: [Int], _ events: [ModelDisk.Event]) -> [[Int: Fate]] {
    chosen.reduce([[:]]) { choices, index in
      choices.flatMap { choice in
        ((events[index].canTear ? [.done, .missing, .torn] : [.done, .missing]) as [Fate]).map { fate in
          choice.merging([index: fate]) { $1 }
        }
      }
    }
  }

  // MARK: Opening a state

  private func open(
    _ tree: [String: [UInt8]?], _ folder: TemporaryFolder, _ promises: [Promise], _ settings: String?,
    _ losses: Losses
  ) throws {
    try folder.fill(tree)
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    let (records, problems) = store.records()
    losses.expect(problems.isEmpty, "\(problems)")
    var wanted: [RecordID: Int] = [:]
    for promise in promises {
      // The revision that was synced, or the one whose save was not finished.
      wanted[promise.id] = promise.revision
    }
    for (id, revision) in wanted {
      guard let found = records.first(where: { $0.id == id }) else {
        losses.expect(false, "\(id) is gone")
        continue
      }
      losses.expect(found.revision == revision || found.revision == revision + 1, "\(id) has \(found.revision)")
      guard revision > 1 else { continue }
      let previous = tree["store/records/2015-01-28/\(id).json.previous"].flatMap { $0 }
      guard let before = previous.flatMap({ try? Record($0, form: form) }) else {
        losses.expect(false, "the save before of \(id) is gone")
        continue
      }
      // The names of one folder may reach the disk in any order: then both are the same save, the last good one.
      losses.expect((found.revision - 2...found.revision).contains(before.revision), "\(id) before \(before.revision)")
    }
    if let settings {
      let found = try store.settings().kindergarten
      losses.expect(found == settings || settings == "甲园" && found == "乙园", "settings \(found)")
    }
    // What has the name of an archive is whole.
    guard tree["store/backups/2015-01-28.tar"] != nil else { return }
    var reader = try TarReader(
      "2015-01-28.tar", in: Folder.open("\(folder.path)/store/backups", create: false))
    while try reader.next() != nil {}
    let isWhole = reader.isWhole
    losses.expect(isWhole, "the archive is cut off")
  }
}

extension TemporaryFolder {
  /// Holds these files and folders and no others.
  func fill(_ tree: [String: [UInt8]?]) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for (name, bytes) in tree.sorted(by: { $0.key < $1.key }) {
      let file = "\(path)/\(name)"
      guard let bytes else {
        guard mkdir(file, 0o700) == 0 else { throw StoreError(.io, path: file) }
        continue
      }
      let opened = Glibc.open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
      guard opened >= 0 else { throw StoreError(.io, path: file) }
      defer { close(opened) }
      guard Glibc.write(opened, bytes, bytes.count) == bytes.count else { throw StoreError(.io, path: file) }
    }
  }
}
