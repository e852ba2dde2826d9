import Glibc
import Standards

/// A dated archive of the store that was written, read back and found to hold what it should.
public struct Backup: Hashable, Sendable {
  /// The archive's path.
  public var path: String
  public var entries: Int
  public var bytes: Int
  /// Files of the store that could not be read and are not in it.
  public var skipped: [StoreError]
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
      let folder = try folder(create: true).folder("backups", create: true)
      return try folder.locked { () throws(StoreError) in
        try backUp(as: try Self.freeName(now.date, in: folder), in: folder, at: now)
      }
    }
    let (parent, name) = try AtomicFile.split(file)
    let folder = try Folder.open(parent, create: false, operations: operations)
    guard try folder.status(name) == nil else { throw StoreError(.exists, path: file) }
    return try backUp(as: name, in: folder, at: now)
  }

  private static func freeName(_ day: CalendarDate, in folder: Folder) throws(StoreError) -> String {
    let taken = Set(try folder.names())
    var name = "\(day.iso).tar"
    var number = 2
    while taken.contains(name) {
      name = "\(day.iso)-\(number).tar"
      number += 1
    }
    return name
  }

  func backUp(
    as name: String, in folder: Folder, at now: Timestamp, while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(StoreError) -> Backup {
    let path = "\(folder.path)/\(name)"
    let temporary = Folder.temporaryName(for: name)
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
      try Self.verify(temporary, in: folder, holds: writer.written, path: path, while: isWanted)
      try folder.publish(temporary, as: name)
      return Backup(path: path, entries: writer.written.count, bytes: writer.size, skipped: skipped)
    } catch {
      if isOpen { close(opened) }
      folder.remove(temporary)
      throw error
    }
  }

  /// Reads an archive back: every entry's name, size and bytes, in their order, and the end.
  private static func verify(
    _ name: String, in folder: Folder, holds written: [TarWriter.Written], path: String, while isWanted: () -> Bool
  ) throws(StoreError) {
    var reader = try TarReader(name, in: folder)
    for expected in written {
      guard isWanted() else { throw StoreError(.io, path: path, detail: "given up") }
      guard let entry = try reader.next(), entry.kind == .file, entry.name == expected.name,
        entry.size == expected.size, Checksum.crc32(try reader.bytes()) == expected.checksum
      else { throw StoreError(.damaged, path: path, detail: expected.name) }
    }
    guard try reader.next() == nil, reader.isWhole else { throw StoreError(.damaged, path: path, detail: "end") }
  }

  /// Puts every file of the store into an archive, and says which could not be read.
  private func add(to writer: inout TarWriter) throws(StoreError) -> [StoreError] {
    let root = try folder(create: false)
    var skipped: [StoreError] = []
    for item in [StoreItem.settings, .people, .ledger] {
      try Self.add(item, in: root, to: &writer, skipped: &skipped)
    }
    for name in ["records", "days", "aside"] {
      guard let folder = try Self.subfolder(name, of: root, skipped: &skipped) else { continue }
      for entry in try folder.names() {
        if name == "records" {
          guard let day = CalendarDate(iso: entry),
            let files = try Self.subfolder(entry, of: folder, skipped: &skipped)
          else { continue }
          try files.locked { () throws(StoreError) in
            for file in try files.names() {
              guard let item = StoreItem(name: file, day: day) else { continue }
              try Self.add(item, in: files, to: &writer, skipped: &skipped)
            }
          }
        } else if let item = StoreItem(path: "\(name)/\(entry)") {
          try Self.add(item, in: folder, to: &writer, skipped: &skipped)
        }
      }
    }
    return skipped
  }

  private static func subfolder(
    _ name: String, of folder: Folder, skipped: inout [StoreError]
  ) throws(StoreError) -> Folder? {
    do throws(StoreError) {
      return try folder.folder(name, create: false)
    } catch {
      switch error.code {
      case .vanished: return nil
      case .permission, .notAFolder:
        skipped.append(error)
        return nil
      case .full, .readOnly, .tooManyFiles, .notFound, .tooLarge, .damaged, .newer, .otherForm, .conflict,
        .otherRecord, .exists,
        .changedOutside, .io:
        throw error
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
    guard text.hasSuffix(".tar"), let day = CalendarDate(iso: String(text.prefix(10))) else { return nil }
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
