import FormModel
import Terminal
import TextLayout
import Wording

extension SearchEditor {
  /// Draws the typed line and, below it, the list.
  func draw(on canvas: inout Canvas, at origin: Point, rows height: Int, columns: Int, _ context: DeskContext) {
    canvas.put("▸", at: origin, style: Style(bold: true))
    let field = Point(column: origin.column + 2, row: origin.row)
    editor.draw(on: &canvas, at: field, columns: min(columns - 2, 40), style: Style(underlined: true))
    if query.isEmpty {
      let placeholder = context.wording(GuidedPhrase.typeToSearch, context.form.lists.list(list).exampleQuery)
      canvas.put(
        TextWidth.cut(placeholder, to: columns - 4), at: Point(column: field.column + 1, row: field.row),
        style: Style(.grey))
    }
    guard isOpen, height > 1 else { return }
    // How far the list goes on below what is seen.
    let place = rows.isEmpty ? "" : "\(highlighted + 1) / \(rows.count)"
    canvas.put(
      place, at: Point(column: origin.column + columns - TextWidth.of(place), row: origin.row), style: Style(.grey))
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
    for offset in 0..<min(height, rows.count) {
      // The way out for a place that no table has stands at the foot, however long the list is.
      let isWayOut = offset == height - 1 && rows.last?.isUnlisted == true
      let index = isWayOut ? rows.count - 1 : start + offset
      let row = rows[index]
      let isHighlighted = index == highlighted
      let line = Point(column: origin.column, row: origin.row + offset)
      let style = Style(row.retired == nil ? .normal : .grey, bold: isHighlighted, reversed: isHighlighted)
      let mark = row.retired.map { "  \(context.wording(GuidedPhrase.retired)) \($0)" } ?? ""
      let path = row.path.isEmpty ? "" : "\(row.path) · "
      let name = row.isSimilar ? context.wording(GuidedPhrase.similar, "\(path)\(row.name)") : "\(path)\(row.name)"
      let text = "\(isHighlighted ? "▸" : " ") \(name)\(mark)"
      let code = row.code.isEmpty ? "" : String(row.code)
      canvas.put(TextWidth.cut(text, to: columns - 14), at: line, style: style, width: columns - 14)
      canvas.put(code, at: Point(column: line.column + columns - 14, row: line.row), style: Style(.grey), width: 14)
    }
  }
}
