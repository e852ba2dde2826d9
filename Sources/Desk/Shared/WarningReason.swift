import FormModel
import Records
import Standards
import Terminal
import Wording

/// Why a warning is right as it stands: a teacher or staff member answers for it in a sentence.
struct WarningReason: Hashable, Sendable {
  enum Outcome: Hashable {
    case stays
    case closes
    case says(String)
  }

  let finding: Finding
  private var line = TextEditor()
  private var notice: String?

  init(_ finding: Finding) { self.finding = finding }

  /// Whether something was typed that no record has yet.
  var holdsText: Bool { line.canUndo }

  mutating func handle(_ key: Key, _ context: DeskContext) -> Outcome {
    switch key {
    case .escape, .up, .backTab: return .closes
    case .enter:
      let reason = TextNormaliser.normalise(line.text, as: .freeText)
      if !reason.isEmpty { return .says(reason) }
      notice = context.wording(SheetPhrase.reasonMissing)
    case .text, .tab, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert, .wordLeft,
      .wordRight, .deleteWordBack, .deleteWordForward, .function, .control:
      if case .refused(let problem) = line.handle(key) {
        notice = context.wording.refused(problem)
      } else {
        notice = nil
      }
    }
    return .stays
  }

  mutating func paste(_ text: String) { _ = line.paste(text) }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let label = context.form.fields[finding.field].label[context.language]
    canvas.put("\(finding.mark) \(label)", at: area.point(0), style: Style(finding.colour, bold: true))
    let message = context.wording.message(finding, form: context.form)
    let row = 2 + canvas.paragraph(message, in: area, row: 1, indent: 2, lines: 3)
    canvas.put(context.wording(SheetPhrase.reasonAsk), at: area.point(row))
    canvas.put(context.wording(SheetPhrase.reasonHint), at: area.point(row + 1), style: Style(.grey))
    drawLine(line, on: &canvas, at: area.point(row + 3), columns: area.columns)
    if let notice { canvas.put("✗ \(notice)", at: area.point(row + 5), style: Style(.red)) }
  }
}
