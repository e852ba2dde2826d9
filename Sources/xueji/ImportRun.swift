import Desk
import FormModel
import Records
import Sheets
import Standards

/// Takes the rows of a roster into the store, one after the other: each record is saved whole, or not at all.
///
/// Records are collected until there are a hundred, since the disk takes as long for one as for all; no line says that
/// a record was made or filled before the disk has it.
struct ImportRun<Keeper: Store> {
  /// What becomes of an answer in a record from which the roster differs.
  enum Differences {
    case keep, take
    /// Somebody is asked of each; nil where they want no more.
    case ask((_ difference: ImportPlan.Difference, _ row: Int, _ record: Record) -> Bool?)
  }

  /// What became of a row.
  struct Row {
    var number: Int
    /// Empty where there is no record.
    var code: String
    var result: ImportResult
    var name: String
    var messages: [String]
    var errors: Int
    var warnings: Int
    /// The sheet's name; empty where the file has no sheets.
    var sheet: String
  }

  /// Who hears of the run while it goes on.
  struct Listener {
    /// What became of a row, in the order of the rows.
    var tell: (Row) -> Void
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
    /// The record of the row.
    var id: RecordID?
    var code = ""
    var result: ImportResult
    var name = ""
    var messages: [String] = []
    /// Why the row is written beside those that were not taken.
    var reasons: [String] = []
    var errors = 0
    var warnings = 0
  }

  /// A row whose record the disk may not have yet.
  private struct Waiting {
    var place: Place
    var row: RosterRow
    var line: Line
    var moment: Timestamp
  }

  let isDone: Bool
  /// What was not taken, of each sheet.
  private(set) var rests: [RestSheet]
  private(set) var counts: [ImportResult: Int] = [:]
  /// How many rows of each kind were no child's.
  private(set) var leftOut: [RosterRowKind: Int] = [:]
  /// The class names of the roster.
  private(set) var classes: Set<String> = []
  private let work: Workplace<Keeper>
  private let sheets: [RosterSheet]
  private let words: RosterWords
  private let holder: Authority
  private let differences: Differences
  private var known: KnownChildren
  private var codes: Set<RecordCode>
  /// Records whose newest state is not in the store: because the run changes nothing, or because it is not written yet.
  private var imagined: [RecordID: Record] = [:]
  /// Codes made up in a run that changes nothing, with the rows that they are of: nobody ever sees one, since nobody would
  /// find anything by it.
  private var invented: [RecordCode: Int] = [:]
  /// New records that the disk does not have yet, in their order; those that were filled, with the revisions that they
  /// started from; and the lines that wait for the disk.
  private var begun: [RecordID] = []
  private var filled: [RecordID: Int] = [:]
  private var waiting: [Waiting] = []
  /// The moment and the identity of the last new record: the next one stands behind it in every list.
  private var lastMoment = Timestamp(milliseconds: 0, offset: 0)
  private var lastID: RecordID?
  private var generator = SystemRandomNumberGenerator()

  /// So many records are written before the disk is waited for.
  private static var batch: Int { 100 }

  /// How often a record is read again because another desk has saved it meanwhile.
  private static var mostTries: Int { 3 }

  /// Where nothing is to be done, the run only finds out what it would do.
  init(
    _ work: Workplace<Keeper>, _ sheets: [RosterSheet], words: RosterWords, _ summaries: [RecordSummary],
    holder: Authority, differences: Differences, isDone: Bool
  ) {
    self.work = work
    self.sheets = sheets
    self.words = words
    self.holder = holder
    self.differences = differences
    self.isDone = isDone
    known = KnownChildren(summaries.filter { $0.edition.name == work.form.name })
    codes = work.store.takenCodes().union(summaries.map(\.code))
    rests = sheets.map { sheet in
      RestSheet(headings: sheet.headings, addingClass: sheet.lines.contains { $0.className != nil })
    }
  }

  var restCount: Int { rests.map(\.count).reduce(0, +) }

  /// Takes all rows, and says of each what became of it; `goesOn` hears how many of how many were taken, and whether
  /// somebody still wants the next.
  mutating func takeAll(
    at now: () -> Timestamp, _ listener: Listener, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) -> End {
    let places = sheets.enumerated().flatMap { sheet in sheet.element.lines.map { Place(sheet: sheet.offset, line: $0) }
    }
    var readers = sheets.map { RosterReader($0, form: work.form, setting: work.setting, words: words) }
    var end = End.whole
    for (index, place) in places.enumerated() {
      do throws(Stop) {
        guard goesOn(index, places.count) else { throw .interrupted }
        lastMoment = max(lastMoment, now())
        try take(place, &readers[place.sheet], listener)
        let unsaved = begun.count + filled.count
        if unsaved >= Self.batch || unsaved == 0 { try tell(listener) }
      } catch {
        end = stop(error, before: places[index...], listener)
        break
      }
    }
    if case .whole = end {
      do throws(Stop) { try tell(listener) } catch { end = stop(error, before: [], listener) }
    }
    return end
  }

