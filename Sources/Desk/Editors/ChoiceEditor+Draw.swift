import Terminal
import TextLayout

extension ChoiceEditor {
  /// Draws the choices in as many columns as the rows need, and a page of them where even those are too many.
  func draw(on canvas: inout Canvas, at origin: Point, rows: Int, columns: Int) {
    let rows = max(1, rows)
    let lines = entries.enumerated().map { line($0, $1) }
    let widest = (lines.map { TextWidth.of($0) }.max() ?? 0) + 2
    let wanted = max(1, (entries.count + rows - 1) / rows)
    let blocks = max(1, min(wanted, (columns + 2) / widest))
    let width = columns / blocks
    // A row less for choices where the page has to say that there are more.
    let isPaged = rows > 1 && wanted > blocks
    let height = isPaged ? rows - 1 : rows
    let start = (highlighted ?? 0) / (height * blocks) * height * blocks
    for (offset, line) in lines[min(start, lines.count)...].prefix(height * blocks).enumerated() {
      let point = Point(column: origin.column + offset / height * width, row: origin.row + offset % height)
      let isHighlighted = start + offset == highlighted
      canvas.put(TextWidth.cut(line, to: width - 1), at: point, style: Style(bold: isHighlighted))
      if isHighlighted || (offset == 0 && highlighted == nil) { canvas.cursor = point }
    }
    guard isPaged else { return }
    let last = min(start + height * blocks, entries.count)
    let place = Point(column: origin.column + 2, row: origin.row + height)
    canvas.put("\(start + 1)–\(last) / \(entries.count)  ← →", at: place, style: Style(.grey))
  }

  private func line(_ index: Int, _ entry: Entry) -> String {
    let number = entries.count > 9 && index < 9 ? " \(index + 1)" : "\(index + 1)"
    return "\(index == highlighted ? "▸" : " ") \(number)  \(entry.label)"
  }
}
