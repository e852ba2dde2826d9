import FormModel
import Standards

extension RecordStore {
  /// Changes many records of one day as they stand now, and gives those that were changed; nil leaves a record as it is.
  ///
  /// The disk is waited for once for all of them, so that a city's records take minutes and not hours. One that cannot be
  /// read, or was changed by something else than this program, is left to whoever opens it. Where the disk fails, some
  /// may have been saved and some not.
  func change(
    _ ids: [RecordID], of day: CalendarDate, on today: CalendarDate, _ change: (Record) -> Record?
  ) throws(StoreError) -> [Record] {
    let root = try folder(create: true)
    let folder = try folder(of: day, in: root)
    let changed = try folder.locked { () throws(StoreError) in
      var files: [(name: String, bytes: [UInt8], kept: [UInt8])] = []
      var changed: [Record] = []
      for id in ids {
        let name = "\(id).json"
        guard let standing = try? folder.read(name, limit: Record.largestFile), !Record.isChangedOutside(standing),
          let record = try? record(standing, at: Place(day: day.iso, id: id)), let new = change(record)
        else { continue }
        files.append((name, new.file(form: form), standing))
        changed.append(new)
      }
      try folder.replace(files)
      return changed
    }
    // The list of a day can be made again from the histories, and the records are safe already.
    if !changed.isEmpty {
      try? root.folder("days", create: true).append(changed.map(\.id.text).joined(separator: "\n"), to: today.iso)
    }
    return changed
  }
}
