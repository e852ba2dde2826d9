/// A table of tab-separated fields, as the lists in `Forms/lists/` are kept.
///
/// UTF-8, lines ended by LF or CR LF. Leading lines that begin with `#` are remarks (`# key: value`), then comes the
/// header, then the rows, each with exactly the header's number of fields. There is no quoting: a field cannot hold a
/// tab or a line break. Empty lines are skipped. The rows are checked once and kept as byte ranges; a `String` is made
/// only of a field that is asked for.
public struct TSVTable: Sendable {
  /// The file's name below `Forms/`, for messages.
  public var name: String { storage.name }
  /// The header, in the order of the file.
  public var columns: [String] { storage.columns }
  /// The remarks of the form `# key: value`; of a key written twice the first.
  public var remarks: [String: String] { storage.remarks }
  /// How many rows there are.
  public let count: Int

  private let storage: Storage

  /// Shared, so that a row is one reference and an index, cheap to pass about.
  private final class Storage: Sendable {
    let name: String
    let bytes: [UInt8]
    let columns: [String]
    let remarks: [String: String]
    /// For each row its fields' starts and then the end of its last field, each plus one: `columns.count + 1` numbers.
    /// The byte before a start is a tab or a line's end, so a field reaches to its successor's start less one.
    let bounds: [UInt32]

    init(name: String, bytes: [UInt8], columns: [String], remarks: [String: String], bounds: [UInt32]) {
      self.name = name
      self.bytes = bytes
      self.columns = columns
      self.remarks = remarks
      self.bounds = bounds
    }
  }

  /// Reads and checks a whole table; `name` is used in messages only.
  public init(_ bytes: [UInt8], name: String) throws(TableError) {
    guard bytes.count < Int(UInt32.max) else { throw TableError(.tooLarge, path: name, line: 0) }
    var scanner = TSVScanner(bytes: bytes, name: name)
    try scanner.checkEncoding()
    let remarks = scanner.remarks()
    let columns = try scanner.header()
    let bounds = try scanner.rows(width: columns.count)
    storage = Storage(name: name, bytes: bytes, columns: columns, remarks: remarks, bounds: bounds)
    count = bounds.count / (columns.count + 1)
  }

  /// The table `name` (such as `lists/region.tsv`) of a folder.
  public init(_ name: String, in folder: FormFolder) throws {
    try self.init(folder.bytes(name), name: folder.path(of: name))
  }

  /// The position of a column, nil when the table has none of that name.
  public func column(_ name: String) -> Int? { storage.columns.firstIndex(of: name) }

  /// The position of a column the caller cannot do without.
  public func requiredColumn(_ name: String) throws(TableError) -> Int {
    guard let column = column(name) else {
      throw TableError(.columnMissing, path: self.name, line: headerLine, detail: name)
    }
    return column
  }

  /// The rows, in the order of the file.
  public var rows: Rows { Rows(table: self) }

  /// A field's text; no text is shared with the table.
  public func text(row: Int, column: Int) -> String {
    let range = range(row: row, column: column)
    return storage.bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }

  /// Where a field's bytes lie within `withBytes`.
  public func range(row: Int, column: Int) -> Range<Int> {
    let width = storage.columns.count
    precondition(column >= 0 && column < width, "a table of \(width) columns has no column \(column)")
    let place = row * (width + 1) + column
    return Int(storage.bounds[place])..<Int(storage.bounds[place + 1]) - 1
  }

  /// The whole file's bytes, for reading many fields without making texts of them.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.bytes.withUnsafeBufferPointer(body)
  }

  /// The line of the file a row stands on, counted from 1; it is counted when asked, for a message.
  public func line(row: Int) -> Int { TSVScanner.line(of: range(row: row, column: 0).lowerBound, in: storage.bytes) }

  private var headerLine: Int {
    var scanner = TSVScanner(bytes: storage.bytes, name: name)
    _ = scanner.remarks()
    return TSVScanner.line(of: scanner.position, in: storage.bytes)
  }

  /// One row: its fields by the position of their column.
  public struct Row: Sendable {
    let table: TSVTable
    public let index: Int

    public subscript(column: Int) -> String { table.text(row: index, column: column) }
    /// A field by an optional position, as `column(_:)` gives it; empty when the table lacks the column.
    public subscript(column: Int?) -> String { column.map { table.text(row: index, column: $0) } ?? "" }
    public var line: Int { table.line(row: index) }
  }

  /// All rows of a table.
  public struct Rows: RandomAccessCollection, Sendable {
    let table: TSVTable
    public var startIndex: Int { 0 }
    public var endIndex: Int { table.count }
    public subscript(position: Int) -> Row { Row(table: table, index: position) }
  }
}
