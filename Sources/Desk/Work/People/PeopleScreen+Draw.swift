import Records
import Terminal
import TextLayout
import Wording

extension PeopleScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let frame = frame(wording(PeoplePhrase.title), columns: canvas.size.columns, context)
    guard let area = draw(frame, help: PeoplePhrase.help, on: &canvas, context) else { return }
    if let panel { return panel.draw(on: &canvas, in: area, context) }
    guard let accounts else {
      return drawNotice(notice ?? wording(PeoplePhrase.loading), on: &canvas, in: area)
    }
    canvas.put(wording(PeoplePhrase.columns), at: area.point(0, indent: 2), style: Style(bold: true))
    let height = area.rows - 4
    let first = max(0, min(highlighted - height / 2, accounts.count - height))
    for (row, account) in accounts.dropFirst(first).prefix(height).enumerated() {
      draw(account, isHighlighted: first + row == highlighted, on: &canvas, in: area, row: 1 + row, context)
    }
    canvas.cursor = area.point(1 + highlighted - first)
    if let notice { drawNotice(notice, on: &canvas, in: area) }
  }

  private func draw(
    _ account: Account, isHighlighted: Bool, on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext
  ) {
    let wording = context.wording
    let state: PeoplePhrase = account.isDisabled ? .removed : account.hasPIN ? .active : .withoutPIN
    let style = Style(account.isDisabled ? .grey : .normal, bold: isHighlighted)
    let cells = [
      (isHighlighted ? "▸ " : "  ") + wording.plain(account.name), wording(PeoplePhrase.kind(account.kind)),
      wording(state), account.classes.map(wording.plain).joined(separator: " "),
    ]
    for (cell, (start, end)) in zip(cells, [(0, 22), (23, 33), (34, 46), (47, area.columns)]) {
      canvas.put(TextWidth.cut(cell, to: end - start), at: area.point(row, indent: start), style: style)
    }
  }

  private func drawNotice(_ text: String, on canvas: inout Canvas, in area: Area) {
    canvas.paragraph(text, in: area, row: area.rows - 2, lines: 2, style: Style(bold: true))
  }
}

extension PeoplePanel {
  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let (title, asked) = heading(context)
    let (hint, style) = menu?.hint(asked, context.wording) ?? (asked, .plain)
    var row = canvas.paragraph(title, in: area, row: 1, lines: 2, style: Style(bold: true)) + 1
    row += canvas.paragraph(hint, in: area, row: row, lines: 3, style: style) + 1
    if let notice { canvas.paragraph("✗ \(notice)", in: area, row: row + 5, lines: 3, style: Style(bold: true)) }
    if let menu { menu.draw(rows.map { context.wording($0) }, on: &canvas, in: area, row: row) }
    switch asking {
    case .deed, .removal, .kind: break
    case .name(let line), .classes(_, _, let line):
      drawLine(line, on: &canvas, at: area.point(row), columns: area.columns - 2)
    case .oldPIN(_, let editor), .pin(_, let editor), .again(_, _, let editor):
      editor.draw(on: &canvas, at: area.point(row), columns: 24)
    }
  }

  /// The rows that are chosen from, if any.
  private var menu: Menu? {
    switch asking {
    case .deed(_, let menu), .removal(_, let menu), .kind(_, let menu): menu
    case .name, .classes, .oldPIN, .pin, .again: nil
    }
  }

  private func heading(_ context: DeskContext) -> (String, String) {
    let wording = context.wording
    func whose(_ phrase: PeoplePhrase, _ name: String) -> String { wording(phrase, wording.plain(name)) }
    return switch asking {
    case .deed(let account, _): (whose(.deedTitle, account.name), wording(PeoplePhrase.deedHint))
    case .removal(let name, _): (whose(.removeTitle, name), wording(PeoplePhrase.removeHint))
    case .name: (wording(PeoplePhrase.nameTitle), wording(PeoplePhrase.nameHint))
    case .kind(let name, _): (whose(.kindTitle, name), wording(PeoplePhrase.kindHint))
    case .classes(let name, _, _):
      (
        whose(.classesTitle, name),
        wording(PeoplePhrase.classesHint, context.settings.classes.map(wording.plain).joined(separator: " "))
      )
    case .oldPIN(let name, _): (whose(.oldPINTitle, name), wording(PeoplePhrase.oldPINHint))
    case .pin(let purpose, _): (whose(.pinTitle, purpose.name), wording(PeoplePhrase.pinHint))
    case .again(let purpose, _, _): (whose(.againTitle, purpose.name), wording(PeoplePhrase.againHint))
    }
  }
}
