import Filling
import FormModel
import Records
import Standards
import Terminal
import Wording

/// The item that is asked now, in lines.
extension FormEntry {
  func question(_ context: DeskContext) -> PlainQuestion {
    switch panel {
    case nil, .jump, .place: itemQuestion(context)
    case .owed(let panel): panel.question("owed \(field)", context)
    case .unlisted(let panel): panel.question("unlisted \(field)", context)
    case .filler(let panel): panel.question("filler", context)
    case .check(let check): check.question(self, context)
    case .dispute(let dispute): dispute.question(context)
    case .unsaved: unsavedQuestion(context)
    }
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch panel {
    case nil, .jump, .place: return itemAnswer(line, context)
    case .owed(let panel): return panel.answer(line, context)
    case .unlisted(let panel): return panel.answer(line, context)
    case .filler(let panel): return panel.answer(line, context)
    case .check(let check): return check.answer(line, context)
    case .dispute, .unsaved:
      switch line {
      case .text(let text): return .digit(text, of: 2, context)
      case .back: return .keys(.escape)
      case .accept, .help, .later, .check, .more, .empty: return .chooseFirst(of: 2, context)
      }
    }
  }

  // MARK: Asking

  private func itemQuestion(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    let need = wording(asked(context).isRequired ? CommonPhrase.required : .optional)
    var question = PlainQuestion(
      id: "item \(field) \(label(context))",
      lines: [wording(PlainPhrase.state, label(context), need, state(context))], prompt: wording(PlainPhrase.typeText))
    if let caution = caution(context) { question.lines.insert(caution, at: 0) }
    if filling.asking == .shared {
      question.lines.append(shared(context).lines.map(\.text.inOneLine).joined(separator: wording.comma))
    }
    switch editor {
    case .text:
      if let head = filling.head(context.filling) { question.prompt = wording(PlainPhrase.typeBehind, head) }
    case .number: break
    case .date:
      question.choices = filling.offeredDays(context.filling).map(wording.date)
      question.prompt = wording(question.choices.isEmpty ? PlainPhrase.typeDate : .typeDateOrNumber)
    case .choices(let choices): choices.ask(in: &question, context)
    case .search(let search): search.ask(in: &question, hasAnswer: canBeAccepted(context), context)
    }
    if let index = context.form.section(of: field) {
      let section = context.form.sections[index]
      question.section = wording.section(index, section.label[context.language], count: section.fields.count)
    }
    let done = filling.doneItems(context.filling)
    question.progress = wording(PlainPhrase.progress, "\(done.count)", "\(done.count { $0 })")
    question.remark = remark(context) ?? question.remark
    question.word = word?.text
    question.help = words(context).map { wording($0) + wording.colon + $1 }
    return question
  }

  /// What stands in the item, in words.
  private func state(_ context: DeskContext) -> String {
    if filling.asking != .item {
      guard case .choices(let choices) = editor, let choice = choices.choice else {
        return context.wording(PlainPhrase.notYet)
      }
      return context.wording(PlainPhrase.nowIs, choice.label)
    }
    if let suggestion = openSuggestion(context) { return suggestionText(suggestion, context) }
    if let shown = readable(context) { return context.wording(PlainPhrase.nowIs, shown) }
    if let owed = record.answers[field]?.owed { return owedText(owed, context) }
    return context.wording(PlainPhrase.notYet)
  }

  private func openSuggestion(_ context: DeskContext) -> FormFilling.Suggestion? {
    guard let suggestion = filling.suggestion(context.filling) else { return nil }
    // Once a list stands open, what was offered is still the answer of an empty line.
    return suggestion.isLikelier || value(context) == nil ? suggestion : nil
  }

  private func canBeAccepted(_ context: DeskContext) -> Bool {
    value(context) != nil || filling.suggestion(context.filling) != nil
  }

  /// What stands there, a citizen number in groups.
  private func readable(_ context: DeskContext) -> String? {
    guard let shown = shownValue(of: field, context) else { return nil }
    return filling.isCitizenNumber(shown, context.filling) ? Self.grouped(shown) : shown
  }

