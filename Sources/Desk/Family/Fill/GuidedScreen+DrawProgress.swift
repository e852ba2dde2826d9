import FormModel
import Terminal
import TextLayout
import Wording

extension GuidedScreen {
  func drawProgress(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let current = context.form.section(of: field) ?? 0
    let done = doneItems(context)
    let counted = done.count { $0 }
    let text = context.wording(GuidedPhrase.progress, "\(counted)", "\(context.form.fields.count)")
    let room = area.columns - TextWidth.of(text) - 2
    var column = area.origin.column
    for (index, section) in context.form.sections.enumerated() {
      let isCurrent = index == current
      var title = section.label[context.language]
      if isCurrent { title += " " + Self.meter(section, done) }
      guard column - area.origin.column + TextWidth.of(title) <= room else { break }
      column += canvas.put(
        title, at: Point(column: column, row: area.origin.row),
        style: Style(isCurrent ? .normal : .grey, bold: isCurrent))
      column += 3
    }
    let start = area.origin.column + area.columns - TextWidth.of(text)
    canvas.put(text, at: Point(column: start, row: area.origin.row))
  }

  /// Of each item, whether it is answered, put off, or not this child's.
  private func doneItems(_ context: DeskContext) -> [Bool] {
    let (answers, setting) = (record.checkedAnswers, context.setting)
    return context.form.fields.indices.map { isDone($0, answers, setting, context) }
  }

  private func isDone(_ field: Int, _ answers: Answers, _ setting: CheckSetting, _ context: DeskContext) -> Bool {
    if record.answers[field] != nil { return true }
    if case .classCode = context.form.fields[field].kind {
      // Where there are no classes to choose from, the item is done once the next one is.
      let isSkipped =
        context.settings.classes.isEmpty && following(field, context).map { record.answers[$0] != nil } ?? true
      return record.contact.className != nil || isSkipped
    }
    return switch context.form.relevance(of: field, in: answers, setting: setting) {
    case .no: true
    case .yes, .unknown: false
    }
  }

  private static func meter(_ section: Section, _ done: [Bool]) -> String {
    let count = section.fields.count { done[$0] }
    return String(repeating: "█", count: count) + String(repeating: "░", count: section.fields.count - count)
  }
}
