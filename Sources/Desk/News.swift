import City
import Records
import Wording

/// What comes back from the world, by whom it concerns: a page names its own kind and passes over the others.
public enum News: Hashable, Sendable {
  case record(RecordNews)
  case door(DoorNews)
  case work(WorkNews)
  case desk(DeskNews)
  case opened(HeldRecord, for: Purpose)
  /// What was asked for cannot be read, or is not there for whoever asked.
  case unreadable(StoreError)
}

/// What happens to a record while somebody has it open.
public enum RecordNews: Hashable, Sendable {
  case saved(RecordID, revision: Int, at: Timestamp)
  case failed(RecordID, StoreError)
  /// The record's code was taken before its first save.
  case renamed(RecordID, RecordIdentity)
  /// Another desk has saved the record since it was opened here.
  case changedElsewhere(Record)
  /// Another session has the record open: whose, and since when.
  case openElsewhere(RecordID, by: Person, since: Timestamp)
  /// What is being typed is in the journal again, after the disk had refused it; what was entered is saved.
  case kept(RecordID)
  /// Whether the number, as it stood in the record, may be registered already; no word of whose it is.
  case numberKnown(RecordID, number: String, Bool)
}

/// What is said to somebody who asks to be let in.
public enum DoorNews: Hashable, Sendable {
  case entered(Authority)
  case unlocked
  /// What somebody had typed when the program ended, and the record as it was when the journal was begun; `stored` is
  /// the record as the store has it.
  case resumed(JournalReading, HeldRecord, stored: Record?)
  /// Nobody has a name and a PIN yet.
  case noAccounts
  /// The code or the secret is wrong: which, nobody is told.
  case refused
  /// Too many wrong tries: so many seconds to wait.
  case wait(seconds: Int)
  /// The store cannot take the count of tries: this desk's own holds, and other desks do not know of it.
  case uncounted
  /// Too many wrong answers today: until tomorrow only a teacher opens the form.
  case closed
}

/// What the pages of teachers and staff ask of many records.
public enum WorkNews: Hashable, Sendable {
  /// Records are being read for the first list: so many of so many.
  case reading(done: Int, total: Int)
  /// The records of a list. In the list of a day, `touched` names those that were begun earlier and only touched that
  /// day.
  case listed(SummaryFilter, for: Purpose, [RecordSummary], touched: Set<RecordID> = [], unreadable: [StoreError])
  case possibleDuplicates(RecordID, PossibleDuplicates)
  case counted([WorkList: Int])
  case figures(FigureSheet)
  case made(ManyMove, [MoveOutcome])
  case weighed(GivenValue, [Giving])
  case given(GivenValue, [GivingOutcome])
  case takenBack(GivenValue, [GivingOutcome])
  case lastGiving(LastGiving?)
  /// What became of an export, line by line; where nothing could be written, why.
  case exported([String], isWritten: Bool)
  /// The record, without what was being typed, in which whoever works here was cut off last; nil where there is none.
  case cutOff(Record?)
  /// A record of which whoever works here was typing something when they were cut off, and the page where they were.
  case reopened(HeldRecord, Draft.Page)
  case accounts([Account])
  case outWithoutCode(Int)
  /// How far something that takes long has come.
  case progress(String)
  /// What came of a file, line by line; where nothing could be done with it, why.
  case performed(FileTask, [String], isDone: Bool)
  case roster(RosterNews)
  /// What became of a change; nil where it was made.
  case accountChanged(AccountChange, AccountProblem?)
  /// What was to be printed is in a file, named by its full path; or why it is not.
  case printed(to: String, PrintProblem?)
}

/// What concerns the desk itself, whatever page it shows.
public enum DeskNews: Hashable, Sendable {
  /// A record begins, with an identity of its own; and what the last form of whoever fills it in for a family offers
  /// again.
  case begun(RecordIdentity, Beginning, carried: CarriedAnswers = CarriedAnswers())
  /// Why there is no archive of today.
  case archiveFailed(StoreError)
  /// The program is to end and something is not on the disk.
  case unsaved(StoreError)
  /// What was typed on the page before whoever typed it was cut off.
  case draft(Draft)
  /// The settings as they stand in the store now.
  case settings(Settings)
  /// Something of the store cannot be read now: the settings, which hold as they were known, or what was cut off.
  case unread(StoreError)
  /// The settings could not be written.
  case settingsFailed(StoreError)
  /// Whether the slip that was asked for went to the printer.
  case slipPrinted(isDone: Bool)
  /// How many children are in each of some classes; those without any are left out.
  case children([String: Int])
}

/// What became of one of many records.
public struct MoveOutcome: Hashable, Sendable {
  public var summary: RecordSummary
  /// Why it was skipped; nil where the move was made.
  public var refusal: Refusal?

  public init(_ summary: RecordSummary, refusal: Refusal?) {
    (self.summary, self.refusal) = (summary, refusal)
  }
}
