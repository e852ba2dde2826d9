import Desk
import FormModel
import Records
import Standards
import Terminal

/// The one loop: an event goes to the desk, its effects are performed here and nowhere else, the screen is shown.
///
/// It knows its terminal and its store only by their protocols, so that it runs in a test as it runs at a desk.
struct Session<Device: TerminalDevice, Keeper: Store> {
  let store: Keeper
  let writer: SnapshotWriter
  var context: DeskContext
  let person: Person
  private(set) var desk: Desk
  var terminal: Device
  let clock: () -> Timestamp
  /// What came while something took long, in its order, and is heard after it.
  var waiting: [Event] = []
  let isKiosk: Bool
  /// Opened by the first question, so that no family waits for it.
  let index: Keeper.Finder
  /// Records whose last save has failed.
  private var failing: Set<RecordID> = []
  /// When the disk is asked again, in milliseconds since 1970.
  private var retriesAt: Int?
  let archive: DailyArchive
  private var lastKey: Timestamp
  private var isDone = false
  /// The letters that the journal would put up again.
  private var preedit: String?
  /// The page whose request is being performed.
  private var asker: PageID?
  /// Why the disk refused the last save that failed, and whether whoever ends the program was asked about it.
  private var refusal: StoreError?
  private var hasAsked = false
  private var generator = SystemRandomNumberGenerator()
  /// The codes of records that were begun here, saved or not: no other record begins with one of them.
  private var given: Set<RecordCode> = []
  var journals: JournalKeeper<Keeper>
  var drafts: DraftKeeper<Keeper>
  /// Somebody outside has ended the program, or its window is too small: nobody has given up what is typed.
  private var isEnded = false
  /// The tries at the family's door that were made here: see `count(_:)`.
  var door = FamilyDoor()
  /// The store has not taken the count of the try that is being judged.
  var isUncounted = false

  /// How long after a failed save it is tried again, in milliseconds.
  private static var retryDelay: Int { 5_000 }

  /// How long a save waits for another program before the screen says who holds the folder, in milliseconds.
  static var longestLock: Int { 2_000 }

  /// How long the archive of the day may hold up whoever leaves, in milliseconds.
  private static var longestArchive: Int { 10_000 }

  /// How long nobody types before what Chinese is typed with is read, in milliseconds: behind the screen that is shown, and
  /// before somebody has found F4.
  private static var readingDelay: Int { 10 }

  private var hasReadAhead = false

  /// The desk as question and answer, where the terminal takes lines.
  private var dialogue: PlainDialogue?

  /// Sits somebody down at a desk; `clock` says what time it is.
  init(
    _ start: Desk.Start, isKiosk: Bool = false, store: Keeper, terminal: Device, _ context: DeskContext,
    person: Person, clock: @escaping () -> Timestamp
  ) {
    self.isKiosk = isKiosk
    self.store = store
    index = store.finder()
    archive = DailyArchive(store: store)
    lastKey = context.now
    self.terminal = terminal
    self.context = context
    self.person = person
    self.clock = clock
    journals = JournalKeeper(store: store)
    drafts = DraftKeeper(store: store)
    let waker = terminal.waker
    writer = SnapshotWriter(store: store) { waker.wake() }
    if case .fill(let identity) = start { given = [identity.code] }
    desk = Desk(start, person: person, isKiosk: isKiosk, context)
    desk.takesLines = Device.takesLines
    if Device.takesLines { dialogue = PlainDialogue() }
  }

