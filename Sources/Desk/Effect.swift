import City
import FormModel
import Records
import Standards
import Terminal

/// What a page asks of the world; performed by the session and nowhere else.
public enum Effect: Hashable, Sendable {
  /// Write the record's snapshot; the answer is `.saved` or `.failed`.
  case save(Record)
  /// Try again what could not be written.
  case retry
  /// Put what was changed in the settings since they were read into those that stand now, the codes of renamed classes
  /// with their names; the answer is `.settings`, or `.settingsFailed`.
  case saveSettings(Settings, since: Settings, renamed: [ClassRename])
  /// Read the settings again, which somebody else may have changed; the answer is `.settings`, or `.unread`.
  case readSettings
  /// How many children are in each of these classes; the answer is `.children`.
  case countChildren(inClasses: [String])
  /// Move the children of classes, and the teachers who have them, along with their new names.
  case renameClasses([ClassRename], Authority)
  /// A record is to begin; the answer is `.begun`, with an identity that no record ever had.
  case begin(Beginning)
  /// Open a family's record by its code and what only the family knows; the answer is `.opened` or a refusal.
  case open(code: String, secret: String)
  /// Ask how a record stands in the store now; where another desk has changed it the answer is `.changedElsewhere`,
  /// where it cannot be read now `.unreadable`.
  case reread(Record)
  /// Ask whether anybody could enter at the door; the answer is `.noAccounts` where nobody can, else nothing.
  case knock
  /// Let a teacher or staff member in by name and PIN; the answer is `.entered`, or a refusal.
  case enter(name: String, pin: String)
  /// The accounts that somebody may look after; the answer is `.accounts`.
  case askAccounts(Authority)
  /// Change an account; the answer is `.accountChanged`.
  case change(AccountChange, Authority)
  /// The records that a filter shows to somebody; the answer is `.listed`.
  case list(SummaryFilter, Authority, for: Purpose)
  /// A record for somebody who may have it; the answer is `.opened`, `.resumed` where they were cut off in it, or
  /// `.unreadable`.
  case fetch(RecordID, Authority, for: Purpose)
  /// Other records that may be the same child's; the answer is `.possibleDuplicates`.
  case findPossibleDuplicates(Record)
  /// Whether another record bears the child's number: all that a family may ask. The answer is `.numberKnown`, or none
  /// where it would take long.
  case checkNumber(Record)
  /// Whether the daily archive could not be made; the answer is `.archiveFailed`, or none.
  case askArchive
  /// How many records the lists show to somebody; the answer is `.counted`.
  case count([WorkList], Authority)
  /// Count the children of the store, and name those behind a figure; staff only. The answer is `.figures`.
  case countFigures(Grouping, listing: Int?, Authority)
  /// Make a move on many at once; the answer is `.made`, with what was skipped and why.
  case make(ManyMove, of: [RecordID], Authority)
  /// What giving one value to many would do; the answer is `.weighed`.
  case weigh(GivenValue, of: [RecordID], Authority)
  /// Give it where everything is as it was looked at; the answer is `.given`.
  case give(GivenValue, [Giving], Authority)
  /// Take it back where nobody has changed it since; the answer is `.takenBack`.
  case takeBack(GivenValue, from: [RecordSummary], Authority)
  /// What somebody gave to many last today and can still take back; the answer is `.lastGiving`.
  case askLastGiving(Authority)
  /// Write the approved children of a day, or all, into a sheet of this form, or of the usual one; the answer is `.exported`.
  case export(CalendarDate?, of: FormEdition?, to: String, Authority)
  /// How many approved children of a class went out with another code than this, or none; the answer is
  /// `.outWithoutCode`.
  case countOut(withoutCode: String, inClass: String)
  /// Do what is done with one file; the answer is `.performed`.
  case perform(FileTask, on: String, Authority)
  /// Look at a file of children, find out what would become of them, or bring them in; the answer is `.roster`.
  case bringIn(RosterRequest, RosterRequest.Step, Authority)
  /// Put something on paper, into a file of its own that is not there yet; the answer is `.printed`.
  case print(Printout, to: String, Authority)
  /// Print the record's slip with the command that staff have set; the answer is `.slipPrinted`.
  case printSlip(Record)
  /// Let the family that sat here go on; the answer is `.unlocked` or a refusal.
  case unlock(Record, secret: String)
  /// Give the terminal to the shell until it comes back.
  case suspend
  /// Let the family that was interrupted go on; the answer is `.resumed`, or a refusal.
  case resume(JournalReading, secret: String)
  /// Whether a teacher or staff member was cut off; the answer is `.cutOff`.
  case askCutOff(Authority)
  /// Let a teacher or staff member go on where they were cut off last; the answer is `.resumed`, or `.cutOff` with
  /// nothing.
  case goOn(Authority)
  /// Look for what was typed on a page when somebody was cut off; the answer is `.draft`, or none.
  case recall(Draft.Key)
  /// The page goes because nobody touched a key: what is being typed on it stays for whoever comes back.
  case keepTyping
  /// Draw the whole screen again, where something else wrote over it.
  case redraw
  /// End the program.
  case leave
  /// End the program although something is not saved: whoever leaves was asked first.
  case leaveUnsaved
}

/// What the records are asked for; the answer repeats it, so that no page has to remember.
public enum Purpose: Hashable, Sendable {
  /// Its family goes on with it.
  case family
  /// The page that a line of a list leads to.
  case open(WorkList.Opening)
  /// The page for giving it back.
  case sendBack
  /// What the page shows of it may have changed.
  case refresh
  /// It stands beside another that may be the same child's.
  case compare
  /// The page for withdrawing it, as the same child as another.
  case withdraw
  /// The next child of a walk through one item.
  case walk
  /// A brother or sister of the child that is to be begun.
  case sibling
  /// The slip that its family takes home.
  case slip
  /// The rows of a list.
  case rows
  /// What a move is to be made on together.
  case plan
}

/// Whose record begins.
public enum Beginning: Hashable, Sendable {
  /// A family's; after that of a brother or sister it has the same form. Where no form is named, it is the usual one.
  case family(sibling: Record?, form: FormEdition? = nil)
  /// One that is filled in for a family; after that of a brother or sister it has the same form. Where no form is named,
  /// it is the usual one.
  case work(Authority, sibling: Record? = nil, form: FormEdition? = nil)
}

extension Beginning {
  /// The form that the record is begun with; nil for the usual one.
  public var edition: FormEdition? {
    switch self {
    case .family(let sibling, let form), .work(_, let sibling, let form): form ?? sibling?.edition
    }
  }
}

/// A move that is made on many records at once.
public enum ManyMove: Hashable, Sendable {
  case approve
  case handIn

  public var move: Move {
    switch self {
    case .approve: .approve
    case .handIn: .handIn
    }
  }
}

/// Everything that a page can be told.
public enum Input: Hashable, Sendable {
  case event(Event)
  case news(News)

  /// The form of the record that comes in, or is to begin; nil where none does.
  var edition: FormEdition? {
    switch self {
    case .event: nil
    case .news(.opened(let held, _)), .news(.work(.reopened(let held, _))): held.record.edition
    case .news(.door(.resumed(_, let held, _))): held.record.edition
    case .news(.desk(.begun(_, let beginning, _))): beginning.edition
    case .news: nil
    }
  }
}
