import FormModel
import Standards

extension RecordIndex {
  /// The rows that may belong to a list are chosen by their columns; what the list shows decides the filter itself.
  func listing(
    _ filter: SummaryFilter, _ holder: Authority, _ database: Database
  ) throws(DatabaseError) -> Listing {
    var listing = Listing()
    var choice = RowChoice(filter)
    let older = try touched(on: filter.day, database)
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
    listing.summaries = filter.sorted(summaries.filter(filter.accepts))
    if let day = filter.day {
      let own = try ids(of: day, database)
      listing.touched = Set(listing.summaries.map(\.id)).subtracting(own)
    }
    return listing
  }

  func neighbours(of own: RecordSummary, _ database: Database) throws(DatabaseError) -> Neighbours {
    var neighbours = Neighbours()
    if let number = own.comparedNumber {
      var choice = RowChoice("number = ?", number)
      choice.add("status <> ?", [Status.withdrawn.number])
      neighbours.sameNumber = try summaries(choice, database).filter { $0.id != own.id }
    }
    if let birthDate = own.birthDate {
      var choice = RowChoice("birth = ?", [birthDate.dayNumber])
      choice.add("status <> ?", [Status.withdrawn.number])
      if own.name.isPlain { choice.add("(name = ? OR plain = 0)", own.name) }
      neighbours.sameChild = try summaries(choice, database).filter {
        $0.id != own.id && $0.name == own.name && ($0.comparedNumber == nil || $0.comparedNumber != own.comparedNumber)
      }
    }
    try markDuplicates(&neighbours.sameNumber, database)
    try markDuplicates(&neighbours.sameChild, database)
    return neighbours
  }

  func place(of name: String, _ database: Database) throws(DatabaseError) -> RecordStore.Place? {
    var place: RecordStore.Place?
    func take(_ row: DatabaseRow) {
      guard place == nil, let day = CalendarDate(dayNumber: row.int(0)), let id = RecordID(row.text(1)) else { return }
      place = RecordStore.Place(day: day.iso, id: id)
    }
    if let id = RecordID(name) {
      try database.run("SELECT day, id FROM record WHERE id = ? ORDER BY day", [.text(id.text)], take)
    } else if let code = RecordCode(name) {
      try database.run("SELECT day, id FROM record WHERE code = ? ORDER BY day, id", [.text(code.text)], take)
    }
    return place
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

  /// The records that the day's own list names: all that the histories name as well, unless it was lost.
  private func touched(on day: CalendarDate?, _ database: Database) throws(DatabaseError) -> [RecordID] {
    guard let day else { return [] }
    return (try? store.touched(on: day)) ?? []
  }

  /// Why the day's own list cannot be read; then records that were changed on it may be missing.
  func unseenTouches(of day: CalendarDate?) -> [StoreError] {
    guard let day else { return [] }
    do throws(StoreError) {
      _ = try store.touched(on: day)
      return []
    } catch {
      return [error.below("days/\(day.iso)")]
    }
  }

  // MARK: Duplicates

  private func markDuplicates(_ summaries: inout [RecordSummary], _ database: Database) throws(DatabaseError) {
    var doubled: Set<String> = []
    if summaries.count > fewRecords {
      let all = """
        SELECT number FROM record WHERE number IS NOT NULL AND status <> ? GROUP BY number HAVING count(DISTINCT id) > 1
        """
      try database.run(all, [.int(Status.withdrawn.number)]) { doubled.insert($0.text(0)) }
    } else {
      for summary in summaries where summary.status != .withdrawn {
        guard let number = summary.comparedNumber, !doubled.contains(number) else { continue }
        let other = "SELECT 1 FROM record WHERE number = ? AND status <> ? AND id <> ? LIMIT 1"
        let values: [DatabaseValue] = [.text(number), .int(Status.withdrawn.number), .text(summary.id.text)]
        if try database.number(other, values) != nil { doubled.insert(number) }
      }
    }
    for index in summaries.indices where summaries[index].status != .withdrawn {
      summaries[index].isDuplicate = summaries[index].comparedNumber.map { doubled.contains($0) } ?? false
    }
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
    if filter.words.contains(.waiting) { add("words & 64", []) }
    for word in filter.words where word != .waiting && word.bit != 0 { add("words & ? <> 0", [word.bit]) }
    if let name = filter.className, name.isPlain { add("(class = ? OR plain = 0)", name) }
    if filter.dueBy != nil { add("words & ? <> 0", [SummaryFilter.Word.owed.bit]) }
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
