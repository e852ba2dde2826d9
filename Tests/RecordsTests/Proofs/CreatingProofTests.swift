import FormModel
import Foundation
import Glibc
import Standards
import Testing

@testable import Records

/// Many new records at once, as a roster brings them, through power cuts and a disk that fails.
@Suite struct CreatingProofTests {
  let form: Form
  let new: [Record]
  private let losses = Losses()

  init() throws {
    let form = try Samples.form()
    let name = try #require(form.index(of: "name"))
    self.form = form
    new = ([1, 2, 3] as [UInt64]).map { seed in
      var record = Samples.record(form, seed: seed)
      record.answer("小\(seed)", for: name, source: .copied, Samples.stamp(1), form: form)
      return record
    }
  }

  /// Each new record that is there is whole; gives how many are.
  private func count(_ store: RecordStore, _ comment: String) -> Int {
    let found = new.filter { record in
      guard let found = try? store.record(id: record.id) else { return false }
      losses.expect(found == record, "\(comment): \(record.id)")
      return true
    }
    losses.expect(store.records().problems.isEmpty, comment)
    return found.count
  }

  @Test func `all of them are there, and none is written over`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    try store.create(new, on: Samples.today)
    #expect(count(store, "") == 3)
    #expect(try store.touched(on: Samples.today).count == 3)
    var other = new[2]
    other.answer("别人", for: 0, source: .told, Samples.stamp(2), form: form)
    let error = #expect(throws: StoreError.self) { try store.create([other], on: Samples.today) }
    #expect(error?.code == .conflict)
    #expect(count(store, "") == 3)
  }

  @Test func `after a power cut each is there whole or not at all, and all once that was said`() throws {
    let root = try TemporaryFolder()
    let disk = ModelDisk(root: root.path)
    try RecordStore(path: "\(root.path)/store", form: form, operations: disk.operations).create(new, on: Samples.today)
    let events = disk.events
    let folder = try TemporaryFolder(inMemory: true)
    var rebuilt = 0
    for prefix in 0...events.count {
      for fates in PowerCutTests.fates(of: PowerCutTests.unsynced(events, prefix).suffix(5), events) {
        rebuilt += 1
        try folder.fill(DiskState(events[..<prefix], fates: fates).tree)
        let comment = "after \(prefix)"
        let found = count(RecordStore(path: "\(folder.path)/store", form: form), comment)
        if prefix == events.count, fates.isEmpty { losses.expect(found == 3, comment) }
      }
    }
    #expect(rebuilt > 100)
    print("creations cut short: \(rebuilt) at \(events.count) operations; losses: \(losses.count)")
  }

  @Test func `each operation in turn fails, and each record is there whole or not at all`() throws {
    let whole = WatchedDisk(failingAt: .max, .short, isLasting: false)
    var injected = 0
    func run(_ disk: WatchedDisk, _ comment: String) throws {
      let folder = try TemporaryFolder(inMemory: true)
      let good = RecordStore(path: "\(folder.path)/store", form: form)
      let failing = RecordStore(path: good.path, form: form, operations: disk.operations)
      let isSaid: Bool
      do {
        try failing.create(new, on: Samples.today)
        isSaid = true
      } catch {
        isSaid = false
      }
      let found = count(good, comment)
      losses.expect(found == 3 || !isSaid, comment)
      // What is not there is made afterwards, as the next import does.
      let missing = new.filter { (try? good.record(id: $0.id)) == nil }
      try good.create(missing, on: Samples.today)
      losses.expect(count(good, comment) == 3, comment)
    }
    try run(whole, "without a fault")
    for target in 0..<whole.calls {
      for fault in WatchedDisk.Fault.errors {
        try run(WatchedDisk(failingAt: target, fault, isLasting: false), "call \(target) \(fault)")
        injected += 1
      }
    }
    print("faults injected into creating: \(injected), at \(whole.calls) operations; losses: \(losses.count)")
  }
}
