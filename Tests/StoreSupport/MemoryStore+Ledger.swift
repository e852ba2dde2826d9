import Records
import Standards

extension MemoryStore {
  public func finder() -> MemoryFinder { MemoryFinder(store: self) }

  // MARK: The ledger

  public func ledger() throws(StoreError) -> Ledger {
    try check(.ledger)
    return Ledger(state.withLock { $0.ledger })
  }

  public func enter(_ entries: some Sequence<LedgerEntry>, after ledger: Ledger) throws(StoreError) {
    try check(.ledger)
    let new = Array(entries)
    let isEntered = state.withLock { state in
      guard state.ledger.count == ledger.size else { return false }
      state.ledger += new
      return true
    }
    guard isEntered else { throw StoreError(.conflict, path: name) }
  }

  public func records(
    of sendings: [Sending], isPresentEnough: @escaping @Sendable (Record) -> Bool
  ) -> [Result<Record, StoreError>] {
    sendings.map { sending in
      do throws(StoreError) {
        return .success(try record(id: sending.record, of: sending.begun))
      } catch {
        return .failure(error)
      }
    }
  }

  public func add(
    to ids: [RecordID], of day: CalendarDate, on today: CalendarDate,
    _ change: @escaping @Sendable (Record) -> Record?
  ) throws(StoreError) -> [RecordID] {
    try check(.records)
    return state.withLock { state in
      ids.filter { id in
        guard let standing = state.records[id], standing.created.at.date == day, let new = change(standing) else {
          return false
        }
        Self.put(new, on: today, &state)
        return true
      }
    }
  }

  // MARK: Archives

  public func startDailyBackup(
    at now: Timestamp, while isWanted: @escaping @Sendable () -> Bool,
    done: @escaping @Sendable (Result<Backup?, StoreError>) -> Void
  ) -> Bool {
    do throws(StoreError) {
      try check(.archive)
      state.withLock { state in
        if isWanted(), state.archives.last?.date != now.date { state.archives.append(now) }
        state.archiveFailure = nil
      }
      done(.success(nil))
    } catch {
      state.withLock { $0.archiveFailure = ArchiveFailure(at: now, error: error) }
      done(.failure(error))
    }
    return true
  }

  public func backUp(to file: String?, at now: Timestamp) throws(StoreError) -> Backup {
    try check(.archive)
    let count = all.count
    return Backup(
      path: file ?? "backups/\(now.date.iso).tar", entries: count + 2, records: count, bytes: 0, skipped: [])
  }

  public func archiveFailure() throws(StoreError) -> ArchiveFailure? { state.withLock { $0.archiveFailure } }
}
