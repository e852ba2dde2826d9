import FormModel
import Records
import Wording

/// What the panels were told: put off, accepted, handed in.
extension GuidedScreen {
  mutating func owe(_ owed: Owed, _ context: DeskContext) -> [Effect] {
    let before = record
    make(.owe(owed, field: field), context)
    panel = nil
    let effects = changed(since: before, context)
    if returnsToCheck {
      returnsToCheck = false
      panel = .check(CheckPanel(self, context))
    } else {
      goOnward(context)
    }
    return effects
  }

  mutating func perform(_ request: CheckPanel.Request, _ context: DeskContext) -> [Effect] {
    switch request {
    case .close:
      load(context)
      returnsToCheck = false
      return close()
    case .go(let target):
      panel = nil
      go(to: target, context)
      returnsToCheck = true
      return []
    case .help: return perform(Action.help, context)
    case .leave:
      panel = nil
      return leave(context)
    case .later(let target):
      panel = nil
      go(to: target, context)
      returnsToCheck = true
      return perform(Action.later, context)
    case .accept(let finding):
      let before = record
      let reason = context.wording(CheckPhrase.warningYes)
      make(.accept(finding, reason: reason), context)
      panel = .check(CheckPanel(self, context))
      guard record.revision != before.revision else { return [] }
      saving = .waiting
      return [.save(record)]
    case .handIn:
      guard record.status == .draft else {
        leaving = .handedIn
        return []
      }
      panel = .filler(FillerPanel(purpose: .handIn, record, context))
      return []
    }
  }

  mutating func finish(
    _ said: FillerPanel.Said, _ purpose: FillerPanel.Purpose, _ context: DeskContext
  ) -> [Effect] {
    held.identify(relation: said.relation, at: context.now)
    var contact = record.contact
    contact.telephone = said.telephone
    make(.reach(contact), context)
    switch purpose {
    case .handIn:
      make(.handIn, context)
      leaving = .handedIn
    case .leave:
      leaving = .asLeft
    }
    saving = .waiting
    return [.save(record)]
  }
}
