import FormModel
import Standards

extension RecordIndex {
  /// The approved and the withdrawn records, of a day or of all days, in the order in which they were begun; and how many
  /// others were neither; and what could not be read, which may be one of them.
  ///
  /// Nothing else is kept of them: a city's summaries would take more room than the whole sheet.
  func sendings(
    of day: CalendarDate?, setting: CheckSetting, progress: Progress
  ) throws(StoreError) -> (sendings: [Sending], waiting: Int, unseen: [StoreError]) {
    try looked(focus: day, setting, progress: progress) { database, refresh throws(DatabaseError) in
      let ofDay = day == nil ? "" : " AND r.day = ?"
      let values: [DatabaseValue] = [.int(Status.approved.number), .int(Status.withdrawn.number)]
      let days: [DatabaseValue] = day.map { [.int($0.dayNumber)] } ?? []
      var sendings: [Sending] = []
      var doubled: [(index: Int, number: String)] = []
      try database.run(
        """
        SELECT r.day, r.id, CASE WHEN EXISTS
          (SELECT 1 FROM record o WHERE o.number = r.number AND o.id <> r.id) THEN r.number END
        FROM record r WHERE r.status IN (?, ?)\(ofDay) ORDER BY r.day, r.id
        """, values + days
      ) { row in
        guard let day = CalendarDate(dayNumber: row.int(0)), let id = RecordID(row.text(1)) else { return }
        let number = row.text(2)
        if !number.isEmpty { doubled.append((sendings.count, number)) }
        sendings.append(
          Sending(place: RecordStore.Place(day: day.iso, id: id), doubles: []))
      }
      for (index, number) in doubled {
        sendings[index].doubles = try self.doubles(of: sendings[index].place.id, number, database)
      }
      let others = "SELECT count(*) FROM record r WHERE r.status NOT IN (?, ?)\(ofDay)"
      let unseen = try refresh.problems(of: day).filter { $0.code != .changedOutside }
      return (sendings, try database.number(others, values + days) ?? 0, unseen)
    }
  }

  /// Other records that bear the number of one that was named.
  func doubles(of record: Record, setting: CheckSetting) throws(StoreError) -> [RecordID] {
    let summary = RecordSummary(record, form: store.form, setting: setting)
    guard let number = summary.comparedNumber else { return [] }
    return try lookedAtAll(setting) { database throws(DatabaseError) in
      try self.doubles(of: record.id, number, database)
    }
  }

  private func doubles(
    of id: RecordID, _ number: String, _ database: Database
  ) throws(DatabaseError) -> [RecordID] {
    var ids: [RecordID] = []
    try database.run(
      "SELECT DISTINCT id FROM record WHERE number = ? AND id <> ? ORDER BY id", [.text(number), .text(id.text)]
    ) { row in
      if let id = RecordID(row.text(0)) { ids.append(id) }
    }
    return ids
  }
}