  /// Whether everything typed is on the disk in the end.
  mutating func loop() -> Bool {
    perform(desk.begin(context))
    present()
    journals.follow(desk.place(context))
    var isCutOff = false
    while !isDone {
      let event = waiting.isEmpty ? terminal.nextEvent(timeout: timeout) : waiting.removeFirst()
      context.now = clock()
      switch event {
      case .wake: if terminal.takesStop() { perform(desk.stop) }
      case .tick: perform(desk.update(.event(.tick), context))
      case .key, .paste, .resize, .terminate, .lost:
        for heard in hear(event) {
          isEnded = isEnded || heard == .terminate || heard == .lost
          take(heard)
        }
        keepPreedit()
        isCutOff = event == .terminate || event == .lost
      }
      retryIfDue()
      // What is said cannot be taken back: it says how it stands on the disk.
      if dialogue != nil { finishSaving() }
      report()
      if hasAsked, !writer.hasUnsaved { isDone = true }
      journals.follow(desk.place(context))
      keepDraft()
      clearJournals()
      archiveIfQuiet()
      if !isDone { present() }
      readAhead()
    }
    terminal.restore()
    let isSaved = writer.drain()
    if isEnded {
      drafts.leave()
      journals.leave()
    }
    journals.follow(nil)
    drafts.giveUp()
    clearJournals()
    // Whoever is logged out or shut down is not held up.
    if !isCutOff, isSaved { archive.finish(at: clock(), milliseconds: Self.longestArchive) }
    archive.giveUp()
    return isSaved
  }

  /// Translates an event for the desk: a line that is typed becomes the keys that say the same.
  private mutating func hear(_ event: Event) -> [Event] {
    if let lines = dialogue?.hear(event, at: desk, context) { return lines }
    // Only a key can bounce; a line has returned above.
    guard !desk.isBounce(event, at: context.now), let heard = desk.heard(event, size: terminal.size) else { return [] }
    return desk.composed(heard, context).flatMap { desk.steps(of: $0, size: terminal.size, context) }
  }

  /// Shows the desk, or says what there is to say of it.
  mutating func present() {
    guard dialogue != nil else { return terminal.present(desk.draw(size: terminal.size, context)) }
    guard let said = dialogue?.say(desk, context) else { return }
    said.complaints.forEach(Output.complain)
    terminal.say(said.lines.map(Output.plain), clearing: said.clears)
  }

  /// Removes journals that are no longer needed; one with something half typed or unsaved stays.
  private mutating func clearJournals() {
    let (writer, resting) = (writer, desk.restingRecords)
    journals.clear { resting.union(writer.unsaved.map(\.id)) }
  }

  /// How many milliseconds it takes until the tables of pinyin are read; nil where nobody would type it.
  private var readingAhead: Int? {
    guard !hasReadAhead, dialogue == nil, desk.awaitsHanzi(context) else { return nil }
    return lastKey.milliseconds + Self.readingDelay - context.now.milliseconds
  }

  private mutating func readAhead() {
    guard let wait = readingAhead, wait <= 0 else { return }
    _ = context.form.tables.pinyin
    hasReadAhead = true
  }

  private var timeout: Int? {
    let now = context.now.milliseconds
    let waits = [desk.timeout(at: context), retriesAt.map { $0 - now }, quiet, readingAhead]
    return waits.compactMap(\.self).min().map { max(0, $0) }
  }

