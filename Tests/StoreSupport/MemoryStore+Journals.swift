import Records
import Standards

extension MemoryStore {
  public typealias Journals = (readings: [JournalReading], problems: [StoreError])

  public func journal(
    of record: Record, session: String, since: Timestamp
  ) throws(StoreError) -> MemoryJournal {
    try check(.journals)
    return MemoryJournal(record.id, session: session, since: since, store: self)
  }

  public func journals(of day: CalendarDate) -> Journals { journals { $0.created.at.date == day } }

  public func journals(of id: RecordID, day: CalendarDate) -> Journals {
    journals { $0.id == id && $0.created.at.date == day }
  }

  public func journal(leftBy holder: Authority) -> (reading: JournalReading?, problems: [StoreError]) {
    let found = journals { record in
      holder.maySee(record) && (self.state.withLock { $0.records[record.id] }.map(holder.maySee) ?? true)
    }
    return (found.readings.last { $0.isLeft(by: holder) }, found.problems)
  }

  private func journals(_ isWanted: (Record) -> Bool) -> Journals {
    do throws(StoreError) {
      try check(.journals)
      let readings = state.withLock { $0.journals.values }.map { kept in
        var reading = kept.content
        reading.owner = kept.isRunning ? .running : .gone
        return reading
      }
      return (readings.filter { isWanted($0.base.record) }.sorted { $0.base.since < $1.base.since }, [])
    } catch {
      return ([], [error])
    }
  }

  public func discard(_ reading: JournalReading) {
    state.withLock { $0.journals[MemoryJournal.key(reading.base.record.id, reading.session)] = nil }
  }

  public func draft(session: String) throws(StoreError) -> MemoryDraft {
    try check(.journals)
    return MemoryDraft(session, store: self)
  }

  public func draftsLeft() -> (readings: [DraftReading], problems: [StoreError]) {
    do throws(StoreError) {
      try check(.journals)
      let left = state.withLock { $0.drafts.filter { !$0.value.isRunning } }
      return (
        left.map { DraftReading(draft: $0.value.content, name: $0.key) }.sorted { $0.draft.at < $1.draft.at }, []
      )
    } catch {
      return ([], [error])
    }
  }

  public func discard(_ reading: DraftReading) { state.withLock { $0.drafts[reading.name] = nil } }
}

/// A journal of a `MemoryStore`.
public final class MemoryJournal: JournalWriting {
  public let id: RecordID
  private let session: String
  private let since: Timestamp
  private let store: MemoryStore

  init(_ id: RecordID, session: String, since: Timestamp, store: MemoryStore) {
    (self.id, self.session, self.since, self.store) = (id, session, since, store)
  }

  deinit { store.state.withLock { $0.journals[key]?.isRunning = false } }

  static func key(_ id: RecordID, _ session: String) -> String { "\(id).\(session)" }

  private var key: String { Self.key(id, session) }

  public func begin(_ record: Record, by person: Person, page: JSONValue) throws(StoreError) {
    try store.check(.journals)
    let base = JournalBase(record: record, by: person, since: since, page: page)
    let reading = JournalReading(base: base, session: session, events: [], owner: .running)
    store.state.withLock { $0.journals[key] = MemoryStore.Kept(content: reading, isRunning: true) }
  }

  public func append(_ event: JSONValue) throws(StoreError) {
    try store.check(.journals)
    store.state.withLock { $0.journals[key]?.content.events.append(event) }
  }

  public func remove() { store.state.withLock { $0.journals[key] = nil } }
}

/// A draft of a `MemoryStore`.
public final class MemoryDraft: DraftWriting {
  private let session: String
  private let store: MemoryStore

  init(_ session: String, store: MemoryStore) { (self.session, self.store) = (session, store) }

  deinit { store.state.withLock { $0.drafts[session]?.isRunning = false } }

  public func write(_ draft: StoredDraft) throws(StoreError) {
    try store.check(.journals)
    store.state.withLock { $0.drafts[session] = MemoryStore.Kept(content: draft, isRunning: true) }
  }

  public func remove() { store.state.withLock { $0.drafts[session] = nil } }
}
