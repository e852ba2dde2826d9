/// Columns and rows of a terminal.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(_ columns: Int, _ rows: Int) {
    (self.columns, self.rows) = (columns, rows)
  }
}

/// A cell's place, counted from zero at the upper left corner.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    (self.column, self.row) = (column, row)
  }
}
