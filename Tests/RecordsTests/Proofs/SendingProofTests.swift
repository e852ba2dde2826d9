import FormModel
import Foundation
import Glibc
import Standards
import Testing

@testable import Records

/// What goes out: the ledger, and many records noted at once, through power cuts and a disk that fails.
@Suite struct SendingProofTests {
  let form: Form
  let old: [Record]
  private let losses = Losses()

  init() throws {
    let form = try Samples.form()
    let name = try #require(form.index(of: "name"))
    self.form = form
    old = ([1, 2, 3] as [UInt64]).map { seed in
      var record = Samples.record(form, seed: seed)
      record.answer("小\(seed)", for: name, source: .told, Samples.stamp(1), form: form)
      return record
    }
  }

  private func entries() -> [LedgerEntry] {
    old.map { LedgerEntry(.first, record: $0.id, revision: 1, sheet: "a.xlsx", row: 2, stamp: Samples.stamp(5)) }
  }

  private func begin(_ folder: TemporaryFolder, _ operations: FileOperations = .system) throws -> RecordStore {
    let store = RecordStore(path: "\(folder.path)/store", form: form, operations: operations)
    for record in old { try store.save(record, replacing: 0, on: Samples.today) }
    return store
  }

  private func send(_ store: RecordStore) throws(StoreError) -> [Record] {
    try store.enter(entries(), after: try store.ledger())
    let form = form
    let ids = try store.add(to: old.map(\.id), of: Samples.today, on: Samples.today) { Self.sent($0, form) }
    return old.filter { ids.contains($0.id) }.map { Self.sent($0, form) }
  }

  private static func sent(_ record: Record, _ form: Form) -> Record {
    var record = record
    let setting = CheckSetting(today: Samples.today)
    record.apply(.export(sheet: "a.xlsx", row: 2), Samples.stamp(6), form: form, setting: setting)
    return record
  }

