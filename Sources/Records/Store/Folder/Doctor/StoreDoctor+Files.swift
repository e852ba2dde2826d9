import FormModel
import Glibc
import Standards

extension StoreDoctor {
  /// The files that lie beside the folders.
  func examineRoot(_ root: Folder) throws(StoreError) -> [StoreDefect] {
    var defects: [StoreDefect] = []
    for name in try root.lockedNames() {
      do throws(StoreError) {
        defects += try examineRootFile(name, in: root)
      } catch {
        defects.append(StoreDefect(path: name, kind: .unexamined(error), remedy: .person))
      }
    }
    return defects
  }

  func examineRootFile(_ name: String, in root: Folder) throws(StoreError) -> [StoreDefect] {
    if let target = Self.leftoverTarget(name) {
      guard StoreItem(path: target) != nil || target == StoreLayout.previous(of: StoreLayout.settings) else {
        return []
      }
      return Self.leftover(name, in: root, path: name).map { [$0] } ?? []
    }
    let item = StoreItem(path: name)
    let isIndex = name == StoreLayout.index
    let isPrevious = name == StoreLayout.previous(of: StoreLayout.settings)
    // What else lies there is somebody else's.
    guard item != nil || isIndex || isPrevious, let status = try root.status(name) else { return [] }
    if let wrong = Self.wrongKind(status, isFolder: false) {
      return [StoreDefect(path: name, kind: wrong, remedy: isIndex && wrong == .link ? .remove : .setAside)]
    }
    let rights = Self.rights(status, path: name).map { [$0] } ?? []
    guard status.mode & 0o400 != 0 else { return rights }
    if isIndex { return rights + (try index(name, in: root, size: status.size)) }
    return rights + (try content(name, item ?? .settings, in: root))
  }

  private func content(_ name: String, _ item: StoreItem, in root: Folder) throws(StoreError) -> [StoreDefect] {
    let bytes: [UInt8]
    do throws(StoreError) {
      guard let read = try root.read(name, limit: item.limit) else { return [] }
      bytes = read
      switch item {
      case .settings: _ = try StoreDocument.settings.members(bytes)
      case .people: _ = try StoreDocument.people.members(bytes)
      case .ledger:
        let bad = Ledger.badLines(bytes)
        guard let first = bad.first else { return [] }
        return [StoreDefect(path: name, kind: .badLedger(line: first, count: bad.count), remedy: .keepGoodLines)]
      case .touched, .record, .history, .previous, .journal, .copy, .aside: break
      }
      return []
    } catch {
      if error.code == .newer { return [StoreDefect(path: name, kind: .newer(format: error.detail), remedy: .nothing)] }
      guard error.code == .damaged || error.code == .tooLarge else { throw error }
      let hasPrevious = (try? goodPrevious(of: name, in: root)) ?? nil
      // Without the list of people nobody but the owner could enter: that is not for a program to decide.
      let remedy: StoreDefect.Remedy = hasPrevious != nil ? .previous : item == .people ? .person : .setAside
      return [StoreDefect(path: name, kind: .unreadable(detail: error.detail), remedy: remedy)]
    }
  }

  /// The revision before of a file beside the folders, where it can be read.
  private func goodPrevious(of name: String, in root: Folder) throws(StoreError) -> [UInt8]? {
    guard let bytes = try root.read(StoreLayout.previous(of: name), limit: StoreItem.people.limit) else { return nil }
    _ = try (name == StoreLayout.settings ? StoreDocument.settings : .people).members(bytes)
    return bytes
  }

  /// The index is only looked at from outside: it can be made again from the records at any time.
  private func index(_ name: String, in root: Folder, size: Int) throws(StoreError) -> [StoreDefect] {
    let opened = try root.openForReading(name)
    defer { close(opened) }
    var head = [UInt8](repeating: 0, count: 100)
    let count = head.withUnsafeMutableBytes { root.operations.readAt(opened, $0.baseAddress, $0.count, 0) }
    guard count >= 0 else { throw .system(name) }
    // SQLite's file format §1.3: the name, and the size of a page, of which the file has a whole number.
    let page = Int(head[16]) << 8 | Int(head[17])
    let bytes = page == 1 ? 65_536 : page
    let isGood =
      size == 0
      || count == 100 && head.starts(with: Array("SQLite format 3\0".utf8)) && bytes >= 512 && size % bytes == 0
    return isGood ? [] : [StoreDefect(path: name, kind: .badIndex, remedy: .remove)]
  }

  // MARK: Lists of days

  func missingLists(_ touched: [CalendarDate: Set<RecordID>]) -> [StoreDefect] {
    touched.sorted { $0.key.dayNumber < $1.key.dayNumber }.map { day, ids in Self.missing(day, Array(ids)) }
  }

