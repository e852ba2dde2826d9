import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

extension DayCloseScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let title = wording(DayClosePhrase.title, wording.dayAndWeekday(day(context)))
    let frame = frame(title, columns: canvas.size.columns, context)
    guard let area = draw(frame, help: DayClosePhrase.help, on: &canvas, context) else { return }
    switch panel {
    case .date(let line): line.draw(on: &canvas, in: area, row: 1, context)
    case .print(let panel): panel.draw(on: &canvas, in: area, context)
    case .slip(let slip, let scroll): draw(slip, scroll, on: &canvas, in: area, context)
    case nil: drawDay(on: &canvas, in: area, context)
    }
  }

  private func drawDay(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    guard let balance else {
      canvas.put(notice ?? wording(DayClosePhrase.loading), at: area.point(1))
      return
    }
    let unseen = unreadable > 0 ? wording(ReviewPhrase.unreadable, "\(unreadable)") : nil
    if let notice = notice ?? unseen { put(notice, on: &canvas, in: area, row: area.rows - 1, Style(.red)) }
    let equation = wording(
      DayClosePhrase.balance, "\(balance.started)", "\(balance.drafts)", "\(balance.submitted)",
      "\(balance.approved)", "\(balance.withdrawn)")
    var row = canvas.paragraph(equation, in: area, row: 0, lines: 2, style: Style(bold: true))
    if balance.returned > 0 {
      row += canvas.paragraph(
        wording(DayClosePhrase.returned, "\(balance.returned)"), in: area, row: row, lines: 1, style: Style(.yellow))
    }
    if balance.ready > 0 {
      row += canvas.paragraph(
        wording(DayClosePhrase.ready, "\(balance.ready)"), in: area, row: row, lines: 1, style: Style(.yellow))
    }
    let groups = wording(
      DayClosePhrase.groups, "\(balance.migrant)", "\(balance.leftBehind)", "\(balance.disabled)",
      "\(balance.orphan)", "\(balance.duplicates)", "\(balance.wrong)")
    row += canvas.paragraph(groups, in: area, row: row, lines: 2) + 1
    if balance.started == 0 { return put(wording(DayClosePhrase.nothing), on: &canvas, in: area, row: row) }
    guard !owing.isEmpty else {
      return put(wording(DayClosePhrase.owingNone), on: &canvas, in: area, row: row, Style(.green))
    }
    let title = wording(DayClosePhrase.owingTitle, "\(balance.owing)", "\(owing.count)")
    canvas.put(TextWidth.cut(title, to: area.columns), at: area.point(row), style: Style(bold: true))
    row += 1
    let height = area.rows - row - 1
    let first = max(0, min(highlighted - height / 2, owing.count - height))
    for (offset, summary) in owing[first...].prefix(height).enumerated() {
      let isHighlighted = first + offset == highlighted
      draw(summary, isHighlighted: isHighlighted, on: &canvas, in: area, row: row + offset, context)
      if isHighlighted { canvas.cursor = area.point(row + offset) }
    }
  }

  private func put(
    _ text: String, on canvas: inout Canvas, in area: Area, row: Int, _ style: Style = .plain
  ) {
    canvas.put(TextWidth.cut(text, to: area.columns), at: area.point(row), style: style)
  }

  /// Who, of which class, by when, and what: the day first, because that is what presses.
  private func draw(
    _ summary: RecordSummary, isHighlighted: Bool, on canvas: inout Canvas, in area: Area, row: Int,
    _ context: DeskContext
  ) {
    let wording = context.wording
    let isWide = area.columns >= 76
    let due = summary.debts.compactMap(\.due).min()
    let isOverdue = due.map { $0 < context.today } ?? false
    let when = due.map { wording(DayClosePhrase.owingLine, $0.iso) } ?? wording(DayClosePhrase.noDay)
    let style = Style(isOverdue ? .red : .normal, bold: isHighlighted)
    var column = 0
    func cell(_ text: String, _ width: Int) {
      canvas.put(TextWidth.cut(text, to: width), at: area.point(row, indent: column), style: style)
      column += width + 1
    }
    cell(isHighlighted ? "▸" : " ", 1)
    cell(summary.name.isEmpty ? "—" : wording.plain(summary.name), isWide ? 11 : 9)
    if isWide { cell(wording.plain(summary.className ?? ""), 8) }
    cell(summary.code.text, 4)
    cell(isOverdue ? "\(when) \(wording(DayClosePhrase.overdue))" : when, isWide ? 18 : 13)
    let form = context.forms.form(of: summary)
    let labels = summary.missing.map { wording.short(form.fields[$0]) }.joined(separator: wording.comma)
    cell(labels, area.columns - column)
  }

  private func draw(
    _ slip: FamilySlip, _ scroll: Int, on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let name = owing.indices.contains(highlighted) ? owing[highlighted].name : ""
    put(context.wording(DayClosePhrase.slipTitle, context.wording.plain(name)), on: &canvas, in: area, row: 0)
    // A long slip goes on at the right, where the window is wide enough for two.
    let height = area.rows - 2
    let blocks = max(1, area.columns / (FamilySlip.columns + 2))
    let lines = slip.lines.dropFirst(max(0, min(scroll, slip.lines.count - height * blocks)))
    for (index, line) in lines.prefix(height * blocks).enumerated() {
      canvas.put(line, at: area.point(2 + index % height, indent: 2 + index / height * (FamilySlip.columns + 2)))
    }
    if lines.count > height * blocks {
      canvas.put(
        context.wording(DayClosePhrase.slipMore), at: area.point(area.rows, indent: 2), style: Style(.grey))
    }
  }
}
