import Desk
import FormModel
import Records
import Sheets
import Standards

/// Takes the rows of a roster into the store, one after the other: each record is saved whole, or not at all.
struct ImportRun {
  /// What became of a row.
  enum Result: String, CaseIterable {
    case created, filled, same, differs, refused
  }

  enum End {
    case whole
    /// Somebody wanted no more.
    case interrupted
    case failed(StoreError)
  }

  /// Why a row stops the others: its record could not be saved, or nobody wants to be asked any more.
  private enum Stop: Error {
    case interrupted
    case failed(StoreError)
  }

  private struct Line {
    var code = ""
    var result: Result
    var name = ""
    var messages: [String] = []
    /// Why the row is written beside those that were not taken.
    var reasons: [String] = []
  }

  let isDone: Bool
  private(set) var rest: RestSheet
  private(set) var counts: [Result: Int] = [:]
  /// The class names of the roster.
  private(set) var classes: Set<String> = []
  /// The exit code for what could not be seen of the store; 0 where all could.
  let unseenCode: Int32
  private let work: StoreOptions.Work
  private let holder: Authority
  private let differences: ImportCommand.Differences
  private var known: KnownChildren
  private var codes: Set<RecordCode>
  private var reader: RosterReader
  /// What would stand in the store, while nothing is done.
  private var imagined: [RecordID: Record] = [:]
  /// Codes that nobody will ever find, since nothing is done.
  private var invented: Set<RecordCode> = []
  private var bar = ProgressBar()
  private var generator = SystemRandomNumberGenerator()

  /// How often a record is read again because another desk has saved it meanwhile.
  private static let mostTries = 3

  init(
    _ work: StoreOptions.Work, _ roster: RosterFile, holder: Authority, differences: ImportCommand.Differences,
    isDone: Bool
  ) {
    self.work = work
    self.holder = holder
    self.differences = differences
    self.isDone = isDone
    let listing = work.list(SummaryFilter(), for: holder)
    // A file that cannot be read may hold the very child that a row is about.
    unseenCode = work.say(listing)
    known = KnownChildren(listing.summaries)
    codes = work.store.takenCodes().union(listing.summaries.map(\.code))
    reader = RosterReader(roster.mapping, form: work.form, setting: work.setting)
    rest = RestSheet(headings: roster.headingRow)
  }

  /// Takes all rows, and says of each what became of it.
  mutating func takeAll(_ rows: [SheetRow], at now: () -> Timestamp) -> End {
    var output = Output()
    output.row("row", "code", "result", "name", "message")
    var end = End.whole
    for (index, row) in rows.enumerated() {
      let read = reader.read(row)
      // A row that is numbered in advance, or holds a sum in a column of its own, is no child.
      if read.values.isEmpty, read.faults.isEmpty { continue }
      do throws(Stop) {
        if Interruption.hasCome { throw .interrupted }
        let line = try take(read, at: now())
        output.row(
          String(row.number), line.code, line.result.rawValue, line.name, line.messages.joined(separator: " "))
        counts[line.result, default: 0] += 1
        if !line.reasons.isEmpty { rest.add(row, reason: line.reasons.joined(separator: " ")) }
      } catch {
        for row in rows[index...] { rest.add(row, reason: work.wording.notReached) }
        end =
          switch error {
          case .interrupted: .interrupted
          case .failed(let error): .failed(error)
          }
        break
      }
      bar.show(index + 1, of: rows.count)
    }
    bar.end()
    output.flush()
    return end
  }

  // MARK: One row

  private mutating func take(_ row: RosterRow, at now: Timestamp) throws(Stop) -> Line {
    let name = row.value("name", work.form)
    let number = row.value("id_number", work.form)
    if let className = row.values[.className] { classes.insert(className) }
    guard name != nil || number != nil else {
      return refused(name, [work.wording.nameless] + row.faults.map { work.wording.message($0, work.form) })
    }
    let birthDate = row.birthDate(work.form, setting: work.setting)
    switch known.match(number: number, name: name, birthDate: birthDate) {
    case .none: return try begin(row, at: now)
    case .one(let id): return try fill(id, row, at: now)
    case .several(let codes): return refused(name, [work.wording.several(codes)])
    case .unsure(let codes): return refused(name, [work.wording.unsure(codes)])
    }
  }

