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
    case unsaved(UnsavedScreen)
  }

  /// Five minutes without a key, in milliseconds: then the family has gone, or might have.
  public static let idleLimit = 300_000

  /// One minute without a key, in milliseconds: then the last page offers nothing of its family's any more, though the
  /// code is still being copied from it.
  static let offerLimit = 60_000

  public internal(set) var page: Page
  var settings: Settings
  /// The settings as the store had them when they were read last: what differs was changed here.
  var readSettings: Settings

  var currentSettings: Settings { settings }
  let person: Person
  /// Whether the desk began at its first page, and goes back there; a single form ends the program instead.
  let hasHome: Bool
  /// Whether nobody leaves the desk: see `HomeScreen.isKiosk`.
  let isKiosk: Bool
  private var lastKey: Timestamp
  /// When the wait after a wrong answer is over, in milliseconds since 1970: its message goes then.
  var waitsUntil: Int?
  /// Why the settings are not on the disk, until they are.
  var settingsProblem: StoreError?
  /// What of the store could not be read when it was last looked at.
  var unread: StoreError?
  /// Pages that were left with something half typed: see `Desk+Rest.swift`.
  var resting: [Page] = []
  /// A few words of help stand on a page that has no help page of its own.
  var isExplaining = false
  /// The forms that a family can choose from; none where there is one.
  let forms: [FormChoice]

  /// A desk that begins at the first page, or straight with a form, or with a family that comes back by a code.
  public enum Start: Sendable {
    case home
    /// A form at once, under an identity that was made for it.
    case fill(RecordIdentity)
    case comeBack(code: String)
    case opened(HeldRecord)
    /// The first page or a form, after a session that was cut off: whoever sat there may go on first.
    case interrupted(JournalReading, hasHome: Bool)
    /// The sheet of a record, read anew, for whoever runs the program at a shell.
    case sheet(HeldRecord)
    /// Another page of the work room, for the same.
    case work(WorkPage)
  }

  public init(_ start: Start, person: Person, isKiosk: Bool = false, _ context: DeskContext) {
    self.person = person
    self.isKiosk = isKiosk
    (settings, readSettings) = (context.settings, context.settings)
    lastKey = context.now
    forms = context.forms.choices
    switch start {
    case .home:
      hasHome = true
      page = .home(HomeScreen(isKiosk: isKiosk, forms: forms))
    case .fill(let identity):
      hasHome = false
      page = .guided(Self.newForm(identity, sibling: nil, .family(Sitting(person)), context))
    case .comeBack(let code):
      hasHome = false
      page = .comeBack(ComeBackScreen(code: code))
    case .opened(let held):
      hasHome = false
      page = Self.opening(held, context.of(held.record.edition))
    case .interrupted(let reading, let hasHome):
      self.hasHome = hasHome
      page = .locked(LockScreen(covering: .journal(reading, known: Self.known(reading, context))))
    case .sheet(let held):
      hasHome = false
      page = .work(
        WorkRoom(
          .sheet(SheetScreen(held, refetching: true, context.of(held.record.edition))), maySuspend: true))
    case .work(let first):
      hasHome = false
      page = .work(WorkRoom(first, maySuspend: true))
    }
  }

  /// Whether nobody was ever asked about the kindergarten.
  var isNew: Bool { !settings.wasAsked }

  /// What the first page needs to be shown whole.
  public func begin(_ context: DeskContext) -> [Effect] {
    switch page {
    case .work(let room): room.begin(context) + room.goOn
    // Families are not asked about the kindergarten, and where anybody has an account only staff are.
    case .home where isNew && !isKiosk: [.knock]
    case .home, .settings, .comeBack, .readBack, .guided, .locked, .farewell, .door, .unsaved: []
    }
  }

  static func newForm(
    _ identity: RecordIdentity, sibling: Record?, _ holder: Authority, _ context: DeskContext
  ) -> GuidedScreen {
    let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
    return GuidedScreen(held, sibling: sibling, isStored: false, context)
  }

  /// What is done when somebody outside asks that the program stop: it does where a shell's user works, and not where a
  /// family would find itself in a shell.
  public var stop: [Effect] {
    if case .work(let room) = page, room.maySuspend { [.suspend] } else { [] }
  }

  /// Whether nobody is in the middle of anything: the first page, where nothing is typed.
  public var isFree: Bool { if case .home = page { true } else { false } }

  /// Milliseconds until the desk must be told the time: to cover what was left on the screen, or because a page shows
  /// something for a moment only.
  public func timeout(at now: Timestamp) -> Int? {
    let deadline = [idlesAt, offersUntil, waitsUntil].compactMap(\.self).min().map { max(0, $0 - now.milliseconds) }
    guard case .work(let room) = page, let wake = room.wakes(at: now) else { return deadline }
    let woken = max(0, wake.milliseconds - now.milliseconds)
    return min(deadline ?? woken, woken)
  }

  /// When nobody will have touched a key for too long, on a page that shows something of a family.
  private var idlesAt: Int? {
    switch page {
    case .home, .locked, .unsaved: nil
    // Who was never asked is whoever sets the desk up.
    case .settings: settings.wasAsked ? lastKey.milliseconds + Self.idleLimit : nil
    case .comeBack, .readBack, .guided, .farewell, .door, .work: lastKey.milliseconds + Self.idleLimit
    }
  }

  /// Until when the last page offers to go on with another child of the same family.
  private var offersUntil: Int? {
    guard case .farewell(let screen) = page, screen.offersSibling else { return nil }
    return lastKey.milliseconds + Self.offerLimit
  }

  // MARK: Updating

  public mutating func update(_ input: Input, _ context: DeskContext) -> [Effect] {
    var context = context
    (context.settings, context.isKiosk) = (settings, isKiosk)
    context = context.of(input.edition ?? edition)
    switch input {
    case .event(let event): return update(event, context)
    case .news(let news): return update(news, context)
    }
  }

  private mutating func update(_ event: Event, _ context: DeskContext) -> [Effect] {
    switch event {
    // A machine that slept, or a program that a shell had stopped, is told the time by a key: nobody sees or types into
    // what was to be covered by then.
    case .tick, .key, .paste, .resize: if let effects = tick(context) { return effects }
    case .wake, .terminate, .lost: break
    }
    switch event {
    case .key(let key):
      lastKey = context.now
      if explains(key) { return [] }
    case .paste: lastKey = context.now
    case .tick, .resize, .wake, .terminate, .lost: break
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
      return (outcome.map { perform($0, since: screen.before) } ?? []) + (isEnd ? [.leave] : [])
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
      if isEnd, case .page(let covered) = screen.covered { rest(covered) }
      return (outcome.map { perform($0, screen.covered, context) } ?? []) + (isEnd ? [.leave] : [])
    case .farewell(var screen):
      let outcome = screen.update(event, context)
      page = .farewell(screen)
      return (outcome.map { perform($0, screen.sibling) } ?? []) + (isEnd ? [.leave] : [])
    case .unsaved(let screen):
      switch screen.update(event) {
      case .retry: return [.retry]
      case .leave: return [.leaveUnsaved]
      case .redraw: return [.redraw]
      case nil: return isEnd ? [.leave] : []
      }
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

  /// What the time brings; nil where the page goes on as it was.
  private mutating func tick(_ context: DeskContext) -> [Effect]? {
    let now = context.now.milliseconds
    if let end = waitsUntil, end <= now {
      waitsUntil = nil
      endWait()
    }
    if let end = offersUntil, end <= now, case .farewell(var screen) = page {
      screen.withdrawOffer()
      page = .farewell(screen)
    }
    return idlesAt.map { $0 <= now } ?? false ? idle(context) : nil
  }

  private mutating func endWait() {
    switch page {
    case .comeBack(var screen):
      screen.waitIsOver()
      page = .comeBack(screen)
    case .locked(var screen):
      screen.waitIsOver()
      page = .locked(screen)
    case .door(var screen):
      screen.waitIsOver()
      page = .door(screen)
    case .home, .settings, .readBack, .guided, .farewell, .work, .unsaved: break
    }
  }

  /// Five minutes have passed: nothing of the family on the screen, and what is half typed no answer.
  private mutating func idle(_ context: DeskContext) -> [Effect] {
    lastKey = context.now
    switch page {
    case .guided(let screen):
      guard screen.isWorthKeeping(context) else { return nobodyCame(context) }
      page = .locked(LockScreen(covering: .page(screen)))
      return []
    case .readBack(let screen):
      page = .locked(LockScreen(covering: .page(GuidedScreen(screen.held, isStored: true, context))))
      return []
    case .comeBack, .farewell, .door: return goHome()
    case .settings: return settings.wasAsked ? [.keepTyping] + goHome() : []
    case .work(let room):
      rest(room, context)
      return [.keepTyping] + goHome()
    case .home, .locked, .unsaved: return []
    }
  }

  /// Nothing was filled in, so there is nothing to cover.
  private mutating func nobodyCame(_ context: DeskContext) -> [Effect] {
    lastKey = context.now
    return hasHome ? goHome() : []
  }
}
