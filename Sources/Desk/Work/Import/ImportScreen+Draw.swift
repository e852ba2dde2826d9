import Terminal
import TextLayout
import Wording

extension ImportScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let frame = frame(wording(WorkPhrase.menuImport), columns: canvas.size.columns, context)
    guard let area = draw(frame, help: ImportPhrase.help, on: &canvas, context) else { return }
    if let panel {
      panel.draw(on: &canvas, in: area, context)
    } else if view == nil {
      canvas.put(wording(ImportPhrase.noFile), at: area.point(1))
      canvas.cursor = area.point(1)
    } else {
      drawLines(on: &canvas, in: area, wording)
    }
    guard let notice else { return }
    canvas.paragraph(notice, in: area, row: area.rows - 2, lines: 2, style: Style(bold: true))
  }

  private func drawLines(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    canvas.put(
      TextWidth.cut(wording.plain(request.path), to: area.columns), at: area.point(0), style: Style(.grey))
    let rows = rows(wording)
    // The lines of the highlighted entry's neighbourhood, with what is said of a sheet below it.
    let height = area.rows - 4
    let place = rows.firstIndex { $0.line == highlighted } ?? 0
    let first = max(0, min(place - height / 2, rows.count - height))
    for (offset, row) in rows.dropFirst(first).prefix(height).enumerated() {
      let isHighlighted = row.line == highlighted
      let text = (isHighlighted ? "▸ " : "  ") + row.text
      let style = row.line == nil ? Style(.grey) : Style(bold: isHighlighted)
      canvas.put(TextWidth.cut(text, to: area.columns), at: area.point(1 + offset), style: style)
      if isHighlighted { canvas.cursor = area.point(1 + offset) }
    }
  }

  /// What the page shows, and which line of it a row stands for; remarks stand for none.
  private func rows(_ wording: Wording) -> [(text: String, line: Int?)] {
    guard let view else { return [] }
    var rows: [(text: String, line: Int?)] = []
    var line = 0
    func add(_ text: String) {
      rows.append((text, line))
      line += 1
    }
    for sheet in view.sheets {
      let isTaken = !request.left.contains(sheet.name)
      let name = sheet.name.isEmpty ? wording(ImportPhrase.table) : wording.plain(sheet.name)
      add("\(isTaken ? "[✓]" : "[ ]") \(name) · \(wording(ImportPhrase.rows, "\(sheet.children)"))")
      guard isTaken else { continue }
      rows += sheet.remarks.map { ("    \($0)", nil) }
      for column in sheet.columns { add("    \(column.line)") }
    }
    add(wording(request.takesDifferences ? ImportPhrase.differencesTaken : .differencesKept))
    if let unread = view.unread { rows.append((unread, nil)) }
    return rows
  }
}
