import FormModel
import Records
import Standards
import Terminal

/// The whole desk as one value: the page that is shown, and what every page knows.
///
/// `update` reads no clock, no file and no environment: what happened, and when, comes in; what is to be done comes
/// out as effects.
public struct Desk: Hashable, Sendable {
  public enum Page: Hashable, Sendable {
    case home(HomeScreen)
    case settings(SettingsScreen)
    case comeBack(ComeBackScreen)
    /// What was given for a family while it was away, before it goes on with the form.
    case readBack(ReadBackScreen)
    case guided(GuidedScreen)
    case locked(LockScreen)
    case farewell(FarewellScreen)
    case door(DoorScreen)
    case work(WorkRoom)
  }

  /// Five minutes without a key, in milliseconds: then the family has gone, or might have.
  public static let idleLimit = 300_000

  public private(set) var page: Page
  private var settings: Settings

  var currentSettings: Settings { settings }
  private let person: Person
  /// Whether the desk began at its first page, and goes back there; a single form ends the program instead.
  private let hasHome: Bool
  private var identity: RecordIdentity
  private var lastKey: Timestamp

  /// A desk that begins at the first page, or straight with a form, or with a family that comes back by a code.
  public enum Start: Sendable {
    case home
    case fill
    case comeBack(code: String)
    case opened(HeldRecord)
    /// A page of the work room, for whoever runs the program at a shell.
    case work(WorkPage)
  }

  public init(_ start: Start, person: Person, identity: RecordIdentity, _ context: DeskContext) {
    self.person = person
    self.identity = identity
    settings = context.settings
    lastKey = context.now
    switch start {
    case .home:
      hasHome = true
      page = settings.wasAsked ? .home(HomeScreen()) : .settings(SettingsScreen(context))
    case .fill:
      hasHome = false
      page = .guided(Self.newForm(identity, sibling: nil, .family(Sitting(person)), context))
    case .comeBack(let code):
      hasHome = false
      page = .comeBack(ComeBackScreen(code: code))
    case .opened(let held):
      hasHome = false
      page = Self.opening(held, context)
    case .work(let first):
      hasHome = false
      page = .work(WorkRoom(first))
    }
  }

  /// What the first page needs to be shown whole.
  public func begin(_ context: DeskContext) -> [Effect] {
    if case .work(let room) = page { room.begin(context) } else { [] }
  }

  /// A record that a family comes back to: what waits for its word is read back first.
  private static func opening(_ held: HeldRecord, _ context: DeskContext) -> Page {
    held.record.isOpenForChanges && !held.record.unconfirmedFields.isEmpty
      ? .readBack(ReadBackScreen(held)) : .guided(GuidedScreen(held, isStored: true, context))
  }

  private static func newForm(
    _ identity: RecordIdentity, sibling: Record?, _ holder: Authority, _ context: DeskContext
  ) -> GuidedScreen {
    let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
    return GuidedScreen(held, sibling: sibling, isStored: false, context)
  }

  /// Milliseconds until the desk must be told the time, so that it can cover what a family left on the screen.
  public func timeout(at now: Timestamp) -> Int? {
    switch page {
    case .home, .settings, .locked: nil
    case .comeBack, .readBack, .guided, .farewell, .door, .work:
      max(0, lastKey.milliseconds + Self.idleLimit - now.milliseconds)
    }
  }

  // MARK: Updating

  public mutating func update(_ input: Input, _ context: DeskContext) -> [Effect] {
    var context = context
    context.settings = settings
    switch input {
    case .event(let event): return update(event, context)
    case .news(let news): return update(news, context)
    }
  }

  private mutating func update(_ event: Event, _ context: DeskContext) -> [Effect] {
    switch event {
    case .tick: return idle(context)
    case .key, .paste: lastKey = context.now
    case .resize, .wake, .terminate, .lost: break
    }
    let isEnd = event == .terminate || event == .lost
    switch page {
    case .home(var screen):
      let outcome = screen.update(event)
      page = .home(screen)
      return (outcome.map { perform($0, context) } ?? []) + (isEnd ? [.leave] : [])
    case .settings(var screen):
      let outcome = screen.update(event, context)
      page = .settings(screen)
      return (outcome.map { perform($0, context) } ?? []) + (isEnd ? [.leave] : [])
    case .comeBack(var screen):
      let outcome = screen.update(event, context)
      page = .comeBack(screen)
      return (outcome.map { perform($0, context) } ?? []) + (isEnd ? [.leave] : [])
    case .readBack(var screen):
      let effects = screen.update(.event(event), context).effects
      page = .readBack(screen)
      return effects + leaveIfRead(screen, context) + (isEnd ? [.leave] : [])
    case .guided(var screen):
      let effects = screen.update(event, context)
      page = .guided(screen)
      if isEnd { return effects + [.leave] }
      return effects + leaveIfDone(screen, context)
    case .locked(var screen):
      let outcome = screen.update(event, context)
      page = .locked(screen)
      return (outcome.map { perform($0, screen.covered, context) } ?? []) + (isEnd ? [.leave] : [])
    case .farewell(var screen):
      let outcome = screen.update(event)
      page = .farewell(screen)
      return (outcome.map { perform($0, screen.sibling, context) } ?? []) + (isEnd ? [.leave] : [])
    case .door(var screen):
      let outcome = screen.update(event, context)
      page = .door(screen)
      return (outcome.map { perform($0) } ?? []) + (isEnd ? [.leave] : [])
    case .work(var room):
      let effects = isEnd ? room.commit(context) + [.leave] : room.update(.event(event), context)
      page = .work(room)
      return room.isLeft ? effects + goHome() : effects
    }
  }

