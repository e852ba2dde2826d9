import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// A lock that does not come: another program was stopped while it held a folder.
@Suite struct LockPatienceTests {
  let folder: TemporaryFolder
  let store: RecordStore
  let record: Record

  init() throws {
    let form = try Samples.form()
    folder = try TemporaryFolder(inMemory: true)
    store = RecordStore(path: "\(folder.path)/store", form: form).waiting(milliseconds: 60)
    record = Samples.record(form)
    try store.save(record, replacing: nil, on: Samples.today)
  }

  /// Holds the lock of a folder of the store, as a program does that was stopped.
  private func holding(_ name: String, _ body: () throws -> Void) throws {
    let held = open("\(folder.path)/store/\(name)", O_RDONLY | O_CLOEXEC)
    #expect(held >= 0 && flock(held, LOCK_EX) == 0)
    // Unlocked, since a program that another test is just starting has what is open until it has become itself.
    defer {
      flock(held, LOCK_UN)
      close(held)
    }
    try body()
  }

  private func refusal(_ body: () throws(StoreError) -> Void) -> StoreError? {
    do throws(StoreError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a save ends in time and says who holds the folder, and goes through once it is free`() throws {
    var next = record
    next.answer("潘小明", for: 0, source: .told, Samples.stamp(1), form: store.forms.form)
    try holding("records/2015-01-28") { () throws in
      let begun = ContinuousClock.now
      let error = refusal { () throws(StoreError) in try store.save(next, replacing: 0, on: Samples.today) }
      #expect(error?.code == .locked && error?.detail.hasSuffix(" \(getpid())") == true, "\(String(describing: error))")
      #expect(ContinuousClock.now - begun >= .milliseconds(60))
      #expect(try store.record(id: record.id)?.revision == 0)
    }
    try store.save(next, replacing: 0, on: Samples.today)
    #expect(try store.record(id: record.id) == next)
  }

  @Test func `whoever waits learns for how long the same program has been seen to hold it`() {
    let patience = LockPatience(milliseconds: 10)
    let now = ContinuousClock.now
    #expect(patience.refusal("a", heldBy: "desk 7", since: now - .seconds(40)).number == 40)
    #expect(patience.refusal("a", heldBy: "desk 7", since: now).number >= 40)
    #expect(patience.refusal("a", heldBy: "desk 8", since: now).number == 0)
    patience.forget("a")
    #expect(patience.refusal("a", heldBy: "desk 7", since: now).number == 0)
  }

  @Test func `what needs the lock to look says what it has not seen, and lists need none`() throws {
    try holding("records/2015-01-28") { () throws in
      let backup = try store.backUp(to: "\(folder.path)/a.tar", at: Samples.stamp(5).at)
      #expect(backup.records == 0 && backup.skipped.map(\.code) == [.locked] && backup.problem != nil)
      #expect(StoreDoctor(store).examine().map(\.kind.code).contains("unexamined"))
      #expect(store.records().records == [record])
    }
    try holding("backups") { () throws in
      #expect(refusal { () throws(StoreError) in _ = try store.backUpDaily(at: Samples.stamp(5).at) }?.code == .locked)
      // Another desk is making it: that is no failure yet.
      #expect(try store.archiveFailure() == nil)
    }
    try holding("") { () throws in
      let error = refusal { () throws(StoreError) in try store.save(Settings(kindergarten: "甲园")) }
      #expect(error?.code == .locked)
    }
  }

  @Test func `on a disk without locks the file that is one is named by its process and computer`() throws {
    var operations = FileOperations.withoutLocks
    operations.patience = LockPatience(milliseconds: 60)
    let place = try Folder.open(folder.path, create: false, operations: operations)
    try folder.write("1 1 another-computer\n", to: StoreLayout.lock)
    let error = #expect(throws: StoreError.self) { try place.locked { () throws(StoreError) in } }
    #expect(error?.code == .locked && error?.detail == "1 another-computer")
  }
}
