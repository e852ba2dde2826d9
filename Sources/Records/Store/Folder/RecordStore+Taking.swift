import FormModel
import Standards

extension RecordStore {
  /// A record as it stands in another store, and the revision of it that stands here; nil where it is new.
  public typealias TakenRecord = (record: Record, base: Int?)

  /// Takes over records of other stores; the disk is waited for once for all of a day.
  ///
  /// Nothing was done to them by that: the lists of the days name them where their histories do. One that was changed here
  /// meanwhile is a `conflict`. Whatever stops it, each record that was written is whole, and taking all of them again goes on from there.
  public func take(_ records: [TakenRecord]) throws(StoreError) {
    let root = try folder(create: true)
    let days = Dictionary(grouping: records) { $0.record.created.at.date }
    for (day, records) in days.sorted(by: { $0.key < $1.key }) {
      let folder = try folder(of: day, in: root)
      try folder.locked { () throws(StoreError) in
        let files = ConcurrentMap.map(records) { taken -> Result<TakenFile?, StoreError> in
          do throws(StoreError) {
            return .success(try self.file(of: taken, day: day, in: folder))
          } catch {
            return .failure(error)
          }
        }
        var made: [TakenFile] = []
        for file in files {
          if let file = try file.get() { made.append(file) }
        }
        try folder.replace(made)
      }
    }
    var touched: [CalendarDate: [RecordID]] = [:]
    for (record, _) in records {
      for day in Set(record.history.map(\.at.date)) { touched[day, default: []].append(record.id) }
    }
    for (day, ids) in touched { list(ids, on: day, in: root) }
  }

  private typealias TakenFile = (name: String, bytes: [UInt8], kept: [UInt8]?)

  /// What is to be written of a record; nil where it stands there already, as after a run that was broken off.
  private func file(
    of taken: TakenRecord, day: CalendarDate, in folder: Folder
  ) throws(StoreError) -> TakenFile? {
    let name = StoreLayout.record(taken.record.id)
    let current = try folder.read(name, limit: Record.largestFile)
    let bytes = try file(taken.record, in: folder)
    guard current != bytes else { return nil }
    if let current {
      let found = try record(folder.withHistory(current), at: Place(day: day.iso, id: taken.record.id))
      guard found.revision == taken.base, taken.record.continues(found) else {
        throw StoreError(.conflict, path: StoreLayout.path(ofDay: day.iso, name))
      }
    }
    return (name, bytes, current)
  }
}
