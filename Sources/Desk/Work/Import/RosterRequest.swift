/// How a file of children is to be brought in.
public struct RosterRequest: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    /// What is in the file, or in the folder; the answer is `.folder` or `.read`.
    case look
    /// What would become of each row; nothing is changed, and the answer is `.took`.
    case attempt
    /// The rows are taken; the answer is `.took`.
    case take
  }

  public var path: String
  /// The sheets that are not taken, by their names.
  public var left: Set<String> = []
  /// What columns hold, where somebody knows better, as `xueji import --map` has it: `B=name`.
  public var changes: [String] = []
  /// Whether an answer of the roster takes the place of another that stands in the record.
  public var takesDifferences = false

  public init(path: String) { self.path = path }
}

/// What a page is told of a file of children.
public enum RosterNews: Hashable, Sendable {
  /// The name is a folder's: the tables and folders in it.
  case folder([RosterEntry])
  case read(RosterView)
  /// Why nothing could be read or done, in a sentence.
  case refused(String)
  /// What became of the rows, or would, line by line.
  case took([String], RosterRequest.Step)
}

/// A table or a folder that may be opened.
public struct RosterEntry: Hashable, Sendable {
  public var name: String
  public var path: String
  public var isFolder: Bool

  public init(name: String, path: String, isFolder: Bool) {
    (self.name, self.path, self.isFolder) = (name, path, isFolder)
  }
}

/// What a file holds, as a page shows it.
public struct RosterView: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// What names it in a change: its heading, or its letters where it has none.
    public var name: String
    /// The column, and what it is taken for, in a line.
    public var line: String

    public init(name: String, line: String) { (self.name, self.line) = (name, line) }
  }

  public struct Sheet: Hashable, Sendable {
    /// Empty where the file has no sheets.
    public var name: String
    public var children: Int
    public var columns: [Column]
    /// What else is to be known of it, a sentence each.
    public var remarks: [String]

    public init(name: String, children: Int, columns: [Column], remarks: [String]) {
      (self.name, self.children, self.columns, self.remarks) = (name, children, columns, remarks)
    }
  }

  /// Something that a column may hold.
  public struct Item: Hashable, Sendable {
    /// What names it in a change.
    public var name: String
    public var label: String

    public init(name: String, label: String) { (self.name, self.label) = (name, label) }
  }

  public var sheets: [Sheet]
  public var items: [Item]
  /// The sheets that are not read, and why.
  public var unread: String?

  public init(sheets: [Sheet], items: [Item], unread: String?) {
    (self.sheets, self.items, self.unread) = (sheets, items, unread)
  }
}
