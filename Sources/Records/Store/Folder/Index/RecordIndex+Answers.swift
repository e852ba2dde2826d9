import FormModel
import Standards

extension RecordIndex {
  /// The rows that may belong to a list are chosen by their columns; the filter itself decides what the list shows.
  func listing(
    _ filter: SummaryFilter, _ holder: Authority, touched older: [RecordID], _ database: Database
  ) throws(DatabaseError) -> RecordListing {
    var listing = RecordListing()
    var choice = RowChoice(filter)
    if let day = filter.day {
      choice.add("(day = ? OR key IN (SELECT record FROM touch WHERE day = ?))", [day.dayNumber, day.dayNumber])
    }
    var summaries = try self.summaries(choice, database).filter { holder.maySee(id: $0.id, className: $0.className) }
    if !older.isEmpty {
      let known = Set(summaries.map(\.id))
      for id in older where !known.contains(id) {
        var single = RowChoice(filter)
        single.add("id = ?", id.text)
        summaries += try self.summaries(single, database).filter { holder.maySee(id: $0.id, className: $0.className) }
      }
    }
    try markDuplicates(&summaries, database)
    if let problem = markTeachers(&summaries) { listing.unreadable.append(problem) }
    listing.summaries = filter.sorted(summaries.filter(filter.accepts))
    if let day = filter.day {
      let own = try ids(of: day, database)
      listing.touched = Set(listing.summaries.map(\.id)).subtracting(own)
    }
    return listing
  }

  func possibleDuplicates(of own: RecordSummary, _ database: Database) throws(DatabaseError) -> PossibleDuplicates {
    var possibleDuplicates = PossibleDuplicates()
    if let number = own.comparedNumber {
      var choice = RowChoice("number = ?", number)
      choice.add("status <> ?", [Status.withdrawn.number])
      possibleDuplicates.sameNumber = try summaries(choice, database).filter { $0.id != own.id }
    }
    if let birthDate = own.birthDate {
      var choice = RowChoice("birth = ?", [birthDate.dayNumber])
      choice.add("status <> ?", [Status.withdrawn.number])
      // Few are born on one day; which of their names look the same no column tells.
      let key = NameKey.of(own.name)
      possibleDuplicates.sameChild = try summaries(choice, database).filter {
        $0.id != own.id && $0.edition.name == own.edition.name && NameKey.of($0.name) == key
          && ($0.comparedNumber == nil || $0.comparedNumber != own.comparedNumber)
      }
    }
    try markDuplicates(&possibleDuplicates.sameNumber, database)
    try markDuplicates(&possibleDuplicates.sameChild, database)
    return possibleDuplicates
  }

  /// Where records lie, and the kindergartens that they say they are from.
  typealias Places = [(item: RecordStore.Place, kindergarten: String?)]

  /// The places of all records that a name may mean, the likeliest first.
  func places(of name: RecordName, _ database: Database) throws(DatabaseError) -> Places {
    var places: Places = []
    func take(_ row: DatabaseRow) {
      guard let day = CalendarDate(dayNumber: row.int(0)), let id = RecordID(row.text(1)) else { return }
      places.append((RecordStore.Place(day: day.iso, id: id), RecordSummary(row.bytes(2))?.kindergarten))
    }
    switch name {
    case .id(let id):
      try database.run("SELECT day, id, summary FROM record WHERE id = ? ORDER BY day", [.text(id.text)], take)
    case .code(let code, _):
      try database.run(
        "SELECT day, id, summary FROM record WHERE code = ? ORDER BY summary IS NULL, day, id", [.text(code.text)], take
      )
    }
    return places
  }

  // MARK: Rows

  private func summaries(_ choice: RowChoice, _ database: Database) throws(DatabaseError) -> [RecordSummary] {
    var summaries: [RecordSummary] = []
    var isDamaged = false
    try database.run("SELECT summary FROM record WHERE \(choice.sql)", choice.values) { row in
      if let summary = RecordSummary(row.bytes(0)) { summaries.append(summary) } else { isDamaged = true }
    }
    if isDamaged { throw .foreign }
    return summaries
  }

  private func ids(of day: CalendarDate, _ database: Database) throws(DatabaseError) -> Set<RecordID> {
    var ids: Set<RecordID> = []
    try database.run("SELECT id FROM record WHERE day = ?", [.int(day.dayNumber)]) { row in
      if let id = RecordID(row.text(0)) { ids.insert(id) }
    }
    return ids
  }

  /// The records in the day's own list, and why it cannot be read. Unless it was lost, it has all that histories name.
  func touched(on day: CalendarDate?) -> (ids: [RecordID], problems: [StoreError]) {
    guard let day else { return ([], []) }
    do throws(StoreError) {
      return (try store.touched(on: day), [])
    } catch {
      return ([], [error.below(StoreLayout.path(ofListOf: day))])
    }
  }

  /// The records of other days that were changed on a day and cannot be read.
  func unseen(
    _ touched: [RecordID], on day: CalendarDate, _ refresh: Refresh
  ) throws(DatabaseError) -> [StoreError] {
    guard !touched.isEmpty else { return [] }
    let files = Set(touched.map { StoreLayout.record($0) })
    return try refresh.problems(of: nil).filter { problem in
      problem.code != .changedOutside && !problem.path.hasPrefix(StoreLayout.path(ofDay: day.iso, ""))
        && files.contains { problem.path.hasSuffix($0) }
    }
  }

