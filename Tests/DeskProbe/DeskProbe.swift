import FormModel
import Glibc
import Records
import Standards

/// A desk without a screen: changes the records of a store that it shares with others, as a session does.
///
/// `DeskProbe STORE NUMBER CHANGES ID,ID,… [no-locks]` makes so many changes, each with a value that nobody else gives
/// (`NUMBER-1`, `NUMBER-2`, …), waits until all are on the disk, and says how often another desk had been quicker.
///
/// `DeskProbe STORE NUMBER TRIES door CODE OWN` guesses at a code at the family's door, and opens its own form in between.
///
/// `DeskProbe STORE NUMBER CHANGES settings` adds classes with their codes instead, and `accounts` adds accounts, of which
/// it disables every second one.
@main
struct DeskProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 5, let number = UInt64(arguments[2]), let changes = Int(arguments[3]),
      let form = try? Form.load(from: .embedded)
    else { return end("usage: DeskProbe STORE NUMBER CHANGES ID,ID,… [no-locks]", 64) }
    let store =
      arguments.last == "no-locks"
      ? RecordStore.withoutLocks(path: arguments[1], form: form) : RecordStore(path: arguments[1], form: form)
    do throws(StoreError) {
      if arguments[4] == "settings" { return try changeSettings(store, number, changes) }
      if arguments[4] == "accounts" { return try changeAccounts(store, number, changes) }
      if arguments[4] == "door", arguments.count == 7, let code = RecordCode(arguments[5]) {
        return try guess(code, RecordCode(arguments[6]), store, number, changes)
      }
    } catch {
      return end("\(error)", 74)
    }
    let ids = arguments[4].split(separator: ",").compactMap { RecordID($0) }
    var desk = SilentDesk(store, number: number)
    for change in 1...changes {
      do throws(StoreError) {
        try desk.change(ids, "\(number)-\(change)")
      } catch {
        return end("change \(change): \(error)", 74)
      }
    }
    guard desk.settle() else { return end("not saved: \(desk.failures)", 74) }
    print("changes \(changes) saves \(desk.saves) conflicts \(desk.conflicts)")
  }

  /// Each class comes from settings that are as old as the desk's first page, its code from a command.
  private static func changeSettings(_ store: RecordStore, _ number: UInt64, _ changes: Int) throws(StoreError) {
    let base = try store.settings()
    var mine = base
    for change in 1...changes {
      let name = "\(number)-\(change)"
      mine.classes.append(name)
      try store.save(mine, since: base)
      try store.changeSettings { $0.classCodes[name] = "C\(name)" }
    }
    print("changes \(changes)")
  }

  private static func changeAccounts(_ store: RecordStore, _ number: UInt64, _ changes: Int) throws(StoreError) {
    let stamp = Stamp(at: SilentDesk.moment, by: Person(role: .staff, name: "desk \(number)"))
    for change in 1...changes {
      guard let account = Account(name: "账号\(number)-\(change)", kind: .teacher), let pin = PIN("284913") else {
        continue
      }
      if let problem = try store.add(account, pin: pin, stamp) { return end("\(problem)", 65) }
      if change % 2 == 0, let problem = try store.disable(account.name, stamp) { return end("\(problem)", 65) }
    }
    print("changes \(changes)")
  }

  /// Somebody who guesses whenever they may, six minutes apart by their own clock, and says how often it was judged.
  private static func guess(
    _ code: RecordCode, _ own: RecordCode?, _ store: RecordStore, _ number: UInt64, _ tries: Int
  ) throws(StoreError) {
    var (judged, closed, opened) = (0, 0, 0)
    for step in 0..<tries {
      let at = Timestamp(milliseconds: SilentDesk.moment.milliseconds + step * 360_000, offset: 480)
      switch try store.count(DoorTry(code: code, desk: "desk \(number)", at: at)) {
      case .mayTry: judged += 1
      case .closed: closed += 1
      case .wait: break
      }
      let right = DoorTry(code: own, desk: "desk \(number)", at: at)
      guard try store.count(right) == .mayTry else { continue }
      try store.pass(right)
      opened += 1
    }
    print("judged \(judged) closed \(closed) opened \(opened)")
  }

  private static func end(_ sentence: String, _ status: Int32) {
    print(sentence)
    exit(status)
  }
}

/// What a session does with its writer, its page and what other desks have saved.
struct SilentDesk {
  private(set) var saves = 0
  private(set) var conflicts = 0
  private(set) var failures: [StoreError] = []
  private let store: RecordStore
  private let writer: SnapshotWriter
  private let name: String
  private var steps: SplitMix
  /// The record whose page is open.
  private var page: HeldRecord?

  /// Items that take any text.
  private static let fields = ["name", "native_place", "address", "guardian_name"]
  private static let today = CalendarDate(year: 2015, month: 1, day: 28) ?? CalendarDate(dayNumber: 0)
  static let moment = Timestamp(milliseconds: 1_422_403_200_000, offset: 480)

  init(_ store: RecordStore, number: UInt64) {
    self.store = store
    name = "desk \(number)"
    steps = SplitMix(state: number)
    writer = SnapshotWriter(store: store) {}
  }

  /// Answers an item of one of the records, and now and then waits for the disk.
  mutating func change(_ ids: [RecordID], _ value: String) throws(StoreError) {
    if page == nil || steps.next() % 12 == 0, let id = pick(ids) { try open(id) }
    guard let field = Self.fields.randomElement(using: &steps).flatMap(store.forms.form.index), let today = Self.today
    else { return }
    page?.make(
      .answer(value, field: field, source: .told), at: Self.moment, form: store.forms.form,
      setting: CheckSetting(today: today))
    if let page { writer.submit(page.record, today: today) }
    if steps.next() % 16 == 0 { _ = settle() }
  }

  /// A record; half of the time one of three that everybody wants.
  private mutating func pick(_ ids: [RecordID]) -> RecordID? {
    let wanted = steps.next() % 2 == 0 ? ids.prefix(3) : ids[...]
    return wanted.randomElement(using: &steps)
  }

  private mutating func open(_ id: RecordID) throws(StoreError) {
    guard let standing = try store.record(id: id) else { throw StoreError(.notFound, path: id.text) }
    page = HeldRecord(writer.opened(standing), holder: .staff(name: name))
    // A look at the page, in which the others go on, also where there is one processor for all.
    usleep(1_000)
  }

  /// Waits for the disk and joins what others have saved, until everything is there; false where the disk fails.
  mutating func settle() -> Bool {
    while true {
      let isSaved = writer.drain(milliseconds: 60_000)
      var hasConflict = false
      for report in writer.reports() {
        switch report {
        case .saved: saves += 1
        case .failed(let id, let error) where error.code == .conflict:
          hasConflict = true
          join(id)
        case .failed(_, let error): failures.append(error)
        case .numberKnown: break
        }
      }
      if isSaved { return true }
      guard hasConflict else { return false }
    }
  }

  private mutating func join(_ id: RecordID) {
    conflicts += 1
    guard let theirs = writer.join(id) else { return }
    if page?.record.id == id, let today = Self.today {
      _ = page?.merge(theirs, form: store.forms.form)
      if let page { writer.submit(page.record, today: today) }
    }
    writer.retry()
  }
}
