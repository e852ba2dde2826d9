import Standards

/// Why a form's file cannot be used: which file, where in it, and what is wrong.
public struct FormProblem: Error, Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case unreadableFile = "unreadable-file"
    /// `file` is the name that was asked for, `found` the names that there are.
    case unknownForm = "unknown-form"
    case notJSON = "not-json"
    case wrongFormat = "wrong-format"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case unknownKey = "unknown-key"
    case unknownField = "unknown-field"
    case unknownList = "unknown-list"
    case unknownType = "unknown-type"
    case doubledName = "doubled-name"
    case doubledCode = "doubled-code"
    case missingColumn = "missing-column"
    case emptyList = "empty-list"
    case unlistedChoice = "unlisted-choice"
    case cyclicCondition = "cyclic-condition"
    case notAsked = "not-asked"
    case askedTwice = "asked-twice"
    case badTable = "bad-table"
  }

  public var kind: Kind
  /// The file below the folder of forms.
  public var file: String
  /// Where in the file: a path such as `fields[5].relevant`, a line, a code, or a column.
  public var place: String
  /// What stands there, if that helps.
  public var found: String
  /// What is wrong with the table, where the problem is a bad table.
  public private(set) var table: TableError?

  public init(_ kind: Kind, file: String, place: String, found: String = "") {
    (self.kind, self.file, self.place, self.found) = (kind, file, place, found)
  }

  /// What kept a table from being read.
  public init(reading file: String, _ error: any Error) {
    switch error {
    case let problem as FormProblem: self = problem
    case let error as FormFolderError: self.init(.unreadableFile, file: file, place: "", found: error.path)
    case let error as TableError:
      self.init(.badTable, file: error.path, place: error.line > 0 ? "line \(error.line)" : "", found: error.detail)
      table = error
    default: self.init(.badTable, file: file, place: "\(error)")
    }
  }
}