  private func refused(_ name: String?, _ reasons: [String]) -> Line {
    Line(result: .refused, name: name ?? "", messages: reasons, reasons: reasons)
  }

  private mutating func begin(_ row: RosterRow, at now: Timestamp) throws(Stop) -> Line {
    let identity = RecordIdentity(milliseconds: now.milliseconds, avoiding: codes, using: &generator)
    var held = HeldRecord(beginning: identity, holder: holder, form: work.form, at: now)
    let plan = ImportPlan(row, onto: nil, form: work.form, setting: work.setting)
    if let refusal = plan.apply(to: &held, at: now, form: work.form, setting: work.setting) {
      return refused(row.value("name", work.form), work.wording.message(refusal, form: work.form))
    }
    do throws(StoreError) {
      try save(held.record, replacing: 0)
    } catch {
      throw .failed(error)
    }
    codes.insert(identity.code)
    if !isDone { invented.insert(identity.code) }
    return line(.created, held.record, plan)
  }

  private mutating func fill(_ id: RecordID, _ row: RosterRow, at now: Timestamp) throws(Stop) -> Line {
    let name = row.value("name", work.form)
    var tries = 0
    while true {
      let record: Record
      do throws(StoreError) {
        record = try self.record(id)
      } catch {
        return refused(name, [work.wording.message(error)])
      }
      guard var held = HeldRecord(record, holder: holder) else { return refused(name, []) }
      let plan = ImportPlan(row, onto: record, form: work.form, setting: work.setting)
      let taken = try choose(plan.differences, row, record)
      if let refusal = plan.apply(to: &held, taking: taken, at: now, form: work.form, setting: work.setting) {
        return refused(name, work.wording.message(refusal, form: work.form, record: record))
      }
      let isChanged = held.record.revision != record.revision
      do throws(StoreError) {
        if isChanged { try save(held.record, replacing: record.revision) }
      } catch {
        guard error.code == .conflict else { throw .failed(error) }
        tries += 1
        guard tries == Self.mostTries else { continue }
        return refused(name, [work.wording.message(error)])
      }
      let isKept = taken.count < plan.differences.count
      return line(isKept ? .differs : isChanged ? .filled : .same, held.record, plan, taking: taken)
    }
  }

  private func record(_ id: RecordID) throws(StoreError) -> Record {
    if let record = imagined[id] { return record }
    return try work.store.record(id: id, of: known.day(of: id) ?? work.setting.today)
  }

  /// Saves a record, or keeps in mind what would be saved.
  private mutating func save(_ record: Record, replacing base: Int) throws(StoreError) {
    if isDone {
      try work.store.save(record, replacing: base, on: work.setting.today)
    } else {
      imagined[record.id] = record
    }
    known.note(record, form: work.form, setting: work.setting)
  }

  private func line(
    _ result: Result, _ record: Record, _ plan: ImportPlan, taking taken: [ImportPlan.Difference] = []
  ) -> Line {
    let wording = work.wording
    let kept = plan.differences.filter { !taken.contains($0) }.map { wording.kept($0, work.form) }
    let reasons = kept + plan.faults.map { wording.message($0, work.form) }
    var messages: [String] = []
    if result != .created, !plan.fills.isEmpty {
      messages.append(wording.filled(plan.fills.map(\.item), work.form))
    }
    if !taken.isEmpty {
      messages.append(wording.taken(taken.map(\.item), isProposed: record.status == .approved, work.form))
    }
    return Line(
      code: invented.contains(record.code) ? "" : record.code.text, result: result,
      name: work.form.index(of: "name").flatMap { record.answers[$0]?.value } ?? "", messages: messages + reasons,
      reasons: reasons)
  }

  // MARK: Differences

  private mutating func choose(
    _ differences: [ImportPlan.Difference], _ row: RosterRow, _ record: Record
  ) throws(Stop) -> [ImportPlan.Difference] {
    switch self.differences {
    case .keep: return []
    case .take: return differences
    case .ask:
      bar.end()
      var taken: [ImportPlan.Difference] = []
      for difference in differences {
        let question = work.wording.ask(difference, row: row.row.number, record, work.form)
        guard let agrees = UnseenKeys.agrees(question) else { throw .interrupted }
        if agrees { taken.append(difference) }
      }
      return taken
    }
  }
}
