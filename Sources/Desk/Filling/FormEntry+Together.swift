import Filling
import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// The words around what is asked, the same on every page: for an item, or for a question in the place of several
/// items.
struct AskedWords {
  var label: Localized
  var hint: Localized
  var paper: Localized
  var why: Localized
  var isRequired: Bool
}

extension FormEntry {
  func asked(_ context: DeskContext) -> AskedWords {
    switch filling.asking {
    case .item:
      let definition = context.form.fields[field]
      return AskedWords(
        label: definition.label, hint: filling.hint(of: field, context.filling), paper: definition.paper,
        why: definition.why, isRequired: filling.isRequired(field, context.filling))
    case .question(let index):
      let question = context.form.questions[index]
      return AskedWords(
        label: question.label, hint: question.hint, paper: question.paper, why: question.why, isRequired: true)
    case .shared:
      return AskedWords(
        label: GuidedPhrase.sharedTitle.text, hint: GuidedPhrase.sharedHint.text, paper: GuidedPhrase.sharedPaper.text,
        why: GuidedPhrase.sharedWhy.text, isRequired: false)
    }
  }

  /// The choices of a question in the place of several items, each with the values that the items then get.
  func choicesTogether(_ context: DeskContext) -> ChoiceEditor? {
    switch filling.asking {
    case .item: return nil
    case .question(let index):
      let choices = context.form.questions[index].choices
      let entries = choices.enumerated().map { number, choice in
        ChoiceEditor.Entry(code: "\(number + 1)", label: label(of: choice, context))
      }
      let selected = filling.choice(of: index, context.filling)
      return ChoiceEditor(entries, selected: selected.map { "\($0 + 1)" })
    case .shared:
      let words: [(FormFilling.SharedAnswer, GuidedPhrase)] = [(.same, .sharedSame), (.other, .sharedOther)]
      let entries = words.map { ChoiceEditor.Entry(code: $0.0.rawValue, label: context.wording($0.1)) }
      return ChoiceEditor(entries, selected: FormFilling.SharedAnswer.same.rawValue)
    }
  }

  private func label(of choice: Question.Choice, _ context: DeskContext) -> String {
    let label = choice.label[context.language]
    let order = context.form.order
    let values = choice.values.sorted { order.firstIndex(of: $0.field) ?? 0 < order.firstIndex(of: $1.field) ?? 0 }
      .map { context.shown($0.value, of: $0.field) }
    return values.isEmpty ? label : label + context.wording.colon + values.joined(separator: " · ")
  }

  /// What a brother or sister shares, section by section, in short lines.
  func shared(_ context: DeskContext) -> ShortForm {
    ShortForm(of: Set(filling.sharedFields(context.filling)), context) { field in
      // A number of another child's form is recognised by its ends; whoever looks on learns nothing.
      filling.sharedValue(of: field, context.filling).map {
        context.spoken(NumberMask(isLifted: false).shown($0, of: field, context), code: $0, of: field)
      }
    }
  }

  func drawShared(on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext) -> Int {
    guard filling.asking == .shared else { return 0 }
    let short = shared(context)
    for (offset, line) in short.lines.enumerated() {
      canvas.put(TextWidth.cut(line.text, to: area.columns - 3), at: area.point(row + offset, indent: 3))
    }
    return short.lines.count + 1
  }
}
