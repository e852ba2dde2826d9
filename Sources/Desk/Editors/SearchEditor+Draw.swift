import FormModel
import Terminal

extension SearchEditor {
  /// Draws the typed line and, below it, the list.
  func draw(
    on canvas: inout Canvas, at origin: Point, rows height: Int, columns: Int, placeholder: String,
    _ context: DeskContext
  ) {
    canvas.put("▸", at: origin, style: Style(bold: true))
    let field = Point(column: origin.column + 2, row: origin.row)
    editor.draw(on: &canvas, at: field, columns: min(columns - 2, 40), style: Style(underlined: true))
    if query.isEmpty {
      canvas.put(
        TextWidth.cut(placeholder, to: columns - 4), at: Point(column: field.column + 1, row: field.row),
        style: Style(.grey))
    }
    guard isOpen, height > 1 else { return }
    let first = Point(column: origin.column, row: origin.row + 1)
    guard rows.contains(where: { !$0.isUnlisted }) || query.isEmpty else {
      drawNothing(on: &canvas, at: first, columns: columns, context)
      drawRows(
        on: &canvas, at: Point(column: first.column, row: first.row + 1), rows: height - 2, columns: columns, context)
      return
    }
    drawRows(on: &canvas, at: first, rows: height - 1, columns: columns, context)
  }

  private func drawNothing(on canvas: inout Canvas, at point: Point, columns: Int, _ context: DeskContext) {
    let text = context.wording(GuidedPhrase.noMatch)
    canvas.put("○ " + TextWidth.cut(text, to: columns - 2), at: point, style: Style(.yellow))
  }

  private func drawRows(
    on canvas: inout Canvas, at origin: Point, rows height: Int, columns: Int, _ context: DeskContext
  ) {
    let start = max(0, min(highlighted - height / 2, rows.count - height))
    for (offset, row) in rows[start...].prefix(height).enumerated() {
      let index = start + offset
      let isHighlighted = index == highlighted
      let line = Point(column: origin.column, row: origin.row + offset)
      let style = Style(row.retired == nil ? .normal : .grey, bold: isHighlighted, reversed: isHighlighted)
      let mark = row.retired.map { "  \(context.wording(GuidedPhrase.retired)) \($0)" } ?? ""
      let path = row.path.isEmpty ? "" : "\(row.path) · "
      let text = "\(isHighlighted ? "▸" : " ") \(path)\(row.name)\(mark)"
      let code = row.code.isEmpty ? "" : String(row.code)
      canvas.put(TextWidth.cut(text, to: columns - 14), at: line, style: style, width: columns - 14)
      canvas.put(code, at: Point(column: line.column + columns - 14, row: line.row), style: Style(.grey), width: 14)
    }
  }
}
