import FormModel
import Foundation
import Standards
import Synchronization
import Testing

@testable import Records

@Suite struct SnapshotWriterTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  /// A record after so many answers.
  private func snapshots(_ count: Int, seed: UInt64 = 1) throws -> [Record] {
    var record = Samples.record(form, seed: seed)
    let name = try #require(form.index(of: "name"))
    return (1...count).map { number in
      record.answer("小\(number)", for: name, source: .told, Samples.stamp(number), form: form)
      return record
    }
  }

  @Test func `what another desk has saved is joined with a snapshot that was refused before`() throws {
    let all = try snapshots(2)
    let writer = SnapshotWriter(store: store()) {}
    writer.submit(all[0], today: Samples.today)
    #expect(writer.drain())
    // Another desk saves revision 2; ours of the same revision is refused and waits.
    var other = all[0]
    let address = try #require(form.index(of: "address"))
    other.answer("示范路8号", for: address, source: .told, Samples.stamp(9), form: form)
    try store().save(other, replacing: 1, on: Samples.today)
    writer.submit(all[1], today: Samples.today)
    #expect(!writer.drain())
    // Read again, both changes count, and a retry writes them over what was read.
    let joined = writer.opened(other)
    #expect(joined.continues(other))
    #expect(joined.answers[address] == other.answers[address])
    #expect(joined.answers[0] == all[1].answers[0])
    writer.retry()
    #expect(writer.drain())
    #expect(try store().record(id: other.id) == joined)
  }

  @Test func `what waits for a disk that fails is what is gone on with`() throws {
    let all = try snapshots(2)
    try store().save(all[0], replacing: 0, on: Samples.today)
    var operations = FileOperations.system
    operations.write = { _, _, _ in
      errno = ENOSPC
      return -1
    }
    let writer = SnapshotWriter(store: store(operations)) {}
    writer.opened(all[0])
    writer.submit(all[1], today: Samples.today)
    #expect(!writer.drain())
    #expect(writer.opened(all[0]) == all[1])
    #expect(writer.unsaved == [all[1]])
  }

  @Test func `a snapshot is on the disk when it is reported`() throws {
    let woken = Mutex(0)
    let writer = SnapshotWriter(store: store()) { woken.withLock { $0 += 1 } }
    let record = try snapshots(1)[0]
    #expect(writer.drain())
    writer.submit(record, today: Samples.today)
    #expect(writer.drain())
    #expect(writer.reports() == [.saved(record.id, revision: 1)])
    #expect(writer.reports().isEmpty)
    #expect(woken.withLock { $0 } == 1)
    #expect(try store().record(id: record.id) == record)
  }

  @Test func `of snapshots that wait for a slow disk only the newest is written`() throws {
    // The first write waits until all are submitted.
    let gate = DispatchSemaphore(value: 0)
    let isFirst = Mutex(true)
    var operations = FileOperations.system
    operations.write = { descriptor, bytes, count in
      if isFirst.withLock({ first in
        defer { first = false }
        return first
      }) {
        gate.wait()
      }
      return Glibc.write(descriptor, bytes, count)
    }
    let writer = SnapshotWriter(store: store(operations)) {}
    let all = try snapshots(50)
    let other = try snapshots(1, seed: 2)[0]
    writer.submit(all[0], today: Samples.today)
    while isFirst.withLock({ $0 }) { sched_yield() }
    for record in all.dropFirst() { writer.submit(record, today: Samples.today) }
    writer.submit(other, today: Samples.today)
    #expect(writer.hasUnsaved)
    #expect(!writer.drain(milliseconds: 1))
    gate.signal()
    #expect(writer.drain())
    #expect(
      writer.reports() == [
        .saved(all[0].id, revision: 1), .saved(all[0].id, revision: 50), .saved(other.id, revision: 1),
      ])
    #expect(try store().record(id: all[0].id) == all[49])
  }

  @Test func `what could not be written is kept and tried again`() throws {
    let isFull = Mutex(true)
    var operations = FileOperations.system
    operations.write = { descriptor, bytes, count in
      guard isFull.withLock({ $0 }) else { return Glibc.write(descriptor, bytes, count) }
      errno = ENOSPC
      return -1
    }
    let writer = SnapshotWriter(store: store(operations)) {}
    let all = try snapshots(3)
    let other = try snapshots(1, seed: 2)[0]
    writer.submit(all[0], today: Samples.today)
    #expect(!writer.drain())
    guard case .failed(all[0].id, let error) = writer.reports().first else {
      Issue.record("a full disk was not reported")
      return
    }
    #expect(error.code == .full)
    writer.retry()
    #expect(!writer.drain())
    #expect(writer.unsaved == [all[0]])
    writer.submit(all[2], today: Samples.today)
    #expect(!writer.drain())
    #expect(writer.unsaved == [all[2]])
    isFull.withLock { $0 = false }
    // Another record's snapshot tries the first again, too.
    _ = writer.reports()
    writer.submit(other, today: Samples.today)
    #expect(writer.drain())
    #expect(writer.reports() == [.saved(all[2].id, revision: 3), .saved(other.id, revision: 1)])
    #expect(try store().record(id: all[2].id) == all[2])
  }

  @Test func `a record goes on from the revision that was opened`() throws {
    let all = try snapshots(3)
    try store().save(all[0], replacing: 0, on: Samples.today)
    let writer = SnapshotWriter(store: store()) {}
    writer.opened(all[0])
    writer.submit(all[1], today: Samples.today)
    #expect(writer.drain())
    // Somebody else saves meanwhile.
    try store().save(all[2], replacing: 2, on: Samples.today)
    var mine = all[1]
    mine.handIn(Samples.stamp(9))
    mine.setContact(Contact(telephone: "13800000000"), Samples.stamp(9))
    writer.submit(mine, today: Samples.today)
    #expect(!writer.drain())
    guard case .failed(_, let error) = writer.reports().last else {
      Issue.record("a conflict was not reported")
      return
    }
    #expect(error.code == .conflict)
    #expect(try store().record(id: mine.id) == all[2])
  }

  @Test func `many threads may submit`() throws {
    let writer = SnapshotWriter(store: store()) {}
    let all = try (1...8).map { try snapshots(20, seed: UInt64($0)) }
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      for record in all[index] { writer.submit(record, today: Samples.today) }
    }
    #expect(writer.drain())
    #expect(Set(store().records().records) == Set(all.map { $0[19] }))
  }

  @Test func `a writer that is let go still writes what it was given`() throws {
    let record = try snapshots(1)[0]
    let saved = DispatchSemaphore(value: 0)
    SnapshotWriter(store: store()) { saved.signal() }.submit(record, today: Samples.today)
    #expect(saved.wait(timeout: .now() + 60) == .success)
    #expect(try store().record(id: record.id) == record)
  }
}
