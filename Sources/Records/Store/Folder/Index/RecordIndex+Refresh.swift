import FormModel
import Standards

extension RecordIndex {
  /// One look at what has changed since the last.
  ///
  /// A folder is known by its mark, since a save renames into it, and only the files of a folder that has another one
  /// are looked at. An editor that writes into a file changes no folder: so the files of the folder that is asked for,
  /// and of a few others in turn, are looked at every time. A store of a few thousand records is always looked at whole.
  struct Refresh {
    let index: RecordIndex
    let database: Database
    let setting: CheckSetting
    /// The day whose files are looked at in any case.
    let focus: CalendarDate?
    /// After so many readings the look ends early.
    var mostReadings = Int.max
    /// What is wrong with folders; of files the database knows.
    private var problems: [StoreError] = []
    private var readings = 0
    private var total = 0
    private var begun = ContinuousClock.now

    /// How many files are read before somebody is told.
    private static let batch = 256
    /// How long others may be kept waiting for the end of a change.
    private static let longestChange = Duration.milliseconds(500)

    init(_ index: RecordIndex, _ database: Database, _ setting: CheckSetting, focus: CalendarDate?) {
      (self.index, self.database, self.setting, self.focus) = (index, database, setting, focus)
    }

    /// Brings the rows up to date, and says whether they all are.
    @discardableResult
    mutating func run(_ progress: ReadingProgress) throws(DatabaseError) -> Bool {
      index.isBrokenOff = false
      try startAnewIfNeeded()
      try forgetWhatTodayChanges()
      guard let records = recordsFolder() else {
        // What could not be looked at is known as it was, and said.
        if problems.isEmpty { try forget(keeping: []) }
        try endChange()
        return true
      }
      guard let days = days(in: records) else {
        try endChange()
        return true
      }
      try forget(keeping: days)
      let looks = try looks(days)
      total = try unread(days, in: records)
      var isWhole = true
      for (place, day) in days.enumerated() {
        isWhole = try visit(day, in: records, mustLook: looks.contains(place), progress)
        if !isWhole { break }
      }
      try endChange()
      return isWhole
    }

    /// What leaves any answer incomplete: folders that could not be looked at, and files that the machine could not
    /// read.
    func gaps() throws(DatabaseError) -> [StoreError] {
      try problems(of: nil).filter {
        $0.isOfTheMachine || ($0.isUnseen && !$0.path.hasSuffix(StoreLayout.recordEnding))
      }
    }

    /// What cannot be read, of a day or of all.
    func problems(of day: CalendarDate?) throws(DatabaseError) -> [StoreError] {
      var found: [StoreError] = []
      let choice = day == nil ? "" : " WHERE day = ?"
      try database.run(
        "SELECT path, code, number, detail FROM problem\(choice) ORDER BY day, path",
        day.map { [.int($0.dayNumber)] } ?? []
      ) { row in
        let code = StoreError.Code(rawValue: row.text(1)) ?? .io
        found.append(
          StoreError(code, path: row.text(0), number: Int32(truncatingIfNeeded: row.int(2)), detail: row.text(3)))
      }
      found += try doubled(of: day)
      // A record of another day may have been changed on this one.
      return found + problems.filter { day == nil || $0.isUnseen || $0.path == StoreLayout.path(ofDay: day?.iso ?? "") }
    }

    /// Records that stand under two days, by the file of the later one.
    private func doubled(of day: CalendarDate?) throws(DatabaseError) -> [StoreError] {
      let twice =
        day == nil
        ? "SELECT id, max(day) FROM record GROUP BY id HAVING count(*) > 1"
        : "SELECT id, day FROM record r WHERE day = ? AND EXISTS (SELECT 1 FROM record o WHERE o.id = r.id AND o.day <> r.day)"
      var found: [StoreError] = []
      try database.run(twice, day.map { [.int($0.dayNumber)] } ?? []) { row in
        guard let id = RecordID(row.text(0)), let day = CalendarDate(dayNumber: row.int(1)) else { return }
        let place = RecordStore.Place(day: day.iso, id: id)
        found.append(StoreError(.otherVersion, path: place.file, detail: RecordCode(spelledBy: id).text))
      }
      return found
    }

    // MARK: Which folders

    private mutating func recordsFolder() -> Folder? {
      guard index.store.exists else { return nil }
      do throws(StoreError) {
        return try index.store.recordFolder()
      } catch {
        // Nothing was saved yet.
        if !error.isAbsence { problems.append(error.below(StoreLayout.records)) }
        return nil
      }
    }

