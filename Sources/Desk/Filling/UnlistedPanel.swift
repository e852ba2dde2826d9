import FormModel
import Records
import Standards
import Wording

/// 表中没有: a place that the sheet's table lacks is left to staff, with the reason and what the paper says.
struct UnlistedPanel: StepPanel {
  var steps: PanelSteps

  init(of field: Field, _ context: DeskContext) {
    let wording = context.wording
    let entries = field.reasonsNotInList.map { ChoiceEditor.Entry(code: $0.rawValue, label: wording($0.phrase)) }
    steps = PanelSteps(
      title: wording(OwedPhrase.unlistedTitle, field.label[context.language]),
      [
        .choice(ask: wording(OwedPhrase.unlistedAsk), ChoiceEditor(entries, selected: nil)),
        .line(LinePanel(title: wording(OwedPhrase.paperSays), hint: wording(OwedPhrase.paperHint), for: .address)),
      ])
  }

  func following(_ context: DeskContext) -> PanelSteps.Next<Owed> {
    guard steps.current > 0, let reason = steps.choice(0).flatMap({ StaffReason(rawValue: $0) }) else {
      return .asks(1)
    }
    let said = TextNormaliser.normalise(steps.text(1), as: .freeText)
    // The note is read by staff who choose a code, so it is kept in the words of the form's own language.
    let why = reason.phrase.text.chinese
    let note = said.isEmpty ? why : "\(why)：\(said)"
    return .says(Owed(reason: .other, who: .staff, due: nil, note: note))
  }
}
