import Records

extension GuidedScreen {
  /// Takes what came back from the store.
  mutating func update(_ news: News) {
    switch news {
    case .saved(let id, let revision, let at):
      guard id == record.id else { return }
      hasCode = true
      if revision >= record.revision { saving = .saved(at) }
    case .failed(let id, let error):
      if id == record.id { saving = .failed(error) }
    case .renamed(let id, let identity):
      if id == record.id { held.rename(identity) }
    case .identity, .opened, .unlocked, .refused, .wait, .unreadable, .entered, .noAccounts, .listed, .neighbours,
      .approved,
      .reading:
      break
    }
  }
}
