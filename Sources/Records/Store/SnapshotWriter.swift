import FormModel
import Standards
import Synchronization

/// The one thread that writes and syncs snapshots, and looks whether a number is known, so that nobody who types waits for a
/// disk.
///
/// Of several snapshots of a record that wait, only the newest is written. What could not be written is kept and tried
/// again, with the next snapshot or when `retry` is called. The thread begins with the first snapshot and ends with the
/// writer; signals are left to the other threads.
public final class SnapshotWriter: Sendable {
  /// What became of a snapshot.
  public enum Report: Hashable, Sendable {
    /// On the disk, synced.
    case saved(RecordID, revision: Int)
    case failed(RecordID, StoreError)
    /// Whether another record bears the child's number; told only where that could be found out quickly.
    case numberKnown(RecordID, number: String, Bool)
  }

  private let work: WriterWork

  /// `wake` is called on the writer's thread after each report.
  public init(store: any Store, wake: @escaping @Sendable () -> Void) {
    work = WriterWork(store: store, wake: wake)
  }

  deinit { work.close() }

  /// Says that a record was read from the store at this revision, and gives the snapshot of it to go on with: the
  /// record itself, or what waits for the disk and continues it.
  ///
  /// A snapshot that waits and does not continue it, because another desk has saved meanwhile, is joined with it: written
  /// over the revision that was read now, it would take the other's change away.
  @discardableResult
  public func opened(_ record: Record) -> Record {
    work.state.withLock { state in
      state.onDisk[record.id] = record.revision
      guard let index = state.waiting.firstIndex(where: { $0.record.id == record.id }) else { return record }
      state.waiting[index].record =
        state.waiting[index].record.merging(record, form: work.store.forms.form(of: record)).record
      return state.waiting[index].record
    }
  }

  /// Whether a record was read here, or saved.
  public func hasOpened(_ id: RecordID) -> Bool { work.state.withLock { $0.onDisk[id] != nil } }

  /// Joins a snapshot that was refused with what another desk has saved meanwhile, and gives what that is; nil where it
  /// cannot be read now. `retry` then writes what waits.
  public func join(_ id: RecordID) -> Record? {
    guard let theirs = (try? work.store.record(id: id)) ?? nil else { return nil }
    opened(theirs)
    return theirs
  }

  /// Gives a snapshot that waits another identity, where another record stands under its own; `retry` then writes it.
  public func rename(_ id: RecordID, to identity: RecordIdentity) {
    work.state.withLock { state in
      guard let index = state.waiting.firstIndex(where: { $0.record.id == id }) else { return }
      state.waiting[index].record.rename(identity)
    }
  }

  /// Takes a snapshot to be written; returns at once.
  public func submit(_ record: Record, today: CalendarDate) {
    work.ask { state in
      let snapshot = WriterWork.Snapshot(record: record, today: today)
      if let index = state.waiting.firstIndex(where: { $0.record.id == record.id }) {
        state.waiting[index] = snapshot
      } else {
        state.waiting.append(snapshot)
      }
    }
  }

  /// Asks whether another record bears this number of a child's; the report comes once what was submitted is written.
  public func check(_ number: String, of record: Record, setting: CheckSetting) {
    work.ask { state in
      state.checks.removeAll { $0.record.id == record.id }
      state.checks.append(WriterWork.NumberCheck(number: number, record: record, setting: setting))
    }
  }

  /// Tries again what could not be written.
  public func retry() {
    work.ask { _ in }
  }

  /// Waits until everything submitted was written or has failed, but no longer than so many milliseconds, and says
  /// whether nothing is left.
  public func drain(milliseconds: Int = 10_000) -> Bool {
    work.wait(milliseconds: milliseconds)
    return !hasUnsaved
  }

  /// Whether a snapshot is waiting for the disk.
  public var hasUnsaved: Bool { work.state.withLock { !$0.waiting.isEmpty } }

  /// The snapshots that are not on the disk.
  public var unsaved: [Record] { work.state.withLock { $0.waiting.map(\.record) } }

  /// The reports since the last call, in their order.
  public func reports() -> [Report] {
    work.state.withLock { state in
      defer { state.reports = [] }
      return state.reports
    }
  }
}
