import FormModel
import Records
import Standards
import Terminal
import Wording

/// Why a warning is right as it stands: a teacher or staff member answers for it in a sentence.
struct WarningReason: StepPanel {
  let finding: Finding
  var steps: PanelSteps

  init(_ finding: Finding, _ context: DeskContext) {
    self.finding = finding
    let label = context.form.fields[finding.field].label[context.language]
    let line = LinePanel(
      title: context.wording(SheetPhrase.reasonAsk), hint: context.wording(SheetPhrase.reasonHint), for: .text)
    steps = PanelSteps(title: "\(finding.mark) \(label)", [.line(line)])
  }

  func following(_ context: DeskContext) -> PanelSteps.Next<String> {
    let reason = TextNormaliser.normalise(steps.text(0), as: .freeText)
    return reason.isEmpty ? .refuses(context.wording(SheetPhrase.reasonMissing)) : .says(reason)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    canvas.put(steps.title, at: area.point(0), style: Style(finding.colour, bold: true))
    let message = context.wording.message(finding, form: context.form)
    let row = 2 + canvas.paragraph(message, in: area, row: 1, indent: 2, lines: 3)
    drawStep(on: &canvas, in: area, row: row, context)
  }
}
