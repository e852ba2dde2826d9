import TextLayout

/// A whole screen as a value: what a page draws on, and what a test compares.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's own cursor stands; hidden where nil.
  public var cursor: Point?
  private var cells: [Cell]

  public init(size: Size) {
    self.size = Size(max(0, size.columns), max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place; blank outside the canvas.
  public subscript(column: Int, row: Int) -> Cell {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// The cells of one row, which must be on the canvas.
  public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// Puts text at a place and returns how many columns it took; with a width, it is cut or padded to that.
  ///
  /// Nothing that a terminal would obey gets through: controls, marks of direction and zero-width signs are left out
  /// (`TextWidth` counts them as nothing). A character that does not fit whole at the edge is left out too, and one
  /// whose half is written over gives way to a blank. A colour is for the signs of the text alone. Outside the canvas
  /// nothing happens.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .plain, width: Int? = nil
  ) -> Int {
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column) else { return 0 }
    let limit = min(size.columns, width.map { point.column + max(0, $0) } ?? size.columns)
    let end = write(String(text), row: point.row, columns: point.column..<max(limit, point.column), style: style)
    if width != nil {
      for column in end..<max(limit, end) { set(column, point.row, " ", CombiningMarks(), 1, style) }
    }
    return end - point.column
  }

  /// Fills a part of a row with one character of width one.
  public mutating func fill(row: Int, columns: Range<Int>, with character: Character, style: Style = .plain) {
    let parts = TextWidth.parts(of: character)
    guard (0..<size.rows).contains(row), parts.count == 1, parts[0].width == 1 else { return }
    for column in columns.clamped(to: 0..<size.columns) { set(column, row, parts[0].base, parts[0].marks, 1, style) }
  }

  /// The rows as text, without the blanks at their ends.
  public func text() -> String {
    (0..<size.rows).map { row in
      var line = self.row(row).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Writes what fits into the columns and returns the one after it.
  private mutating func write(_ text: String, row: Int, columns: Range<Int>, style: Style) -> Int {
    var column = columns.lowerBound
    if TextWidth.isSimple(text) {
      for scalar in text.unicodeScalars {
        let width = TextWidth.of(scalar)
        guard column + width <= columns.upperBound else { break }
        set(column, row, scalar, CombiningMarks(), width, style)
        column += width
      }
      return column
    }
    for character in text {
      let parts = TextWidth.parts(of: character)
      let width = parts.reduce(0) { $0 + $1.width }
      guard column + width <= columns.upperBound else { break }
      for part in parts {
        set(column, row, part.base, part.marks, part.width, style)
        column += part.width
      }
    }
    return column
  }

  /// What may be drawn in colour: no colour can be read on every background, so words and figures stay in the
  /// terminal's own.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2190}"..."\u{2BFF}", "！", "？", "…": true
    default: false
    }
  }

  private mutating func set(
    _ column: Int, _ row: Int, _ base: Unicode.Scalar, _ marks: CombiningMarks, _ width: Int, _ style: Style
  ) {
    var style = style
    if style.colour != .normal, !Self.isSign(base) { style.colour = .normal }
    let index = row * size.columns + column
    let after = index + width
    // Half of a wide character never stays behind.
    if cells[index].isContinuation, column > 0 {
      cells[index - 1] = Cell(base: " ", style: cells[index - 1].style)
    }
    if column + width < size.columns, cells[after].isContinuation {
      cells[after] = Cell(base: " ", style: cells[after].style)
    }
    cells[index] = Cell(base: base, marks: marks, style: style)
    if width == 2 { cells[index + 1] = .continuation(style) }
  }
}
