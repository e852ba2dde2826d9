/// What is wrong with a table of `Forms/lists/`, and in which line of which file.
public struct TableError: Error, Hashable, Sendable {
  /// The reason; the raw value is stable and may be tested or printed for scripts.
  public enum Code: String, CaseIterable, Sendable {
    case notUTF8 = "table-not-utf8"
    case noHeader = "table-no-header"
    case emptyColumnName = "table-column-unnamed"
    case columnTwice = "table-column-twice"
    case columnMissing = "table-column-missing"
    case fieldCount = "table-field-count"
    case controlCharacter = "table-control-character"
    case badValue = "table-bad-value"
    case tooLarge = "table-too-large"
  }

  public var code: Code
  /// The table's file name below `Forms/`.
  public var path: String
  /// Counted from 1, the comment lines and the header included; 0 when the whole file is meant.
  public var line: Int
  /// What was found or missing: a column's name, a value, or "found/wanted" for a count.
  public var detail: String

  public init(_ code: Code, path: String, line: Int, detail: String = "") {
    (self.code, self.path, self.line, self.detail) = (code, path, line, detail)
  }
}