  /// Brings to the disk what was begun and filled, and only then says so.
  private mutating func tell(_ listener: Listener) throws(Stop) {
    let overtaken: Set<RecordID>
    do throws(StoreError) { overtaken = try save() } catch { throw .failed(error) }
    while !waiting.isEmpty {
      var told = waiting[0]
      if let id = told.line.id, overtaken.contains(id) {
        // Another desk has saved it meanwhile: by itself it is read again, and saved at once.
        told.line = try fill(id, told.row, told.place, at: told.moment, waits: false, listener)
      }
      waiting.removeFirst()
      let (place, line) = (told.place, told.line)
      listener.tell(
        Row(
          number: place.line.row.number, code: line.code, result: line.result, name: line.name, messages: line.messages,
          errors: line.errors, warnings: line.warnings, sheet: sheets[place.sheet].name ?? ""))
      counts[line.result, default: 0] += 1
      if !line.reasons.isEmpty { keep(place, line.reasons.joined(separator: " ")) }
    }
  }

  /// Saves what waits, and returns the records that could not be saved because they were changed elsewhere meanwhile.
  private mutating func save() throws(StoreError) -> Set<RecordID> {
    let today = work.setting.today
    if !begun.isEmpty { try work.store.create(begun.compactMap { imagined[$0] }, on: today) }
    for id in begun { imagined[id] = nil }
    begun = []
    guard !filled.isEmpty else { return [] }
    let records = filled.compactMap { id, base in imagined[id].map { (record: $0, base: base) } }
    let overtaken = Set(filled.keys).subtracting(try work.store.save(records, on: today))
    for id in filled.keys { imagined[id] = nil }
    filled = [:]
    return overtaken
  }

  /// Ends the run before these rows: what was begun is still saved, unless the store failed.
  private mutating func stop(_ stop: Stop, before rows: ArraySlice<Place>, _ listener: Listener) -> End {
    var end = stop.end
    if case .interrupted = stop {
      do throws(Stop) { try tell(listener) } catch { end = error.end }
    }
    for row in waiting { keep(row.place, work.wording.notReached) }
    for place in rows where place.line.kind == .child { keep(place, work.wording.notReached) }
    return end
  }

  private mutating func keep(_ place: Place, _ reason: String) {
    rests[place.sheet].add(place.line.row, className: place.line.className, reason: reason)
  }

  // MARK: One row

  /// Takes a row; its line of output waits until the disk has its record.
  private mutating func take(_ place: Place, _ reader: inout RosterReader, _ listener: Listener) throws(Stop) {
    let row = reader.read(place.line)
    guard place.line.kind == .child, !row.isBlank else {
      var line = place.line
      // A row that is numbered in advance, or holds a sum in a column of its own, is no child.
      if line.kind == .child { line.kind = RosterRowKind(withoutChild: line.row) }
      leftOut[line.kind, default: 0] += 1
      guard line.kind != .unused else { return }
      return wait(place, row, Line(result: .leftOut, messages: [work.wording.leftOut(line)]))
    }
    wait(place, row, try take(row, place, listener))
  }

  private mutating func wait(_ place: Place, _ row: RosterRow, _ line: Line) {
    waiting.append(Waiting(place: place, row: row, line: line, moment: lastMoment))
  }

  private mutating func take(_ row: RosterRow, _ place: Place, _ listener: Listener) throws(Stop) -> Line {
    let mapping = sheets[place.sheet].mapping
    let name = row.value(.childName, work.form)
    let number = row.value(.childNumber, work.form)
    if let className = row.values[.className] { classes.insert(className) }
    guard name != nil || number != nil else {
      return refused(
        name, [work.wording.nameless] + row.faults.map { work.wording.message($0, row, mapping, work.form) })
    }
    let birthDate = row.birthDate(work.form, setting: work.setting)
    switch known.match(number: number, name: name, birthDate: birthDate) {
    case .none:
      var line = begin(row, mapping)
      let namesakes = known.namesakes(number: number, name: name, birthDate: birthDate).filter { $0 != line.id }
      if !namesakes.isEmpty { line.messages.append(work.wording.namesakes(said(namesakes.compactMap(known.code)))) }
      return line
    case .one(let id): return try fill(id, row, place, at: lastMoment, waits: true, listener)
    case .several(let codes): return refused(name, [work.wording.several(said(codes))])
    case .unsure(let codes): return refused(name, [work.wording.unsure(said(codes))])
    }
  }

  /// How records are named to somebody: by their codes, where they have any.
  private func said(_ codes: [RecordCode]) -> [String] {
    codes.map { code in invented[code].map { work.wording.rosterRow($0) } ?? code.text }
  }

  private func refused(_ name: String?, _ reasons: [String]) -> Line {
    Line(result: .refused, name: name ?? "", messages: reasons, reasons: reasons)
  }

