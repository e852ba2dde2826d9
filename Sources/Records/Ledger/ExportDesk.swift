import FormModel
import Standards

/// A record that may have to go out; it is read when its turn comes, so that a city's records are never all in memory.
public struct Sending: Hashable, Sendable {
  /// Another record that bears the child's number.
  package struct Double: Hashable, Sendable {
    var id: RecordID
    var status: Status

    package init(id: RecordID, status: Status) {
      (self.id, self.status) = (id, status)
    }
  }

  public let record: RecordID
  /// The day on which the record was begun.
  public let begun: CalendarDate
  /// All of them, withdrawn ones as well.
  package var doubles: [Double] = []

  package init(record: RecordID, begun: CalendarDate) {
    (self.record, self.begun) = (record, begun)
  }

  /// The records that make this one a duplicate, by their codes.
  public var duplicates: [RecordCode] {
    doubles.filter { $0.status.countsAsDuplicate }.map { RecordCode(spelledBy: $0.id) }
  }
}

/// Finds which records are to go out, and enters those that did; staff alone does that.
public struct ExportDesk {
  /// Which records are asked for.
  public enum Selection: Hashable, Sendable {
    /// All that are approved, of a day or of all days.
    case approved(CalendarDate?)
    /// Those with these codes or ids.
    case named([String])
  }

  /// What was found for a selection.
  public struct Found: Sendable {
    public var sendings: [Sending] = []
    /// Names that no record has.
    public var missing: [String] = []
    /// Records of the selection that are not approved yet.
    public var waiting = 0
    /// Files and folders that cannot be read: they may hold approved records.
    public var unseen: [StoreError] = []
  }

  /// A record that is to go out as it stands, and how it or its child went out before.
  public struct Candidate: Sendable {
    /// Without its history, unless it went out before.
    public var record: Record
    public var out: Ledger.Out?
    /// Whether the ledger knows it, and not the record alone.
    public var isInLedger: Bool
    /// Another record of the same child that went out.
    public var double: (code: RecordCode, out: Ledger.Out)?
  }

  public let store: any LedgerStoring
  private let index: any RecordFinding
  private let holder: Authority
  private let setting: CheckSetting

  public init(store: any LedgerStoring, index: any RecordFinding, holder: Authority, setting: CheckSetting) {
    (self.store, self.index, self.holder, self.setting) = (store, index, holder, setting)
  }

  /// Finds what is asked for; of all that are approved, those of the form with this name.
  public func find(
    _ selection: Selection, of form: String, progress: ReadingProgress = { _, _ in }
  ) throws(StoreError) -> Found {
    switch selection {
    case .approved(let day):
      let (sendings, waiting, unseen) = try index.sendings(
        of: form, day, setting: setting, progress: progress)
      return Found(sendings: sendings, waiting: waiting, unseen: unseen)
    case .named(let names):
      var found = Found()
      for name in names {
        guard let record = try index.record(named: name, setting: setting, progress: progress) else {
          found.missing.append(name)
          continue
        }
        // A code that is given twice is one child all the same.
        guard !found.sendings.contains(where: { $0.record == record.id }) else { continue }
        let (sending, unseen) = try index.sending(record, setting: setting)
        found.sendings.append(sending)
        found.unseen = unseen
      }
      return found
    }
  }

  /// Reads the records that were found, with what the ledger and each record itself say of how it went out.
  public func candidates(_ sendings: [Sending], _ ledger: Ledger) -> [Result<Candidate, StoreError>] {
    let records = store.records(of: sendings) { ledger.last[$0.id] == nil && $0.exports.isEmpty }
    return zip(sendings, records).map { sending, record in record.map { Self.candidate($0, sending, ledger) } }
  }

  private static func candidate(_ record: Record, _ sending: Sending, _ ledger: Ledger) -> Candidate {
    let double = sending.doubles.lazy.compactMap { double in
      ledger.last[double.id].map { (code: RecordCode(spelledBy: double.id), out: $0) }
    }.first
    let known = ledger.last[record.id]
    return Candidate(record: record, out: known ?? record.lastOut, isInLedger: known != nil, double: double)
  }

  /// Enters in the ledger what goes out, and waits until the disk has it.
  public func enter(_ entries: some Sequence<LedgerEntry>, after ledger: Ledger) throws(StoreError) {
    try store.enter(entries, after: ledger)
  }

  /// Notes in records that they went out, a day's at a time; `added` is told of each. Where that cannot be done now, the
  /// ledger knows it all the same.
  public func addExports(
    _ outs: some RandomAccessCollection<(sending: Sending, out: Ledger.Out)>, at: Timestamp,
    progress: ReadingProgress, added: (Sending) -> Void
  ) throws(StoreError) {
    var rest = outs[...]
    let (holder, forms, setting) = (holder, store.forms, setting)
    while let day = rest.first?.sending.begun {
      let batch = rest.prefix(Self.batch).prefix { $0.sending.begun == day }
      rest = rest.dropFirst(batch.count)
      let outsByRecord = Dictionary(batch.map { ($0.sending.record, $0.out) }, uniquingKeysWith: { _, last in last })
      let changed = try store.add(to: batch.map(\.sending.record), of: day, on: setting.today) { record in
        outsByRecord[record.id].flatMap { Self.noting($0, in: record, at, holder, forms.form(of: record), setting) }
      }
      let ids = Set(changed)
      for out in batch where ids.contains(out.sending.record) { added(out.sending) }
      progress(outs.count - rest.count, outs.count)
    }
  }

  /// How many records of one day may be in memory, and not synced yet, at once.
  private static let batch = 512

  private static func noting(
    _ out: Ledger.Out, in record: Record, _ at: Timestamp, _ holder: Authority, _ form: Form, _ setting: CheckSetting
  ) -> Record? {
    if let last = record.lastOut, last.sheet == out.sheet, last.row == out.row { return nil }
    guard var held = HeldRecord(record, holder: holder),
      held.make(.export(sheet: out.sheet, row: out.row), at: at, form: form, setting: setting) == nil
    else { return nil }
    return held.record
  }
}

extension Record {
  /// How the record last went out, by its own word; the ledger says the same unless it was lost.
  var lastOut: Ledger.Out? {
    exports.last.map {
      Ledger.Out(kind: .first, revision: $0.revision, sheet: $0.sheet, row: $0.row, classCode: nil, at: $0.at)
    }
  }
}