    /// Nil where they cannot be listed.
    private mutating func days(in records: Folder) -> [CalendarDate]? {
      do throws(StoreError) {
        var days: [CalendarDate] = []
        for name in try records.names() where !name.hasPrefix(".") {
          if let day = CalendarDate(iso: name) {
            days.append(day)
          } else {
            problems.append(StoreError(.damaged, path: StoreLayout.path(ofDay: name), detail: "name"))
          }
        }
        return days
      } catch {
        problems.append(error.below(StoreLayout.records))
        return nil
      }
    }

    /// The places of the folders whose files are looked at although their marks may be the same.
    private func looks(_ days: [CalendarDate]) throws(DatabaseError) -> Set<Int> {
      var looks: Set<Int> = []
      if let place = days.firstIndex(where: { $0 == focus }) { looks.insert(place) }
      guard !days.isEmpty else { return looks }
      // The last key is known at once, while counting takes as long as there are rows.
      let total = try database.number("SELECT max(key) FROM record") ?? 0
      guard total > index.mostLooks else { return Set(days.indices) }
      // Each look is a call of the system: a quarter is what nobody feels.
      let share = max(1, days.count * (index.mostLooks / 4) / total)
      for step in 0..<share { looks.insert((index.nextFolder + step) % days.count) }
      index.nextFolder = (index.nextFolder + share) % days.count
      return looks
    }

    /// How many files lie in folders that nobody has read yet: so many are to come.
    private func unread(_ days: [CalendarDate], in records: Folder) throws(DatabaseError) -> Int {
      let known = try database.number("SELECT count(*) FROM folder") ?? 0
      guard days.count > known + 1, mostReadings == .max else { return 0 }
      var count = 0
      for day in days where try folderMark(of: day) == nil {
        count += (try? records.folder(day.iso, create: false).names().count) ?? 0
      }
      return count
    }

    // MARK: One folder

    private mutating func visit(
      _ day: CalendarDate, in records: Folder, mustLook: Bool, _ progress: ReadingProgress
    ) throws(DatabaseError) -> Bool {
      let now = index.clock()
      let (folder, mark): (Folder, FileMark)
      do throws(StoreError) {
        // Opened and not only asked for: a network file system asks its server at no other time.
        folder = try records.folder(day.iso, create: false)
        mark = try folder.mark()
      } catch {
        problems.append(error.below(StoreLayout.path(ofDay: day.iso)))
        return true
      }
      let known = try folderMark(of: day)
      // The size of a folder says nothing, and no row keeps it.
      let isKnown = known.map { $0.changed == mark.changed && $0.inode == mark.inode } ?? false
      if isKnown, !mustLook { return true }
      var look = FolderLook(day: day, folder: folder, store: index.store, setting: setting)
      do throws(StoreError) {
        if isKnown, try !look.differs(from: try stored(day)) { return true }
      } catch {
        problems.append(error.below(StoreLayout.path(ofDay: day.iso)))
        return true
      }
      return try read(&look, mark, now, progress)
    }

    private func stored(_ day: CalendarDate) throws(StoreError) -> FolderLook.Stored {
      do throws(DatabaseError) {
        return try FolderLook.Stored(day, database)
      } catch {
        throw error.storeError
      }
    }

    /// Reads what has changed in a folder, into rows that nobody else changes meanwhile.
    private mutating func read(
      _ look: inout FolderLook, _ mark: FileMark, _ now: Int, _ progress: ReadingProgress
    ) throws(DatabaseError) -> Bool {
      try beginChange()
      // Another desk may have read it between the first look and now: what counts is what the rows hold now.
      let stored = try FolderLook.Stored(look.day, database)
      let changed: FolderLook.Change
      do throws(StoreError) {
        changed = try look.changes(from: stored)
      } catch {
        problems.append(error.below(StoreLayout.path(ofDay: look.day.iso)))
        return true
      }
      total = max(total, readings + changed.files.count)
      var isTrusted = mark.isTrusted(at: now)
      for row in changed.gone { try IndexRow.remove(row, database) }
      try IndexRow.replaceOddNames(changed.oddNames, of: look.day, database)
      var rest = changed.files[...]
      while !rest.isEmpty {
        let batch = rest.prefix(min(Self.batch, mostReadings - readings))
        guard !batch.isEmpty, !index.isBrokenOff else {
          if index.isBrokenOff { problems.append(StoreError(.brokenOff, path: StoreLayout.records)) }
          try write(look.day, mark: nil)
          return false
        }
        rest = rest.dropFirst(batch.count)
        let side = look
        let contents = ConcurrentMap.map(batch.map(\.id)) { side.content(of: $0) }
        for (file, content) in zip(batch, contents) {
          let row = IndexRow(content, mark: file.mark.trusted(at: now))
          if !row.isTrusted { isTrusted = false }
          try row.write(stored.rows[file.id]?.key, database)
        }
        readings += batch.count
        progress(readings, total)
      }
      try write(look.day, mark: isTrusted ? mark : nil)
      if ContinuousClock.now - begun > Self.longestChange { try endChange() }
      return true
    }

