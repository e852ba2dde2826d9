import FormModel
import Standards

extension RecordIndex {
  /// Nothing else is kept of them: a city's summaries would take more room than the whole sheet.
  public func sendings(
    of form: String, _ day: CalendarDate?, setting: CheckSetting, progress: ReadingProgress
  ) throws(StoreError) -> (sendings: [Sending], waiting: Int, unseen: [StoreError]) {
    try looked(focus: day, setting, progress: progress) { database, refresh throws(DatabaseError) in
      let ofDay = day == nil ? "" : " AND r.day = ?"
      let values: [DatabaseValue] = [
        .text(form), .int(Status.approved.number), .int(Status.withdrawn.number),
      ]
      let days: [DatabaseValue] = day.map { [.int($0.dayNumber)] } ?? []
      var sendings: [Sending] = []
      var doubled: [(index: Int, number: String)] = []
      try database.run(
        """
        SELECT r.day, r.id, CASE WHEN EXISTS
          (SELECT 1 FROM record o WHERE o.number = r.number AND o.id <> r.id) THEN r.number END
        FROM record r WHERE r.form = ? AND r.status IN (?, ?)\(ofDay) ORDER BY r.day, r.id
        """, values + days
      ) { row in
        guard let day = CalendarDate(dayNumber: row.int(0)), let id = RecordID(row.text(1)) else { return }
        let number = row.text(2)
        if !number.isEmpty { doubled.append((sendings.count, number)) }
        sendings.append(Sending(record: id, begun: day))
      }
      for (index, number) in doubled {
        try addDoubles(to: &sendings[index], number, database)
      }
      let others = "SELECT count(*) FROM record r WHERE r.form = ? AND r.status NOT IN (?, ?)\(ofDay)"
      let unseen = try refresh.problems(of: day).filter { $0.code != .changedOutside }
      return (sendings, try database.number(others, values + days) ?? 0, unseen)
    }
  }

  public func sending(
    _ record: Record, setting: CheckSetting
  ) throws(StoreError) -> (sending: Sending, unseen: [StoreError]) {
    var sending = Sending(record: record.id, begun: record.created.at.date)
    let summary = RecordSummary(record, form: store.forms.form(of: record), setting: setting)
    guard let number = summary.comparedNumber else { return (sending, []) }
    let unseen = try lookedAtAll(setting) { database, unseen throws(DatabaseError) in
      try addDoubles(to: &sending, number, database)
      return unseen
    }
    return (sending, unseen)
  }

  private func addDoubles(
    to sending: inout Sending, _ number: String, _ database: Database
  ) throws(DatabaseError) {
    var doubles: [Sending.Double] = []
    try database.run(
      "SELECT DISTINCT id, status FROM record WHERE number = ? AND id <> ? ORDER BY id",
      [.text(number), .text(sending.record.text)]
    ) { row in
      guard let id = RecordID(row.text(0)), Status.allCases.indices.contains(row.int(1)) else { return }
      doubles.append(Sending.Double(id: id, status: Status.allCases[row.int(1)]))
    }
    sending.doubles = doubles
  }
}