  // MARK: Accounts

  /// Marks which records a teacher may see, or says why nobody can tell.
  private func markTeachers(_ summaries: inout [RecordSummary]) -> StoreError? {
    var accounts: [Account] = []
    var problem: StoreError?
    // Where the accounts cannot be read now, no child is hidden: better that staff sees it twice than never.
    do throws(StoreError) { accounts = try store.accounts() } catch { problem = error }
    let teachers = accounts.filter(\.isTeaching).map(\.authority)
    for index in summaries.indices {
      let (id, className) = (summaries[index].id, summaries[index].className)
      summaries[index].hasTeacher = teachers.contains { $0.maySee(id: id, className: className) }
    }
    return problem
  }

  // MARK: Duplicates

  private func markDuplicates(_ summaries: inout [RecordSummary], _ database: Database) throws(DatabaseError) {
    var bearers: [String: Bearers] = [:]
    if summaries.count > fewRecords {
      try count(nil, into: &bearers, database)
    } else {
      for summary in summaries where summary.status != .withdrawn {
        guard let number = summary.comparedNumber, bearers[number] == nil else { continue }
        bearers[number] = Bearers()
        try count(number, into: &bearers, database)
      }
    }
    for index in summaries.indices where summaries[index].status != .withdrawn {
      guard let others = summaries[index].comparedNumber.flatMap({ bearers[$0] })?.beside(summaries[index].status)
      else {
        continue
      }
      summaries[index].isDuplicate = others.handedIn > 0
      summaries[index].isNumberInDraft = others.handedIn == 0 && others.drafts > 0
    }
  }

  /// How many records bear a number.
  private struct Bearers {
    var handedIn = 0
    var drafts = 0

    /// The others, beside a record of this status.
    func beside(_ status: Status) -> Bearers {
      Bearers(
        handedIn: handedIn - (status.countsAsDuplicate ? 1 : 0), drafts: drafts - (status == .draft ? 1 : 0))
    }
  }

  /// Counts those of one number, or of every number that occurs twice.
  private func count(
    _ number: String?, into bearers: inout [String: Bearers], _ database: Database
  ) throws(DatabaseError) {
    let choice = number == nil ? "number IS NOT NULL" : "number = ?"
    let query = """
      SELECT number, count(DISTINCT CASE WHEN status <> ? THEN id END), count(DISTINCT CASE WHEN status = ? THEN id END)
      FROM record WHERE \(choice) AND status <> ? GROUP BY number HAVING count(DISTINCT id) > 1
      """
    let draft = DatabaseValue.int(Status.draft.number)
    let values = [draft, draft] + (number.map { [.text($0)] } ?? []) + [.int(Status.withdrawn.number)]
    try database.run(query, values) { bearers[$0.text(0)] = Bearers(handedIn: $0.int(1), drafts: $0.int(2)) }
  }
}

/// Which rows to read, as SQL; nothing that somebody typed is ever part of the text.
private struct RowChoice {
  private(set) var sql = "summary IS NOT NULL"
  private(set) var values: [DatabaseValue] = []

  init(_ sql: String, _ values: [Int]) { add(sql, values) }

  init(_ sql: String, _ value: String) { add(sql, value) }

  /// Rows that a filter may accept; all that it accepts are among them. The day is not looked at.
  init(_ filter: SummaryFilter) {
    if !filter.statuses.isEmpty {
      let marks = Array(repeating: "?", count: filter.statuses.count).joined(separator: ", ")
      add("status IN (\(marks))", filter.statuses.map(\.number))
    }
    // The index of what waits serves a condition that is spelled like its own.
    if filter.conditions.contains(.waiting) { add("words & 64", []) }
    for word in filter.conditions where word != .waiting && word.bit != 0 { add("words & ? <> 0", [word.bit]) }
    if filter.conditions.contains(.duplicate) {
      sql +=
        " AND number IN (SELECT number FROM record WHERE number IS NOT NULL GROUP BY number HAVING count(DISTINCT id) > 1)"
    }
    if let name = filter.className, name.isPlain { add("(class = ? OR plain = 0)", name) }
    if filter.dueBy != nil { add("words & ? <> 0", [SummaryFilter.Condition.owed.bit]) }
    addSearch(filter.search)
  }

  private mutating func addSearch(_ search: String) {
    let name = TextNormaliser.normalise(search, as: .personName)
    guard !search.isEmpty, name.isPlain else { return }
    var parts = ["SELECT key FROM record WHERE plain = 0 OR (plain = 1 AND (instr(name, ?) > 0 OR tail = ?))"]
    values += [.text(name), .text(CitizenNumber.repair(search))]
    if let code = RecordCode(search) {
      parts.append("SELECT key FROM record WHERE code = ?")
      values.append(.text(code.text))
    }
    sql += " AND key IN (\(parts.joined(separator: " UNION ALL ")))"
  }

  mutating func add(_ condition: String, _ values: [Int]) {
    sql += " AND \(condition)"
    self.values += values.map { .int($0) }
  }

  mutating func add(_ condition: String, _ value: String) {
    sql += " AND \(condition)"
    values.append(.text(value))
  }
}
