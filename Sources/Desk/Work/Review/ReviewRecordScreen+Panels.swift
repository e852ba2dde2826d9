import FormModel
import Records
import Standards
import Terminal
import Wording

extension ReviewRecordScreen {
  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .sendBack(var asked):
      asked.paste(text, context)
      panel = .sendBack(asked)
    case .reason(let purpose, var line):
      line.paste(text, context)
      panel = .reason(purpose, line)
    case .print(var asked):
      asked.paste(text, context)
      panel = .print(asked)
    case .approve, .refused, .cause, .proposals, .duplicates, .history, nil: break
    }
    return []
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    (effects(of: key, panel, context), .stay)
  }

  private mutating func effects(of key: Key, _ panel: Panel, _ context: DeskContext) -> [Effect] {
    let action = panel.table?.action(for: key)
    switch panel {
    case .approve:
      if action == .close { self.panel = nil }
      return action == .take ? make(.approve, saying: .approved, context) : []
    case .refused(_, let written):
      if action == .close { self.panel = written }
    case .sendBack(var asked):
      let outcome = asked.handle(key, context)
      self.panel = outcome == .cancelled ? nil : .sendBack(asked)
      if case .done(let questions) = outcome { return make(.sendBack(questions), saying: .returned, context) }
    case .cause(var menu):
      let row = menu.take(key, of: WithdrawalCause.allCases.count)
      self.panel = action == .close ? nil : .cause(menu)
      if let row { self.panel = withdrawPanel(WithdrawalCause.allCases[row], "", context) }
    case .reason(let purpose, let line): return reason(key, purpose, line, context)
    case .proposals(let highlighted): choose(key, highlighted, context)
    case .duplicates(let comparison): return decide(key, comparison, context)
    case .history(let scroll):
      if action == .reveal { revealNumbers(context) }
      let row = action?.scrolled(scroll, of: record.history.count * 3 + 1) ?? scroll
      self.panel = action == .close ? nil : .history(scroll: row)
    case .print(var asked):
      let outcome = asked.handle(key, context)
      self.panel = outcome == .closes ? nil : .print(asked)
      if case .says(let name) = outcome { return [.print(asked.printout, to: name, held.holder)] }
    }
    return []
  }

  /// A line that gives the reason for a move.
  private mutating func reason(
    _ key: Key, _ purpose: Purpose, _ line: LinePanel, _ context: DeskContext
  ) -> [Effect] {
    var line = line
    switch line.handle(key, context) {
    case nil: panel = .reason(purpose, line)
    case .cancelled: panel = nil
    case .done(let typed):
      let text = TextNormaliser.normalise(typed, as: .freeText)
      panel = .reason(purpose, line)
      guard text.isEmpty, !purpose.saysEnough else { return make(purpose.move(text), saying: purpose.done, context) }
      line.notice = context.wording.message(.reasonMissing, form: context.form).joined()
      panel = .reason(purpose, line)
    }
    return []
  }

  // MARK: Proposals

  /// What is being written about a proposal stays with that proposal, wherever it stands now; where somebody else has
  /// decided on it meanwhile it can still be read.
  mutating func follow(from before: Record) {
    switch panel {
    case .reason(let purpose, let line): panel = .asking(purpose.json(in: before), line, in: record)
    case .refused(let sentences, .reason(let purpose, let line)):
      panel = .refused(sentences, over: .asking(purpose.json(in: before), line, in: record))
    case .proposals(let highlighted):
      panel = .proposals(highlighted: max(0, min(highlighted, record.proposals.count - 1)))
    case .approve, .refused, .sendBack, .cause, .duplicates, .history, .print, nil: break
    }
  }

  private mutating func choose(_ key: Key, _ highlighted: Int, _ context: DeskContext) {
    let action = PanelKeys.proposals.action(for: key)
    guard let action, action != .close, record.proposals.indices.contains(highlighted) else {
      if action == .close || record.proposals.isEmpty { panel = nil }
      return
    }
    panel = .proposals(highlighted: action.scrolled(highlighted, of: record.proposals.count))
    guard action == .take || action == .mark else { return }
    let takes = action == .take
    let wording = context.wording
    let change = context.change(record.proposals[highlighted], in: record, mask: mask(context))
    let title = wording(
      takes ? ReviewRecordPhrase.acceptReason : .declineReason, "\(change.label)\(wording.colon)\(change.new)")
    panel = .reason(
      takes ? .take(proposal: highlighted) : .decline(proposal: highlighted),
      LinePanel(title: title, hint: wording(ReviewRecordPhrase.reasonHint), for: .text))
  }

  // MARK: Duplicates

  /// The records that this one may be a double of: those with its number, and those with its name and birth date.
  var others: [RecordSummary] { (possibleDuplicates?.sameNumber ?? []) + (possibleDuplicates?.sameChild ?? []) }

  /// Fetches the other record, once it is known which it is.
  func compare() -> [Effect] {
    guard case .duplicates(let comparison) = panel, others.indices.contains(comparison.index),
      comparison.other?.id != others[comparison.index].id
    else { return [] }
    return [.fetch(others[comparison.index].id, held.holder, for: .compare)]
  }

  /// The same child, so that one of the two is withdrawn; or a wrong number, which is asked about.
  private mutating func decide(_ key: Key, _ comparison: Comparison, _ context: DeskContext) -> [Effect] {
    let action = PanelKeys.compare.action(for: key)
    guard action != .close, !(action == .take && others.isEmpty) else {
      panel = nil
      return []
    }
    var comparison = comparison
    switch action {
    case .reveal: revealNumbers(context)
    case .pageUp, .pageDown, .first, .last:
      let count = ComparisonLines(record, comparison.other, mask(context), columns: 56, context).lines.count
      comparison.scroll = action?.scrolled(comparison.scroll, of: count) ?? 0
    case .take, .close, .back, .up, .down, .mark, .pinyin, .help, .leave, .redraw, nil:
      let choices = Comparison.Choice.all(others: others.count)
      guard let row = comparison.menu.take(key, of: choices.count) else { break }
      return take(choices[row], comparison, context)
    }
    panel = .duplicates(comparison)
    return []
  }

  private mutating func take(
    _ choice: Comparison.Choice, _ comparison: Comparison, _ context: DeskContext
  ) -> [Effect] {
    guard others.indices.contains(comparison.index) else { return [] }
    let other = others[comparison.index]
    switch choice {
    case .withdrawThis:
      guard !refuses(.withdraw(reason: "?"), context) else { return [] }
      panel = withdrawPanel(
        .duplicate, context.wording(ReviewRecordPhrase.duplicateSameReason, other.code.text), context)
    // There is nobody yet to give it back to.
    case .giveBackThis where held.record.status == .draft: panel = nil
    case .giveBackThis:
      guard !refuses(.sendBack([Move.Question("?", field: nil)]), context),
        let field = context.form.field(.childNumber)
      else { return [] }
      panel = .sendBack(.asking(field, text: context.wording(ReviewRecordPhrase.duplicateWrongText), context))
    case .openOther:
      panel = nil
      return [.fetch(other.id, held.holder, for: .open(.review))]
    case .withdrawOther:
      panel = nil
      return [.fetch(other.id, held.holder, for: .withdraw)]
    case .next:
      panel = .duplicates(Comparison(index: (comparison.index + 1) % others.count))
      return compare()
    }
    return []
  }
}

