import Desk
import FormModel
import Records
import Sheets
import Standards
import Wording

/// What a run through a file's rows works with, at a desk and in a command alike.
struct Workplace<Keeper: Store> {
  let store: Keeper
  let forms: FormLibrary
  let wording: Wording
  let setting: CheckSetting

  var form: Form { forms.form }
}

/// Takes the rows of the national system's answer, one after the other.
struct AssignRun<Keeper: Store> {
  /// What became of a row.
  struct Row {
    var number: Int
    var code: RecordCode?
    var result: AssignResult
    var name: String
    var message: String

    /// In one line, for somebody who reads.
    var line: String {
      ["\(number)", code?.text ?? "", name, message].filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }

  private(set) var counts: [AssignResult: Int] = [:]
  /// The records that could not be read.
  private(set) var unreadable: [StoreError] = []
  private let work: Workplace<Keeper>
  private let holder: Authority
  private let headings: RosterHeadings
  private let summaries: [RecordSummary]
  private let known: KnownChildren
  private let sheets: [RosterSheet]
  private var owners: [String: AssignPlan.Owner] = [:]

  init(_ work: Workplace<Keeper>, _ roster: RosterFile, _ listing: RecordListing, holder: Authority) {
    self.work = work
    self.holder = holder
    headings = roster.headings
    summaries = listing.summaries
    known = KnownChildren(summaries.filter { $0.edition.name == work.form.name })
    sheets = roster.sheets
    for summary in summaries where summary.isNumbered {
      guard let number = look(at: summary)?.number else { continue }
      owners[number] = AssignPlan.Owner(id: summary.id, code: summary.code)
    }
  }

  /// A record; nil where it cannot be read.
  private mutating func look(at summary: RecordSummary) -> Record? {
    do throws(StoreError) {
      return try record(summary)
    } catch {
      unreadable.append(error)
      return nil
    }
  }

  /// Takes the rows, and tells of each what became of it; a store that cannot be written ends them, and so does whoever
  /// no longer wants the next.
  mutating func takeAll(
    at now: () -> Timestamp, tell: (Row) -> Void, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) -> StoreError? {
    var readers = sheets.map { RosterReader($0, form: work.form, setting: work.setting, words: headings.words) }
    let rows = sheets.enumerated().flatMap { sheet in sheet.element.children.map { (sheet.offset, $0.row) } }
    for (index, (sheet, row)) in rows.enumerated() {
      guard goesOn(index, rows.count) else { return nil }
      let read = readers[sheet].read(row)
      if read.isBlank { continue }
      do throws(StoreError) {
        let (code, result, message) = try take(read, at: now())
        counts[result, default: 0] += 1
        tell(
          Row(
            number: row.number, code: code, result: result, name: read.value(.childName, work.form) ?? "",
            message: message))
      } catch {
        return error
      }
    }
    return nil
  }

  private mutating func take(
    _ row: RosterRow, at now: Timestamp
  ) throws(StoreError) -> (RecordCode?, AssignResult, String) {
    let record: Record
    do throws(AssignPlan.Refusal) {
      let id = try AssignPlan.child(of: row, in: known, headings: headings)
      do throws(StoreError) {
        record = try work.store.record(id: id, of: known.day(of: id) ?? work.setting.today)
      } catch {
        unreadable.append(error)
        return (nil, .refused, work.wording.message(error))
      }
    } catch {
      return (nil, .refused, work.wording.message(error, work.form))
    }
    let form = work.forms.form(of: record)
    switch AssignPlan(row.moved(from: work.form, to: form), onto: record, form: form, owner: { owners[$0.text] }) {
    case .same: return (record.code, .same, "")
    case .refuse(let refusal): return (record.code, .refused, work.wording.message(refusal, form))
    case .give(let number): return try give(number, to: record, at: now)
    }
  }

  private mutating func give(
    _ number: StudentNumber, to record: Record, at now: Timestamp
  ) throws(StoreError) -> (RecordCode?, AssignResult, String) {
    guard var held = HeldRecord(record, holder: holder) else { return (nil, .refused, "") }
    if let refusal = held.make(.number(number.text), at: now, form: work.forms.form(of: record), setting: work.setting)
    {
      let sentences = work.wording.message(refusal, form: work.forms.form(of: record), record: record)
      return (record.code, .refused, sentences.joined(separator: " "))
    }
    do throws(StoreError) {
      try work.store.save(held.record, replacing: record.revision, on: work.setting.today)
    } catch {
      // Another desk has just saved this one record.
      guard error.code == .conflict else { throw error }
      return (record.code, .refused, work.wording.message(error))
    }
    owners[number.text] = AssignPlan.Owner(id: record.id, code: record.code)
    return (record.code, .assigned, number.text)
  }

  /// Who was approved and went out in a sheet, and has no number yet.
  var missing: [RecordSummary] {
    mutating get {
      let numbered = Set(owners.values.map(\.id))
      let approved = summaries.filter { $0.status == .approved && !numbered.contains($0.id) }
      return approved.filter { look(at: $0)?.exports.isEmpty == false }
    }
  }

  private func record(_ summary: RecordSummary) throws(StoreError) -> Record {
    try work.store.record(id: summary.id, of: summary.created.date)
  }
}