  /// An event goes into the journal, then to the desk; what the journal could not take is said if it stands nowhere else.
  private mutating func take(_ event: Event) {
    switch event {
    case .key, .paste:
      lastKey = context.now
      archive.giveUp()
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    let wasBehind = journals.isBehind
    let problem = keep(event)
    perform(desk.update(.event(event), context))
    if let problem, let place = desk.place(context), isAtStake(place) {
      tell(.record(.failed(place.record.id, problem)))
    }
    if journals.isBehind { retriesAt = retriesAt ?? context.now.milliseconds + Self.retryDelay }
    if wasBehind { tellIfKept() }
  }

  /// Whether something of the record would be lost with the program: a word half typed, or what waits for the disk.
  private func isAtStake(_ place: Desk.Place) -> Bool {
    place.page == nil || writer.unsaved.contains { $0.id == place.record.id }
  }

  /// Tells the desk once the open record is safe again, so that the screen no longer says that it is not saved.
  private mutating func tellIfKept() {
    guard let place = desk.place(context), !failing.contains(place.record.id), !(journals.isBehind && isAtStake(place))
    else { return }
    tell(.record(.kept(place.record.id)))
  }

  /// Asks a disk that has refused something again.
  private mutating func retryIfDue() {
    guard let due = retriesAt, due <= context.now.milliseconds else { return }
    let isBehind = journals.isBehind
    if !failing.isEmpty { writer.retry() }
    do throws(StoreError) {
      try journals.catchUp()
      if isBehind { tellIfKept() }
    } catch {
      // It was said already.
    }
    retriesAt = failing.isEmpty && !journals.isBehind ? nil : context.now.milliseconds + Self.retryDelay
  }

  /// How many milliseconds the first page has still to lie there until the archive of the day is made; nil where none is
  /// to be made now, as while something waits for the disk.
  private var quiet: Int? {
    desk.isFree && !writer.hasUnsaved ? archive.wait(since: lastKey, at: context.now) : nil
  }

  /// Makes the archive of the day while the first page lies there.
  private func archiveIfQuiet() {
    if quiet == 0 { archive.start(at: context.now) }
  }

  /// Writes an event into the journal before the desk takes it, and says why it could not.
  private mutating func keep(_ event: Event) -> StoreError? {
    guard journals.record != nil else { return nil }
    do throws(StoreError) {
      try journals.write(event, at: context.now)
      preedit = preedit.map { _ in "" }
      return nil
    } catch {
      return error
    }
  }

  /// Letters that are not taken yet are in no page, so the journal is told how they stand before the screen shows them.
  private mutating func keepPreedit() {
    guard desk.preedit != preedit, journals.record != nil else { return }
    preedit = desk.preedit
    do throws(StoreError) {
      try journals.write(preedit: desk.preedit, at: context.now)
    } catch {
      if let place = desk.place(context) { tell(.record(.failed(place.record.id, error))) }
    }
  }

  /// Passes news to the desk; while a request is performed, the news is for the page that asked.
  mutating func tell(_ news: News) { perform(desk.update(.news(news), for: asker, context)) }

  /// Tells the desk what the writer has done.
  private mutating func report() {
    for report in writer.reports() {
      switch report {
      case .saved(let id, let revision):
        failing.remove(id)
        tell(.record(.saved(id, revision: revision, at: context.now)))
      case .failed(let id, let error) where error.code == .conflict:
        if !joined(id) {
          fail(id, error)
        }
      case .failed(let id, let error) where error.code == .otherRecord:
        failing.remove(id)
        beginAnew(id)
      case .failed(let id, let error): fail(id, error)
      case .numberKnown(let id, let number, let isKnown):
        tell(.record(.numberKnown(id, number: number, isKnown)))
      }
    }
  }

  /// Gives a new identity to a record whose own belonged to another record already, and saves it under the new one.
  private mutating func beginAnew(_ id: RecordID) {
    let identity = freshIdentity()
    writer.rename(id, to: identity)
    tell(.record(.renamed(id, identity)))
    writer.retry()
  }

  private mutating func fail(_ id: RecordID, _ error: StoreError) {
    failing.insert(id)
    refusal = error
    retriesAt = retriesAt ?? context.now.milliseconds + Self.retryDelay
    tell(.record(.failed(id, error)))
  }

  /// Gives the terminal to the shell; when it comes back, what the screen shows may have to be covered by then.
  private mutating func suspend() {
    guard !isKiosk else { return }
    // A program that is stopped may never be continued.
    finishSaving()
    terminal.suspend()
    context.now = clock()
    perform(desk.update(.event(.resize(terminal.size)), context))
  }

  /// Ends the program, but not over something that is not on the disk, unless whoever ends it knows that.
  private mutating func leave() {
    // Where the terminal is gone or the machine goes down nobody can be asked any more.
    guard !isEnded, !hasAsked, !writer.drain(milliseconds: Self.longestLock + 500) else {
      isDone = true
      return
    }
    hasAsked = true
    report()
    tell(.desk(.unsaved(refusal ?? StoreError(.io, path: store.name))))
  }

  // MARK: Effects

  private mutating func perform(_ requests: [Request]) {
    for request in requests {
      let before = asker
      asker = request.page
      perform(request.effect)
      asker = before
    }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .save(let record): save(record)
    case .retry: writer.retry()
    case .saveSettings(let settings, let base, let renamed): save(settings, since: base, renamed)
    case .readSettings: readSettings()
    case .countChildren(let classes): countChildren(classes)
    case .renameClasses(let renames, let holder): rename(renames, holder)
    case .begin(let beginning): begin(beginning)
    case .open(let code, let secret): open(code, secret)
    case .unlock(let record, let secret): unlock(record, secret)
    case .reread(let record): reread(record)
    case .knock: knock()
    case .enter(let name, let pin): enter(name, pin)
    case .askAccounts(let holder): askAccounts(holder)
    case .change(let change, let holder): make(change, holder)
    case .list(let filter, let holder, let purpose): list(filter, holder, for: purpose)
    case .fetch(let id, let holder, let purpose): fetch(id, holder, for: purpose)
    case .findPossibleDuplicates(let record): findPossibleDuplicates(record)
    case .checkNumber(let record): checkNumber(record)
    case .count(let lists, let holder): count(lists, holder)
    case .countFigures(let grouping, let listing, let holder): countFigures(grouping, listing, holder)
    case .make(let move, let ids, let holder): make(move, of: ids, holder)
    case .weigh(let given, let ids, let holder): weigh(given, ids, holder)
    case .give(let given, let seen, let holder): give(given, seen, holder)
    case .takeBack(let given, let children, let holder): takeBack(given, from: children, holder)
    case .askLastGiving(let holder): tell(.work(.lastGiving(lastGiving(holder))))
    case .askArchive: askArchive()
    case .export(let day, let edition, let path, let holder): export(day, of: edition, to: path, for: holder)
    case .askCutOff(let holder): askCutOff(holder)
    case .goOn(let holder): goOn(holder)
    case .countOut(let code, let name): countOut(withoutCode: code, inClass: name)
    case .perform(let task, let path, let holder): perform(task, on: path, for: holder)
    case .bringIn(let request, let step, let holder): bringIn(request, step, for: holder)
    case .print(let printout, let path, let holder): print(printout, to: path, for: holder)
    case .printSlip(let record): printSlip(of: record)
    case .suspend: suspend()
    case .resume(let reading, let secret): resume(reading, secret)
    case .recall(let key): recall(key)
    case .keepTyping: drafts.leave()
    case .redraw: terminal.redraw()
    case .leave: leave()
    case .leaveUnsaved: isDone = true
    }
  }

  /// Knows a record as it stands in the store, so that the next save replaces this revision and no other.
  ///
  /// Gives the record to go on with: what was typed here and waits for a disk that fails is not lost by reading again.
  @discardableResult
  mutating func know(_ record: Record) -> Record { writer.opened(record) }

  /// A record begins; what repeats comes from the form that whoever works here filled in last.
  private mutating func begin(_ beginning: Beginning) {
    var carried = CarriedAnswers()
    if case .work(let holder, _, _) = beginning {
      finishSaving()
      carried = store.carried(
        by: holder.person, form: context.of(beginning.edition).form, setting: context.setting)
    }
    tell(.desk(.begun(freshIdentity(), beginning, carried: carried)))
  }

  private mutating func freshIdentity() -> RecordIdentity {
    let identity = RecordIdentity(milliseconds: context.now.milliseconds, avoiding: given, using: &generator)
    given.insert(identity.code)
    return identity
  }

  private mutating func save(_ record: Record) { writer.submit(record, today: context.now.date) }
}
