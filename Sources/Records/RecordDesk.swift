import FormModel
import Standards

/// Makes moves on records as they stand in the store, for whoever has no page open: one by one, each saved at once.
public struct RecordDesk {
  /// What became of a move: the record as it stands now, and why it was not made.
  public struct Outcome: Hashable, Sendable {
    public var held: HeldRecord
    public var refusal: Refusal?
  }

  private let store: any RecordStoring
  private let index: any RecordFinding
  private let holder: Authority
  private let setting: CheckSetting

  public init(
    store: any RecordStoring, index: any RecordFinding, holder: Authority, setting: CheckSetting
  ) {
    (self.store, self.index, self.holder, self.setting) = (store, index, holder, setting)
  }

  /// Reads the record with a code or an id, makes the move and saves it over the revision that was read; nil where
  /// there is no such record for this holder.
  public func make(
    _ move: Move, ofRecordNamed name: String, at: Timestamp, progress: ReadingProgress = { _, _ in }
  ) throws(StoreError) -> Outcome? {
    guard let record = try index.record(named: name, setting: setting, progress: progress),
      var held = HeldRecord(record, holder: holder)
    else { return nil }
    let isDuplicate =
      move.asksOtherRecords
      ? try index.possibleDuplicates(of: record, setting: setting, progress: progress).isDuplicate : false
    let refusal = held.make(
      move, at: at, form: store.forms.form(of: held.record), setting: setting, duplicate: isDuplicate)
    if refusal == nil { try store.save(held.record, replacing: record.revision, on: setting.today) }
    return Outcome(held: held, refusal: refusal)
  }
}

extension Move {
  /// Whether what other records say decides about the move.
  fileprivate var asksOtherRecords: Bool {
    switch self {
    case .approve, .sendBack: true
    case .answer, .owe, .clear, .restore, .accept, .setContact, .handIn, .confirm, .closeQueries, .withdraw, .reinstate,
      .propose, .take, .decline, .export, .number:
      false
    }
  }
}
