import Terminal
import TextLayout

/// A text that is longer than a line of the page stands in as many lines as it takes.
extension TextEditor {
  /// The columns of such a line, the same in every window: where a line ends, and so what ↑ does, must not depend on
  /// the window.
  static let lineColumns = 42

  /// The characters of each line; the last has room for the cursor behind them.
  var lines: [Range<Int>] {
    var (lines, start, width, index) = ([Range<Int>](), 0, 0, 0)
    for character in text {
      let own = TextWidth.of(character)
      if width + own >= Self.lineColumns {
        lines.append(start..<index)
        (start, width) = (index, 0)
      }
      width += own
      index += 1
    }
    return lines + [start..<index]
  }

  /// The line that the cursor stands in.
  private func line(in lines: [Range<Int>]) -> Int { lines.lastIndex { $0.lowerBound <= cursor } ?? 0 }

  /// ↑ and ↓ within the text; false where they lead out of it.
  mutating func moveByLine(_ key: Key) -> Bool {
    guard key == .up || key == .down else { return false }
    let (lines, characters) = (lines, Array(text))
    let line = line(in: lines)
    let target = key == .up ? line - 1 : line + 1
    guard lines.indices.contains(target) else { return false }
    let goal = characters[lines[line].lowerBound..<cursor].reduce(0) { $0 + TextWidth.of($1) }
    var (place, width) = (lines[target].lowerBound, 0)
    // The end of a line is the beginning of the next.
    let last = target == lines.count - 1 ? lines[target].upperBound : lines[target].upperBound - 1
    while place < last, width + TextWidth.of(characters[place]) <= goal {
      width += TextWidth.of(characters[place])
      place += 1
    }
    _ = move(to: place)
    return true
  }

  /// Draws the lines, as many as there is room for and the cursor's among them, and says how many that were.
  func drawLines(on canvas: inout Canvas, at origin: Point, rows: Int, style: Style) -> Int {
    let (lines, characters) = (lines, Array(text))
    let line = line(in: lines)
    let height = max(1, min(rows, lines.count))
    let start = max(0, min(line - height / 2, lines.count - height))
    for (offset, range) in lines[start..<start + height].enumerated() {
      let point = Point(column: origin.column, row: origin.row + offset)
      canvas.put(String(characters[range]), at: point, style: style, width: Self.lineColumns)
    }
    let before = characters[lines[line].lowerBound..<cursor].reduce(0) { $0 + TextWidth.of($1) }
    canvas.cursor = Point(column: origin.column + before, row: origin.row + line - start)
    return height
  }
}
