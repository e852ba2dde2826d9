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
    case .identity, .settingsFailed, .opened, .unlocked, .refused, .wait, .unreadable, .entered, .listed, .neighbours,
      .approved,
      .reading:
      break
    }
  }
}
