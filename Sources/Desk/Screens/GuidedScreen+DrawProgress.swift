import FormModel
import Terminal

extension GuidedScreen {
  func drawProgress(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let current = context.form.section(of: field) ?? 0
    let counted = progress(context)
    let text = context.wording(GuidedPhrase.progress, "\(counted)", "\(context.form.fields.count)")
    let room = area.columns - TextWidth.of(text) - 2
    var column = area.origin.column
    for (index, section) in context.form.sections.enumerated() {
      let isCurrent = index == current
      var title = section.label[context.language]
      if isCurrent { title += " " + meter(section, context) }
      guard column - area.origin.column + TextWidth.of(title) <= room else { break }
      column += canvas.put(
        title, at: Point(column: column, row: area.origin.row),
        style: Style(isCurrent ? .normal : .grey, bold: isCurrent))
      column += 3
    }
    let start = area.origin.column + area.columns - TextWidth.of(text)
    canvas.put(text, at: Point(column: start, row: area.origin.row))
  }

  /// Items that are answered, put off, or not this child's.
  private func progress(_ context: DeskContext) -> Int {
    context.form.fields.indices.count { isDone($0, context) }
  }

  private func isDone(_ field: Int, _ context: DeskContext) -> Bool {
    if record.answers[field] != nil { return true }
    if case .classCode = context.form.fields[field].kind {
      // Where there are no classes to choose from, the item is done once the next one is.
      let isSkipped =
        context.settings.classes.isEmpty && following(field, context).map { record.answers[$0] != nil } ?? true
      return record.contact.className != nil || isSkipped
    }
    return switch context.form.relevance(of: field, in: record.checkedAnswers, setting: context.setting) {
    case .no: true
    case .yes, .unknown: false
    }
  }

  private func meter(_ section: Section, _ context: DeskContext) -> String {
    let done = section.fields.count { isDone($0, context) }
    return String(repeating: "█", count: done) + String(repeating: "░", count: section.fields.count - done)
  }
}
