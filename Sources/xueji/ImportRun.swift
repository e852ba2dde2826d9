import Desk
import FormModel
import Records
import Sheets
import Standards

/// Takes the rows of a roster into the store, one after the other: each record is saved whole, or not at all.
///
/// New records are kept until there are a hundred of them, since the disk takes as long for one as for all; no line says
/// that a record was made before the disk has it.
struct ImportRun {
  /// What became of a row.
  enum Result: String, CaseIterable {
    case created, filled, same, differs, refused
    /// It is no child's.
    case leftOut = "left-out"
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

    var end: End {
      switch self {
      case .interrupted: .interrupted
      case .failed(let error): .failed(error)
      }
    }
  }

  /// A row of one of the sheets.
  private struct Place {
    var sheet: Int
    var line: RosterSheet.Line
  }

  private struct Line {
    var code = ""
    var result: Result
    var name = ""
    var messages: [String] = []
    /// Why the row is written beside those that were not taken.
    var reasons: [String] = []
    var errors = 0
    var warnings = 0
  }

  let isDone: Bool
  /// What was not taken, of each sheet.
  private(set) var rests: [RestSheet]
  private(set) var counts: [Result: Int] = [:]
  /// How many rows of each kind were no child's.
  private(set) var leftOut: [RosterRowKind: Int] = [:]
  /// The class names of the roster.
  private(set) var classes: Set<String> = []
  /// The exit code for what could not be seen of the store; 0 where all could.
  let unseenCode: Int32
  private let work: StoreOptions.Work
  private let sheets: [RosterSheet]
  private let words: RosterWords
  private let holder: Authority
  private let differences: ImportCommand.Differences
  private var known: KnownChildren
  private var codes: Set<RecordCode>
  /// What would stand in the store while nothing is done, and what is about to.
  private var imagined: [RecordID: Record] = [:]
  /// Codes that nobody will ever find, since nothing is done.
  private var invented: Set<RecordCode> = []
  /// New records that the disk does not have yet, in their order, and the lines that wait for it.
  private var begun: [RecordID] = []
  private var waiting: [(place: Place, line: Line)] = []
  private var output = Output()
  private var bar = ProgressBar()
  private var generator = SystemRandomNumberGenerator()

  /// So many records are written before the disk is waited for.
  private static let batch = 100

  /// How often a record is read again because another desk has saved it meanwhile.
  private static let mostTries = 3

  init(
    _ work: StoreOptions.Work, _ sheets: [RosterSheet], words: RosterWords, holder: Authority,
    differences: ImportCommand.Differences, isDone: Bool
  ) {
    self.work = work
    self.sheets = sheets
    self.words = words
    self.holder = holder
    self.differences = differences
    self.isDone = isDone
    let listing = work.list(SummaryFilter(), for: holder)
    // A file that cannot be read may hold the very child that a row is about.
    unseenCode = work.say(listing)
    known = KnownChildren(listing.summaries)
    codes = work.store.takenCodes().union(listing.summaries.map(\.code))
    rests = sheets.map { sheet in
      RestSheet(headings: sheet.headings, addingClass: sheet.lines.contains { $0.className != nil })
    }
  }

  var restCount: Int { rests.map(\.count).reduce(0, +) }

  /// Takes all rows, and says of each what became of it.
  mutating func takeAll(at now: () -> Timestamp) -> End {
    output.row("row", "code", "result", "name", "message", "errors", "warnings", "sheet")
    let places = sheets.enumerated().flatMap { sheet in sheet.element.lines.map { Place(sheet: sheet.offset, line: $0) }
    }
    var readers = sheets.map { RosterReader($0, form: work.form, setting: work.setting, words: words) }
    var end = End.whole
    for (index, place) in places.enumerated() {
      do throws(Stop) {
        if Interruption.hasCome { throw .interrupted }
        if let line = try take(place, &readers[place.sheet], at: now()) { waiting.append((place, line)) }
        if begun.count >= Self.batch || begun.isEmpty { try tell() }
      } catch {
        end = stop(error, before: places[index...])
        break
      }
      bar.show(index + 1, of: places.count)
    }
    if case .whole = end {
      do throws(Stop) { try tell() } catch { end = stop(error, before: []) }
    }
    bar.end()
    output.flush()
    return end
  }

  /// Brings to the disk what was begun, and only then says so.
  private mutating func tell() throws(Stop) {
    if !begun.isEmpty {
      do throws(StoreError) {
        try work.store.create(begun.compactMap { imagined[$0] }, on: work.setting.today)
      } catch {
        throw .failed(error)
      }
      for id in begun { imagined[id] = nil }
      begun = []
    }
    for (place, line) in waiting {
      output.row(
        String(place.line.row.number), line.code, line.result.rawValue, line.name, line.messages.joined(separator: " "),
        String(line.errors), String(line.warnings), sheets[place.sheet].name ?? "")
      counts[line.result, default: 0] += 1
      if !line.reasons.isEmpty { keep(place, line.reasons.joined(separator: " ")) }
    }
    waiting = []
  }

