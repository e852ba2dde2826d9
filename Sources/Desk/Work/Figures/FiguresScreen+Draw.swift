import City
import Terminal
import TextLayout
import Wording

extension FiguresScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let frame = frame(wording(FiguresPhrase.title, wording.name(grouping)), columns: canvas.size.columns, context)
    guard let area = draw(frame, help: FiguresPhrase.help, on: &canvas, context) else { return }
    if let panel { return panel.draw(on: &canvas, in: area, context) }
    guard let sheet else {
      canvas.put(notice ?? wording(FiguresPhrase.loading), at: area.point(1))
      return
    }
    guard !rows.isEmpty else {
      canvas.put(wording(FiguresPhrase.nobody), at: area.point(1))
      return
    }
    let name = sheet.groups[group].key.map { wording.plain(wording.group($0, by: grouping, context.form)) }
    let place = "  \(group + 1) / \(sheet.groups.count)"
    canvas.put(
      TextWidth.cut(name ?? wording(FiguresPhrase.all), to: area.columns - place.count) + place, at: area.point(0),
      style: Style(bold: true))
    drawRows(of: sheet, on: &canvas, in: area, context)
    let unread = sheet.refused > 0 ? wording(FiguresPhrase.unreadable, "\(sheet.refused)") : nil
    let withdrawn = sheet.withdrawn > 0 ? wording(FiguresPhrase.withdrawn, "\(sheet.withdrawn)") : ""
    Frame.rule(on: &canvas, row: area.origin.row + area.rows - 2)
    canvas.put(
      TextWidth.cut(notice ?? unread.map { "✗ " + $0 } ?? withdrawn, to: area.columns), at: area.point(area.rows - 1))
  }

  /// A figure a line: what it is, how many, and how large a part of the group.
  private func drawRows(of sheet: FigureSheet, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let rows = rows
    let counts = sheet.groups[group].counts
    let all = max(1, counts.first ?? 0)
    let height = area.rows - 4
    let first = max(0, min(highlighted - height / 2, rows.count - height))
    let labels = rows.map { sheet.labels[$0][context.language] }
    let label = min(24, labels.map(TextWidth.of).max() ?? 0)
    let bar = max(0, area.columns - label - 14)
    for (offset, figure) in rows[first...].prefix(height).enumerated() {
      let isHighlighted = first + offset == highlighted
      let point = area.point(2 + offset)
      let style = Style(bold: isHighlighted)
      canvas.put(
        (isHighlighted ? "▸ " : "  ") + TextWidth.cut(labels[first + offset], to: label), at: point, style: style)
      let count = "\(counts[figure])"
      canvas.put(count, at: area.point(2 + offset, indent: label + 10 - count.count), style: style)
      let length = (counts[figure] * bar + all / 2) / all
      canvas.put(String(repeating: "█", count: length), at: area.point(2 + offset, indent: label + 12))
      if isHighlighted { canvas.cursor = point }
    }
  }
}

extension FiguresScreen.Panel {
  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(TextWidth.cut(title, to: area.columns), at: area.point(0), style: Style(bold: true))
    canvas.cursor = area.point(0)
    let height = area.rows - 2
    let first = max(0, min(highlighted - height / 2, children.count - height))
    for (offset, child) in children.dropFirst(first).prefix(height).enumerated() {
      let isHighlighted = first + offset == highlighted
      let name = child.name.isEmpty ? "—" : wording.plain(child.name)
      // The classes stand below each other, also where a child has none.
      let className = child.className.isEmpty ? "—" : wording.plain(child.className)
      let place = ([className] + [child.kindergarten].filter { !$0.isEmpty }.map(wording.plain)).joined(separator: "  ")
      let style = Style(bold: isHighlighted)
      let point = area.point(2 + offset)
      canvas.put((isHighlighted ? "▸ " : "  ") + TextWidth.cut(name, to: 18), at: point, style: style)
      canvas.put(TextWidth.cut(place, to: area.columns - 22), at: area.point(2 + offset, indent: 22), style: style)
      if isHighlighted { canvas.cursor = point }
    }
  }
}
