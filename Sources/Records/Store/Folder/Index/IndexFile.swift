import FormModel
import Glibc
import Standards

/// Where the index lies: a file in the store's folder, or memory where there can be no such file.
struct IndexFile {
  let store: RecordStore

  /// The database of the store's index, whatever was there before; one in memory where the folder cannot have it.
  ///
  /// A file that is no database, a broken one, a foreign one or one of another version is replaced.
  func open(patience: Int) throws(DatabaseError) -> Database {
    for _ in 0..<2 {
      guard let path = path() else { break }
      do throws(DatabaseError) {
        return try Self.prepared(Database(path: path, patience: patience))
      } catch {
        if error.isBusy { throw error }
        guard error.isDamage, replace() else { break }
      }
    }
    return try memory()
  }

  /// A database that is gone with the program.
  func memory() throws(DatabaseError) -> Database { try Self.prepared(Database(path: nil)) }

  /// Takes a broken file away, so that a new one can be made.
  func replace() -> Bool {
    guard let folder = try? store.folder(create: false) else { return false }
    // The file first: a journal without one is nobody's, while a journal beside a new file would be read into it.
    folder.remove(StoreLayout.index)
    folder.remove(StoreLayout.index + "-journal")
    return (try? folder.mark(of: StoreLayout.index)) == nil
  }

  /// The file's path, made if it was not there; nil where there can be none.
  private func path() -> String? {
    guard store.exists, !store.hasGone, Database.locksHold(in: store.path),
      let folder = try? store.folder(create: false),
      folder.makePlainFile(StoreLayout.index), let real = realpath(store.path, nil)
    else { return nil }
    defer { free(real) }
    // SQLite follows no link anywhere in the path, so that the links that lead to the store are followed here.
    return String(cString: real) + "/" + StoreLayout.index
  }

  // MARK: Tables

  private static let mark = 0x7875_6A69
  private static let version = 6

  private static func prepared(_ database: Database) throws(DatabaseError) -> Database {
    // What is sorted aside would lie in a folder for everybody.
    try database.execute("PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000")
    let (mark, version) = (try database.number("PRAGMA application_id"), try database.number("PRAGMA user_version"))
    if mark == Self.mark, version == Self.version { return database }
    let isEmpty = try database.number("SELECT count(*) FROM sqlite_schema") == 0
    guard isEmpty else { throw .foreign }
    try database.execute("BEGIN IMMEDIATE")
    // Another desk may have been quicker.
    if try database.number("PRAGMA user_version") == 0 { try database.execute(tables) }
    try database.execute("COMMIT")
    return database
  }

  private static let tables = """
    CREATE TABLE setting (what TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE folder (day INTEGER PRIMARY KEY, changed INTEGER, inode INTEGER);
    CREATE TABLE record (
      key INTEGER PRIMARY KEY, day INTEGER, id TEXT, size INTEGER, changed INTEGER, inode INTEGER,
      code TEXT, form TEXT, status INTEGER, words INTEGER, name TEXT, birth INTEGER, number TEXT, tail TEXT, class TEXT,
      plain INTEGER, since INTEGER, until INTEGER, summary BLOB);
    CREATE UNIQUE INDEX record_id ON record (id, day);
    CREATE INDEX record_day ON record (day);
    CREATE INDEX record_code ON record (code);
    CREATE INDEX record_number ON record (number, status, id) WHERE number IS NOT NULL;
    CREATE INDEX record_child ON record (birth, name) WHERE birth IS NOT NULL;
    CREATE INDEX record_until ON record (until) WHERE until IS NOT NULL;
    CREATE INDEX record_waiting ON record (key) WHERE words & 64;
    CREATE INDEX record_search ON record (plain, name, tail);
    CREATE TABLE touch (record INTEGER, day INTEGER, PRIMARY KEY (record, day)) WITHOUT ROWID;
    CREATE INDEX touch_day ON touch (day);
    CREATE TABLE problem (
      day INTEGER, path TEXT, code TEXT, number INTEGER, detail TEXT, odd INTEGER,
      PRIMARY KEY (day, path)) WITHOUT ROWID;
    PRAGMA application_id = \(mark);
    PRAGMA user_version = \(version);
    """

  // MARK: What the rows were made with

  /// Everything but the records that the rows depend on: where any of it is another, all are made anew.
  ///
  /// The checks are part of the program, so that another program's rows are not taken over.
  static func setting(forms: FormLibrary, kindergarten: String?) -> String {
    var program = stat()
    stat("/proc/self/exe", &program)
    return [
      "\(program.st_size).\(program.st_mtim.tv_sec)", forms.form.name, "\(forms.form.version)", "\(digest(of: forms))",
      kindergarten ?? "",
    ].joined(separator: "|")
  }

  /// A number that another form or another list changes (FNV-1a).
  private static func digest(of forms: FormLibrary) -> UInt64 {
    guard let files = forms.files else { return 0 }
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      for byte in forms.bytes(file) { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return digest
  }
}
