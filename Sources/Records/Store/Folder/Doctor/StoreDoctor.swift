import Standards

/// Looks whether a store keeps its promises, and mends what it can.
///
/// Looking changes nothing at all: no file is made, written, renamed or given another mode. A folder is locked for the
/// moment in which its names are read, so that half a save of a desk at work is not taken for a leftover.
public struct StoreDoctor: Sendable {
  let store: RecordStore

  public init(_ store: RecordStore) { self.store = store }

  /// Everything that is not as promised, folder by folder.
  public func examine() -> [StoreDefect] {
    guard store.exists else { return [] }
    var defects: [StoreDefect] = []
    guard let root = part("", &defects, { () throws(StoreError) in try store.folder(create: false) }) else {
      return defects
    }
    var records = RecordsExamination(forms: store.forms)
    let hasSeenAll = examineRecords(in: root, &records, &defects)
    defects += records.afterwards()
    defects += part("", &defects) { () throws(StoreError) in try examineRoot(root) } ?? []
    if let lists = folder(StoreLayout.days, of: root, &defects) {
      defects +=
        part(StoreLayout.days, &defects) { () throws(StoreError) in try examineLists(lists, records.touched) } ?? []
    } else if hasSeenAll {
      defects += missingLists(records.touched)
    }
    let rest = [
      (StoreLayout.drafts, examineDrafts), (StoreLayout.aside, examineAside), (StoreLayout.backups, examineBackups),
    ]
    for (name, look) in rest {
      guard let folder = folder(name, of: root, &defects) else { continue }
      defects += part(name, &defects) { () throws(StoreError) in try look(folder) } ?? []
    }
    return defects
  }

  /// Looks at the records, day by day; false where not all of them could be seen.
  private func examineRecords(
    in root: Folder, _ records: inout RecordsExamination, _ defects: inout [StoreDefect]
  ) -> Bool {
    guard let days = folder(StoreLayout.records, of: root, &defects) else { return false }
    let names = part(StoreLayout.records, &defects) { () throws(StoreError) in try days.lockedNames() }
    var hasSeenAll = names != nil
    for name in names ?? [] {
      guard let folder = dayFolder(name, of: days, &defects) else { continue }
      let files = part(StoreLayout.path(ofDay: name), &defects) { () throws(StoreError) in
        try folder.folder.lockedNames()
      }
      if files == nil { hasSeenAll = false }
      for file in files ?? [] { defects += records.examine(file, in: folder.folder, day: folder.day) }
    }
    return hasSeenAll
  }

  /// A part of the looking; where it fails that is said, and the other parts are looked at all the same.
  private func part<Found>(
    _ path: String, _ defects: inout [StoreDefect], _ look: () throws(StoreError) -> Found
  ) -> Found? {
    do throws(StoreError) {
      return try look()
    } catch {
      let path = path.isEmpty ? error.path : path
      defects.append(StoreDefect(path: path, kind: .unexamined(error), remedy: .person))
      return nil
    }
  }

  /// A folder of the store; nil where there is none, or where something else has its name.
  private func folder(_ name: String, of root: Folder, _ defects: inout [StoreDefect]) -> Folder? {
    let looked = part(name, &defects) { () throws(StoreError) in try root.status(name) }
    guard let looked, let status = looked else { return nil }
    guard let wrong = Self.wrongKind(status, isFolder: true) else {
      if let open = Self.rights(status, path: name) { defects.append(open) }
      return part(name, &defects) { () throws(StoreError) in try root.folder(name, create: false) }
    }
    // What has the place of `aside` can be moved nowhere.
    defects.append(StoreDefect(path: name, kind: wrong, remedy: name == StoreLayout.aside ? .person : .setAside))
    return nil
  }

  private func dayFolder(
    _ name: String, of records: Folder, _ defects: inout [StoreDefect]
  ) -> (day: CalendarDate, folder: Folder)? {
    let path = StoreLayout.path(ofDay: name)
    guard let looked = part(path, &defects, { () throws(StoreError) in try records.status(name) }) else { return nil }
    guard let status = looked else {
      defects.append(StoreDefect(path: path, kind: .foreignName, remedy: .person))
      return nil
    }
    if Self.isNetworkLeftover(name) { return nil }
    guard let day = CalendarDate(iso: name) else {
      defects.append(StoreDefect(path: path, kind: .foreignName, remedy: .setAside))
      return nil
    }
    if let wrong = Self.wrongKind(status, isFolder: true) {
      defects.append(StoreDefect(path: path, kind: wrong, remedy: .setAside))
      return nil
    }
    if let open = Self.rights(status, path: path) { defects.append(open) }
    do throws(StoreError) {
      return (day, try records.folder(name, create: false))
    } catch {
      // Its rights are said already, and mended first.
      if status.mode == 0o700 { defects.append(StoreDefect(path: path, kind: .unexamined(error), remedy: .person)) }
      return nil
    }
  }

  // MARK: What every file must be

  static func wrongKind(_ status: FileStatus, isFolder: Bool) -> StoreDefect.Kind? {
    switch status.kind {
    case .file: isFolder ? .notAFile : nil
    case .folder: isFolder ? nil : .notAFile
    case .link: .link
    case .other: .notAFile
    }
  }

  static func rights(_ status: FileStatus, path: String) -> StoreDefect? {
    guard status.mode != (status.kind == .folder ? 0o700 : 0o600) else { return nil }
    return StoreDefect(path: path, kind: .rights(mode: Int(status.mode)), remedy: .close)
  }

  /// Whether it is what a network file system keeps of a file that was removed while open, or the lock file of a disk
  /// without locks, which the next save takes away if it is abandoned.
  static func isNetworkLeftover(_ name: String) -> Bool { name.hasPrefix(".nfs") || name == StoreLayout.lock }

  /// The name that a temporary file is to replace: `.NAME.RANDOM.new`.
  static func leftoverTarget(_ name: String) -> String? {
    guard name.hasPrefix("."), name.hasSuffix(StoreLayout.newEnding) else { return nil }
    let parts = name.dropFirst().dropLast(4).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    return parts.dropLast().joined(separator: ".")
  }

  /// Half a save: nothing new is in it where it is empty or the same as what stands.
  static func leftover(_ name: String, in folder: Folder, path: String) -> StoreDefect? {
    guard let target = leftoverTarget(name) else { return nil }
    do throws(StoreError) {
      if try folder.isLocked(name, process: nil, host: nil) { return nil }
    } catch {
      // One that has just gone belonged to a save at work.
      return error.isAbsence ? nil : StoreDefect(path: path, kind: .unexamined(error), remedy: .person)
    }
    let bytes = try? folder.read(name, limit: RecordStore.largestJournal)
    let isWorthless =
      bytes.map { bytes in
        bytes.isEmpty
          || [target, StoreLayout.previous(of: target)].contains { current in
            (try? folder.read(current, limit: RecordStore.largestJournal)) == bytes
          }
      } ?? false
    return StoreDefect(path: path, kind: .leftover, remedy: isWorthless ? .remove : .setAside)
  }
}

extension Folder {
  /// The names in the folder while nobody saves into it.
  func lockedNames() throws(StoreError) -> [String] {
    try lockedForLooking { () throws(StoreError) in try names() }
  }
}
