import FormModel
import Glibc
import Standards

/// The store that is a folder of JSON files.
///
/// The folder is made at the first save, with mode 0700; one that somebody else made keeps its mode, since everything
/// below it is closed anyway. Nothing in it is followed through a symbolic link.
public struct RecordStore: Store {
  public let path: String
  public var name: String { path }
  /// The forms that its records are made with.
  public let forms: FormLibrary
  let operations: FileOperations
  private let presence = StorePresence()

  public init(path: String, forms: FormLibrary) {
    self.init(path: path, forms: forms, operations: .system)
  }

  public init(path: String, form: Form) {
    self.init(path: path, forms: FormLibrary(form))
  }

  init(path: String, form: Form, operations: FileOperations) {
    self.init(path: path, forms: FormLibrary(form), operations: operations)
  }

  private init(path: String, forms: FormLibrary, operations: FileOperations) {
    self.path = path
    self.forms = forms
    self.operations = operations
    if !isAbsent("\(path)/\(StoreLayout.records)") { presence.markSeen() }
  }

  /// The same store for whoever cannot wait longer for a lock than so many milliseconds, such as a family at a desk.
  public func waiting(milliseconds: Int) -> RecordStore {
    var operations = operations
    operations.patience = LockPatience(milliseconds: milliseconds)
    return RecordStore(path: path, forms: forms, operations: operations)
  }

  /// A store on a disk that has no locks, as some network folders: for the proof that nothing is lost there either.
  package static func withoutLocks(path: String, form: Form) -> RecordStore {
    RecordStore(path: path, form: form, operations: .withoutLocks)
  }

  /// Whether there is a folder yet.
  ///
  /// One that only cannot be looked at is there: whoever opens it is told why not.
  public var exists: Bool { !isAbsent(path) }

  /// Whether the store was there and is not now; where a disk was mounted an empty folder stays.
  var hasGone: Bool { presence.isKnown && isAbsent("\(path)/\(StoreLayout.records)") }

  /// Whether it is known that nothing bears a name.
  private func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return operations.statusOf(AT_FDCWD, path, &status, 0) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  public func finder() -> RecordIndex { RecordIndex(store: self) }

  /// The store's folder, made or to be written into if asked to; one that was there before is not made anew.
  func folder(create: Bool) throws(StoreError) -> Folder {
    if create, hasGone { throw StoreError(.vanished, path: path, number: ENOENT) }
    return try Folder.open(path, create: create, operations: operations)
  }

  /// The folder of the days, to read in.
  func recordFolder() throws(StoreError) -> Folder {
    try folder(create: false).folder(StoreLayout.records, create: false)
  }

  /// The folder of a day's records, to read in.
  func recordFolder(of day: String) throws(StoreError) -> Folder { try recordFolder().folder(day, create: false) }

  /// The folder of a day's records, to write into.
  func folder(of day: CalendarDate, in root: Folder) throws(StoreError) -> Folder {
    let records = try root.folder(StoreLayout.records, create: !presence.isKnown)
    presence.markSeen()
    return try records.folder(day.iso, create: true)
  }

  // MARK: Saving

  /// Waits until the disk has it. Where the file has gone there is nothing to overwrite.
  public func save(_ record: Record, replacing base: Int?, on today: CalendarDate) throws(StoreError) {
    let root = try folder(create: true)
    let day = record.created.at.date.iso
    let folder = try folder(of: record.created.at.date, in: root)
    let name = StoreLayout.record(record.id)
    let whole = record.file(form: forms.form(of: record))
    try folder.locked { () throws(StoreError) in
      let current = try folder.read(name, limit: Record.largestFile)
      if let current {
        // The last try may have failed after its rename: all that is missing is the sync.
        guard current != whole else { return try folder.sync() }
        let found = try self.record(folder.withHistory(current), at: Place(day: day, id: record.id))
        guard whole.count <= HistoryFile.longestInside || found != record else { return try folder.sync() }
        try check(found, goesOnFrom: base, to: record, file: StoreLayout.path(ofDay: day, name))
      }
      let bytes = try file(record, whole: whole, in: folder)
      // What somebody else has written there has no entry in the history, and would be gone unseen with the next save.
      if let current, Record.isChangedOutside(current) {
        try setCopyAside(
          current, of: name, path: StoreLayout.path(ofDay: day, name), .changedOutside, at: record.changed.at)
      }
      // The file that stands there could be read, so that the previous one that is kept is always good.
      try folder.replace(name, with: bytes, keeping: current)
    }
    list([record.id], on: today, in: root)
  }

  /// Enters records in the list of a day; it can be made again from the histories, and the records are safe already.
  func list(_ ids: [RecordID], on today: CalendarDate, in root: Folder) {
    try? root.folder(StoreLayout.days, create: true).append(ids.map(\.text).joined(separator: "\n"), to: today.iso)
  }

  /// Refuses where what stands there is not what the record started from, but another revision, or another desk's of
  /// the same number; and where a record that was only just begun would take another's place, since the two share no
  /// history to be joined by.
  private func check(
    _ current: Record, goesOnFrom base: Int?, to record: Record, file: String
  ) throws(StoreError) {
    let isContinued = record.continues(current)
    guard base != nil || isContinued else { throw StoreError(.otherRecord, path: file) }
    guard current.revision == base, isContinued else { throw StoreError(.conflict, path: file) }
  }
}

extension StoreError {
  /// What is wrong with a record's file.
  init(_ problem: RecordProblem, path: String) {
    switch problem {
    case .notJSON(let error): self.init(.damaged, path: path, detail: error.place)
    case .notARecord(let key): self.init(.damaged, path: path, detail: key.isEmpty ? "object" : key)
    case .newer(let format): self.init(.newer, path: path, detail: format)
    case .otherForm(let name, let version): self.init(.otherForm, path: path, detail: "\(name)/\(version)")
    }
  }
}
