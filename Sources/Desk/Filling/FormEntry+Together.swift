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
      let isFamily = record.created.by.role == .guardian
      return AskedWords(
        label: isFamily ? GuidedPhrase.sharedTitle.text : siblingTitle(context),
        hint: isFamily ? GuidedPhrase.sharedHint.text : SheetPhrase.siblingHint.text,
        paper: GuidedPhrase.sharedPaper.text, why: GuidedPhrase.sharedWhy.text, isRequired: false)
    case .carried:
      return AskedWords(
        label: SheetPhrase.carriedTitle.text, hint: SheetPhrase.carriedHint.text, paper: SheetPhrase.carriedPaper.text,
        why: SheetPhrase.carriedWhy.text, isRequired: false)
    }
  }

  /// Whose brother or sister the child is: somebody named them, and sees whether it was the right one.
  private func siblingTitle(_ context: DeskContext) -> Localized {
    let name = filling.sibling.map { $0.value(.childName, context.form) ?? $0.code.text } ?? ""
    func title(_ language: Language) -> String {
      context.wording.fill(SheetPhrase.siblingTitle.text[language], [context.wording.plain(name)])
    }
    return Localized(title(.chinese), title(.english))
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
    case .shared, .carried:
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

  /// What a brother or sister shares, or the form before offers again, section by section, in short lines.
  func shared(_ context: DeskContext) -> ShortForm {
    let isCarried = filling.asking == .carried
    let fields = isCarried ? filling.carriedFields(context.filling) : filling.sharedFields(context.filling)
    return ShortForm(of: Set(fields), context) { field in
      let value =
        isCarried ? filling.carriedValue(of: field, context.filling) : filling.sharedValue(of: field, context.filling)
      // A number of another child's form is recognised by its ends; whoever looks on learns nothing.
      return value.map {
        context.spoken(NumberMask(isLifted: false).shown($0, of: field, context), code: $0, of: field)
      }
    }
  }

  /// Whether answers from another form stand on the page, to be looked at before they are taken.
  var isShown: Bool { filling.asking == .shared || filling.asking == .carried }

  func drawShared(on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext) -> Int {
    guard isShown else { return 0 }
    let lines = shared(context).lines
    let columns = area.columns - 3
    // Nothing is taken unseen: what is long goes on in the next row, as long as both answers and a word still fit.
    let wrapped = lines.flatMap { $0.wrapped(columns: columns) }
    let rows = row + wrapped.count + 4 <= area.rows ? wrapped : lines.map { TextWidth.cut($0.text, to: columns) }
    for (offset, line) in rows.enumerated() { canvas.put(line, at: area.point(row + offset, indent: 3)) }
    return rows.count + 1
  }
}
