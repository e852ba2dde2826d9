import Glibc
import Standards

/// A dated archive of the store that was written, read back and found to hold what it should.
public struct Backup: Hashable, Sendable {
  /// The archive's path.
  public var path: String
  public var entries: Int
  /// How many of them are records.
  public var records: Int
  public var bytes: Int
  /// Files of the store that could not be read and are not in it.
  public var skipped: [StoreError]
  /// That another archive has more records than this one, which no store loses by itself.
  public var shortfall: StoreError?

  public init(path: String, entries: Int, records: Int, bytes: Int, skipped: [StoreError]) {
    (self.path, self.entries, self.records) = (path, entries, records)
    (self.bytes, self.skipped) = (bytes, skipped)
  }
}

extension Backup {
  /// Why the archive is not all that it should be; nil where it is.
  public var problem: StoreError? {
    guard shortfall == nil, let first = skipped.first else { return shortfall }
    return StoreError(.incomplete, path: path, number: first.number, detail: "−\(skipped.count): \(first.path)")
  }

  var isComplete: Bool { problem == nil }
}

extension RecordStore {
  /// Writes an archive of records, journals, settings, people, the ledger, the lists of the days and what was set aside.
  ///
  /// Each file is taken whole, as it stands in some moment between the beginning and the end; a day's folder is locked
  /// while its files are read, so that a record and its journals belong together. The archive is written under another
  /// name, synced, read back entry by entry, and only then given its own. Without a file it goes to `backups/DATE.tar`
  /// below the store, or `DATE-2.tar` and so on; a file that is there already is never written over.
  public func backUp(to file: String? = nil, at now: Timestamp) throws(StoreError) -> Backup {
    guard exists else { throw StoreError(.vanished, path: path) }
    guard let file else {
      let folder = try folder(create: true).folder(StoreLayout.backups, create: true)
      return try folder.locked { () throws(StoreError) in
        let backup = try backUp(as: try Self.freeName(now.date, in: folder), in: folder, at: now)
        return try compared(backup, in: folder)
      }
    }
    let (parent, name) = try AtomicFile.split(file)
    let folder = try Folder.open(parent, create: false, operations: operations)
    guard try folder.status(name) == nil else { throw StoreError(.exists, path: file) }
    // A store that cannot be written is copied all the same.
    let unfinished = try? UnfinishedBackup(folder: folder, file: file, in: self)
    defer { unfinished?.remove() }
    return try compared(backUp(as: name, in: folder, at: now), in: backups())
  }

  /// The folder of the archives that are kept; nil where there is none.
  private func backups() throws(StoreError) -> Folder? {
    do throws(StoreError) {
      return try folder(create: false).folder(StoreLayout.backups, create: false)
    } catch  where error.isAbsence {
      return nil
    }
  }

  /// Compares an archive with those that are kept: whatever the fullest of them has was in the store once.
  func compared(_ backup: Backup, in backups: Folder?) throws(StoreError) -> Backup {
    guard let backups else { return backup }
    var backup = backup
    for name in try backups.names().compactMap({ BackupName($0)?.text }) {
      let records = try ArchiveCheck.records(of: name, in: backups)
      guard records > backup.records else { continue }
      if backup.shortfall == nil {
        backup.shortfall = StoreError(
          .incomplete, path: backup.path, detail: "\(backup.records) < \(records), \(StoreLayout.backups)/\(name)")
      }
    }
    return backup
  }

  private static func freeName(_ day: CalendarDate, in folder: Folder) throws(StoreError) -> String {
    let taken = Set(try folder.names())
    var name = StoreLayout.archive(of: day)
    var number = 2
    while taken.contains(name) {
      name = StoreLayout.archive(of: day, number: number)
      number += 1
    }
    return name
  }