    private func folderMark(of day: CalendarDate) throws(DatabaseError) -> FileMark? {
      var mark: FileMark?
      try database.run("SELECT changed, inode FROM folder WHERE day = ?", [.int(day.dayNumber)]) { row in
        mark = FileMark(size: 0, changed: row.int(0), inode: row.int(1))
      }
      return mark
    }

    private func write(_ day: CalendarDate, mark: FileMark?) throws(DatabaseError) {
      try database.run(
        "INSERT OR REPLACE INTO folder (day, changed, inode) VALUES (?, ?, ?)",
        [.int(day.dayNumber), .int(mark?.changed ?? 0), .int(mark?.inode ?? 0)])
    }

    // MARK: Changes

    private mutating func beginChange() throws(DatabaseError) {
      guard !database.isChanging else { return }
      try database.execute("BEGIN IMMEDIATE")
      begun = ContinuousClock.now
    }

    private func endChange() throws(DatabaseError) {
      if database.isChanging { try database.execute("COMMIT") }
    }

    /// Rows of folders that are gone go too.
    private mutating func forget(keeping days: [CalendarDate]) throws(DatabaseError) {
      var gone: [Int] = []
      let kept = Set(days.map(\.dayNumber))
      try database.run("SELECT day FROM folder") { row in
        if !kept.contains(row.int(0)) { gone.append(row.int(0)) }
      }
      for day in gone.compactMap({ CalendarDate(dayNumber: $0) }) { try forget(day) }
    }

    private mutating func forget(_ day: CalendarDate) throws(DatabaseError) {
      guard try folderMark(of: day) != nil else { return }
      try beginChange()
      let value = [DatabaseValue.int(day.dayNumber)]
      try database.run("DELETE FROM touch WHERE record IN (SELECT key FROM record WHERE day = ?)", value)
      for table in ["record", "problem", "folder"] { try database.run("DELETE FROM \(table) WHERE day = ?", value) }
    }

    /// Rows that another program, another form or another kindergarten made are made anew.
    private mutating func startAnewIfNeeded() throws(DatabaseError) {
      let wanted = IndexFile.setting(forms: index.store.forms, kindergarten: setting.kindergarten)
      guard try value("made-with") != wanted else { return }
      try beginChange()
      for table in ["touch", "record", "problem", "folder"] { try database.execute("DELETE FROM \(table)") }
      try write("made-with", wanted)
    }

    /// Rows whose findings are others on this day than on the day of the last look are made anew.
    private mutating func forgetWhatTodayChanges() throws(DatabaseError) {
      let today = setting.today.dayNumber
      let last = try value("day").flatMap { Int($0) }
      guard last != today else { return }
      try beginChange()
      if let last {
        let isStale = today > last ? "until <= ?" : "since > ?"
        let days = "SELECT DISTINCT day FROM record WHERE \(isStale)"
        try database.run("UPDATE folder SET changed = 0 WHERE day IN (\(days))", [.int(today)])
        try database.run("UPDATE record SET changed = 0 WHERE \(isStale)", [.int(today)])
      }
      try write("day", "\(today)")
    }

    private func value(_ what: String) throws(DatabaseError) -> String? {
      var value: String?
      try database.run("SELECT value FROM setting WHERE what = ?", [.text(what)]) { value = $0.text(0) }
      return value
    }

    private func write(_ what: String, _ value: String) throws(DatabaseError) {
      try database.run("INSERT OR REPLACE INTO setting (what, value) VALUES (?, ?)", [.text(what), .text(value)])
    }
  }
}
