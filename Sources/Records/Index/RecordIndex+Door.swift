import FormModel
import Standards

extension RecordIndex {
  /// What a code leads to at the family's door: its record, or where none bears it another that is none of the family's
  /// business, so that who waits cannot tell the two from the time it takes. Nil where no record can be read.
  ///
  /// Where folders cannot be read now, a code that was not found may be in one of them: that is no "not found".
  public func recordAtDoor(
    _ code: RecordCode?, setting: CheckSetting
  ) throws(StoreError) -> (record: Record, bearsCode: Bool)? {
    let seen = try looked(focus: nil, setting) { database, refresh throws(DatabaseError) in
      (
        wanted: try self.place(of: code?.text ?? "", database), other: try self.anyPlace(database),
        unseen: try refresh.gaps().first
      )
    }
    if let wanted = seen.wanted {
      let record = try store.record(at: wanted)
      if record.code == code { return (record, true) }
    }
    if let unseen = seen.unseen { throw unseen }
    // Whatever is wrong with that one is not to be told here.
    guard let other = seen.other, let record = try? store.record(at: other) else { return nil }
    return (record, false)
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
