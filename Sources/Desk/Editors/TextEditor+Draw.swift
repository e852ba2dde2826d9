import Terminal
import TextLayout

extension TextEditor {
  /// Draws the line in so many columns and puts the terminal's cursor where the next character goes, so that an
  /// input method opens its window in the right place.
  ///
  /// `grouping` are the character counts after which a gap is drawn, as in `441302 20110305 123X`.
  func draw(on canvas: inout Canvas, at origin: Point, columns: Int, style: Style, grouping: [Int] = []) {
    let characters = Array(text)
    var widths: [Int] = []
    for (index, character) in characters.enumerated() {
      widths.append(TextWidth.of(character) + (grouping.contains(index) ? 1 : 0))
    }
    // The cursor needs a column of its own after the last character.
    var start = 0
    var before = widths.prefix(cursor).reduce(0, +)
    while before > columns - 2, start < cursor {
      before -= widths[start]
      start += 1
    }
    canvas.put("", at: origin, style: style, width: columns)
    var column = 0
    for index in start..<characters.count {
      guard column + widths[index] < columns else { break }
      let gap = grouping.contains(index) ? 1 : 0
      canvas.put(
        String(characters[index]), at: Point(column: origin.column + column + gap, row: origin.row), style: style)
      column += widths[index]
    }
    let gap = grouping.contains(cursor) ? 1 : 0
    canvas.cursor = Point(column: origin.column + min(before + gap, columns - 1), row: origin.row)
  }
}
