import FormModel
import Records
import Terminal
import TextLayout
import Wording

extension ItemWalk {
  func bar(_ wording: Wording, _ columns: Int) -> String {
    if let entry, entry.panel != nil || entry.editor.isListOpen { return entry.bar(wording, columns: columns) }
    return Self.keymap.bar(wording, columns: columns)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    let title = context.form.fields[field].title(context.language)
    if entry?.drawPanel(on: &canvas, in: area, context) == true { return }
    canvas.put(wording(CompletionPhrase.walkTitle, title), at: area.point(0), style: Style(bold: true))
    guard let list else {
      canvas.put(wording(CompletionPhrase.loading), at: area.point(2, indent: 1))
      return
    }
    let place = "\(min(list.highlighted + 1, list.rows.count)) / \(list.rows.count)"
    canvas.put(place, at: area.point(0, indent: area.columns - TextWidth.of(place)))
    let foot = entry.map { SheetFoot($0, isWide: false, columns: area.columns, context) }
    let footRows = foot?.rows(of: area) ?? 3
    let body = Area(origin: area.point(1), columns: area.columns, rows: area.rows - 1 - footRows)
    let columns = SummaryColumns(body, third: nil)
    Frame.rule(on: &canvas, row: area.origin.row + area.rows - footRows)
    let below = Area(origin: area.point(area.rows - footRows + 1), columns: area.columns, rows: footRows - 1)
    if let notice {
      canvas.paragraph("✗ \(notice)", in: below, row: 0, lines: 2, style: Style(.red))
    } else if let foot {
      foot.draw(on: &canvas, in: below, context)
    } else {
      canvas.put(wording(CompletionPhrase.opening), at: below.point(0), style: Style(.grey))
    }
    for (offset, index) in list.window(body.rows).enumerated() {
      let summary = list.rows[index]
      let isHighlighted = index == list.highlighted
      columns.draw(
        summary, last: isHighlighted && entry != nil ? "" : shown[summary.id] ?? "", on: &canvas,
        at: body.point(offset),
        isHighlighted: isHighlighted, context)
      guard isHighlighted else { continue }
      canvas.cursor = body.point(offset)
      // The item is edited in the child's own line.
      let column = columns.lastColumn
      let line = Area(
        origin: body.point(offset, indent: column.lowerBound), columns: column.count, rows: 1)
      entry?.drawLineEditor(on: &canvas, in: line, context)
    }
  }
}
