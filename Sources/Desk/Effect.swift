import Records
import Terminal

/// What a page asks of the world; performed by the session and nowhere else.
public enum Effect: Hashable, Sendable {
  /// Write the record's snapshot; the answer is `.saved` or `.failed`.
  case save(Record)
  /// Try again what could not be written.
  case retry
  /// Keep the settings; only a failure is answered, with `.settingsFailed`.
  case saveSettings(Settings)
  /// A fresh identity for the next record; the answer is `.identity`.
  case prepareIdentity
  /// Open a family's record by its code and what only the family knows; the answer is `.opened` or a refusal.
  case open(code: String, secret: String)
  /// Ask whether anybody could enter at the door; the answer is `.noAccounts` where nobody can, else nothing.
  case knock
  /// Let a teacher or staff member in by name and PIN; the answer is `.entered`, or a refusal.
  case enter(name: String, pin: String)
  /// The records that a filter shows to somebody; the answer is `.listed`.
  case list(SummaryFilter, Authority)
  /// A record for somebody who may have it; the answer is `.opened`, or `.unreadable`.
  case fetch(RecordID, Authority)
  /// Other records that may be the same child's; the answer is `.neighbours`.
  case findNeighbours(Record)
  /// Whether another record bears the child's number: all that a family may ask. The answer is `.numberKnown`, or none
  /// where it would take long.
  case checkNumber(Record)
  /// Whether the daily archive could not be made; the answer is `.archiveFailed`, or none.
  case askArchive
  /// Approve many at once; the answer is `.approved`, with what was skipped and why.
  case approve([RecordID], Authority)
  /// Let the family that sat here go on; the answer is `.unlocked` or a refusal.
  case unlock(Record, secret: String)
  /// Give the terminal to the shell until it comes back.
  case suspend
  /// Let the family that was interrupted go on; the answer is `.resumed`, or a refusal.
  case resume(JournalReading, secret: String)
  /// Draw the whole screen again, where something else wrote over it.
  case redraw
  /// End the program.
  case leave
}

/// What comes back from the world.
public enum News: Hashable, Sendable {
  case saved(RecordID, revision: Int, at: Timestamp)
  case failed(RecordID, StoreError)
  /// The settings could not be written.
  case settingsFailed(StoreError)
  case identity(RecordIdentity)
  /// The record's code was taken before its first save.
  case renamed(RecordID, RecordIdentity)
  case opened(HeldRecord)
  case unlocked
  /// What somebody had typed when the program ended, and the record as it was when the journal was begun; `standing` is
  /// the record as the store has it.
  case resumed(JournalReading, HeldRecord, standing: Record?)
  /// Another desk has saved the record since it was opened here.
  case changedElsewhere(Record)
  /// Another session has the record open: whose, and since when.
  case openElsewhere(RecordID, by: Person, since: Timestamp)
  /// What is being typed is in the journal again, after the disk had refused it; what was entered is saved.
  case kept(RecordID)
  /// Why there is no archive of today.
  case archiveFailed(StoreError)
  case entered(Authority)
  /// Nobody has a name and a PIN yet.
  case noAccounts
  /// The records of a list; of a day's, those that were begun earlier and only touched on it are named.
  case listed(SummaryFilter, [RecordSummary], touched: Set<RecordID> = [], unreadable: [StoreError])
  case neighbours(RecordID, Neighbours)
  /// Whether the number, as it stood in the record, may be registered already; no word of whose it is.
  case numberKnown(RecordID, number: String, Bool)
  case approved([ApproveOutcome])
  /// Records are being read for the first list: so many of so many.
  case reading(done: Int, total: Int)
  /// The code or the secret is wrong: which, nobody is told.
  case refused
  /// Too many wrong tries: so many seconds to wait.
  case wait(seconds: Int)
  case unreadable(StoreError)
}

/// What became of one of many records that were to be approved.
public struct ApproveOutcome: Hashable, Sendable {
  public var summary: RecordSummary
  /// Why it was skipped; nil where it was approved.
  public var refusal: Refusal?

  public init(_ summary: RecordSummary, refusal: Refusal?) {
    self.summary = summary
    self.refusal = refusal
  }
}

/// Everything that a page can be told.
public enum Input: Hashable, Sendable {
  case event(Event)
  case news(News)
}
