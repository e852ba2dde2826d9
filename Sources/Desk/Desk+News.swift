import Records

extension Desk {
  /// The settings, for staff or where nobody has an account yet; a teacher is told so.
  private mutating func showsSettings(_ news: News, _ context: DeskContext) -> [Effect]? {
    switch news {
    case .door(.noAccounts): page = .settings(SettingsScreen(.staff(name: person.name), settings))
    case .door(.entered(let holder)) where holder.role == .staff: page = .settings(SettingsScreen(holder, settings))
    case .door(.entered):
      guard case .door(var screen) = page else { return nil }
      screen.refuseTeacher(context)
      page = .door(screen)
      return []
    case .door, .record, .work, .desk, .opened, .unreadable: return nil
    }
    return [.readSettings] + recall
  }

  /// Takes what came back from the world, for the desk itself and for the page that is shown.
  mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    switch news {
    case .desk(.begun(let identity, .family(let sibling, _))):
      page = .guided(Self.newForm(identity, sibling: sibling, .family(Sitting(person)), context))
      return []
    case .desk(.settings(let standing)): take(standing)
    case .desk(.settingsFailed(let error)): settingsProblem = error
    case .desk(.unsaved(let error)):
      page = .unsaved(UnsavedScreen(error))
      return []
    case .desk(.unread(let error)): unread = error
    case .desk(.draft(let draft)): restore(draft, context)
    case .door(.wait(let seconds)): waitsUntil = context.now.milliseconds + seconds * 1_000
    case .desk(.begun), .desk(.archiveFailed), .desk(.children), .record, .door, .work, .opened, .unreadable: break
    }
    switch page {
    case .readBack(var screen):
      let effects = screen.update(.news(news), context).effects
      page = .readBack(screen)
      return effects
    case .guided(var screen):
      let effects = screen.entry.update(news, context)
      page = .guided(screen)
      return effects + leaveIfDone(screen, context)
    case .farewell(var screen):
      let outcome = screen.update(news, context)
      page = .farewell(screen)
      return outcome.map { perform($0, screen.sibling) } ?? []
    case .comeBack(var screen):
      if case .opened(let held) = news { return open(held, context) }
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
      if screen.isForSettings, let shown = showsSettings(news, context) { return shown }
      if case .door(.entered(let holder)) = news {
        if let room = wake(holder.person) {
          page = .work(room)
          return room.refetch
        }
        // A suspended desk is a shell with the folder owner's rights, which are staff's and not a teacher's.
        let maySuspend = !isKiosk && holder.role == .staff
        let room = WorkRoom(.menu(WorkMenuScreen(holder: holder)), maySuspend: maySuspend)
        page = .work(room)
        return room.begin(context) + [.readSettings]
      }
      screen.update(news, context)
      page = .door(screen)
    case .work(var room):
      let effects = room.update(.news(news), context)
      page = .work(room)
      return room.isLeft ? effects + goHome() : effects
    case .settings(var screen):
      let outcome = screen.update(news, context)
      page = .settings(screen)
      return outcome.map { perform($0, since: screen.before) } ?? []
    case .unsaved(var screen):
      screen.update(news)
      page = .unsaved(screen)
    case .home:
      if isNew, case .door(.noAccounts) = news {
        page = .settings(SettingsScreen(.staff(name: person.name), settings))
        return recall
      }
    }
    return []
  }
}
