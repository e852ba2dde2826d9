internal import CSQLite

/// What SQLite could not do.
struct DatabaseError: Error, Hashable {
  /// SQLite's result code, without its extension.
  var code: Int32

  /// Somebody else's tables.
  static let foreign = DatabaseError(code: SQLITE_NOTADB)

  /// Another program holds the file longer than somebody wants to wait.
  var isBusy: Bool { code == SQLITE_BUSY }

  /// The file is no database, or a broken one: another one must take its place.
  var isDamage: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
}

/// What stands in a column.
enum DatabaseValue: Hashable {
  case null
  case int(Int)
  case text(String)
  case bytes([UInt8])
}

/// A SQLite database: the one door to it.
///
/// One thread uses it. Statements are prepared once and kept.
final class Database {
  private var handle: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]

  let isInMemory: Bool

  /// How long another program's lock is waited for, in milliseconds.
  var patience: Int {
    didSet { sqlite3_busy_timeout(handle, Int32(patience)) }
  }

  /// Opens a database that is there, or one in memory where no path is given. A symbolic link is not followed.
  init(path: String?, patience: Int = 0) throws(DatabaseError) {
    self.patience = patience
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
    isInMemory = path == nil
    let code = sqlite3_open_v2(path ?? ":memory:", &handle, flags | (isInMemory ? SQLITE_OPEN_MEMORY : 0), nil)
    guard code == SQLITE_OK else {
      sqlite3_close_v2(handle)
      throw DatabaseError(code: code & 0xFF)
    }
    sqlite3_busy_timeout(handle, Int32(patience))
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Whether locks hold between everybody who may use the folder: not where another computer may be one of them.
  static func locksHold(in folder: String) -> Bool {
    var status = statfs()
    guard statfs(folder, &status) == 0 else { return false }
    // NFS, SMB, SMB 2, CIFS, 9P, AFS, Coda, Ceph, FUSE, which may be anything: linux/magic.h and statfs(2).
    let shared: Set<UInt32> = [
      0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x0102_1997, 0x5346_414F, 0x7375_7245, 0x00C3_6400, 0x6573_5546,
    ]
    return !shared.contains(UInt32(truncatingIfNeeded: status.f_type))
  }

  /// Runs statements that give nothing back.
  func execute(_ sql: String) throws(DatabaseError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Runs one statement and hands over each row that it gives.
  func run(
    _ sql: String, _ values: [DatabaseValue] = [], _ body: (DatabaseRow) -> Void = { _ in }
  ) throws(DatabaseError) {
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() { try check(bind(value, to: Int32(index + 1), of: statement)) }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw DatabaseError(code: code & 0xFF) }
      body(DatabaseRow(statement: statement))
    }
  }

  /// The number in the first column of the first row; nil where there is none.
  func number(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int? {
    var number: Int?
    try run(sql, values) { row in if number == nil { number = row.int(0) } }
    return number
  }

  /// Whether the file is no longer the one under its name.
  var isMoved: Bool {
    var moved: Int32 = 0
    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0
  }

  /// The key of the row that was added last.
  var lastKey: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Whether a change has begun and not ended.
  var isChanging: Bool { sqlite3_get_autocommit(handle) == 0 }

  private func prepared(_ sql: String) throws(DatabaseError) -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else { throw DatabaseError(code: SQLITE_MISUSE) }
    statements[sql] = statement
    return statement
  }

  private func bind(_ value: DatabaseValue, to index: Int32, of statement: OpaquePointer) -> Int32 {
    // SQLite takes a copy of the bytes before the call returns.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .int(let number): return sqlite3_bind_int64(statement, index, Int64(number))
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { bytes in
          guard let start = bytes.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, transient) }
          return sqlite3_bind_text(statement, index, start, Int32(bytes.count), transient)
        }
      }
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return sqlite3_bind_zeroblob(statement, index, 0) }
        return sqlite3_bind_blob(statement, index, start, Int32(buffer.count), transient)
      }
    }
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else { throw DatabaseError(code: code & 0xFF) }
  }
}

/// A row while it is looked at.
struct DatabaseRow {
  fileprivate let statement: OpaquePointer

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a text or of a row of bytes; they are gone with the row.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    guard let start = sqlite3_column_blob(statement, column) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
