import FormModel
import Glibc
import Standards

/// The records of one kindergarten, in a folder of JSON files; its operations name no files.
///
/// The folder is made at the first save, with mode 0700; one that somebody else made keeps its mode, since everything
/// below it is closed anyway. Nothing in it is followed through a symbolic link.
public struct RecordStore: Sendable {
  public let path: String
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
    if !isAbsent("\(path)/\(Self.records)") { presence.note() }
  }

  private static let records = "records"

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
  var hasGone: Bool { presence.isKnown && isAbsent("\(path)/\(Self.records)") }

  /// Whether it is known that nothing bears a name.
  private func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return operations.statusOf(AT_FDCWD, path, &status, 0) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// The store's folder, made or to be written into if asked to; one that was there before is not made anew.
  func folder(create: Bool) throws(StoreError) -> Folder {
    if create, hasGone { throw StoreError(.vanished, path: path, number: ENOENT) }
    return try Folder.open(path, create: create, operations: operations)
  }

  /// The folder of a day's records, to write into.
  func folder(of day: CalendarDate, in root: Folder) throws(StoreError) -> Folder {
    let records = try root.folder(Self.records, create: !presence.isKnown)
    presence.note()
    return try records.folder(day.iso, create: true)
  }

  // MARK: Saving

  /// Writes a record's snapshot over the revision that it started from; waits until the disk has it.
  ///
  /// Nothing is overwritten unseen: where another revision stands there now, that is a conflict. Where the file has
  /// gone, or is this very snapshot, there is nothing to overwrite.
  public func save(_ record: Record, replacing base: Int?, on today: CalendarDate) throws(StoreError) {
    let root = try folder(create: true)
    let day = record.created.at.date.iso
    let folder = try folder(of: record.created.at.date, in: root)
    let name = "\(record.id).json"
    let whole = record.file(form: forms.form(of: record))
    try folder.locked { () throws(StoreError) in
      let standing = try folder.read(name, limit: Record.largestFile)
      if let standing {
        // The last try may have failed after its rename: all that is missing is the sync.
        guard standing != whole else { return try folder.sync() }
        let found = try self.record(folder.withHistory(standing), at: Place(day: day, id: record.id))
        guard whole.count <= HistoryFile.longestInside || found != record else { return try folder.sync() }
        try check(found, goesOnFrom: base, to: record, file: "records/\(day)/\(name)")
      }
      let bytes = try file(record, whole: whole, in: folder)
      // What somebody else has written there has no entry in the history, and would be gone unseen with the next save.
      if let standing, Record.isChangedOutside(standing) {
        try setCopyAside(standing, of: name, path: "records/\(day)/\(name)", .changedOutside, at: record.changed.at)
      }
      // What stands there could be read, so that the one before is always a good one.
      try folder.replace(name, with: bytes, keeping: standing)
    }
    // The list of a day can be made again from the histories, and the record is safe already.
    try? root.folder("days", create: true).append(record.id.text, to: today.iso)
  }

  /// Refuses where what stands is not the revision that the record started from, but another desk's of the same number;
  /// and where a record that was only just begun would take another's place: the two have nothing to be joined by.
  private func check(
    _ standing: Record, goesOnFrom base: Int?, to record: Record, file: String
  ) throws(StoreError) {
    let isContinued = record.continues(standing)
    guard base != nil || isContinued else { throw StoreError(.otherRecord, path: file) }
    guard standing.revision == base, isContinued else { throw StoreError(.conflict, path: file) }
  }

  // MARK: Settings

  /// The kindergarten's settings; those of nobody asked yet where there are none.
  public func settings() throws(StoreError) -> Settings {
    Settings(json: try read(.settings)["settings"])
  }

  /// Puts what somebody changed in the settings into what stands there now, and gives what came of it: what others have
  /// changed since stays, field by field, and a class that was renamed takes the code along that it has by now.
  @discardableResult
  public func save(
    _ settings: Settings, since base: Settings, renamed: [ClassRename] = []
  ) throws(StoreError) -> Settings {
    try changeSettings { standing in
      standing.take(settings, since: base)
      standing.moveCodes(renamed)
    }
  }

  /// Reads the settings, changes them and writes them, while other desks wait; gives what stands there then.
  @discardableResult
  public func changeSettings(_ body: (inout Settings) throws(StoreError) -> Void) throws(StoreError) -> Settings {
    try change(.settings) { members throws(StoreError) in
      var settings = Settings(json: members["settings"])
      let before = settings
      try body(&settings)
      if settings != before { members["settings"] = settings.json }
      return settings
    }
  }
}

extension StoreError {
  /// What is wrong with a record's file.
  init(_ problem: RecordProblem, path: String) {
    switch problem {
    case .notJSON(let error): self.init(.damaged, path: path, detail: error.description)
    case .notARecord(let key): self.init(.damaged, path: path, detail: key.isEmpty ? "object" : key)
    case .newer(let format): self.init(.newer, path: path, detail: format)
    case .otherForm(let name, let version): self.init(.otherForm, path: path, detail: "\(name)/\(version)")
    }
  }
}
