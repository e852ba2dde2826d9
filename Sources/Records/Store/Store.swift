import FormModel
import Standards

/// Where the records of one kindergarten are kept: all that a desk needs of it, and no file, path or folder.
///
/// Several desks may use one store at once, each with a value or an object of its own. What every store owes them is said
/// at the protocols that this one gathers, and `StoreLawTests` asks it of each. `RecordStore`, a folder of JSON, is the
/// one that is shipped.
public protocol Store: RecordStoring, JournalStoring, AccountStoring, LedgerStoring {
  associatedtype Finder: RecordFinding

  /// What people call the store where something is wrong with it.
  var name: String { get }

  /// What lists are answered from, for one thread.
  func finder() -> Finder

  /// Begins to make the archive of the day on a thread of its own, unless there is one; false where it cannot be begun.
  ///
  /// `done` is called on that thread, with nil where nothing was to be done. As soon as the archive is not wanted any more
  /// it is given up, and nothing is left of it.
  func startDailyBackup(
    at now: Timestamp, while isWanted: @escaping @Sendable () -> Bool,
    done: @escaping @Sendable (Result<Backup?, StoreError>) -> Void
  ) -> Bool

  /// Writes an archive of the store into a new file, and reads it back; beside the store where none is named.
  func backUp(to file: String?, at now: Timestamp) throws(StoreError) -> Backup

  /// Why the last archive of a day could not be made; nil where it could, or where none was tried.
  func archiveFailure() throws(StoreError) -> ArchiveFailure?
}

/// The records themselves.
///
/// A record that was saved stands whole before `save` returns, whatever happens to the machine then. The day in an
/// operation is the one on which a record was begun, which never changes.
public protocol RecordStoring: Sendable {
  /// The forms that the records are made with.
  var forms: FormLibrary { get }

  /// The record with an id, or nil where there is none; throws where it could not be looked for everywhere.
  func record(id: RecordID) throws(StoreError) -> Record?

  /// The record with an id that was begun on a day; `vanished` where there is none.
  func record(id: RecordID, of day: CalendarDate) throws(StoreError) -> Record

  /// The record with a code, or nil where there is none; throws where it could not be looked for everywhere.
  func record(code: RecordCode) throws(StoreError) -> Record?

  /// Reads the records that were begun on a day, or on any, in the order of their beginning: one that cannot be read hides
  /// no other.
  func visit(_ day: CalendarDate?, _ body: (Result<Record, StoreError>) -> Void)

  /// Whether another record has the record's code.
  func isCodeTaken(of record: Record) -> Bool

  /// Writes a record over the revision that it started from, nil where it has just been begun.
  ///
  /// Nothing is overwritten unseen: `conflict` where another revision stands there, `otherRecord` where a record that was
  /// just begun would take another's place. What stands there already is saved again without complaint.
  func save(_ record: Record, replacing base: Int?, on today: CalendarDate) throws(StoreError)

  /// The codes that records have.
  func takenCodes() -> Set<RecordCode>

  /// Writes the first snapshots of records that have just been begun.
  ///
  /// Nothing is written over: a name that is taken is a `conflict`. Where the store fails, some may have been saved and
  /// some not, each of them whole.
  func create(_ records: [Record], on today: CalendarDate) throws(StoreError)

  /// Saves many records, each over the revision that it started from, and gives those that were saved.
  ///
  /// One that was changed meanwhile is left as it is; saving it alone says why.
  func save(_ records: [(record: Record, base: Int)], on today: CalendarDate) throws(StoreError) -> Set<RecordID>

  /// The ids of the records that were saved on a day, in the order of their last saves.
  func touched(on day: CalendarDate) throws(StoreError) -> [RecordID]
}

/// What was typed and is in no record yet.
///
/// It outlives the program, and is there before `append` and `write` return.
public protocol JournalStoring: Sendable {
  associatedtype OpenJournal: JournalWriting
  associatedtype OpenDraft: DraftWriting

  /// A journal for a record that a session has open; other desks see that it runs as long as the object lives.
  func journal(of record: Record, session: String, since: Timestamp) throws(StoreError) -> OpenJournal

  /// The journals of the records that were begun on a day, the oldest first, and why others cannot be read.
  func journals(of day: CalendarDate) -> (readings: [JournalReading], problems: [StoreError])

  /// The same of one record.
  func journals(of id: RecordID, day: CalendarDate) -> (readings: [JournalReading], problems: [StoreError])

  /// Where a teacher or staff member was cut off last, if they may still see it; and what cannot be read, in which they may
  /// have been.
  func journal(leftBy holder: Authority) -> (reading: JournalReading?, problems: [StoreError])

  /// Takes a journal away whose content is in its record, or in another journal.
  func discard(_ reading: JournalReading)

  /// A draft of a session, under a name that no other has.
  func draft(session: String) throws(StoreError) -> OpenDraft

  /// The drafts of sessions that have ended, the oldest first, and why others cannot be read.
  func draftsLeft() -> (readings: [DraftReading], problems: [StoreError])

  /// Takes a draft away that somebody has gone on from.
  func discard(_ reading: DraftReading)
}

/// A journal in the hands of the session that writes it.
public protocol JournalWriting: AnyObject {
  var id: RecordID { get }
  /// Begins anew with where the person stands now; all that came before is in the base.
  func begin(_ record: Record, by person: Person, page: JSONValue) throws(StoreError)
  /// Adds an event.
  func append(_ event: JSONValue) throws(StoreError)
  /// Takes the journal away: everything in it is in the record.
  func remove()
}

/// A draft in the hands of the session that writes it.
public protocol DraftWriting: AnyObject {
  func write(_ draft: StoredDraft) throws(StoreError)
  /// Takes the draft away: it was used, or given up.
  func remove()
}

/// What went out.
public protocol LedgerStoring: RecordStoring {
  /// The ledger as it stands; an empty one where nothing has gone out yet.
  func ledger() throws(StoreError) -> Ledger

  /// Enters what goes out, all of it or nothing.
  ///
  /// A ledger that has changed since it was read is a `conflict`: another desk may have sent the same children.
  func enter(_ entries: some Sequence<LedgerEntry>, after ledger: Ledger) throws(StoreError)

  /// Reads records that may go out, many at once; without their history where that is not needed.
  func records(
    of sendings: [Sending], isPresentEnough: @escaping @Sendable (Record) -> Bool
  ) -> [Result<Record, StoreError>]

  /// Adds an act that changes no answer to many records of one day as they stand now, and gives those that took it; nil
  /// leaves a record as it is. One that cannot be read is left to whoever opens it.
  func add(
    to ids: [RecordID], of day: CalendarDate, on today: CalendarDate,
    _ change: @escaping @Sendable (Record) -> Record?
  ) throws(StoreError) -> [RecordID]
}
