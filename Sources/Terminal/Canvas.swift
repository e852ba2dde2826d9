/// One cell of a screen: a character, or the second half of a wide one.
public struct Cell: Hashable, Sendable {
  /// Empty for the second half of the wide character on its left.
  public var text: String
  public var style: Style

  public static let blank = Cell(text: " ", style: .plain)
  public var isContinuation: Bool { text.isEmpty }
}

/// A whole screen as a value: what a page draws on, and what a test compares.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's own cursor stands; hidden where nil.
  public var cursor: Point?
  private var cells: [Cell]

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns * size.rows))
  }

  public subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// Puts text at a place and returns how many columns it took; with a width, it is cut or padded to that.
  ///
  /// Nothing that a terminal would obey gets through: controls and marks of direction are left out. A wide character
  /// that does not fit whole at the edge is left out too.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .plain, width: Int? = nil
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column >= 0 else { return 0 }
    let limit = min(size.columns, width.map { point.column + $0 } ?? size.columns)
    var column = point.column
    for character in text {
      guard let shown = Self.shown(character) else { continue }
      let columns = TextWidth.of(shown)
      guard columns > 0 else { continue }
      guard column + columns <= limit else { break }
      set(column, point.row, Cell(text: String(shown), style: style), columns: columns)
      column += columns
    }
    let end = column
    if width != nil {
      while column < limit {
        set(column, point.row, Cell(text: " ", style: style), columns: 1)
        column += 1
      }
    }
    return end - point.column
  }

  /// Fills a part of a row with one character of width one.
  public mutating func fill(row: Int, columns: Range<Int>, with character: Character, style: Style = .plain) {
    put(
      String(repeating: character, count: columns.count), at: Point(column: columns.lowerBound, row: row), style: style)
  }

  /// Draws another screen's style over a row, as a highlight does.
  public mutating func restyle(row: Int, columns: Range<Int>, style: Style) {
    guard row >= 0, row < size.rows else { return }
    for column in columns where column >= 0 && column < size.columns {
      cells[row * size.columns + column].style = style
    }
  }

  /// The rows as text, without the blanks at their ends.
  public func text() -> String {
    (0..<size.rows).map { row in
      var line = self.row(row).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private mutating func set(_ column: Int, _ row: Int, _ cell: Cell, columns: Int) {
    let index = row * size.columns + column
    // Half of a wide character never stays behind.
    if cells[index].isContinuation, column > 0 { cells[index - 1] = Cell(text: " ", style: cells[index - 1].style) }
    let after = index + columns
    if column + columns < size.columns, cells[after].isContinuation { cells[after] = .blank }
    cells[index] = cell
    if columns == 2 { cells[index + 1] = Cell(text: "", style: cell.style) }
  }

  /// The character without what a terminal would obey; nil where nothing is left.
  private static func shown(_ character: Character) -> Character? {
    let scalars = character.unicodeScalars
    guard scalars.contains(where: isObeyed) else { return character }
    let rest = String(String.UnicodeScalarView(scalars.filter { !isObeyed($0) }))
    return rest.count == 1 ? rest.first : nil
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
