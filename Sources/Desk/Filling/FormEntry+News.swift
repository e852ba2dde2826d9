import Filling
import Records
import Wording

extension FormEntry {
  /// Takes what came back from the store.
  mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    switch news {
    case .record(let news): return update(news, context)
    case .unreadable(let error): word = Frame.Word(text: context.wording.message(error), isProblem: true)
    case .door(.uncounted): word = Frame.Word(text: context.wording(HomePhrase.uncounted), isProblem: true)
    case .door, .work, .desk, .opened: break
    }
    return []
  }

  mutating func update(_ news: RecordNews, _ context: DeskContext) -> [Effect] {
    switch news {
    case .saved(let id, let revision, let at):
      guard id == record.id else { return [] }
      hasCode = true
      guard revision >= record.revision else { return [] }
      saving = .saved(at)
      // They had asked to leave; nothing is in the way any more.
      if isLeavingUnsaved { leaving = .asLeft }
    case .failed(let id, let error):
      guard id == record.id else { return [] }
      if case .failed = saving {} else { savingBefore = saving }
      saving = .failed(error)
    case .kept(let id):
      guard id == record.id, case .failed = saving else { return [] }
      saving = savingBefore
      // They had asked to leave; nothing is in the way any more.
      if isLeavingUnsaved { leaving = .asLeft }
    case .renamed(let id, let identity):
      if id == record.id { filling.rename(identity) }
    case .numberKnown(let id, let number, let isKnown):
      // The answer may come when another number stands there.
      guard id == record.id, filling.hear(number, isKnown: isKnown, context.filling) else { return [] }
      refreshCheck(context)
      // It is said once, wherever somebody has gone on to; at the number's own item it stands for good. Of a record that
      // was only opened the marks and the list of findings say it.
      if isKnown, notice == nil, filling.canUndo { notice = .numberKnown }
    case .changedElsewhere(let theirs):
      if theirs.id == record.id { return join(theirs, context) }
    case .openElsewhere(let id, let person, let since):
      if id == record.id {
        word = Frame.Word(
          text: context.wording(GuidedPhrase.openElsewhere, context.namedElsewhere(person), since.clock))
      }
    }
    return []
  }

  /// The list of findings, where it stands on the screen, says what has become known.
  private mutating func refreshCheck(_ context: DeskContext) {
    guard case .check(let before) = panel else { return }
    panel = .check(CheckPanel(filling, context, keeping: before))
  }

  /// Joins what another desk has saved meanwhile; of what both changed a person chooses.
  mutating func join(_ theirs: Record, _ context: DeskContext) -> [Effect] {
    // What this desk has saved itself is nobody else's change.
    guard !record.continues(theirs) else { return [] }
    // A withdrawn record takes nothing more: what is being typed goes into its item before.
    if theirs.status == .withdrawn, record.status != .withdrawn { _ = commit(context) }
    let isUntyped = restPoint(context) != nil
    let conflicts = filling.join(theirs, context.filling)
    if isUntyped { load(context) }
    refreshCheck(context)
    if conflicts.isEmpty {
      word = Frame.Word(text: context.wording(GuidedPhrase.joined))
    } else {
      panel = .dispute(DisputePanel(conflicts))
    }
    saving = .waiting
    return [.save(record)]
  }

  /// The answer that was chosen of two.
  mutating func choose(_ choice: DisputePanel.Choice, _ context: DeskContext) -> [Effect] {
    let effects = choice.takesMine ? change(context) { $0.restore(choice.conflict, $1) } : []
    if case .dispute(let dispute) = panel, dispute.isDone { panel = nil }
    load(context)
    return effects
  }
}
