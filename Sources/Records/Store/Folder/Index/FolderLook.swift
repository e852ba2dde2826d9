import FormModel
import Standards

/// One look at a day's folder: which of its files are others than the rows know.
struct FolderLook: Sendable {
  /// What the rows hold of the folder.
  struct Stored {
    struct Row: Hashable {
      var key: Int
      var mark: FileMark
    }

    var rows: [RecordID: Row] = [:]
    /// Names that no record's file can have.
    var oddNames: Set<String> = []

    init(_ day: CalendarDate, _ database: Database) throws(DatabaseError) {
      var rows: [RecordID: Row] = [:]
      let value = [DatabaseValue.int(day.dayNumber)]
      var isDamaged = false
      try database.run("SELECT key, id, size, changed, inode FROM record WHERE day = ?", value) { row in
        guard let id = RecordID(row.text(1)) else {
          isDamaged = true
          return
        }
        rows[id] = Row(key: row.int(0), mark: FileMark(size: row.int(2), changed: row.int(3), inode: row.int(4)))
      }
      if isDamaged { throw .foreign }
      self.rows = rows
      var names: Set<String> = []
      try database.run("SELECT path FROM problem WHERE day = ? AND odd = 1", value) { names.insert($0.text(0)) }
      oddNames = names
    }
  }

  struct Change {
    var files: [(id: RecordID, mark: FileMark)] = []
    var gone: [Stored.Row] = []
    var oddNames: Set<String> = []
  }

  let day: CalendarDate
  let folder: Folder
  let store: RecordStore
  let setting: CheckSetting

  func differs(from stored: Stored) throws(StoreError) -> Bool {
    let change = try changes(from: stored)
    return !change.files.isEmpty || !change.gone.isEmpty || change.oddNames != stored.oddNames
  }

  /// The files to read again, the rows whose files are gone, and the names that are no record's.
  func changes(from stored: Stored) throws(StoreError) -> Change {
    var change = Change()
    var gone = stored.rows
    var id: RecordID
    for name in try folder.names() {
      switch RecordFileName(name) {
      case nil: continue
      case .copy, .foreign:
        change.oddNames.insert(StoreLayout.path(ofDay: day.iso, name))
        continue
      case .record(let found): id = found
      }
      // The mark comes before the bytes: whatever changes in between is seen the next time.
      let mark: FileMark
      do throws(StoreError) {
        guard let found = try folder.mark(of: name) else { continue }
        mark = found
      } catch {
        // One file that cannot be looked at hides no other; reading it says why not.
        mark = FileMark(size: 0, changed: 0, inode: 0)
      }
      if gone.removeValue(forKey: id)?.mark != mark { change.files.append((id, mark)) }
    }
    change.gone = Array(gone.values)
    return change
  }

  /// What a file holds now.
  func content(of id: RecordID) -> IndexRow.Content {
    let place = RecordStore.Place(day: day.iso, id: id)
    do throws(StoreError) {
      let bytes: [UInt8]?
      let whole: [UInt8]
      do throws(StoreError) {
        bytes = try folder.read(StoreLayout.record(id), limit: Record.largestFile)
        whole = try folder.withHistory(bytes ?? [])
      } catch {
        throw error.below(place.file)
      }
      guard let bytes else { throw StoreError(.vanished, path: place.file) }
      let record = try store.glance(at: whole, place)
      return IndexRow.Content(
        place, day, record, RecordSummary(record, form: store.forms.form(of: record), setting: setting),
        isChangedOutside: Record.isChangedOutside(bytes))
    } catch {
      return IndexRow.Content(place, day, error)
    }
  }
}
