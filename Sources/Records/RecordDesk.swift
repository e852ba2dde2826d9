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

  // MARK: One value for many

  /// What giving the value would do to a record; nil where there is none for this holder.
  public func weigh(
    _ given: GivenValue, forRecordNamed name: String, at now: Timestamp, progress: ReadingProgress = { _, _ in }
  ) throws(StoreError) -> Giving? {
    guard let held = try held(name, progress) else { return nil }
    return held.giving(given, at: now, form: store.forms.form(of: held.record), setting: setting)
  }

  /// Gives the value where what stands there is what somebody looked at, and saves; with the record where it was done.
  public func give(
    _ given: GivenValue, _ seen: Giving, at now: Timestamp, progress: ReadingProgress = { _, _ in }
  ) -> (outcome: GivingOutcome, record: Record?) {
    change(seen.summary, by: .give(given.value, field: given.field), at: now, progress) { held, form in
      let current = held.giving(given, at: now, form: form, setting: setting)
      return current.effect == seen.effect && current.old?.content == seen.old?.content
    }
  }

  /// Takes the value back where nobody has changed or confirmed it since, and saves.
  public func takeBack(
    _ given: GivenValue, from summary: RecordSummary, at now: Timestamp, progress: ReadingProgress = { _, _ in }
  ) -> (outcome: GivingOutcome, record: Record?) {
    change(summary, by: .takeBack(field: given.field), at: now, progress) { held, form in
      guard held.record.edition == given.edition, let entry = held.record.lastGiving(of: given.field, form: form) else {
        return false
      }
      return entry.by == holder.person && entry.new?.value == given.value
    }
  }

  /// What the holder gave to many last today and nobody has changed since; the histories know. Nil where there is
  /// nothing, or where it cannot be read now.
  public func lastGiving() -> LastGiving? {
    var last: LastGiving?
    for id in (try? store.touched(on: setting.today)) ?? [] {
      guard let record = try? store.record(id: id), holder.maySee(record) else { continue }
      let form = store.forms.form(of: record)
      guard let (field, entry) = record.lastGiving(by: holder.person, form: form), let value = entry.new?.value,
        entry.at.date == setting.today
      else { continue }
      let given = GivenValue(value, for: field, of: record.edition)
      let child = RecordSummary(record, form: form, setting: setting)
      if last?.at == entry.at, last?.given == given {
        last?.children.append(child)
      } else if last.map({ $0.at < entry.at }) ?? true {
        last = LastGiving(given, at: entry.at, children: [child])
      }
    }
    return last
  }

  private func change(
    _ summary: RecordSummary, by move: Move, at now: Timestamp, _ progress: ReadingProgress,
    if isAsSeen: (HeldRecord, Form) -> Bool
  ) -> (outcome: GivingOutcome, record: Record?) {
    func left(_ problem: GivingOutcome.Problem) -> (GivingOutcome, Record?) {
      (GivingOutcome(summary: summary, problem: problem), nil)
    }
    do throws(StoreError) {
      guard var held = try held(summary.id.text, progress) else {
        throw StoreError(.notFound, path: summary.id.text)
      }
      let (form, revision) = (store.forms.form(of: held.record), held.record.revision)
      guard isAsSeen(held, form) else { return left(.changedMeanwhile) }
      if let refusal = held.make(move, at: now, form: form, setting: setting) { return left(.refused(refusal)) }
      try store.save(held.record, replacing: revision, on: setting.today)
      let summary = RecordSummary(held.record, form: form, setting: setting)
      return (GivingOutcome(summary: summary, problem: nil), held.record)
    } catch {
      // Another desk has saved it at this very moment.
      return left(error.code == .conflict ? .changedMeanwhile : .failed(error))
    }
  }

  private func held(_ name: String, _ progress: ReadingProgress) throws(StoreError) -> HeldRecord? {
    try index.record(named: name, setting: setting, progress: progress).flatMap { HeldRecord($0, holder: holder) }
  }
}

extension Move {
  /// Whether what other records say decides about the move.
  fileprivate var asksOtherRecords: Bool {
    switch self {
    case .approve, .sendBack: true
    case .answer, .owe, .clear, .restore, .give, .takeBack, .accept, .setContact, .handIn, .confirm, .closeQueries,
      .withdraw, .reinstate,
      .propose, .take, .decline, .export, .number:
      false
    }
  }
}
