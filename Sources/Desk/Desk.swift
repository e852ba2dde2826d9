import Filling
import FormModel
import Records
import Standards
import Terminal
import Wording

/// The whole desk as one value: the pages that lie upon each other, and what every page knows.
///
/// `update` reads no clock, no file and no environment: what happened, and when, comes in; what is to be done comes
/// out as requests.
public struct Desk: Sendable {
  /// Five minutes without a key, in milliseconds: then the family has gone, or might have.
  public static let idleLimit = 300_000
  /// How long a digit that led on is taken for the same press, in milliseconds.
  public static let bounceLimit = 400

  /// A page in its place.
  struct Layer: Sendable {
    let id: PageID
    var page: any Page
  }

  /// Never empty; the last is shown. Where the desk has a first page, that is the lowest.
  var layers: [Layer] = []
  private var layersMade = 0

  var page: any Page {
    get { layers[layers.count - 1].page }
    set { layers[layers.count - 1].page = newValue }
  }

  /// Whether the desk began at its first page, and goes back there; a single form ends the program instead.
  var hasHome: Bool { layers[0].page is HomeScreen }

  var settings: Settings
  /// The settings as the store had them when they were read last: what differs was changed here.
  var readSettings: Settings
  let person: Person
  /// Whether nobody leaves the desk: see `HomeScreen.isKiosk`.
  let isKiosk: Bool
  /// Whether it is spoken to in lines: see `PlainDialogue`.
  public var takesLines = false
  /// Whether Ctrl-Z leads to a shell where nothing is typed.
  var maySuspend = false
  /// The record of the first page was read before the desk began, and is read anew.
  private var isRecordOld = false
  var lastKey: Timestamp
  /// What Chinese is typed with where the machine has no input method.
  var pinyin = PinyinInput()
  /// The digit that has just answered an item of a family and led on, and when it was pressed last.
  private var answered: (key: Key, at: Timestamp)?
  /// Why the settings are not on the disk, until they are.
  var settingsProblem: StoreError?
  /// What of the store could not be read when it was last looked at.
  var unread: StoreError?
  /// Pages that were left with something half typed: see `Desk+Rest.swift`.
  var resting: [Rest] = []
  /// A few words of help stand on a page that has no help page of its own.
  private var isExplaining = false

  /// A desk that begins at the first page, or straight with a form, or with a family that comes back by a code.
  public enum Start: Sendable {
    case home
    /// A form at once, under an identity that was made for it.
    case fill(RecordIdentity)
    case comeBack(code: String)
    case opened(HeldRecord)
    /// The first page or a form, after a session that was cut off: whoever sat there may go on first.
    case interrupted(JournalReading, hasHome: Bool)
    /// For whoever runs the program at a shell: the sheet of a record, the work list, the review.
    case sheet(HeldRecord)
    case completion(Authority)
    case review(Authority, SummaryFilter)
  }

  public init(_ start: Start, person: Person, isKiosk: Bool = false, _ context: DeskContext) {
    self.init([], person: person, isKiosk: isKiosk, context)
    switch start {
    case .home: lay(HomeScreen(isKiosk: isKiosk))
    case .fill(let identity): lay(newForm(identity, sibling: nil, context))
    case .comeBack(let code): lay(ComeBackScreen(code: code))
    case .opened(let held): lay(Self.opening(held, context.of(held.record.edition)))
    case .interrupted(let reading, let hasHome):
      if hasHome { lay(HomeScreen(isKiosk: isKiosk)) }
      lay(LockScreen(covering: .journal(reading, known: Self.known(reading, context))))
    case .sheet(let held):
      lay(SheetScreen(held, context.of(held.record.edition)))
      isRecordOld = true
    case .completion(let holder): lay(CompletionScreen(holder: holder))
    case .review(let holder, let filter): lay(ReviewScreen(holder: holder, filter: filter))
    }
    switch start {
    case .sheet, .completion, .review: maySuspend = true
    case .home, .fill, .comeBack, .opened, .interrupted: break
    }
  }

  /// A desk with these pages.
  init(_ pages: [any Page], person: Person, isKiosk: Bool = false, maySuspend: Bool = false, _ context: DeskContext) {
    self.person = person
    self.isKiosk = isKiosk
    self.maySuspend = maySuspend
    (settings, readSettings) = (context.settings, context.settings)
    lastKey = context.now
    for page in pages { lay(page) }
  }

  mutating func lay(_ page: any Page) {
    layersMade += 1
    layers.append(Layer(id: PageID(number: layersMade), page: page))
  }

  func newForm(_ identity: RecordIdentity, sibling: Record?, _ context: DeskContext) -> GuidedScreen {
    let held = HeldRecord(beginning: identity, holder: .family(Sitting(person)), form: context.form, at: context.now)
    return GuidedScreen(held, sibling: sibling, isStored: false, context)
  }

  /// What the first page needs to be shown whole.
  public func begin(_ context: DeskContext) -> [Request] {
    let context = known(context)
    let effects = begin(again: isRecordOld, context)
    guard maySuspend else { return effects }
    // Whoever begins with a list at a shell goes on at once. At the door the menu offers it: a family may look on.
    let holder = (page as? CompletionScreen)?.holder ?? (page as? ReviewScreen)?.holder
    return effects + requests(holder.map { [.goOn($0)] } ?? [])
  }

  /// What is done when somebody outside asks that the program stop: it does where a shell's user works, and not where a
  /// family would find itself in a shell.
  public var stop: [Request] { maySuspend ? requests([.suspend]) : [] }

  /// Whether nobody is in the middle of anything: the first page, where nothing is typed.
  public var isFree: Bool { page is HomeScreen }