  func backUp(
    as name: String, in folder: Folder, at now: Timestamp, while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(StoreError) -> Backup {
    let path = "\(folder.path)/\(name)"
    let temporary = StoreLayout.hidden(for: name)
    let opened = operations.open(
      folder.descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .system(path) }
    var isOpen = true
    do throws(StoreError) {
      var writer = TarWriter(seconds: now.milliseconds / 1_000) { bytes throws(StoreError) in
        guard isWanted() else { throw StoreError(.io, path: path, detail: "given up") }
        guard folder.writeAll(bytes, to: opened) else { throw .system(path) }
      }
      let skipped = try add(to: &writer)
      try writer.finish()
      guard operations.changeMode(opened, 0o600) == 0, operations.sync(opened) == 0 else { throw .system(path) }
      isOpen = false
      guard close(opened) == 0 else { throw .system(path) }
      let check = try ArchiveCheck(temporary, in: folder, while: isWanted)
      if let problem = check.problem { throw StoreError(.damaged, path: path, detail: problem) }
      guard check.entries == writer.written, check.hasManifest, check.promisesManifest else {
        throw StoreError(.damaged, path: path, detail: StoreLayout.manifest)
      }
      try folder.publish(temporary, as: name)
      return Backup(
        path: path, entries: check.entries.count, records: check.records, bytes: writer.size, skipped: skipped)
    } catch {
      if isOpen { close(opened) }
      folder.remove(temporary)
      throw error
    }
  }

  /// Puts every file of the store into an archive, and says which could not be read.
  private func add(to writer: inout TarWriter) throws(StoreError) -> [StoreError] {
    let root = try folder(create: false)
    var skipped: [StoreError] = []
    for item in [StoreItem.settings, .people, .ledger] {
      try Self.add(item, in: root, to: &writer, skipped: &skipped)
    }
    for name in [StoreLayout.records, StoreLayout.days, StoreLayout.aside] {
      guard
        let folder = try Self.look(
          at: name, &skipped,
          { () throws(StoreError) in
            try root.folder(name, create: false)
          })
      else { continue }
      let names = try Self.look(at: name, &skipped) { () throws(StoreError) in try folder.names() } ?? []
      for entry in names where !entry.hasPrefix(".") {
        let path = "\(name)/\(entry)"
        if name == StoreLayout.records, let day = CalendarDate(iso: entry) {
          var lacking: [StoreError] = []
          _ = try Self.look(at: path, &skipped) { () throws(StoreError) in
            let files = try folder.folder(entry, create: false)
            return try files.locked { () throws(StoreError) in
              try Self.add(day, in: files, to: &writer, skipped: &lacking)
            }
          }
          skipped += lacking
        } else if let item = StoreItem(path: path) {
          try Self.add(item, in: folder, to: &writer, skipped: &skipped)
        } else {
          skipped.append(StoreError(.damaged, path: path, detail: "name"))
        }
      }
    }
    return skipped
  }

  /// A folder, or what is in one; nil where there is none, and where it cannot be looked at, which is noted.
  private static func look<Found>(
    at path: String, _ skipped: inout [StoreError], _ body: () throws(StoreError) -> Found
  ) throws(StoreError) -> Found? {
    do throws(StoreError) {
      return try body()
    } catch {
      // A system without descriptors, or a file that cannot be written, is no fault of the folder.
      guard error.code != .tooManyFiles, error.path.hasSuffix(path) else { throw error }
      if !error.isAbsence { skipped.append(error.below(path)) }
      return nil
    }
  }

  private static func add(
    _ day: CalendarDate, in files: Folder, to writer: inout TarWriter, skipped: inout [StoreError]
  ) throws(StoreError) {
    for file in try files.names() where !file.hasPrefix(".") {
      if let item = StoreItem(name: file, day: day) {
        try add(item, in: files, to: &writer, skipped: &skipped)
      } else {
        skipped.append(StoreError(.damaged, path: StoreLayout.path(ofDay: day.iso, file), detail: "name"))
      }
    }
  }

  private static func add(
    _ item: StoreItem, in folder: Folder, to writer: inout TarWriter, skipped: inout [StoreError]
  ) throws(StoreError) {
    let bytes: [UInt8]?
    do throws(StoreError) {
      bytes = try folder.read(item.name, limit: item.limit)
    } catch {
      // One bad file is no reason to have no copy of all the others.
      guard error.code != .tooManyFiles else { throw error }
      skipped.append(StoreError(error.code, path: item.path, number: error.number, detail: error.detail))
      return
    }
    guard let bytes else { return }
    try writer.add(item.path, bytes)
  }
}

/// The name of an archive in `backups/`, by its day and its number of that day; the order is the order of writing.
struct BackupName: Comparable {
  let day: CalendarDate
  let number: Int
  let text: String

  init?(_ text: String) {
    guard text.hasSuffix(StoreLayout.archiveEnding), let day = CalendarDate(iso: String(text.prefix(10))) else {
      return nil
    }
    let rest = text.dropFirst(10).dropLast(4)
    if rest.isEmpty {
      number = 1
    } else {
      guard rest.hasPrefix("-"), let number = Int(rest.dropFirst()), number > 1, "-\(number)" == rest else {
        return nil
      }
      self.number = number
    }
    self.day = day
    self.text = text
  }

  static func < (one: BackupName, other: BackupName) -> Bool {
    (one.day.dayNumber, one.number) < (other.day.dayNumber, other.number)
  }
}
