import Filling
import FormModel
import Terminal
import TextLayout
import Wording

extension GuidedScreen {
  /// What the item wants, where it stands on the paper, why, and an example; then the keys. Over a panel, its keys alone.
  func drawHelp(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    let title = entry.panelTitle(context) ?? entry.label(context)
    canvas.paragraph(
      "\(wording(CommonPhrase.helpTitle)) · \(title)", in: area, row: 0, lines: 1, style: Style(bold: true))
    canvas.cursor = area.point(0)
    var row = 1
    if entry.panel == nil, helpPage == 0 {
      row += drawWords(on: &canvas, in: area, row: row, context)
      // On a small window they have a page of their own.
      guard row + 1 + (entry.keys.rows(wording).count + 1) / 2 <= area.rows else { return }
    }
    canvas.put(wording(CommonPhrase.helpKeys), at: area.point(row), style: Style(bold: true))
    drawKeys(on: &canvas, in: area, row: row + 1, wording)
  }

  private func drawWords(on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext) -> Int {
    let wording = context.wording
    var used = 0
    let words = entry.words(context).map { (wording($0), $1) }
    let indent = (words.map { TextWidth.of($0.0) }.max() ?? 0) + 2
    for (title, text) in words {
      canvas.put(title, at: area.point(row + used), style: Style(bold: true))
      used += canvas.paragraph(text, in: area, row: row + used, indent: indent, lines: area.rows - row - used)
    }
    return used
  }

  /// The keys that count here, in as many columns as it takes to show all of them.
  private func drawKeys(on canvas: inout Canvas, in area: Area, row: Int, _ wording: Wording) {
    let keys = entry.keys.rows(wording)
    let rows = min((keys.count + 1) / 2, max(1, area.rows - row))
    let width = area.columns / 2
    for (index, key) in keys.enumerated() where index / rows < 2 {
      let point = area.point(row + index % rows, indent: 2 + index / rows * width)
      canvas.put(key.keys, at: point, style: Style(bold: true), width: 13)
      canvas.put(TextWidth.cut(key.does, to: width - 16), at: Point(column: point.column + 13, row: point.row))
    }
  }

  func drawJump(_ number: ItemNumber, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let prompt = context.wording(GuidedPhrase.jumpPrompt, "\(context.form.fields.count)")
    canvas.put(prompt, at: area.point(0), style: Style(bold: true))
    let doubted = entry.filling.doubtedFields(context.filling)
    number.draw(on: &canvas, in: area, row: 1, items: 3, context) { item in
      let isAsked = entry.filling.mayBeAsked(item, context.filling)
      let text = "\(mark(of: item, doubted, context)) \(context.form.fields[item].label[context.language])"
      return (text, Style(isAsked ? .normal : .grey))
    }
  }

  private func mark(of field: Int, _ doubted: Set<Int>, _ context: DeskContext) -> String {
    switch entry.record.answers[field]?.content {
    case .value: doubted.contains(field) ? "！" : "✓"
    case .owed: "…"
    case nil: entry.filling.mayBeAsked(field, context.filling) ? "○" : "-"
    }
  }
}
