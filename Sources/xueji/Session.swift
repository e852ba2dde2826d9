import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards
import Terminal

/// The one loop: an event goes to the desk, its effects are performed here and nowhere else, the screen is shown.
struct Session {
  let store: RecordStore
  let writer: SnapshotWriter
  var context: DeskContext
  private let person: Person
  private var desk: Desk
  private var terminal: CursesTerminal
  private let isKiosk: Bool
  /// Opened by the first question, so that no family waits for it.
  let index: RecordIndex
  private var hasFailed = false
  private var isDone = false
  /// Records that the store has, or is about to have.
  var known: Set<RecordID> = []
  private var generator = SystemRandomNumberGenerator()

  /// How long after a failed save it is tried again, in milliseconds.
  private static let retryDelay = 5_000

  /// Runs the desk until somebody leaves it; says one sentence and ends with an exit code where it cannot be shown.
  static func run(_ launch: Launch) throws {
    let wording = CommonOptions.wording(launch.lang)
    let form = try CommonOptions.form(launch.forms, wording)
    let store = RecordStore(path: StoreOptions.path(launch.store), form: form)
    let settings: Settings
    do throws(StoreError) {
      settings = try store.settings()
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(74)
    }
    let terminal: CursesTerminal
    do throws(TerminalProblem) {
      terminal = try CursesTerminal(
        colours: Environment.value("NO_COLOR") == nil, ignoresInterrupts: launch.isKiosk)
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(69)
    }
    let context = DeskContext(form: form, wording: wording, settings: settings, now: SystemClock.now)
    let person = Person(role: .guardian, name: PersonOptions.recordedName(launch.name))
    var session = Session(launch, store, terminal, context, person)
    if let record = launch.opened { session.hold(record) }
    guard session.loop() else {
      Output.complain(wording.notSaved)
      throw ExitCode(74)
    }
  }

  private init(
    _ launch: Launch, _ store: RecordStore, _ terminal: CursesTerminal, _ context: DeskContext, _ person: Person
  ) {
    isKiosk = launch.isKiosk
    self.store = store
    index = RecordIndex(store: store)
    self.terminal = terminal
    self.context = context
    self.person = person
    let waker = terminal.waker
    writer = SnapshotWriter(store: store) { waker.wake() }
    let identity = RecordIdentity(milliseconds: context.now.milliseconds, using: &generator)
    desk = Desk(launch.start, person: person, identity: identity, isKiosk: isKiosk, context)
  }

  /// Whether everything typed is on the disk in the end.
  private mutating func loop() -> Bool {
    perform(desk.begin(context))
    terminal.present(desk.draw(size: terminal.size, context))
    while !isDone {
      let event = terminal.nextEvent(timeout: timeout)
      context.now = SystemClock.now
      switch event {
      case .wake: break
      case .tick:
        if hasFailed { writer.retry() }
        perform(desk.update(.event(.tick), context))
      case .key, .paste, .resize, .terminate, .lost: perform(desk.update(.event(event), context))
      }
      report()
      if !isDone { terminal.present(desk.draw(size: terminal.size, context)) }
    }
    terminal.restore()
    return writer.drain()
  }

  private var timeout: Int? {
    let idle = desk.timeout(at: context.now)
    return hasFailed ? min(idle ?? Self.retryDelay, Self.retryDelay) : idle
  }

  /// Shows that records are being read, before everything else waits for it.
  mutating func show(done: Int, total: Int) {
    tell(.reading(done: done, total: total))
    terminal.present(desk.draw(size: terminal.size, context))
  }

  mutating func tell(_ news: News) { perform(desk.update(.news(news), context)) }

  /// Tells the desk what the writer has done.
  private mutating func report() {
    for report in writer.reports() {
      switch report {
      case .saved(let id, let revision):
        hasFailed = false
        tell(.saved(id, revision: revision, at: context.now))
      case .failed(let id, let error):
        hasFailed = true
        tell(.failed(id, error))
      }
    }
  }

  /// Gives the terminal to the shell; what stands there when it comes back may have to be covered by then.
  private mutating func suspend() {
    guard !isKiosk else { return }
    terminal.suspend()
    context.now = SystemClock.now
    perform(desk.update(.event(.resize(terminal.size)), context))
  }

  // MARK: Effects

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .save(let record): save(record)
    case .retry: writer.retry()
    case .saveSettings(let settings): save(settings)
    case .prepareIdentity: tell(.identity(freshIdentity()))
    case .open(let code, let secret): open(code, secret)
    case .unlock(let record, let secret):
      guard let refusal = refuse(unless: record.unlocks(to: secret, on: context.now.date, form: context.form)) else {
        return tell(.unlocked)
      }
      tell(refusal)
    case .knock: knock()
    case .enter(let name, let pin): enter(name, pin)
    case .list(let filter, let holder): list(filter, holder)
    case .fetch(let id, let holder): fetch(id, holder)
    case .findNeighbours(let record): findNeighbours(record)
    case .checkNumber(let record): checkNumber(record)
    case .approve(let ids, let holder): approve(ids, holder)
    case .suspend: suspend()
    case .redraw: terminal.redraw()
    case .leave: isDone = true
    }
  }

  /// Knows a record as it stands in the store, so that the next save replaces this revision and no other.
  mutating func hold(_ record: Record) {
    known.insert(record.id)
    writer.opened(record)
  }

  private mutating func save(_ settings: Settings) {
    context.settings = settings
    do throws(StoreError) {
      try store.save(settings)
    } catch {
      tell(.settingsFailed(error))
    }
  }

  private mutating func freshIdentity() -> RecordIdentity {
    store.newIdentity(milliseconds: context.now.milliseconds, using: &generator)
  }

  private mutating func save(_ record: Record) {
    var record = record
    if known.insert(record.id).inserted, store.isTaken(record.code) {
      let identity = freshIdentity()
      known.insert(identity.id)
      tell(.renamed(record.id, identity))
      record.rename(identity)
    }
    writer.submit(record, today: context.now.date)
  }

  /// Opens a family's record for whoever knows its code and its secret; otherwise nobody learns which was wrong.
  private mutating func open(_ code: String, _ secret: String) {
    do throws(StoreError) {
      let found = try RecordCode(code).map { code throws(StoreError) in try store.record(code: code) } ?? nil
      let held = found.flatMap {
        HeldRecord(
          $0, openedBy: secret, holder: .family(Sitting(person)), on: context.now.date, form: context.form)
      }
      if let refusal = refuse(unless: held != nil) { return tell(refusal) }
      guard let held else { return }
      hold(held.record)
      tell(.opened(held))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// The growing wait after wrong tries, kept in the store so that no restart shortens it.
  private func refuse(unless isRight: Bool) -> News? {
    var comingBack = (try? store.comingBack()) ?? ComingBack()
    if let seconds = comingBack.wait(at: context.now.milliseconds) { return .wait(seconds: seconds) }
    guard isRight else {
      comingBack.fail(at: context.now.milliseconds)
      try? store.save(comingBack)
      return .refused
    }
    if comingBack != ComingBack() {
      comingBack.succeed()
      try? store.save(comingBack)
    }
    return nil
  }
}