  /// Ends it before some rows: what was begun is still saved, unless the store failed.
  private mutating func stop(_ stop: Stop, before rows: ArraySlice<Place>) -> End {
    var end = stop.end
    if case .interrupted = stop {
      do throws(Stop) { try tell() } catch { end = error.end }
    }
    for (place, _) in waiting { keep(place, work.wording.notReached) }
    for place in rows where place.line.kind == .child { keep(place, work.wording.notReached) }
    return end
  }

  private mutating func keep(_ place: Place, _ reason: String) {
    rests[place.sheet].add(place.line.row, className: place.line.className, reason: reason)
  }

  // MARK: One row

  /// Takes a row; nil where there is nothing to say of it.
  private mutating func take(
    _ place: Place, _ reader: inout RosterReader, at now: Timestamp
  ) throws(Stop) -> Line? {
    guard place.line.kind == .child else {
      leftOut[place.line.kind, default: 0] += 1
      guard place.line.kind != .unused else { return nil }
      return Line(result: .leftOut, messages: [work.wording.leftOut(place.line)])
    }
    let row = reader.read(place.line)
    // A row that is numbered in advance, or holds a sum in a column of its own, is no child.
    guard !row.isBlank else {
      leftOut[.unused, default: 0] += 1
      return nil
    }
    let mapping = sheets[place.sheet].mapping
    let name = row.value("name", work.form)
    let number = row.value("id_number", work.form)
    if let className = row.values[.className] { classes.insert(className) }
    guard name != nil || number != nil else {
      return refused(
        name, [work.wording.nameless] + row.faults.map { work.wording.message($0, row, mapping, work.form) })
    }
    let birthDate = row.birthDate(work.form, setting: work.setting)
    switch known.match(number: number, name: name, birthDate: birthDate) {
    case .none: return try begin(row, mapping, at: now)
    case .one(let id): return try fill(id, row, mapping, at: now)
    case .several(let codes): return refused(name, [work.wording.several(codes)])
    case .unsure(let codes): return refused(name, [work.wording.unsure(codes)])
    }
  }

  private func refused(_ name: String?, _ reasons: [String]) -> Line {
    Line(result: .refused, name: name ?? "", messages: reasons, reasons: reasons)
  }

  private mutating func begin(_ row: RosterRow, _ mapping: RosterMapping, at now: Timestamp) throws(Stop) -> Line {
    let identity = RecordIdentity(milliseconds: now.milliseconds, avoiding: codes, using: &generator)
    var held = HeldRecord(beginning: identity, holder: holder, form: work.form, at: now)
    let plan = ImportPlan(row, onto: nil, form: work.form, setting: work.setting)
    if let refusal = plan.apply(to: &held, at: now, form: work.form, setting: work.setting) {
      return refused(row.value("name", work.form), work.wording.message(refusal, form: work.form))
    }
    let gone = known.withdrawn(number: row.value("id_number", work.form))
    imagined[identity.id] = held.record
    if isDone { begun.append(identity.id) } else { invented.insert(identity.code) }
    known.note(held.record, form: work.form, setting: work.setting)
    codes.insert(identity.code)
    var line = line(.created, held.record, plan, row, mapping)
    if !gone.isEmpty { line.messages.append(work.wording.withdrawnBefore(gone)) }
    return line
  }

  private mutating func fill(
    _ id: RecordID, _ row: RosterRow, _ mapping: RosterMapping, at now: Timestamp
  ) throws(Stop) -> Line {
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
      return line(
        isKept ? .differs : isChanged ? .filled : .same, held.record, plan, row, mapping, taking: taken)
    }
  }

  private func record(_ id: RecordID) throws(StoreError) -> Record {
    if let record = imagined[id] { return record }
    return try work.store.record(id: id, of: known.day(of: id) ?? work.setting.today)
  }

  /// Saves a record, or keeps in mind what would be saved, or will be with the others that were begun.
  private mutating func save(_ record: Record, replacing base: Int) throws(StoreError) {
    if isDone, imagined[record.id] == nil {
      try work.store.save(record, replacing: base, on: work.setting.today)
    } else {
      imagined[record.id] = record
    }
    known.note(record, form: work.form, setting: work.setting)
  }

  private func line(
    _ result: Result, _ record: Record, _ plan: ImportPlan, _ row: RosterRow, _ mapping: RosterMapping,
    taking taken: [ImportPlan.Difference] = []
  ) -> Line {
    let wording = work.wording
    let kept = plan.differences.filter { !taken.contains($0) }.map { wording.kept($0, work.form) }
    let reasons = kept + plan.faults.map { wording.message($0, row, mapping, work.form) }
    var messages: [String] = []
    if result != .created, !plan.fills.isEmpty {
      messages.append(wording.filled(plan.fills.map(\.item), work.form))
    }
    if !taken.isEmpty {
      messages.append(wording.taken(taken.map(\.item), isProposed: record.status == .approved, work.form))
    }
    // What the record's own pages and lists say of it, too; what is missing is for the family.
    let findings = record.openFindings(form: work.form, setting: work.setting).filter { $0.severity != .missing }
    let said = findings.map { wording.sentence($0, work.form) }
    return Line(
      code: invented.contains(record.code) ? "" : record.code.text, result: result,
      name: work.form.index(of: "name").flatMap { record.answers[$0]?.value } ?? "",
      messages: messages + reasons + plan.notes.map { wording.message($0, row, mapping, work.form) } + said,
      reasons: reasons, errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning })
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