  private mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    if case .identity(let fresh) = news { identity = fresh }
    switch page {
    case .readBack(var screen):
      _ = screen.update(.news(news), context)
      page = .readBack(screen)
    case .guided(var screen):
      screen.update(news)
      page = .guided(screen)
    case .farewell(var screen):
      screen.update(news)
      page = .farewell(screen)
    case .comeBack(var screen):
      if case .opened(let held) = news {
        page = Self.opening(held, context)
        return []
      }
      screen.update(news, context)
      page = .comeBack(screen)
    case .locked(var screen):
      if case .unlocked = news {
        page = .guided(screen.covered)
        return []
      }
      screen.update(news, context)
      page = .locked(screen)
    case .door(var screen):
      if case .entered(let holder) = news {
        page = .work(WorkRoom(.menu(WorkMenuScreen(holder: holder))))
        return []
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

  /// Five minutes have passed: saved, and nothing of the family on the screen.
  private mutating func idle(_ context: DeskContext) -> [Effect] {
    guard timeout(at: context.now) == 0 else { return [] }
    switch page {
    case .guided(var screen):
      let effects = screen.commit(context)
      screen.load(context)
      page = .locked(LockScreen(covering: screen))
      return effects
    case .readBack(let screen):
      page = .locked(LockScreen(covering: GuidedScreen(screen.held, isStored: true, context)))
      return []
    case .comeBack, .farewell, .door: return goHome()
    case .work(var room): return room.commit(context) + goHome()
    case .home, .settings, .locked: return []
    }
  }

  // MARK: From page to page

  private mutating func goHome() -> [Effect] {
    guard hasHome else { return [.leave] }
    page = .home(HomeScreen())
    return []
  }

  private mutating func begin(sibling: Record?, _ context: DeskContext) -> [Effect] {
    page = .guided(Self.newForm(identity, sibling: sibling, .family(Sitting(person)), context))
    return [.prepareIdentity]
  }

  /// From the read-back to the form, at the item that is wrong, or away.
  private mutating func leaveIfRead(_ screen: ReadBackScreen, _ context: DeskContext) -> [Effect] {
    guard let leaving = screen.leaving else { return [] }
    var guided = GuidedScreen(screen.held, isStored: true, context)
    guided.saving = screen.saving
    switch leaving {
    case .form(let field):
      if let field { guided.go(to: field, context) }
      page = .guided(guided)
    case .away: page = .farewell(FarewellScreen(guided, context))
    }
    return []
  }

  private mutating func leaveIfDone(_ screen: GuidedScreen, _ context: DeskContext) -> [Effect] {
    switch screen.leaving {
    case nil: return []
    case .asLeft, .handedIn:
      if screen.record.revision == 0 { return goHome() }
      page = .farewell(FarewellScreen(screen, context))
      return []
    case .unsaved: return goHome()
    }
  }

  private mutating func perform(_ outcome: HomeScreen.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .entry(.fill): return begin(sibling: nil, context)
    case .entry(.comeBack): page = .comeBack(ComeBackScreen(code: nil))
    case .entry(.teachers): page = .door(DoorScreen())
    case .entry(.settings): page = .settings(SettingsScreen(context))
    case .leave: return [.leave]
    case .redraw: return [.redraw]
    }
    return []
  }

  private mutating func perform(_ outcome: DoorScreen.Outcome) -> [Effect] {
    switch outcome {
    case .enter(let name, let pin): return [.enter(name: name, pin: pin)]
    case .leave: return goHome()
    case .redraw: return [.redraw]
    }
  }

  private mutating func perform(_ outcome: SettingsScreen.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .done(let new):
      settings = new
      page = .home(HomeScreen())
      return [.saveSettings(new)]
    case .redraw: return [.redraw]
    }
  }

  private mutating func perform(_ outcome: ComeBackScreen.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .open(let code, let secret): return [.open(code: code, secret: secret)]
    case .leave: return goHome()
    case .redraw: return [.redraw]
    }
  }

  private mutating func perform(
    _ outcome: LockScreen.Outcome, _ covered: GuidedScreen, _ context: DeskContext
  ) -> [Effect] {
    switch outcome {
    case .unlock(let secret): return [.unlock(covered.record, secret: secret)]
    case .leave: return goHome()
    case .redraw: return [.redraw]
    }
  }

  private mutating func perform(
    _ outcome: FarewellScreen.Outcome, _ sibling: Record, _ context: DeskContext
  ) -> [Effect] {
    switch outcome {
    case .nextChild: return begin(sibling: sibling, context)
    case .done: return goHome()
    case .redraw: return [.redraw]
    }
  }
}
