import Records
import Standards
import Wording

/// 表中没有: a place that the sheet's table lacks is left to staff, with the reason and what the paper says.
struct UnlistedPanel: StepPanel {
  private static let reasons: [OwedPhrase] = [.abroad, .unregistered, .newCounty]

  var steps: PanelSteps

  init(of label: String, _ context: DeskContext) {
    let wording = context.wording
    let entries = Self.reasons.enumerated().map { ChoiceEditor.Entry(code: String($0), label: wording($1)) }
    steps = PanelSteps(
      title: wording(OwedPhrase.unlistedTitle, label),
      [
        .choice(ask: wording(OwedPhrase.unlistedAsk), ChoiceEditor(entries, selected: nil)),
        .line(LinePanel(title: wording(OwedPhrase.paperSays), hint: wording(OwedPhrase.paperHint))),
      ])
  }

  func following(_ context: DeskContext) -> PanelSteps.Next<Owed> {
    guard steps.current > 0, let reason = steps.choice(0).flatMap({ Int($0) }).map({ Self.reasons[$0] }) else {
      return .asks(1)
    }
    let said = TextNormaliser.normalise(steps.text(1), as: .freeText)
    // The note is read by staff who choose a code, so it is kept in the words of the form's own language.
    let note = said.isEmpty ? reason.text.chinese : "\(reason.text.chinese)：\(said)"
    return .says(Owed(reason: .other, who: .staff, due: nil, note: note))
  }
}
