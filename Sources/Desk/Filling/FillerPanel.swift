import FormModel
import Records
import Standards
import Terminal
import Wording

/// 谁在填: the relation of whoever filled the form in, and a telephone if they like.
struct FillerPanel: StepPanel {
  enum Purpose: Hashable, Sendable {
    case handIn
    case leave
  }

  let purpose: Purpose
  var steps: PanelSteps

  /// What was said at another sitting stands there again.
  init(purpose: Purpose, _ record: Record, beside sibling: Record? = nil, _ context: DeskContext) {
    self.purpose = purpose
    let relation = record.changed.by.relation ?? sibling?.changed.by.relation
    let telephone = record.contact.telephone ?? sibling?.contact.telephone
    let wording = context.wording
    let relations = context.form.lists.list("relation").choices.map {
      ChoiceEditor.Entry(code: $0.code, label: $0.label[context.language])
    }
    steps = PanelSteps(
      title: wording(CheckPhrase.fillerTitle),
      [
        .choice(ask: wording(CheckPhrase.fillerAsk), ChoiceEditor(relations, selected: relation)),
        .line(
          LinePanel(
            title: wording(CheckPhrase.telephoneTitle), hint: wording(CheckPhrase.telephoneHint),
            text: telephone ?? "", repair: .number)),
      ])
  }

  /// Both are one page: what is typed next stands below what was chosen.
  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    drawTogether(on: &canvas, in: area, context)
  }

  /// What was said, once both are.
  struct Said: Hashable, Sendable {
    var relation: String
    var telephone: String?
  }

  func following(_ context: DeskContext) -> PanelSteps.Next<Said> {
    guard steps.current > 0, let relation = steps.choice(0) else { return .asks(1) }
    let digits = TextNormaliser.normalise(steps.text(1), as: .code)
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-()".contains($0)) }), digits.count <= 20 else {
      return .refuses(context.wording(CheckPhrase.telephoneWrong))
    }
    return .says(Said(relation: relation, telephone: digits.isEmpty ? nil : digits))
  }
}