  /// What every page is told, beside what came in; the form is that of the record that comes in, else that of the
  /// record that the page is about.
  func known(_ context: DeskContext, for page: (any Page)? = nil, hearing input: Input? = nil) -> DeskContext {
    var context = context.of(input?.edition ?? (page ?? self.page).edition)
    context.settings = settings
    context.desk = DeskContext.Facts(
      person: person, isKiosk: isKiosk, hasHome: hasHome, takesLines: takesLines,
      typesPinyin: pinyin.isOn,
      problem: settingsProblem.map { context.wording(HomePhrase.settingsFailed, context.wording.message($0)) }
        ?? unread.map { context.wording(HomePhrase.unread, context.wording.message($0)) })
    return context
  }

  // MARK: Time

  /// Milliseconds until the desk must be told the time: to cover what was left on the screen, or because a page shows
  /// something for a moment only.
  public func timeout(at context: DeskContext) -> Int? {
    let now = context.now
    return [idlesAt(context), page.wakes(at: now)?.milliseconds].compactMap(\.self).min()
      .map { max(0, $0 - now.milliseconds) }
  }

  /// When nobody will have touched a key for too long, on a page that shows something of a family.
  func idlesAt(_ context: DeskContext) -> Int? {
    if case .stays = page.idling(known(context)) { nil } else { lastKey.milliseconds + Self.idleLimit }
  }

  // MARK: Updating

  /// Takes what happened; what comes back from the world is for the page that asked, if it still lies here.
  public mutating func update(
    _ input: Input, for asker: PageID? = nil, _ context: DeskContext
  ) -> [Request] {
    let context = known(context, hearing: input)
    switch input {
    case .event(let event): return update(event, context)
    case .news(let news): return update(news, for: asker, context)
    }
  }

  private mutating func update(_ event: Event, _ context: DeskContext) -> [Request] {
    switch event {
    // After the machine has slept, or a shell has stopped the program, a key may be the first to tell the time: nobody
    // sees or types into what should have been covered by then.
    case .tick, .key, .paste, .resize:
      if let due = idlesAt(context), due <= context.now.milliseconds { return idle(context) }
    case .wake, .terminate, .lost: break
    }
    switch event {
    case .terminate, .lost: return end(context)
    case .key(let key):
      lastKey = context.now
      if explains(key) { return [] }
      if key == .control("z"), maySuspend, page.isReadOnly { return requests([.suspend]) }
    case .paste: lastKey = context.now
    case .tick, .resize, .wake: break
    }
    let before = (page as? GuidedScreen)?.entry
    let requests = hand(.event(event), to: layers.count - 1, context)
    if let before, case .key(.text(let scalar)) = event, ChoiceEditor.digit(scalar) != nil,
      let after = (page as? GuidedScreen)?.entry, after.hasLeft(before)
    {
      answered = (.text(scalar), context.now)
    }
    return requests
  }

  /// Whether a key only repeats the press that answered the item before, so that it is no answer to the next one. This
  /// is decided before the event is kept, so that a journal holds what counted and needs no clock.
  public mutating func isBounce(_ event: Event, at now: Timestamp) -> Bool {
    guard case .key(let key) = event, let answered else { return false }
    let passed = now.milliseconds - answered.at.milliseconds
    // Another key in between is another press.
    let isSame = answered.key == key && (0..<Self.bounceLimit).contains(passed)
    self.answered = isSame ? (key, now) : nil
    return isSame && (page as? GuidedScreen)?.entry.takesDigits == true
  }

  /// Hands something to a page; one that is not shown leads nowhere.
  mutating func hand(_ input: Input, to index: Int, _ context: DeskContext) -> [Request] {
    let (effects, step) = layers[index].page.update(input, context)
    let requests = requests(effects.map { keep($0) }, layers[index].id)
    return index == layers.count - 1 ? requests + take(step, context) : requests
  }

  /// The desk's own part in what a page asks: settings that are not on the disk yet are tried again instead of being read,
  /// and new ones hold at once.
  private mutating func keep(_ effect: Effect) -> Effect {
    if case .readSettings = effect, settingsProblem != nil {
      settingsProblem = nil
      return .saveSettings(settings, since: readSettings, renamed: [])
    }
    if case .saveSettings(let new, _, let renamed) = effect {
      settings = new
      settings.moveCodes(renamed)
      settingsProblem = nil
    }
    return effect
  }

  /// Five minutes have passed: nothing of the family stays on the screen, and what is half typed becomes no answer.
  private mutating func idle(_ context: DeskContext) -> [Request] {
    lastKey = context.now
    let released = releasePreedit(context)
    switch page.idling(context) {
    case .stays: return released
    // A single form that nobody has begun stays for whoever comes.
    case .goes: return hasHome || !(page is GuidedScreen) ? goHome() : released
    case .rests:
      rest(context)
      return released + requests([.keepTyping]) + goHome()
    case .covered:
      return released
        + take(page.coveredForm(context).map { .replace(LockScreen(covering: .form($0))) } ?? .home, context)
    }
  }

  // MARK: Help

  /// Shows or withdraws the help of a page that has no help page of its own; true where the key has done its work by that.
  private mutating func explains(_ key: Key) -> Bool {
    let isHelp = key == .function(1) || key == .control("g")
    let explanation = page.explanation
    defer { isExplaining = isHelp && !isExplaining && explanation != nil }
    return explanation != nil && (isHelp || (isExplaining && key == .escape))
  }

  /// The help that stands on the page now.
  var shownExplanation: HomePhrase? { isExplaining ? page.explanation : nil }
}