  @Test func `many records are changed at once, and the save before each stays beside it`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = try begin(folder)
    let changed = try send(store)
    #expect(changed.map(\.id) == old.map(\.id))
    for (record, before) in zip(changed, old) {
      let found = try store.record(id: record.id)
      #expect(found == record)
      let previous = try folder.read("store/records/2015-01-28/\(record.id).json.previous")
      let kept = try Record(Array(previous.utf8), form: form)
      #expect(kept == before)
    }
    #expect(try store.touched(on: Samples.today).count == 3)
    #expect(try folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
  }

  @Test func `of many to be saved, those that are not what they were are left to be saved alone`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = try begin(folder)
    let address = try #require(form.index(of: "address"))
    func answered(_ record: Record, _ value: String) -> Record {
      var record = record
      record.answer(value, for: address, source: .told, Samples.stamp(6), form: form)
      return record
    }
    let new = old.map { answered($0, "演示路 9 号") }
    let theirs = answered(old[1], "演示路 8 号")
    try store.save(theirs, replacing: old[1].revision, on: Samples.today)
    let file = "store/records/2015-01-28/\(old[2].id).json"
    var outside = try folder.read(file)
    let name = try #require(outside.range(of: "小3"))
    outside.replaceSubrange(name, with: "小三")
    try folder.write(outside, to: file)
    let saved = try store.save(new.map { ($0, base: $0.revision - 1) }, on: Samples.today)
    #expect(saved == [old[0].id])
    #expect(try store.record(id: old[0].id) == new[0])
    #expect(try store.record(id: old[1].id) == theirs)
    #expect(try folder.read(file) == outside)
    #expect(throws: StoreError.self) { try store.save(new[1], replacing: old[1].revision, on: Samples.today) }
    try store.save(new[2], replacing: old[2].revision, on: Samples.today)
    #expect(try folder.names().contains { $0.contains("aside/") }, "what somebody else has written is kept")
  }

  @Test func `one that was made by hand is sent as any other`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = try begin(folder)
    let file = "store/records/2015-01-28/\(old[0].id).json"
    var members = try #require(JSONValue.parse(Array(folder.read(file).utf8)).object)
    members["checksum"] = nil
    try folder.write(String(decoding: JSONValue.object(members).serialized(pretty: false), as: UTF8.self), to: file)
    #expect(try send(store).map(\.id) == old.map(\.id))
    #expect(try store.record(id: old[0].id) == Self.sent(old[0], form))
    #expect(try !Record.isChangedOutside(Array(folder.read(file).utf8)))
  }

  @Test func `one that cannot be read, or was changed outside, is left as it is`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = try begin(folder)
    let files = old.map { "store/records/2015-01-28/\($0.id).json" }
    let outside = try folder.read(files[1]).replacingOccurrences(of: "小2", with: "小二")
    try folder.write("broken", to: files[0])
    try folder.write(outside, to: files[1])
    #expect(try send(store).map(\.id) == [old[2].id])
    #expect(try folder.read(files[0]) == "broken")
    #expect(try folder.read(files[1]) == outside)
  }

  @Test func `after a power cut every record is the old one or the new one, and the ledger was first`() throws {
    let root = try TemporaryFolder()
    let disk = ModelDisk(root: root.path)
    let store = try begin(root, disk.operations)
    let start = disk.events.count
    let new = try send(store)
    let events = disk.events
    let folder = try TemporaryFolder(inMemory: true)
    var rebuilt = 0
    for prefix in start...events.count {
      for fates in PowerCutTests.fates(of: PowerCutTests.unsynced(events, prefix).suffix(5), events) {
        rebuilt += 1
        try folder.fill(DiskState(events[..<prefix], fates: fates).tree)
        let store = RecordStore(path: "\(folder.path)/store", form: form)
        let known = (try? store.ledger())?.last.count
        for (before, after) in zip(old, new) {
          let found = try? store.record(id: before.id)
          losses.expect(found == before || found == after, "\(before.id) after \(prefix)")
          // Whoever says that it went out is known to have: a torn ledger is said, and stops the next export.
          if found == after { losses.expect(known == old.count, "the ledger knows \(known ?? -1) after \(prefix)") }
          if prefix == events.count, fates.isEmpty { losses.expect(found == after, "\(before.id) is not the new one") }
        }
      }
    }
    #expect(rebuilt > 100)
    print("sendings cut short: \(rebuilt) at \(events.count - start) operations; losses: \(losses.count)")
  }

  @Test func `each operation in turn fails, and every record is the old one or the new one`() throws {
    let whole = WatchedDisk(failingAt: .max, .short, isLasting: false)
    try run(whole, "without a fault")
    var injected = 0
    func inject(_ target: Int, _ fault: WatchedDisk.Fault, isLasting: Bool = false) throws {
      let disk = WatchedDisk(failingAt: target, fault, isLasting: isLasting)
      try run(disk, "call \(target) \(fault)")
      injected += 1
    }
    for target in 0..<whole.calls {
      for fault in WatchedDisk.Fault.errors { try inject(target, fault) }
      try inject(target, .error(ENOSPC), isLasting: true)
    }
    for target in whole.shortable { try inject(target, .short) }
    print("faults injected into sending: \(injected), at \(whole.calls) operations; losses: \(losses.count)")
  }

  private func run(_ disk: WatchedDisk, _ comment: String) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let good = try begin(folder)
    let failing = RecordStore(path: good.path, form: form, operations: disk.operations)
    let sent = try? send(failing)
    let ledger = try? good.ledger()
    losses.expect(ledger != nil, "\(comment): the ledger")
    for before in old {
      let found = try? good.record(id: before.id)
      let isNew = found == Self.sent(before, form)
      losses.expect(found == before || isNew, "\(comment): \(before.id)")
      if isNew { losses.expect(ledger?.last[before.id] != nil, "\(comment): \(before.id) is not in the ledger") }
      if let sent, sent.contains(where: { $0.id == before.id }) {
        losses.expect(isNew, "\(comment): \(before.id) is old")
      }
    }
    losses.expect(good.records().problems.isEmpty, comment)
    // What was not sent is sent now, and none twice.
    if (ledger?.last ?? [:]).isEmpty {
      _ = try send(good)
      losses.expect(try good.ledger().last.count == 3, comment)
    }
  }
}
