import Terminal
import TextLayout

/// A text that is longer than a line of the page stands in as many lines as it takes.
extension TextEditor {
  /// The characters of each line in so many columns; the last has room for the cursor behind them.
  func lines(_ columns: Int) -> [Range<Int>] {
    var (lines, start, width, index) = ([Range<Int>](), 0, 0, 0)
    for character in text {
      let own = TextWidth.of(character)
      if width + own >= columns, index > start {
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

  /// The keys along the text that lead where ↑ or ↓ does within its lines; none where that leads out of it.
  func keys(for key: Key, columns: Int) -> [Key] {
    guard key == .up || key == .down else { return [] }
    let (lines, characters) = (lines(columns), Array(text))
    let line = line(in: lines)
    let target = key == .up ? line - 1 : line + 1
    guard lines.indices.contains(target) else { return [] }
    let goal = characters[lines[line].lowerBound..<cursor].reduce(0) { $0 + TextWidth.of($1) }
    var (place, width) = (lines[target].lowerBound, 0)
    // The end of a line is the beginning of the next.
    let last = target == lines.count - 1 ? lines[target].upperBound : lines[target].upperBound - 1
    while place < last, width + TextWidth.of(characters[place]) <= goal {
      width += TextWidth.of(characters[place])
      place += 1
    }
    return Array(repeating: place < cursor ? .left : .right, count: abs(place - cursor))
  }

  /// Draws the lines, as many as there is room for and the cursor's among them, and says how many that were.
  func drawLines(on canvas: inout Canvas, at origin: Point, columns: Int, rows: Int, style: Style) -> Int {
    let (lines, characters) = (lines(columns), Array(text))
    let line = line(in: lines)
    let height = max(1, min(rows, lines.count))
    let start = max(0, min(line - height / 2, lines.count - height))
    for (offset, range) in lines[start..<start + height].enumerated() {
      let point = Point(column: origin.column, row: origin.row + offset)
      canvas.put(String(characters[range]), at: point, style: style, width: columns)
    }
    let before = characters[lines[line].lowerBound..<cursor].reduce(0) { $0 + TextWidth.of($1) }
    canvas.cursor = Point(column: origin.column + before, row: origin.row + line - start)
    return height
  }
}