  private mutating func begin(_ row: RosterRow, _ mapping: RosterMapping) -> Line {
    let now = lastMoment
    let identity = RecordIdentity(
      milliseconds: now.milliseconds, after: lastID, avoiding: codes, using: &generator)
    var held = HeldRecord(beginning: identity, holder: holder, form: work.form, at: now)
    let plan = ImportPlan(row, onto: nil, form: work.form, setting: work.setting)
    if let refusal = plan.apply(to: &held, at: now, form: work.form, setting: work.setting) {
      return refused(row.value(.childName, work.form), work.wording.message(refusal, form: work.form))
    }
    let gone = known.withdrawn(number: row.value(.childNumber, work.form))
    lastID = identity.id
    imagined[identity.id] = held.record
    if isDone { begun.append(identity.id) } else { invented[identity.code] = row.row.number }
    known.add(held.record, form: work.form, setting: work.setting)
    codes.insert(identity.code)
    var line = line(.created, held.record, plan, row, mapping)
    if !gone.isEmpty { line.messages.append(work.wording.withdrawnBefore(said(gone))) }
    return line
  }

  private mutating func fill(
    _ id: RecordID, _ read: RosterRow, _ place: Place, at now: Timestamp, waits: Bool, _ listener: Listener
  ) throws(Stop) -> Line {
    let name = read.value(.childName, work.form)
    var tries = 0
    while true {
      let record: Record
      do throws(StoreError) {
        record = try self.record(id)
      } catch {
        return refused(name, [work.wording.message(error)])
      }
      guard var held = HeldRecord(record, holder: holder) else { return refused(name, []) }
      let form = work.forms.form(of: record)
      let row = read.moved(from: work.form, to: form)
      let mapping = sheets[place.sheet].mapping.moved(from: work.form, to: form)
      let plan = ImportPlan(row, onto: record, form: form, setting: work.setting)
      let taken = try choose(plan.differences, row, record, waits: waits, listener)
      if let refusal = plan.apply(to: &held, taking: taken, at: now, form: form, setting: work.setting) {
        return refused(name, work.wording.message(refusal, form: form, record: record))
      }
      let isChanged = held.record.revision != record.revision
      do throws(StoreError) {
        if isChanged { try save(held.record, replacing: record.revision, waits: waits) }
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

  /// Saves a record at once, or keeps it in memory: to be saved with the others, or, in a run that changes nothing,
  /// only to know what would be saved.
  private mutating func save(_ record: Record, replacing base: Int, waits: Bool) throws(StoreError) {
    if isDone, !waits {
      try work.store.save(record, replacing: base, on: work.setting.today)
    } else {
      // A record that is in memory already keeps the revision that it started from.
      if isDone, imagined[record.id] == nil { filled[record.id] = base }
      imagined[record.id] = record
    }
    known.add(record, form: work.forms.form(of: record), setting: work.setting)
  }

  private func line(
    _ result: ImportResult, _ record: Record, _ plan: ImportPlan, _ row: RosterRow, _ mapping: RosterMapping,
    taking taken: [ImportPlan.Difference] = []
  ) -> Line {
    let (wording, form) = (work.wording, work.forms.form(of: record))
    let kept = plan.differences.filter { !taken.contains($0) }.map { wording.kept($0, form) }
    let reasons = kept + plan.faults.map { wording.message($0, row, mapping, form) }
    var messages: [String] = []
    if result != .created, !plan.fills.isEmpty {
      messages.append(wording.filled(plan.fills.map(\.item), form))
    }
    if !taken.isEmpty {
      messages.append(wording.taken(taken.map(\.item), isProposed: record.status == .approved, form))
    }
    // What the record's own pages and lists say of it, too; what is missing is for the family.
    let findings = record.openFindings(form: form, setting: work.setting).filter { $0.severity != .missing }
    let said = findings.map { wording.sentence($0, form) }
    return Line(
      id: record.id, code: invented[record.code] != nil ? "" : record.code.text, result: result,
      name: record.value(.childName, form) ?? "",
      messages: messages + reasons + plan.remarks.map { wording.message($0, row, mapping, form) } + said,
      reasons: reasons, errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning })
  }

  // MARK: Differences

  private mutating func choose(
    _ differences: [ImportPlan.Difference], _ row: RosterRow, _ record: Record, waits: Bool, _ listener: Listener
  ) throws(Stop) -> [ImportPlan.Difference] {
    switch self.differences {
    case .keep: return []
    case .take: return differences
    case .ask(let ask):
      guard !differences.isEmpty else { return [] }
      // Whoever is asked sees what became of the rows before, and what they answered is not lost with the program.
      if waits { try tell(listener) }
      var taken: [ImportPlan.Difference] = []
      for difference in differences {
        guard let agrees = ask(difference, row.row.number, record) else { throw .interrupted }
        if agrees { taken.append(difference) }
      }
      return taken
    }
  }
}
