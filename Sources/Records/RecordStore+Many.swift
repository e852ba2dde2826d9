import FormModel
import Standards

extension RecordStore {
  /// Changes many records of one day as they stand now, and gives those that were changed; nil leaves a record as it is.
  ///
  /// The disk is waited for once for all of them, so that a city's records take minutes and not hours. One that cannot be
  /// read, or was changed by something else than this program, is left to whoever opens it. Where the disk fails, some
  /// may have been saved and some not.
  func change(
    _ ids: [RecordID], of day: CalendarDate, on today: CalendarDate,
    _ change: @escaping @Sendable (Record) -> Record?
  ) throws(StoreError) -> [Record] {
    let root = try folder(create: true)
    let folder = try folder(of: day, in: root)
    let changed = try folder.locked { () throws(StoreError) in
      let changed = SideWork.map(ids) { id in
        self.changed(Place(day: day.iso, id: id), in: folder, change)
      }.compactMap(\.self)
      try folder.replace(changed.map { ("\($0.record.id).json", $0.bytes, $0.standing) })
      return changed.map(\.record)
    }
    // The list of a day can be made again from the histories, and the records are safe already.
    if !changed.isEmpty {
      try? root.folder("days", create: true).append(changed.map(\.id.text).joined(separator: "\n"), to: today.iso)
    }
    return changed
  }

  /// Writes the first snapshots of new records; the disk is waited for once for all of a day.
  ///
  /// Nothing is written over: where one of the names is taken, that is a conflict and none of them is written. Where the
  /// disk fails, some may have been saved and some not, each of them whole.
  public func create(_ records: [Record], on today: CalendarDate) throws(StoreError) {
    let root = try folder(create: true)
    for (day, records) in Dictionary(grouping: records, by: { $0.created.at.date }).sorted(by: { $0.key < $1.key }) {
      let folder = try folder(of: day, in: root)
      let form = form
      let files = SideWork.map(records) { record in (name: "\(record.id).json", bytes: record.file(form: form)) }
      try folder.locked { () throws(StoreError) in
        for file in files {
          let path = "records/\(day.iso)/\(file.name)"
          guard file.bytes.count <= Record.largestFile else { throw StoreError(.tooLarge, path: path) }
          guard try folder.status(file.name) == nil else { throw StoreError(.conflict, path: path) }
        }
        try folder.replace(files.map { ($0.name, $0.bytes, nil) })
      }
      // The list of a day can be made again from the histories, and the records are safe already.
      try? root.folder("days", create: true).append(records.map(\.id.text).joined(separator: "\n"), to: today.iso)
    }
  }

  /// A record that was changed, as its file will be and as it stands.
  private struct Changed: Sendable {
    var record: Record
    var bytes: [UInt8]
    var standing: [UInt8]
  }

  private func changed(_ place: Place, in folder: Folder, _ change: (Record) -> Record?) -> Changed? {
    guard let standing = try? folder.read("\(place.id).json", limit: Record.largestFile),
      !Record.isChangedOutside(standing), let record = try? record(folder.withHistory(standing), at: place),
      let new = change(record), let bytes = try? file(new, in: folder)
    else { return nil }
    return Changed(record: new, bytes: bytes, standing: standing)
  }
}
