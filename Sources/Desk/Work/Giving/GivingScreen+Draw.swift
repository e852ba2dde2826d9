import Records
import Terminal
import TextLayout
import Wording

extension GivingScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let frame = Frame(title: wording(GivingPhrase.title), keys: keymap(context), columns: canvas.size.columns, wording)
    guard let area = draw(frame, help: GivingPhrase.help, on: &canvas, context) else { return }
    switch panel {
    case .item(let menu):
      canvas.put(wording(GivingPhrase.itemTitle, "\(marked.count)"), at: area.point(0), style: Style(bold: true))
      menu.drawHint(wording(GivingPhrase.itemHint), on: &canvas, in: area, row: 1, wording)
      let titles = Self.items(context).map { context.form.fields[$0].title(context.language) }
      menu.draw(titles, on: &canvas, in: area, row: 3)
    case .value(let answer): answer.entry.drawItem(on: &canvas, in: area, context)
    case .plan(let plan): plan.draw(on: &canvas, in: area, context)
    case nil: drawList(on: &canvas, in: area, context)
    }
    if panel != nil, let notice { drawNotice(notice, on: &canvas, in: area) }
  }

  private func drawList(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    guard let list else {
      return drawNotice(notice ?? wording(CompletionPhrase.loading), on: &canvas, in: area)
    }
    let className = filter.className.map(wording.plain) ?? wording(CompletionPhrase.allClasses)
    let title = wording(GivingPhrase.listTitle, "\(marked.count)", "\(list.rows.count)", className)
    canvas.put(TextWidth.cut(title, to: area.columns), at: area.point(0), style: Style(bold: true))
    if list.rows.isEmpty { canvas.put(wording(GivingPhrase.empty), at: area.point(2)) }
    let window = list.window(area.rows - 4)
    for (row, index) in window.enumerated() {
      draw(
        list.rows[index], isHighlighted: index == list.highlighted, list, on: &canvas, in: area, row: 2 + row, context)
    }
    canvas.cursor = area.point(2 + list.highlighted - window.lowerBound)
    let unread = list.unreadable.first.map {
      wording(CompletionPhrase.unreadable, "\(list.unreadable.count)", wording.message($0))
    }
    if let said = notice ?? unread ?? lastGiven(context) { drawNotice(said, on: &canvas, in: area) }
  }

  /// What z would take back.
  private func lastGiven(_ context: DeskContext) -> String? {
    guard let last else { return nil }
    let context = context.of(last.given.edition)
    let (field, value) = (last.given.field, last.given.value)
    return context.wording(
      GivingPhrase.last, last.at.clock, context.wording.short(context.form.fields[field]),
      context.shown(value, of: field), "\(last.children.count)")
  }

  private func draw(
    _ summary: RecordSummary, isHighlighted: Bool, _ list: SummaryList, on canvas: inout Canvas, in area: Area,
    row: Int,
    _ context: DeskContext
  ) {
    let wording = context.wording
    let style = Style(bold: isHighlighted)
    let name = summary.name.isEmpty ? wording(CompletionPhrase.noName, summary.code.text) : wording.plain(summary.name)
    let cells = [
      "\(isHighlighted ? "▸" : " ") [\(marked.contains(summary.id) ? "✓" : " ")] "
        + (list.isMixed ? context.marked(name, of: summary) : name),
      summary.className.map(wording.plain) ?? wording(CompletionPhrase.noClass), wording.status(summary.status),
    ]
    for (cell, (start, end)) in zip(cells, [(0, 28), (29, 43), (44, area.columns)]) {
      canvas.put(TextWidth.cut(cell, to: end - start), at: area.point(row, indent: start), style: style)
    }
  }

  private func drawNotice(_ text: String, on canvas: inout Canvas, in area: Area) {
    canvas.paragraph(text, in: area, row: area.rows - 2, lines: 2, style: Style(bold: true))
  }
}

extension GivingScreen.Panel: PagePanel {
  var keys: any KeyTable {
    switch self {
    case .item: PanelKeys.list
    case .value(let answer): answer.keys
    case .plan(let plan): plan.keys
    }
  }

  var isTyping: Bool { if case .value = self { true } else { false } }
}
