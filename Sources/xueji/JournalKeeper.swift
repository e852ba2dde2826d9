import Desk
import Records
import Standards
import Terminal

/// Keeps the journal of whatever record is being changed: an event is written before the desk takes it.
///
/// A new base is written only with the first event after it: until then the old base and its events say the same. The
/// content of the journal is kept in memory too, so that a journal that a disk refused is written anew as soon as the
/// disk takes it.
struct JournalKeeper<Keeper: Store> {
  /// A base and what came after it.
  private struct Account {
    var record: Record
    var person: Person
    var since: Timestamp
    var page: JSONValue
    var events: [JSONValue] = []
  }

  private let store: Keeper
  /// The name of this run of the program, in the names of its journals.
  private let session: String
  private var journal: Keeper.OpenJournal?
  private var base: Desk.Place?
  private var account: Account?
  /// The disk has refused something: the file says less than the account.
  private(set) var isBehind = false
  /// The last event was an undo or a redo: it may reach back behind the base, whose page does not know what was undone
  /// before.
  private var reachesBack = false
  /// Something is typed that is in no record yet: see `Desk.Place.hasMore`.
  private var hasMore = false
  /// The journal that this session goes on from, until its own journal says the same.
  private var adopted: JournalReading?
  /// Journals of records that were left, until their last snapshot is on the disk and nothing half typed waits in them.
  private var left: [(journal: Keeper.OpenJournal, account: Account)] = []

  init(store: Keeper) {
    self.store = store
    session = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  }

  /// The record whose events are kept; nil where none is being changed.
  var record: RecordID? { journal?.id ?? base?.record.id }

  /// Writes an event, before the desk acts on it.
  mutating func write(_ event: Event, at now: Timestamp) throws(StoreError) {
    guard let line = Desk.journalled(event, at: now) else { return }
    reachesBack = event == .key(.control("z")) || event == .key(.control("y"))
    try write(line, at: now)
  }

  /// Writes which letters are typed and not taken yet.
  mutating func write(preedit: String?, at now: Timestamp) throws(StoreError) {
    try write(Desk.journalled(preedit: preedit, at: now), at: now)
  }

  private mutating func write(_ line: JSONValue, at now: Timestamp) throws(StoreError) {
    let begins = base?.page != nil
    if let base, let page = base.page {
      account = Account(record: base.record, person: base.person, since: account?.since ?? now, page: page)
      self.base = nil
    }
    guard account != nil else { return }
    account?.events.append(line)
    guard !begins, !isBehind, let journal else { return try writeAccount() }
    do throws(StoreError) {
      try journal.append(line)
    } catch {
      isBehind = true
      throw error
    }
  }

  /// Writes the journal anew if it is behind.
  mutating func catchUp() throws(StoreError) {
    if isBehind { try writeAccount() }
  }

  private mutating func writeAccount() throws(StoreError) {
    guard let account else { return }
    do throws(StoreError) {
      // Looked up by its path again: the folder may have been replaced meanwhile.
      let current: Keeper.OpenJournal =
        if !isBehind, let journal {
          journal
        } else {
          try store.journal(of: account.record, session: session, since: account.since)
        }
      journal = current
      isBehind = true
      try current.begin(account.record, by: account.person, page: account.page)
      for event in account.events { try current.append(event) }
      isBehind = false
      if let adopted { store.discard(adopted) }
      adopted = nil
    } catch {
      isBehind = true
      throw error
    }
  }

  /// Goes on with the journal of a session that was cut off, under this session's name.
  mutating func adopt(_ reading: JournalReading) throws(StoreError) {
    follow(nil)
    let from = reading.base
    account = Account(
      record: from.record, person: from.by, since: from.since, page: from.page, events: reading.events)
    adopted = reading
    try writeAccount()
  }

  /// Whether a journal is this session's own.
  func isOwn(_ reading: JournalReading) -> Bool { reading.session == session }

  /// Leaves the journal where it is, if something is typed that its record will not have; whoever had it finds it there.
  mutating func leave() {
    if hasMore { (journal, account, base, isBehind, adopted) = (nil, nil, nil, false, nil) }
  }

  /// Follows the desk to where it stands now.
  mutating func follow(_ place: Desk.Place?) {
    hasMore = place?.hasMore ?? false
    if let account, account.record.id != place?.record.id {
      if let journal { left.append((journal, account)) }
      (journal, self.account, isBehind, adopted) = (nil, nil, false, nil)
    }
    // Whoever comes back to a word that is half typed goes on in its journal.
    if account == nil, let place, place.page == nil,
      let index = left.lastIndex(where: { $0.account.record.id == place.record.id })
    {
      let back = left.remove(at: index)
      (journal, account) = (back.journal, back.account)
    }
    // A base of another record, or of none, says nothing about this one.
    if place?.page != nil || place?.record.id != base?.record.id { base = place?.page == nil ? nil : place }
    if reachesBack { writeBase() }
  }

  /// Begins anew at once with where the person stands; what a disk refuses is begun again with the next event.
  private mutating func writeBase() {
    reachesBack = false
    guard let base, let page = base.page, let since = account?.since else { return }
    account = Account(record: base.record, person: base.person, since: since, page: page)
    self.base = nil
    try? writeAccount()
  }

  /// Takes away the journals of records that were left and have nothing waiting for the disk.
  mutating func clear(waiting: () -> Set<RecordID>) {
    guard !left.isEmpty else { return }
    let waiting = waiting()
    for (journal, _) in left where !waiting.contains(journal.id) { journal.remove() }
    left.removeAll { !waiting.contains($0.journal.id) }
  }
}
