import Dispatch
import Standards
import Synchronization

/// The one thread that writes and syncs snapshots, so that nobody who types waits for a disk.
///
/// Of several snapshots of a record that wait, only the newest is written. What could not be written is kept and tried
/// again, with the next snapshot or when `retry` is called.
public final class SnapshotWriter: Sendable {
  /// What became of a snapshot.
  public enum Report: Hashable, Sendable {
    /// On the disk, synced.
    case saved(RecordID, revision: Int)
    case failed(RecordID, StoreError)
  }

  private struct Waiting {
    var record: Record
    var today: CalendarDate
  }

  private struct State {
    /// Snapshots that are not on the disk yet.
    var waiting: [RecordID: Waiting] = [:]
    /// The revision that stands on the disk, as far as this session knows.
    var standing: [RecordID: Int] = [:]
    var reports: [Report] = []
  }

  private let store: RecordStore
  private let queue = DispatchQueue(label: "xueji.writer", qos: .userInitiated)
  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  /// `wake` is called on the writer's thread after each report.
  public init(store: RecordStore, wake: @escaping @Sendable () -> Void) {
    self.store = store
    self.wake = wake
  }

  /// Says that a record was read from the store at this revision.
  public func opened(_ record: Record) {
    state.withLock { $0.standing[record.id] = record.revision }
  }

  /// Takes a snapshot to be written; returns at once.
  public func submit(_ record: Record, today: CalendarDate) {
    state.withLock { $0.waiting[record.id] = Waiting(record: record, today: today) }
    queue.async { self.writeAll() }
  }

  /// Tries again what could not be written.
  public func retry() {
    queue.async { self.writeAll() }
  }

  /// Waits until everything submitted was written or has failed, and says whether nothing is left.
  public func drain() -> Bool {
    queue.sync {}
    return state.withLock { $0.waiting.isEmpty }
  }

  /// Whether a snapshot is waiting for the disk.
  public var hasUnsaved: Bool { state.withLock { !$0.waiting.isEmpty } }

  /// The reports since the last call, in their order.
  public func reports() -> [Report] {
    state.withLock { state in
      defer { state.reports = [] }
      return state.reports
    }
  }

  private func writeAll() {
    for id in state.withLock({ Array($0.waiting.keys) }) { write(id) }
  }

  private func write(_ id: RecordID) {
    guard let (waiting, base) = state.withLock({ state in state.waiting[id].map { ($0, state.standing[id] ?? 0) } })
    else { return }
    let report: Report
    do throws(StoreError) {
      try store.save(waiting.record, replacing: base, on: waiting.today)
      report = .saved(id, revision: waiting.record.revision)
    } catch {
      report = .failed(id, error)
    }
    state.withLock { state in
      if case .saved(_, let revision) = report {
        state.standing[id] = revision
        // A newer snapshot may have come in while this one was written.
        if state.waiting[id]?.record.revision == revision { state.waiting[id] = nil }
      }
      state.reports.append(report)
    }
    wake()
  }
}
