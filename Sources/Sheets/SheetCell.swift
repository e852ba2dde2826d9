import Standards

/// What stands in one cell of a table.
public enum SheetCell: Hashable, Sendable {
  case empty
  /// The text as it stands there, untouched.
  case text(String)
  /// A number cell: of an identity number it keeps fifteen digits, and the rest are gone.
  case number(Double)
  /// A number cell whose format is a date's; a time of day is left off.
  case date(CalendarDate)
  case boolean(Bool)
  /// What a spreadsheet shows where a formula has failed, such as `#N/A`.
  case failure(String)
  /// A formula whose result was not saved with the file: what it shows nobody knows.
  case unsaved
}

extension SheetCell {
  /// What stands there, as text: a date as `YYYY-MM-DD`, a whole number without a decimal point.
  public var plainText: String {
    switch self {
    case .empty, .unsaved: ""
    case .text(let text), .failure(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .date(let date): date.iso
    case .boolean(let value): value ? "TRUE" : "FALSE"
    }
  }
}

/// One row of a table.
public struct SheetRow: Hashable, Sendable {
  /// The row as a spreadsheet numbers it, from 1; rows of nothing count too.
  public var number: Int
  public var cells: [SheetCell]

  public init(number: Int, cells: [SheetCell]) {
    (self.number, self.cells) = (number, cells)
  }
}
