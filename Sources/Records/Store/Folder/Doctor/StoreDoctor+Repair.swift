import Glibc
import Standards

extension StoreDoctor {
  /// Does what a defect's remedy says; false where there is nothing to be done any more, or not by a program.
  ///
  /// What is wrong with a record is looked at once more while its folder is locked: a desk may have saved it meanwhile.
  public func repair(_ defect: StoreDefect, at now: Timestamp) throws(StoreError) -> Bool {
    guard defect.isRepairable else { return false }
    let parts = defect.path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return false }
    var folder = try store.folder(create: false)
    for parent in parts.dropLast() {
      folder = try folder.folder(parent, create: defect.path.hasPrefix("\(StoreLayout.days)/"))
    }
    let place = folder
    if case .move(let day) = defect.remedy { return try move(name, to: day, from: place, defect, now) }
    if case .merge = defect.remedy {
      let isThere = try place.locked { () throws(StoreError) in try stands(defect, name, in: place, parts) }
      return isThere ? try merge(name, from: place, defect, now) : false
    }
    return try place.locked { () throws(StoreError) in
      guard try stands(defect, name, in: place, parts) else { return false }
      return try treat(defect, name, in: place, now)
    }
  }

  private func treat(
    _ defect: StoreDefect, _ name: String, in folder: Folder, _ now: Timestamp
  ) throws(StoreError) -> Bool {
    switch defect.remedy {
    case .nothing, .waitForOwner, .person, .keep, .join, .move, .merge: return false
    case .setAside: try store.setAside(name, in: folder, path: defect.path, defect.kind, at: now)
    case .previous:
      try store.setAside(name, in: folder, path: defect.path, defect.kind, at: now)
      try folder.bringBack(name)
    case .bringBack: try folder.bringBack(name)
    case .remove:
      if case .leftBackup(let path) = defect.kind { try UnfinishedBackup.discard(path, store.operations) }
      guard store.operations.remove(folder.descriptor, name) == 0 else { throw .system(defect.path) }
      try folder.sync()
    case .close: try folder.closeToOthers(name, isFolder: try folder.status(name)?.kind == .folder)
    case .raiseRevision(let revision):
      guard let bytes = try folder.read(name, limit: Record.largestFile),
        var record = try? Record(folder.withHistory(bytes), forms: store.forms)
      else { return false }
      record.revision = revision
      try folder.replace(name, with: store.file(record, in: folder), keeping: bytes)
    case .addToDay(let ids):
      for id in ids { try folder.append(id.text, to: name) }
    case .keepGoodLines:
      guard let bytes = try folder.read(name, limit: StoreItem.ledger.limit) else { return false }
      try store.setCopyAside(bytes, of: name, path: defect.path, defect.kind, at: now)
      try folder.replace(name, with: Ledger.goodLines(bytes))
    }
    return true
  }

  /// Whether a defect is still there.
  private func stands(
    _ defect: StoreDefect, _ name: String, in folder: Folder, _ parts: [String]
  ) throws(StoreError) -> Bool {
    if parts.count == 3, let day = CalendarDate(iso: parts[1]) {
      var records = RecordsExamination(forms: store.forms)
      let looked = defect.kind == .missingRecord ? StoreLayout.previous(of: name) : name
      return records.examine(looked, in: folder, day: day).contains(defect)
    }
    if parts.count == 1, StoreItem(path: name) != nil {
      return try examineRootFile(name, in: folder).contains(defect)
    }
    if case .addToDay = defect.remedy { return true }
    return try folder.status(name) != nil
  }

  /// Moves a record into the folder of the day on which it was begun; where that has the record already, both are
  /// joined, and the file is set aside.
  private func move(
    _ name: String, to day: CalendarDate, from folder: Folder, _ defect: StoreDefect, _ now: Timestamp
  ) throws(StoreError) -> Bool {
    // A record with a history beside it is written anew there, together with that.
    if let id = RecordID(name.dropLast(5)), try folder.status(StoreLayout.history(of: id)) != nil {
      return try merge(name, from: folder, defect, now)
    }
    let target = try store.recordFolder().folder(day.iso, create: true)
    let isFree = try target.locked { () throws(StoreError) in
      guard store.operations.move(folder.descriptor, name, target.descriptor, name) != 0 else {
        try target.sync()
        try folder.sync()
        return true
      }
      guard errno == EEXIST else { throw .system(defect.path) }
      return false
    }
    return isFree ? true : try merge(name, from: folder, defect, now)
  }

  /// Joins another version of a record with the record, whose answer stands where the two differ, and sets the version
  /// aside once the result is on the disk.
  private func merge(
    _ name: String, from folder: Folder, _ defect: StoreDefect, _ now: Timestamp
  ) throws(StoreError) -> Bool {
    guard let bytes = try folder.readRecord(name), let version = try? Record(bytes, forms: store.forms) else {
      return false
    }
    let day = version.created.at.date.iso
    let target = try store.recordFolder().folder(day, create: true)
    let file = StoreLayout.record(version.id)
    let isMerged = try target.locked { () throws(StoreError) in
      let mark = try folder.mark(of: name)
      if let mark, try target.mark(of: file)?.inode == mark.inode {
        // A disk on which large and small letters are one: the same file by another name.
        guard store.operations.rename(target.descriptor, name, file) == 0 else { throw .system(defect.path) }
        try target.sync()
        return false
      }
      guard let current = try target.read(file, limit: Record.largestFile) else {
        try target.replace(file, with: store.file(version, in: target))
        return true
      }
      let record: Record
      let whole = try target.withHistory(current)
      // What cannot be read has a repair of its own first.
      do throws(RecordProblem) { record = try Record(whole, forms: store.forms) } catch {
        throw StoreError(error, path: StoreLayout.path(ofDay: day, file))
      }
      let merged = version.merging(record, form: store.forms.form(of: record)).record
      if merged != record { try target.replace(file, with: store.file(merged, in: target), keeping: current) }
      return true
    }
    guard isMerged else { return true }
    try store.setAside(name, in: folder, path: defect.path, defect.kind, at: now)
    let history = StoreLayout.history(of: version.id)
    if name == file, try folder.status(history) != nil {
      let path = defect.path.dropLast(name.utf8.count) + history
      try store.setAside(history, in: folder, path: String(path), defect.kind, at: now)
    }
    return true
  }
}
