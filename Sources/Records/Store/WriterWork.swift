import FormModel
import Standards
import Synchronization

/// What the writer and its thread share.
final class WriterWork: Sendable {
  struct Snapshot {
    var record: Record
    var today: CalendarDate
  }

  struct NumberCheck {
    var number: String
    var record: Record
    var setting: CheckSetting
  }

  struct State {
    /// Snapshots that are not on the disk yet, in the order of their coming.
    var waiting: [Snapshot] = []
    /// The revision that stands on the disk, as far as this session knows.
    var onDisk: [RecordID: Int] = [:]
    var checks: [NumberCheck] = []
    var reports: [SnapshotWriter.Report] = []
    /// How often the thread was asked to look, and how many of these times it has done so.
    var asked = 0
    var answered = 0
    var hasThread = false
    var isClosing = false
  }

  let state = Mutex(State())
  let store: any Store
  private let wake: @Sendable () -> Void
  /// Rung when there is something to do, and when it is done; nil where the system has no more descriptors.
  private let asking = ThreadSignal()
  private let done = ThreadSignal()

  init(store: any Store, wake: @escaping @Sendable () -> Void) {
    (self.store, self.wake) = (store, wake)
  }

  /// Changes what waits and has the thread look at it; where there can be no thread, looks at it at once.
  func ask(_ change: (inout State) -> Void) {
    let hasThread = state.withLock { state in
      change(&state)
      state.asked += 1
      if !state.hasThread, asking != nil, done != nil { state.hasThread = startThread { self.run() } }
      return state.hasThread
    }
    if hasThread {
      asking?.ring()
    } else {
      writeAll()
      lookAll(store.finder())
    }
  }

  func wait(milliseconds: Int) {
    let goal = state.withLock { $0.asked }
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while state.withLock({ $0.hasThread && $0.answered < goal }) {
      let left = clock.now.duration(to: end)
      guard left > .zero else { return }
      done?.wait(milliseconds: Int(left.components.seconds) * 1_000 + 1)
    }
  }

  func close() {
    state.withLock { $0.isClosing = true }
    asking?.ring()
  }

  private func run() {
    // The index belongs to this thread.
    let index = store.finder()
    repeat {
      asking?.wait()
      writeAll()
      lookAll(index)
    } while !state.withLock { $0.isClosing }
  }

  private func writeAll() {
    let (ids, asked) = state.withLock { ($0.waiting.map(\.record.id), $0.asked) }
    for id in ids { write(id) }
    state.withLock { $0.answered = asked }
    done?.ring()
  }

  /// Looks which numbers are known; what somebody waits for is written before.
  private func lookAll(_ index: any RecordFinding) {
    while let check = state.withLock({ $0.checks.isEmpty ? nil : $0.checks.removeFirst() }) {
      guard let isKnown = index.isNumberKnown(of: check.record, setting: check.setting) else { continue }
      state.withLock { $0.reports.append(.numberKnown(check.record.id, number: check.number, isKnown)) }
      wake()
    }
  }

  private func write(_ id: RecordID) {
    let job = state.withLock { state in
      state.waiting.first { $0.record.id == id }.map { ($0, state.onDisk[id]) }
    }
    guard let (snapshot, base) = job else { return }
    let report: SnapshotWriter.Report
    do throws(StoreError) {
      // A family takes its code home once it is saved; until then another can take its place.
      if base == nil, store.isCodeTaken(of: snapshot.record) { throw StoreError(.otherRecord, path: "\(id)") }
      try store.save(snapshot.record, replacing: base, on: snapshot.today)
      report = .saved(id, revision: snapshot.record.revision)
    } catch {
      report = .failed(id, error)
    }
    state.withLock { state in
      if case .saved(_, let revision) = report {
        state.onDisk[id] = revision
        // A newer snapshot may have come in while this one was written.
        state.waiting.removeAll { $0.record.id == id && $0.record.revision == revision }
      }
      state.reports.append(report)
    }
    wake()
  }
}
