/// A table that is read whole, with what a spreadsheet shows of it beside the values.
public struct SheetTable: Hashable, Sendable {
  /// The sheet's name; nil where the file has none.
  public var name: String?
  public var rows: [SheetRow]
  public var looks: SheetLooks

  public init(name: String? = nil, rows: [SheetRow], looks: SheetLooks = SheetLooks()) {
    (self.name, self.rows, self.looks) = (name, rows, looks)
  }

  /// The row with the values of cells that are merged downwards: such a cell counts in every row that it covers.
  public func filled(_ row: SheetRow) -> SheetRow {
    var row = row
    for merged in looks.merged where merged.rows.count > 1 && merged.rows.contains(row.number) {
      let column = merged.columns.lowerBound
      guard merged.rows.lowerBound != row.number, column < SheetReader.mostColumns,
        let first = rows.first(where: { $0.number == merged.rows.lowerBound }), column < first.cells.count,
        !row.has(column)
      else { continue }
      while row.cells.count <= column { row.cells.append(.empty) }
      row.cells[column] = first.cells[column]
    }
    return row
  }
}

extension SheetRow {
  /// The cell of a column; there is nothing beyond the last.
  public func cell(_ column: Int) -> SheetCell { cells.indices.contains(column) ? cells[column] : .empty }

  /// Whether something stands in a column.
  public func has(_ column: Int) -> Bool { cell(column) != .empty }
}

/// What is hidden in a sheet, and which cells are merged.
public struct SheetLooks: Hashable, Sendable {
  /// Rows that are hidden, or filtered out; by their numbers.
  public var hiddenRows: Set<Int> = []
  /// Columns that are hidden, from 0.
  public var hiddenColumns: [ClosedRange<Int>] = []
  public var merged: [CellRange] = []

  public init() {}
}

/// Cells that form a rectangle: rows by their numbers, columns from 0.
public struct CellRange: Hashable, Sendable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    (self.rows, self.columns) = (rows, columns)
  }

  /// Reads `A1:H3`, or `A1`; nil for what is none.
  init?(_ text: String) {
    let corners = text.split(separator: ":").map(Self.corner)
    guard (1...2).contains(corners.count), let first = corners[0], let last = corners[corners.count - 1],
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }

  private static func corner(_ text: Substring) -> (row: Int, column: Int)? {
    let letters = text.prefix(while: \.isLetter)
    guard let column = SheetColumnName(letters: letters)?.index, let row = Int(text.dropFirst(letters.count)),
      row > 0
    else { return nil }
    return (row, column)
  }
}
