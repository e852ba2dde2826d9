import FormModel
import Standards

extension RecordIndex {
  /// What a code leads to at the family's door: its record; where none bears it, the only record whose code looks like
  /// it; or else any other record, which the family never sees, so that the time it takes does not tell whether the
  /// code was found. Nil where no record can be read.
  ///
  /// A code that several kindergartens have leads to none of theirs: a family is at home in one.
  ///
  /// Where folders cannot be read now, a code that was not found may be in one of them: that is no "not found".
  public func recordAtDoor(
    _ code: RecordCode?, lookAlikes: [RecordCode] = [], setting: CheckSetting
  ) throws(StoreError) -> (record: Record, bearsCode: Bool)? {
    let seen = try looked(focus: nil, setting) { database, refresh throws(DatabaseError) in
      (
        wanted: try self.onlyPlace(of: code, database), alike: try self.onlyPlace(of: lookAlikes, database),
        other: try self.anyPlace(database),
        unseen: try refresh.gaps().first
      )
    }
    if let wanted = seen.wanted ?? seen.alike {
      let record = try store.record(at: wanted)
      if record.code == code || seen.wanted == nil && lookAlikes.contains(record.code) { return (record, true) }
    }
    if let unseen = seen.unseen { throw unseen }
    // What is wrong with the record read in its place is not to be told here.
    guard let other = seen.other, let record = try? store.record(at: other) else { return nil }
    return (record, false)
  }

  /// The place of the record that bears the code; nil where none does, or those of several kindergartens.
  private func onlyPlace(of code: RecordCode?, _ database: Database) throws(DatabaseError) -> RecordStore.Place? {
    guard let code else { return nil }
    let places = try places(of: .code(code), database)
    return Set(places.map(\.kindergarten)).count == 1 ? places.first?.item : nil
  }

  /// The place of the only record that bears one of the codes.
  private func onlyPlace(of codes: [RecordCode], _ database: Database) throws(DatabaseError) -> RecordStore.Place? {
    guard !codes.isEmpty else { return nil }
    var places: [RecordStore.Place] = []
    let marks = Array(repeating: "?", count: codes.count).joined(separator: ", ")
    try database.run(
      "SELECT day, id FROM record WHERE code IN (\(marks)) LIMIT 2", codes.map { .text($0.text) }
    ) { row in
      guard let day = CalendarDate(dayNumber: row.int(0)), let id = RecordID(row.text(1)) else { return }
      places.append(RecordStore.Place(day: day.iso, id: id))
    }
    return places.count == 1 ? places[0] : nil
  }

  /// Another one each time, since some take longer to read than others.
  private func anyPlace(_ database: Database) throws(DatabaseError) -> RecordStore.Place? {
    let last = try database.number("SELECT max(key) FROM record") ?? 0
    guard last > 0 else { return nil }
    var place: RecordStore.Place?
    let query = "SELECT day, id FROM record WHERE key >= ? AND summary IS NOT NULL ORDER BY key LIMIT 1"
    try database.run(query, [.int(Int.random(in: 1...last))]) { row in
      guard let day = CalendarDate(dayNumber: row.int(0)), let id = RecordID(row.text(1)) else { return }
      place = RecordStore.Place(day: day.iso, id: id)
    }
    return place
  }
}
