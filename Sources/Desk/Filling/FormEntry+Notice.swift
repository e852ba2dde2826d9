import Filling
import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

extension FormEntry {
  func drawNotice(on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext) {
    let wording = context.wording
    var line = row
    func say(_ text: String, _ style: Style, lines: Int = 2) {
      line += canvas.paragraph(text, in: area, row: line, indent: 1, lines: lines, style: style)
    }
    switch notice {
    case .finding(let finding):
      say("\(finding.mark) \(message(finding, context))", Style(finding.colour))
      if let others = others(finding, context) { say(wording(GuidedPhrase.compare, others), .plain, lines: 1) }
      if let proposal = finding.proposal, filling.isWarned, finding.fields.count == 1 {
        say(wording(GuidedPhrase.upgraded, proposal), .plain)
      } else if filling.isWarned {
        say(wording(GuidedPhrase.enterAgain), Style(.grey), lines: 1)
      }
    case .text(let text, let isError):
      say("\(isError ? "✗" : "✓") \(text)", Style(isError ? .red : .green))
      if filling.isWarned { say(wording(GuidedPhrase.enterAgain), Style(.grey), lines: 1) }
    case .numberKnown: say("！ \(wording(GuidedPhrase.numberKnown))", Style(.yellow))
    case nil:
      if editor.isListOpen { return }
      if let owed = record.answers[field]?.owed { say("… \(owedText(owed, context))", Style(.cyan)) }
      if filling.knownNumberField(context.filling) == field {
        say("！ \(wording(GuidedPhrase.numberKnown))", Style(.yellow))
      } else if filling.isUntouched(entry, context.filling), let suggestion = filling.suggestion(context.filling) {
        say(suggestionText(suggestion, context), Style(.cyan))
      } else if isTypingLetters(context) {
        say(wording(PinyinPhrase.offer), .plain, lines: 1)
      } else if context.form.fields[field].places != nil, value(context) == nil, record.answers[field]?.owed == nil {
        say(wording(GuidedPhrase.pickPlace), Style(.grey), lines: 1)
      }
      if case .choices(let choices) = editor {
        let isLong = choices.entries.count > FieldEditor.longestNumbered
        say(wording(isLong ? GuidedPhrase.twoDigits : .pressNumber), Style(.grey), lines: 1)
      }
    }
  }

  /// Whether somebody types letters where hanzi are awaited: they may not know how to type hanzi here.
  func isTypingLetters(_ context: DeskContext) -> Bool {
    guard case .text(let line) = editor, line.canUndo, !context.desk.typesPinyin else { return false }
    return hanzi(context)?.isInLetters == true
  }

  /// What a finding says, from where somebody stands: of another item it says which.
  func message(_ finding: Finding, _ context: DeskContext) -> String {
    let message = context.wording.message(finding, form: context.form)
    guard finding.field != field else { return message }
    return context.wording(CheckPhrase.line, context.form.fields[finding.field].label[context.language], message)
  }

  /// The other items of a finding, with what stands there.
  func others(_ finding: Finding, _ context: DeskContext) -> String? {
    let others = finding.fields.filter { $0 != field }.compactMap { other in
      readOff(other, context)
        ?? shownValue(of: other, context).map {
          context.wording(CheckPhrase.line, context.form.fields[other].label[context.language], $0)
        }
    }
    return others.isEmpty ? nil : others.joined(separator: context.wording.comma)
  }

  /// What a number says, and what stands in the item that says otherwise.
  private func readOff(_ other: Int, _ context: DeskContext) -> String? {
    let form = context.form
    let read = [field, other].first { form.fields[$0].derivation.map { [field, other].contains($0.source) } ?? false }
    guard let read, let shown = shownValue(of: read, context),
      let said = form.derivedValue(of: read, in: record.checkedAnswers, setting: context.setting)
    else { return nil }
    return context.wording(
      GuidedPhrase.numberSays, context.shown(said, of: read), form.fields[read].label[context.language], shown)
  }

  /// The days that are offered, each with its number.
  func offeredDays(_ context: DeskContext) -> String? {
    let days = filling.offeredDays(context.filling)
    guard !days.isEmpty else { return nil }
    let shown = days.enumerated().map { number, day in
      let date = context.wording.date(day)
      return "\(number + 1) \(day == context.today ? context.wording(GuidedPhrase.today, date) : date)"
    }
    return context.wording(GuidedPhrase.offeredDays, shown.joined(separator: "  "))
  }

  func suggestionText(_ suggestion: FormFilling.Suggestion, _ context: DeskContext) -> String {
    // A number that was copied from another child's form is recognised by its ends; whoever looks on learns nothing.
    let shown = NumberMask(isLifted: suggestion.source != .copied).shown(suggestion.value, of: field, context)
    if suggestion.isLikelier, let because = suggestion.because ?? context.form.fields[field].likelier?.because {
      return context.wording.fill(because[context.language], [shown])
    }
    if suggestion.isCarried { return context.wording(SheetPhrase.carried, shown) }
    return switch suggestion.source {
    case .copied where record.created.by.role != .guardian: context.wording(SheetPhrase.siblingValue, shown)
    case .copied: context.wording(GuidedPhrase.copied, shown)
    case .derived: context.wording(GuidedPhrase.fromNumber, shown)
    case .told, .document, .accepted: context.wording(GuidedPhrase.suggestion, shown)
    }
  }

  func owedText(_ owed: Owed, _ context: DeskContext) -> String {
    let reason = owed.note.isEmpty || owed.reason != .other ? owed.reason.text(context.wording) : owed.note
    guard let due = owed.due else { return context.wording(GuidedPhrase.owedNoDate, reason) }
    return context.wording(GuidedPhrase.owedUntil, reason, context.wording.date(due))
  }

  /// The reason for asking, in as many lines as it takes, at most so many.
  func whyLines(_ why: Localized, in area: Area, lines: Int, _ context: DeskContext) -> [String] {
    let indent = TextWidth.of(context.wording(GuidedPhrase.why)) + 3
    let wrapped = TextWidth.wrap(why[context.language], columns: area.columns - indent - 1)
    var shown = Array(wrapped.prefix(lines))
    // F1 has all of it.
    if wrapped.count > lines { shown[lines - 1] = TextWidth.cut(shown[lines - 1] + "…", to: area.columns - indent - 1) }
    return shown + Array(repeating: "", count: max(0, 2 - wrapped.count))
  }

  func drawWhy(_ lines: [String], on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let top = area.rows - lines.count - 1
    canvas.fill(
      row: area.origin.row + top, columns: area.origin.column + 1..<area.origin.column + area.columns - 1, with: "─",
      style: Style(.grey))
    let title = context.wording(GuidedPhrase.why)
    canvas.put(title, at: area.point(top + 1, indent: 1), style: Style(.grey))
    let indent = TextWidth.of(title) + 3
    for (row, line) in lines.enumerated() {
      canvas.put(line, at: area.point(top + 1 + row, indent: indent), style: Style(.grey))
    }
  }
}