  func examineLists(
    _ days: Folder, _ touched: [CalendarDate: Set<RecordID>]
  ) throws(StoreError) -> [StoreDefect] {
    var defects: [StoreDefect] = []
    var wrong: Set<CalendarDate> = []
    for name in try days.lockedNames() {
      let path = "\(StoreLayout.days)/\(name)"
      guard !Self.isNetworkLeftover(name), let status = try days.status(name) else { continue }
      guard let day = CalendarDate(iso: name) else {
        defects.append(StoreDefect(path: path, kind: .foreignName, remedy: .setAside))
        continue
      }
      if let kind = Self.wrongKind(status, isFolder: false) {
        defects.append(StoreDefect(path: path, kind: kind, remedy: .setAside))
        wrong.insert(day)
      } else if let open = Self.rights(status, path: path) {
        defects.append(open)
      }
    }
    for (day, ids) in touched.sorted(by: { $0.key.dayNumber < $1.key.dayNumber }) where !wrong.contains(day) {
      let listed: [RecordID]
      do throws(StoreError) {
        listed = try store.touched(on: day)
      } catch {
        defects.append(StoreDefect(path: StoreLayout.path(ofListOf: day), kind: .unexamined(error), remedy: .person))
        continue
      }
      let missing = ids.subtracting(listed)
      if !missing.isEmpty { defects.append(Self.missing(day, Array(missing))) }
    }
    return defects
  }

  private static func missing(_ day: CalendarDate, _ ids: [RecordID]) -> StoreDefect {
    StoreDefect(
      path: StoreLayout.path(ofListOf: day), kind: .missingFromDay(count: ids.count),
      remedy: .addToDay(ids.sorted { $0.text < $1.text }))
  }

  // MARK: Aside and backups

  /// What was set aside may be anything; it is only kept from others' eyes.
  func examineAside(_ aside: Folder) throws(StoreError) -> [StoreDefect] {
    var defects: [StoreDefect] = []
    for name in try aside.lockedNames() {
      guard let status = try aside.status(name), status.kind == .file || status.kind == .folder else { continue }
      if let leftover = Self.leftover(name, in: aside, path: "\(StoreLayout.aside)/\(name)") {
        // A reason that was not finished: the file that it was for is where it was.
        defects.append(StoreDefect(path: leftover.path, kind: .leftover, remedy: .remove))
      } else if let open = Self.rights(status, path: "\(StoreLayout.aside)/\(name)") {
        defects.append(open)
      }
    }
    return defects
  }

  func examineBackups(_ backups: Folder) throws(StoreError) -> [StoreDefect] {
    var defects: [StoreDefect] = []
    for name in try backups.lockedNames() {
      let path = "\(StoreLayout.backups)/\(name)"
      do throws(StoreError) {
        if let unfinished = try UnfinishedBackup.left(name, in: backups) {
          defects.append(StoreDefect(path: path, kind: .leftBackup(unfinished), remedy: .remove))
          continue
        }
      } catch {
        defects.append(StoreDefect(path: path, kind: .unexamined(error), remedy: .person))
        continue
      }
      if let leftover = Self.leftover(name, in: backups, path: path) {
        // A whole archive has its own name.
        defects.append(StoreDefect(path: leftover.path, kind: .leftover, remedy: .remove))
        continue
      }
      guard BackupName(name) != nil, let status = try backups.status(name) else { continue }
      if let wrong = Self.wrongKind(status, isFolder: false) {
        defects.append(StoreDefect(path: path, kind: wrong, remedy: .setAside))
        continue
      }
      if let open = Self.rights(status, path: path) { defects.append(open) }
      guard status.mode & 0o400 != 0 else { continue }
      do throws(StoreError) {
        guard let detail = try Self.archiveProblem(name, in: backups) else { continue }
        defects.append(StoreDefect(path: path, kind: .unreadable(detail: detail), remedy: .setAside))
      } catch {
        defects.append(StoreDefect(path: path, kind: .unexamined(error), remedy: .person))
      }
    }
    return defects
  }

  /// Reads an archive to its end; says what is wrong with it.
  private static func archiveProblem(_ name: String, in backups: Folder) throws(StoreError) -> String? {
    let check = try ArchiveCheck(name, in: backups)
    if check.problem != nil || check.hasManifest { return check.problem }
    // Without a manifest the records speak for themselves.
    do throws(StoreError) {
      var reader = try TarReader(name, in: backups)
      while let entry = try reader.next() {
        if case .success(let item)? = entry.item(), case .record(_, let id) = item {
          guard (try? JSONValue.parse(try reader.bytes()))?["id"]?.string == id.text else { return entry.name }
        }
      }
      return nil
    } catch {
      guard error.code == .damaged else { throw error }
      return error.detail
    }
  }
}