  private static func grouped(_ number: String) -> String {
    guard number.utf8.count == 18 else { return number }
    return "\(number.prefix(6)) \(number.dropFirst(6).prefix(8)) \(number.suffix(4))"
  }

  private func remark(_ context: DeskContext) -> String? {
    let wording = context.wording
    var parts: [String]
    switch notice {
    case .finding(let finding):
      parts = [wording(finding.severity == .error ? PlainPhrase.error : .look, message(finding, context))]
      if let others = others(finding, context) { parts.append(wording(GuidedPhrase.compare, others)) }
      if filling.isWarned {
        let proposal = finding.fields.count == 1 ? finding.proposal : nil
        parts.append(proposal.map { wording(GuidedPhrase.upgraded, $0) } ?? wording(GuidedPhrase.enterAgain))
      }
    case .text(let text, let isError):
      parts = [isError ? wording(PlainPhrase.error, text) : text]
      if filling.isWarned { parts.append(wording(GuidedPhrase.enterAgain)) }
    case .numberKnown: parts = [wording(PlainPhrase.look, wording(GuidedPhrase.numberKnown))]
    case nil:
      guard filling.knownNumberField(context.filling) == field else { return nil }
      parts = [wording(PlainPhrase.look, wording(GuidedPhrase.numberKnown))]
    }
    return parts.joined(separator: " ")
  }

  /// What a number, a date or an entry of a searched list was understood as, once somebody has answered with it.
  func readBack(since before: FormEntry, _ context: DeskContext) -> String? {
    let field = before.field
    guard before.record.id == record.id, before.panel == nil, record.answers[field]?.value != nil,
      record.answers[field]?.value != before.record.answers[field]?.value
    else { return nil }
    switch before.editor {
    case .text, .choices: return nil
    case .number, .date, .search: break
    }
    var there = self
    there.filling.go(to: field, context.filling)
    guard let shown = there.readable(context) else { return nil }
    var noted = shown
    if let value = there.value(context), there.filling.isCitizenNumber(value, context.filling),
      let number = CitizenNumber.read(value, on: context.today, knowsArea: { _ in true }).number
    {
      let region = context.form.tables.path(of: number.area, in: context.language).joined(separator: " · ")
      noted += " "
      noted += context.wording(
        GuidedPhrase.sexBornArea, context.wording.sex(number.sex), context.wording.date(number.birthDate), region)
    }
    return context.wording(PlainPhrase.noted, context.form.fields[field].label[context.language], noted)
  }

  // MARK: Hearing

  private func itemAnswer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    if line == .back, !editor.isListOpen, isFirst(context) { return .refused(context.wording(PlainPhrase.firstItem)) }
    if case .search(let search) = editor { return search.answer(line, hasAnswer: canBeAccepted(context), context) }
    switch line {
    case .accept: return .keys(.enter)
    case .back: return .keys(.backTab)
    case .later: return .keys(.function(2))
    case .check: return .keys(.function(5))
    case .more, .help: return .notHere(context)
    case .empty: return emptied(context)
    case .text(let text):
      if case .choices(let choices) = editor { return choices.answer(text, context) }
      if isRefused(text, context) { return .events([.paste(text)]) }
      // The place that a line begins with stays there, unless it is typed again.
      if let head = filling.head(context.filling), !text.hasPrefix(head) {
        return .events([.paste(text), .key(.enter)])
      }
      return .types(text)
    }
  }

  /// Whether there is nothing before what is asked now.
  private func isFirst(_ context: DeskContext) -> Bool {
    var tried = filling
    tried.goBack(context.filling)
    return tried.field == field && tried.asking == filling.asking
  }

  /// Takes away what stands in a line; a choice can only be made another.
  private func emptied(_ context: DeskContext) -> PlainAnswer {
    switch editor {
    case .text, .number, .date: .events((PlainAnswer.emptying + [.tab]).map { .key($0) })
    case .choices, .search: .refused(context.wording(PlainPhrase.notEmptied))
    }
  }

  /// Whether no line of the form takes the text: what stands there is then left as it is.
  private func isRefused(_ text: String, _ context: DeskContext) -> Bool {
    var emptied = editor
    for key in PlainAnswer.emptying { _ = emptied.edit(key, context) }
    return emptied.paste(text, context) != .changed
  }
}
