import Records

extension Desk {
  /// Takes what came back from the world, for the desk itself and for the page that asked.
  mutating func update(_ news: News, for asker: PageID?, _ context: DeskContext) -> [Request] {
    switch news {
    case .desk(.begun(let identity, let beginning, let carried)): return begin(identity, beginning, carried, context)
    case .desk(.settings(let stored)): (settings, readSettings, unread) = (stored, stored, nil)
    case .desk(.settingsFailed(let error)): settingsProblem = error
    case .desk(.unread(let error)): unread = error
    case .desk(.unsaved(let error)):
      lay(UnsavedScreen(error))
      return []
    case .desk(.draft(let draft)):
      guard page.draftKey?.isAnswered(by: draft.key) == true else { return [] }
      page.restore(draft.typed, known(context))
      return requests(page.restored(known(context)))
    case .door(.resumed(let reading, let held, let stored)): return resume(reading, held, stored, context)
    case .work(.reopened(let held, let page)):
      let opened: any Page = page == .readBack ? ReadBackScreen(held) : ReviewRecordScreen(held)
      return take(.open(opened), context)
    case .desk, .record, .door, .work, .opened, .unreadable: break
    }
    guard let index = place(for: news, asker) else { return [] }
    return hand(.news(news), to: index, known(context, for: layers[index].page, hearing: .news(news)))
  }

  /// Which page gets the news: what becomes of a record goes to the page that is shown, an answer to the page that
  /// asked.
  private func place(for news: News, _ asker: PageID?) -> Int? {
    if case .record = news { return layers.count - 1 }
    guard let asker else { return layers.count - 1 }
    return layers.firstIndex { $0.id == asker }
  }
}
