import Desk
import Records
import Standards
import Terminal

/// Keeps the journal of whatever record is being changed: an event is written before the desk takes it.
///
/// A new base is written only with the first event after it: until then the old base and its events say the same.
struct JournalKeeper {
  private let store: RecordStore
  /// The name of this run of the program, in the names of its journals.
  private let session: String
  private var journal: Journal?
  private var base: Desk.Place?
  /// An event could not be written: what follows it says nothing without it.
  private var isBroken = false
  /// Journals of records that were left, until their last snapshot is on the disk.
  private var left: [Journal] = []

  init(store: RecordStore) {
    self.store = store
    session = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  }

  /// The record whose events are kept; nil where none is being changed.
  var record: RecordID? { journal?.id ?? base?.record.id }

  /// Writes an event; what the desk makes of it comes after.
  mutating func note(_ event: Event, at now: Timestamp) throws(StoreError) {
    guard let line = Desk.journalled(event, at: now) else { return }
    do throws(StoreError) {
      if let base, let page = base.page {
        if journal == nil { journal = try store.journal(of: base.record, session: session, since: now) }
        try journal?.begin(base.record, by: base.person, page: page)
        (self.base, isBroken) = (nil, false)
      }
      guard !isBroken else { return }
      try journal?.append(line)
    } catch {
      isBroken = true
      throw error
    }
  }

  /// Goes on with the journal of a session that was cut off, under this session's name.
  mutating func adopt(_ reading: JournalReading) throws(StoreError) {
    let journal = try store.journal(of: reading.base.record, session: session, since: reading.base.since)
    try journal.begin(reading.base.record, by: reading.base.by, page: reading.base.page)
    for event in reading.events { try journal.append(event) }
    self.journal = journal
    (base, isBroken) = (nil, false)
    store.discard(reading)
  }

  /// Follows the desk to where it stands now.
  mutating func follow(_ place: Desk.Place?) {
    if let journal, journal.id != place?.record.id {
      left.append(journal)
      self.journal = nil
    }
    // A base of another record, or of none, says nothing about this one.
    if place?.page != nil || place?.record.id != base?.record.id { base = place?.page == nil ? nil : place }
  }

  /// Takes away the journals of records that were left and have nothing waiting for the disk.
  mutating func clear(waiting: () -> Set<RecordID>) {
    guard !left.isEmpty else { return }
    let waiting = waiting()
    for journal in left where !waiting.contains(journal.id) { journal.remove() }
    left.removeAll { !waiting.contains($0.id) }
  }
}
