import Records

/// From page to page.
extension Desk {
  mutating func goHome(_ leaving: Effect = .leave) -> [Effect] {
    guard hasHome else { return [leaving] }
    page = .home(HomeScreen(isKiosk: isKiosk, forms: forms))
    return []
  }

  mutating func leaveIfDone(_ screen: GuidedScreen, _ context: DeskContext) -> [Effect] {
    switch screen.entry.leaving {
    case nil: return []
    case .asLeft, .handedIn:
      if screen.entry.record.revision == 0 { return goHome() }
      page = .farewell(FarewellScreen(screen.entry, context))
      return [.reread(screen.entry.record)]
    case .unsaved: return goHome(.leaveUnsaved)
    }
  }

  /// Whenever somebody goes on from the first page the settings are read again; those that are not on the disk yet are
  /// tried again instead.
  private mutating func renewSettings() -> [Effect] {
    guard settingsProblem != nil else { return [.readSettings] }
    settingsProblem = nil
    return [.saveSettings(settings, since: readSettings, renamed: [])]
  }

  /// Takes the settings as the store has them now; a page that asks for them shows these, as long as nothing was typed.
  mutating func take(_ standing: Settings) {
    if case .settings(let screen) = page, screen.isUntouched {
      page = .settings(SettingsScreen(screen.holder, standing))
    }
    (settings, readSettings, unread) = (standing, standing, nil)
  }

  mutating func perform(_ outcome: HomeScreen.Outcome, _ context: DeskContext) -> [Effect] {
    go(outcome, context) + (outcome == .redraw ? [] : renewSettings() + recall)
  }

  private mutating func go(_ outcome: HomeScreen.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .entry(.fill(let form)): return [.begin(.family(sibling: nil, form: form?.edition))]
    case .entry(.comeBack): page = .comeBack(ComeBackScreen(code: nil))
    case .entry(.teachers):
      page = .door(DoorScreen())
      return [.knock]
    case .entry(.settings):
      page = .door(DoorScreen(isForSettings: true))
      return [.knock]
    case .leave: return isKiosk ? goHome() : [.leave]
    case .redraw: return [.redraw]
    }
    return []
  }

  mutating func perform(_ outcome: DoorScreen.Outcome) -> [Effect] {
    switch outcome {
    case .enter(let name, let pin): return [.enter(name: name, pin: pin)]
    case .leave: return goHome()
    case .redraw: return [.redraw]
    }
  }

  /// `base` is what the page began with.
  mutating func perform(_ outcome: SettingsScreen.Outcome, since base: Settings) -> [Effect] {
    switch outcome {
    case .asks(let classes): return [.countChildren(inClasses: classes)]
    case .done(let new, let renamed, let movesChildren, let holder):
      settings = new
      settings.moveCodes(renamed)
      settingsProblem = nil
      page = .home(HomeScreen(isKiosk: isKiosk, forms: forms))
      return [.saveSettings(new, since: base, renamed: renamed)]
        + (movesChildren ? [.renameClasses(renamed, holder)] : [])
    case .redraw: return [.redraw]
    }
  }

  mutating func perform(_ outcome: ComeBackScreen.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .open(let code, let secret): return [.open(code: code, secret: secret)]
    case .leave: return goHome()
    case .redraw: return [.redraw]
    }
  }

  mutating func perform(
    _ outcome: LockScreen.Outcome, _ covered: LockScreen.Covered, _ context: DeskContext
  ) -> [Effect] {
    switch (outcome, covered) {
    case (.unlock(let secret), .page(let screen)): return [.unlock(screen.entry.record, secret: secret)]
    case (.unlock(let secret), .journal(let reading, _)): return [.resume(reading, secret: secret)]
    // Another family is next: a desk without a first page begins its form.
    case (.leave, .journal) where !hasHome: return [.begin(.family(sibling: nil))]
    case (.leave, .page(let screen)):
      rest(screen)
      return goHome()
    case (.leave, .journal): return goHome()
    case (.redraw, _): return [.redraw]
    }
  }

  mutating func perform(_ outcome: FarewellScreen.Outcome, _ sibling: Record) -> [Effect] {
    switch outcome {
    case .nextChild: return [.begin(.family(sibling: sibling))]
    case .done: return goHome()
    case .doneUnsaved: return goHome(.leaveUnsaved)
    case .retry: return [.retry]
    case .redraw: return [.redraw]
    }
  }
}
