import Records

extension GuidedScreen {
  /// Takes what came back from the store.
  mutating func update(_ news: News) {
    switch news {
    case .saved(let id, let revision, let at):
      guard id == record.id else { return }
      hasCode = true
      guard revision >= record.revision else { return }
      saving = .saved(at)
      // They had asked to leave; nothing is in the way any more.
      if panel == .unsaved { leaving = .asLeft }
    case .failed(let id, let error):
      if id == record.id { saving = .failed(error) }
    case .renamed(let id, let identity):
      if id == record.id { held.rename(identity) }
    case .numberKnown(let id, let number, let isKnown):
      guard id == record.id else { return }
      knownNumber = isKnown ? number : nil
      // It is said once, wherever the family has gone on to; at the number's own item it stands for good.
      if isKnown, notice == nil { notice = .numberKnown }
    case .identity, .settingsFailed, .opened, .unlocked, .refused, .wait, .unreadable, .entered, .noAccounts, .listed,
      .neighbours, .approved, .reading:
      break
    }
  }
}