extension ReviewRecordScreen.Panel: PagePanel {
  /// The keys of what is read, or chosen from.
  var table: Keymap<PanelAction>? {
    switch self {
    case .approve: PanelKeys.yes(ReviewRecordPhrase.keyApprove)
    case .refused: PanelKeys.text
    case .cause: PanelKeys.list
    case .proposals: PanelKeys.proposals
    case .duplicates: PanelKeys.compare
    case .history: PanelKeys.masked
    case .sendBack, .reason, .print: nil
    }
  }

  var keys: any KeyTable {
    if case .print(let panel) = self { return panel.keys }
    return table ?? PanelKeys.line
  }

  var isTyping: Bool {
    switch self {
    case .sendBack, .reason: true
    case .print(let panel): panel.isTyping
    case .approve, .refused, .cause, .proposals, .duplicates, .history: false
    }
  }

  /// The line in which hanzi are typed.
  var hanzi: HanziLine? {
    switch self {
    case .sendBack(let questions): questions.hanzi
    case .reason(_, let line): line.hanzi
    case .approve, .refused, .cause, .proposals, .duplicates, .history, .print: nil
    }
  }

  /// Whether somebody has written something here that a refusal must not take.
  var isWritten: Bool {
    switch self {
    case .sendBack, .reason: true
    case .approve, .refused, .cause, .proposals, .duplicates, .history, .print: false
    }
  }

  /// A reason that is being written for a move; where the move is gone, what was written can still be read.
  static func asking(_ purpose: JSONValue?, _ line: LinePanel, in record: Record) -> Self {
    guard let purpose = ReviewRecordScreen.Purpose(json: purpose, in: record) else {
      return .refused([line.title, line.editor.text])
    }
    return .reason(purpose, line)
  }
}
