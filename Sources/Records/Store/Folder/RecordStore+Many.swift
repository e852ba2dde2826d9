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
    try rewrite(ids, of: day, on: today) { current, place, folder in
      self.changed(current, at: place, in: folder, change)
    }
  }

  private func changed(
    _ current: [UInt8], at place: Place, in folder: Folder, _ change: (Record) -> Record?
  ) -> (Record, [UInt8])? {
    guard !Record.isChangedOutside(current), let record = try? record(folder.withHistory(current), at: place),
      let new = change(record), let bytes = try? file(new, in: folder)
    else { return nil }
    return (new, bytes)
  }

  /// `change` is given the record without its answers and its history, where its file can keep both as they stand.
  public func add(
    to ids: [RecordID], of day: CalendarDate, on today: CalendarDate,
    _ change: @escaping @Sendable (Record) -> Record?
  ) throws(StoreError) -> [RecordID] {
    let forms = forms
    return try rewrite(ids, of: day, on: today) { current, place, folder in
      if let text = RecordText(current) {
        guard let frame = text.frame(forms: forms), frame.id == place.id, let new = change(frame) else { return nil }
        if let file = text.file(of: new, from: frame, form: forms.form(of: new)) { return (place.id, file) }
      }
      return self.changed(current, at: place, in: folder, change).map { (place.id, $0.1) }
    }
  }

  /// Saves many records, each over the revision that it started from, and gives those that were saved; the disk is waited
  /// for once for all of a day.
  ///
  /// One that another desk has saved meanwhile, or something else than this program, is left as it is. Saving it
  /// with `save(_:replacing:on:)` says why.
  public func save(
    _ records: [(record: Record, base: Int)], on today: CalendarDate
  ) throws(StoreError) -> Set<RecordID> {
    var saved: Set<RecordID> = []
    let days = Dictionary(grouping: records, by: { $0.record.created.at.date })
    for (day, records) in days.sorted(by: { $0.key < $1.key }) {
      let new = Dictionary(records.map { ($0.record.id, $0) }, uniquingKeysWith: { _, last in last })
      let changed = try change(records.map(\.record.id), of: day, on: today) { current in
        guard let (record, base) = new[current.id], current.revision == base, record.continues(current) else {
          return nil
        }
        return record
      }
      saved.formUnion(changed.map(\.id))
    }
    return saved
  }

  /// Writes the first snapshots of new records; the disk is waited for once for all of a day.
  ///
  /// Nothing is written over: where one of the names is taken, that is a conflict, and none is written. Where the disk
  /// fails, some may have been saved and some not, each of them whole.
  public func create(_ records: [Record], on today: CalendarDate) throws(StoreError) {
    let root = try folder(create: true)
    let days = Dictionary(grouping: records, by: { $0.created.at.date }).sorted(by: { $0.key < $1.key })
    for (day, records) in days {
      guard let folder = try? recordFolder(of: day.iso) else { continue }
      for record in records { try check(StoreLayout.record(record.id), isFreeIn: folder, of: day) }
    }
    for (day, records) in days {
      let folder = try folder(of: day, in: root)
      let forms = forms
      let files = ConcurrentMap.map(records) { record in
        (name: StoreLayout.record(record.id), bytes: record.file(form: forms.form(of: record)))
      }
      try folder.locked { () throws(StoreError) in
        for file in files {
          guard file.bytes.count <= Record.largestFile else {
            throw StoreError(.tooLarge, path: StoreLayout.path(ofDay: day.iso, file.name))
          }
          try check(file.name, isFreeIn: folder, of: day)
        }
        try folder.replace(files.map { ($0.name, $0.bytes, nil) })
      }
      list(records.map(\.id), on: today, in: root)
    }
  }

  private func check(_ name: String, isFreeIn folder: Folder, of day: CalendarDate) throws(StoreError) {
    guard try folder.status(name) == nil else {
      throw StoreError(.conflict, path: StoreLayout.path(ofDay: day.iso, name))
    }
  }

  /// A record that was changed, as its file will be and as it stands.
  private struct Changed<Outcome: Sendable>: Sendable {
    var id: RecordID
    var outcome: Outcome
    var bytes: [UInt8]
    var current: [UInt8]
  }

  /// Replaces the records' files by what `make` makes of their bytes; nil leaves a file as it is.
  private func rewrite<Outcome: Sendable>(
    _ ids: [RecordID], of day: CalendarDate, on today: CalendarDate,
    _ make: @escaping @Sendable (_ current: [UInt8], _ place: Place, _ folder: Folder) -> (Outcome, [UInt8])?
  ) throws(StoreError) -> [Outcome] {
    let root = try folder(create: true)
    let folder = try folder(of: day, in: root)
    let changed = try folder.locked { () throws(StoreError) in
      let changed = ConcurrentMap.map(ids) { id -> Changed<Outcome>? in
        guard let current = try? folder.read(StoreLayout.record(id), limit: Record.largestFile),
          let (outcome, file) = make(current, Place(day: day.iso, id: id), folder)
        else { return nil }
        return Changed(id: id, outcome: outcome, bytes: file, current: current)
      }.compactMap(\.self)
      try folder.replace(changed.map { (StoreLayout.record($0.id), $0.bytes, $0.current) })
      return changed
    }
    if !changed.isEmpty { list(changed.map(\.id), on: today, in: root) }
    return changed.map(\.outcome)
  }
}
