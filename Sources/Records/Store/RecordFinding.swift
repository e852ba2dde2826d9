import FormModel
import Standards

/// A list: its records in order, which of them were only touched on the day, and what cannot be read.
public struct RecordListing: Hashable, Sendable {
  public var summaries: [RecordSummary]
  public var touched: Set<RecordID>
  public var unreadable: [StoreError]
  /// Files that are listed, and that something else than this program has changed.
  public var changedOutside: [StoreError] = []

  public init(summaries: [RecordSummary] = [], touched: Set<RecordID> = [], unreadable: [StoreError] = []) {
    (self.summaries, self.touched, self.unreadable) = (summaries, touched, unreadable)
  }
}

/// So many of so many records were read.
public typealias ReadingProgress = (_ done: Int, _ total: Int) -> Void

/// What lists, duplicates and codes are answered from; each answer is of the store as it stands then.
///
/// Where something could not be looked at, nothing is said that it could contradict.
public protocol RecordFinding: AnyObject {
  /// The records that a filter shows to somebody.
  func list(
    _ filter: SummaryFilter, for holder: Authority, setting: CheckSetting, progress: ReadingProgress
  ) -> RecordListing

  /// The record with a code or an id; nil where there is none.
  func record(named name: String, setting: CheckSetting, progress: ReadingProgress) throws(StoreError) -> Record?

  /// What a code leads to at the family's door: its record; where none bears it, the only record whose code looks like
  /// it; or else any other record, which the family never sees, so that the time it takes does not tell whether the
  /// code was found. Nil where no record can be read.
  func recordAtDoor(
    _ code: RecordCode?, lookAlikes: [RecordCode], setting: CheckSetting
  ) throws(StoreError) -> (record: Record, bearsCode: Bool)?

  /// Other records that may be the same child's.
  func possibleDuplicates(
    of record: Record, setting: CheckSetting, progress: ReadingProgress
  ) throws(StoreError) -> PossibleDuplicates

  /// Whether another record bears the child's number; nil where that cannot be said without keeping somebody waiting.
  func isNumberKnown(of record: Record, setting: CheckSetting) -> Bool?

  /// The approved and the withdrawn records of a form, of a day or of all days, in the order in which they were begun; how many
  /// others were neither; and what could not be read, which may be one of them.
  func sendings(
    of form: String, _ day: CalendarDate?, setting: CheckSetting, progress: ReadingProgress
  ) throws(StoreError) -> (sendings: [Sending], waiting: Int, unseen: [StoreError])

  /// Ends the look that is going on, from within its progress: what it answers says that it is not all. The next look goes on
  /// from there.
  func breakOff()

  /// A record that was named, with the others that bear its number; and what could not be read, which may be another.
  func sending(_ record: Record, setting: CheckSetting) throws(StoreError) -> (sending: Sending, unseen: [StoreError])
}

extension RecordFinding {
  /// Where no look takes long there is nothing to end.
  public func breakOff() {}

  /// How many records each of the lists shows to somebody, and what could not be seen for that.
  public func counts(
    of lists: [WorkList], for holder: Authority, setting: CheckSetting, progress: ReadingProgress = { _, _ in }
  ) -> (counts: [WorkList: Int], unreadable: [StoreError]) {
    let listings = lists.map { ($0, list($0.filter, for: holder, setting: setting, progress: progress)) }
    return (
      Dictionary(uniqueKeysWithValues: listings.map { ($0, $1.summaries.count) }), listings.flatMap(\.1.unreadable)
    )
  }

  /// How many approved children of a class went out with another class code than this, or with none.
  public func outWithAnotherCode(
    than code: String, inClass name: String, ledger: Ledger, setting: CheckSetting
  ) -> Int {
    let filter = SummaryFilter(statuses: [.approved], className: name)
    let listing = list(filter, for: .staff(name: ""), setting: setting, progress: { _, _ in })
    return listing.summaries.count { summary in
      ledger.last[summary.id].map { $0.kind != .withdrawn && $0.classCode != code } ?? false
    }
  }
}
