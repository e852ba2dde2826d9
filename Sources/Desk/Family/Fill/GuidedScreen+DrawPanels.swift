import Filling
import FormModel
import Terminal
import TextLayout
import Wording

extension GuidedScreen {
  func drawHelp(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let asked = entry.asked(context)
    let wording = context.wording
    var isItem = true
    if case .check = entry.panel { isItem = false }
    let title = isItem ? entry.label(context) : wording(CheckPhrase.title)
    canvas.put("\(wording(CommonPhrase.helpTitle)) · \(title)", at: area.point(0), style: Style(bold: true))
    var row = 1
    // What to write stands on the page itself; a short window needs the rows for the keys.
    let parts = [
      (CommonPhrase.helpWhat, asked.hint),
      (CommonPhrase.helpWhere, asked.paper),
    ]
    for (title, text) in !isItem ? [] : area.rows >= 17 ? parts[...] : parts.dropFirst() {
      canvas.put(wording(title), at: area.point(row), style: Style(.cyan))
      row += 1
      row += canvas.paragraph(text[context.language], in: area, row: row, indent: 2, lines: 2)
    }
    canvas.put(wording(CommonPhrase.helpKeys), at: area.point(row), style: Style(.cyan))
    row += 1
    drawKeys(on: &canvas, in: area, row: row, wording)
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
