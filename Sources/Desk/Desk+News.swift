import Records

extension Desk {
  /// Takes what came back from the world, for the desk itself and for the page that is shown.
  mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    switch news {
    case .desk(.identity(let fresh)): identity = fresh
    case .desk(.settingsFailed(let error)): settingsProblem = error
    case .door(.wait(let seconds)): waitsUntil = context.now.milliseconds + seconds * 1_000
    case .desk(.archiveFailed), .record, .door, .work, .opened, .unreadable: break
    }
    switch page {
    case .readBack(var screen):
      let effects = screen.update(.news(news), context).effects
      page = .readBack(screen)
      return effects
    case .guided(var screen):
      let effects = screen.update(news, context)
      page = .guided(screen)
      return effects + leaveIfDone(screen, context)
    case .farewell(var screen):
      let outcome = screen.update(news)
      page = .farewell(screen)
      return outcome.map { perform($0, screen.sibling, context) } ?? []
    case .comeBack(var screen):
      if case .opened(let held) = news {
        page = Self.opening(held, context)
        return []
      }
      if case .door(.resumed(let reading, let held, let standing)) = news {
        return resume(reading, held, standing, context)
      }
      screen.update(news, context)
      page = .comeBack(screen)
    case .locked(var screen):
      if case .door(.unlocked) = news, case .page(let covered) = screen.covered {
        page = .guided(covered)
        return []
      }
      if case .door(.resumed(let reading, let held, let standing)) = news {
        return resume(reading, held, standing, context)
      }
      let effects = screen.update(news, context)
      page = .locked(screen)
      return effects
    case .door(var screen):
      if case .door(.entered(let holder)) = news {
        // A suspended desk is a shell with the folder owner's rights, which are staff's and not a teacher's.
        let maySuspend = !isKiosk && holder.role == .staff
        let room = WorkRoom(.menu(WorkMenuScreen(holder: holder)), maySuspend: maySuspend)
        page = .work(room)
        return room.begin(context)
      }
      screen.update(news, context)
      page = .door(screen)
    case .work(var room):
      let effects = room.update(.news(news), context)
      page = .work(room)
      return room.isLeft ? effects + goHome() : effects
    case .home, .settings: break
    }
    return []
  }
}
