import FormModel
import Records
import Standards
import StoreSupport
import Terminal
import TestSupport
import Testing

@testable import Desk
@testable import Wording

/// A desk with a store that answers at once: keys in, whole screen out, and every record as it would be on the disk.
///
/// The clock, the ids and the form are pinned. Every name and number is invented.
struct WorkDesk: DeskDriver {
  var desk: Desk
  private(set) var context: DeskContext
  let memory: MemoryStore
  var hasLeft = false
  /// What a session keeps that may be cut off; nil where no test asks.
  var tape: Tape?
  /// What is typed on the page and in no record, as a session has it in a file.
  private var draft: Draft?
  /// What was typed and is in no record when somebody was cut off.
  var drafts: [Draft] = []
  /// What sessions left that were cut off.
  var left: [JournalReading] = []
  /// Everything that the desk asked for, in order.
  var effects: [Effect] = []
  var asker: PageID?
  var size = Size(80, 24)
  /// Why nothing can be printed.
  var printProblem: PrintProblem?
  private var identities = 0
  private var begun = 0
  /// Whether teachers look after all classes; where they have no accounts, staff does.
  var hasTeachers = true { didSet { appoint() } }

  /// 28 January 2015, 11:30 in China: a Wednesday.
  static let noon = Timestamp(milliseconds: 1_422_415_800_000, offset: 480)
  /// 8:00 on that day, and so many minutes later.
  static func morning(_ minutes: Int = 0) -> Timestamp {
    Timestamp(milliseconds: 1_422_403_200_000 + minutes * 60_000, offset: 480)
  }

  static let today = noon.date
  /// Read once: every desk of the tests has the same form.
  static let form = Result { try Form.load(from: .embedded) }
  /// The same form, in which every field is called otherwise.
  static let renamedForm = Result {
    let folder = try RenamedForm.folder(["preschool-28.json": FormFolder.embedded.bytes("preschool-28.json")])
    return try Form.load(from: FormFolder(directory: folder))
  }
  static let staff = Authority.staff(name: "何老师")
  static let teacher = Authority.teacher(name: "李老师", classes: ["小三班", "中二班", "大一班"])
  static let mother = Authority.family(Records.Sitting(Person(role: .guardian, name: "desk", relation: "52")))
  static let father = Authority.family(Records.Sitting(Person(role: .guardian, name: "desk", relation: "51")))
  static let kindergarten = Settings(
    kindergarten: "示范幼儿园", division: "441302", classes: ["小三班", "中二班", "大一班"], wasAsked: true)

  init(_ language: Language = .chinese, form: Form? = nil) throws {
    let form = if let form { form } else { try Self.form.get() }
    context = DeskContext(
      form: form, wording: Wording(language), settings: Self.kindergarten, now: Self.noon)
    memory = MemoryStore(forms: context.forms)
    desk = Desk(.home, person: Person(role: .guardian, name: "desk"), context)
    appoint()
  }

  static func identity(_ seed: Int) -> RecordIdentity {
    var generator = Steps(state: UInt64(seed))
    return RecordIdentity(milliseconds: morning().milliseconds + seed, using: &generator)
  }

  // MARK: Who sits down

  /// Opens a page of the work room.
  mutating func sit(_ page: any Page) {
    desk = Desk([page], person: Person(role: .guardian, name: "desk"), maySuspend: true, context)
    hasLeft = false
    perform(desk.begin(context))
  }

  /// Begins as a program that is run at a shell does.
  mutating func sit(at start: Desk.Start) {
    desk = Desk(start, person: Person(role: .guardian, name: "desk"), context)
    hasLeft = false
    perform(desk.begin(context))
  }

  /// Comes to the first page, and takes an entry.
  mutating func sitAtHome(_ entry: String) {
    desk = Desk(.home, person: Person(role: .guardian, name: "desk"), context)
    hasLeft = false
    perform(desk.begin(context))
    type(entry)
  }

  /// Changes the settings as somebody else would, elsewhere.
  mutating func change(_ body: (inout Settings) -> Void) { body(&context.settings) }

  mutating func review(_ filter: SummaryFilter = .waiting) {
    sit(ReviewScreen(holder: Self.staff, filter: filter))
  }

  mutating func open(_ record: Record, as holder: Authority = staff) throws {
    let held = try #require(HeldRecord(try self.record(record), holder: holder))
    sit(ReviewRecordScreen(held))
  }

  mutating func readBack(_ record: Record, as holder: Authority) throws {
    let held = try #require(HeldRecord(try self.record(record), holder: holder))
    sit(ReadBackScreen(held))
  }

  /// A family comes back by its code and the child's birth date.
  mutating func comeBack(_ record: Record, birthDate: String = "20110305") {
    desk = Desk(
      .comeBack(code: record.code.text), person: Person(role: .guardian, name: "desk", relation: "52"), context)
    hasLeft = false
    type(birthDate)
    press(.enter)
  }

  mutating func pass(milliseconds: Int) {
    context.now = Timestamp(milliseconds: context.now.milliseconds + milliseconds, offset: context.now.offset)
  }

  mutating func wait(seconds: Int) {
    context.now = Timestamp(milliseconds: context.now.milliseconds + seconds * 1_000, offset: 480)
  }

  // MARK: Keys and screens

  mutating func compose(_ event: Event) -> [Event] { desk.composed(event, context) }

  mutating func take(_ input: Input) {
    if case .event(let event) = input { tape?.keep(event, at: context.now) }
    perform(desk.update(input, for: asker, context))
    draft = desk.draft(context)
    if case .event(.key(let key)) = input {
      tape?.follow(desk.place(context), after: key)
    } else {
      tape?.follow(desk.place(context))
    }
  }

  var list: ReviewScreen? { desk.page as? ReviewScreen }

  func field(_ name: String) throws -> Int {
    try #require(context.form.index(of: name) ?? context.form.index(of: RenamedForm.name(of: name)))
  }
  func record(_ record: Record) throws -> Record { try #require(stored[record.id]) }

  // MARK: Records

  /// Changes a stored record as somebody else would, elsewhere.
  mutating func make(_ moves: [Move], on record: Record, as holder: Authority, minutes: Int = 60) throws {
    var held = try #require(HeldRecord(try self.record(record), holder: owning(record, holder)))
    for move in moves {
      let refusal = held.make(
        move, at: Self.morning(minutes), form: context.form, setting: context.setting,
        duplicate: possibleDuplicates(of: held.record).isDuplicate)
      try #require(refusal == nil, "\(move): \(String(describing: refusal))")
    }
    store(held.record)
  }

  /// The holder with the record among their own, where it is a family's.
  private func owning(_ record: Record, _ holder: Authority) -> Authority {
    guard case .family(let sitting) = holder else { return holder }
    let held = HeldRecord(
      record, openedBy: "20110305", holder: .family(sitting), on: Self.today, form: context.form)
    return held?.holder ?? holder
  }

  /// A citizen number with the right check character (GB 11643-1999).
  static func number(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  /// Every item of an invented child but its name and number.
  static let answers: [(field: String, value: String)] = [
    ("nationality", "CHN"), ("id_type", "1"), ("sex", "1"), ("birth_date", "2011-03-05"), ("ethnic_group", "01"),
    ("overseas_status", "00"), ("blood_type", "0"), ("birthplace", "441302000000"), ("native_place", "广东惠州"),
    ("hukou_type", "2"), ("nonagricultural_type", "1"), ("hukou_place", "441302000000"), ("address", "演示路 1 号"),
    ("entry_date", "2014-09-01"), ("attendance", "1"), ("only_child", "1"), ("left_behind", "0"),
    ("migrant_worker_child", "0"), ("health", "10"), ("disabled", "0"), ("orphan", "0"), ("guardian_name", "潘女士"),
    ("guardian_id_type", "1"), ("guardian_id_number", "440524198001010013"),
  ]

  /// A record in which everything is answered and nothing is wrong, stored.
  @discardableResult
  mutating func add(
    _ name: String, _ className: String = "中二班", sequence: Int, minutes: Int, by holder: Authority = mother,
    changing changes: [String: String] = [:], until status: Status = .submitted
  ) throws -> Record {
    identities += 1
    let number = Self.number("44130220110305" + String(100 + sequence * 2 + 1))
    var held = HeldRecord(
      beginning: Self.identity(identities), holder: holder, form: context.form, at: Self.morning(minutes))
    var moves: [Move] = []
    for (field, value) in [("name", name), ("id_number", number)] + Self.answers {
      moves.append(.answer(changes[field] ?? value, field: try self.field(field), source: .told))
    }
    moves.append(.setContact(Contact(telephone: "13800000000", className: className)))
    if status != .draft { moves.append(.handIn) }
    for move in moves {
      let refusal = held.make(
        move, at: Self.morning(minutes), form: context.form, setting: context.setting)
      try #require(refusal == nil, "\(move): \(String(describing: refusal))")
    }
    store(held.record)
    if status == .approved { try make([.approve], on: held.record, as: Self.staff, minutes: minutes + 1) }
    if status == .withdrawn {
      try make([.withdraw(reason: "重复登记")], on: held.record, as: Self.staff, minutes: minutes + 1)
    }
    return try record(held.record)
  }

  // MARK: The store

  mutating func perform(_ effect: Effect) {
    switch effect {
    case .fetch(let id, let holder, let purpose):
      if let reading = left(by: holder), reading.base.record.id == id { return goOn(reading, holder) }
      if stored[id].map(holder.maySee) ?? false { fetch(id, holder, for: purpose) }
    case .findPossibleDuplicates(let record):
      tell(.work(.possibleDuplicates(record.id, possibleDuplicates(of: record))))
    case .export(let day, _, let path, _): export(day, path)
    case .open(let code, let secret): open(code, secret, for: Person(role: .guardian, name: "desk", relation: "52"))
    case .print(_, let path, _):
      tell(.work(.printed(to: printProblem == nil ? "/home/desk/\(path)" : path, printProblem)))
    case .recall(let key):
      if let draft = drafts.last(where: { key.isAnswered(by: $0.key) }) { tell(.desk(.draft(draft))) }
    case .keepTyping: drafts += draft.map { [$0] } ?? []
    case .begin(let beginning):
      begun += 1
      begin(beginning, as: Self.identity(901 + begun))
    case .checkNumber(let record):
      let own = RecordSummary(record, form: context.form, setting: context.setting)
      guard let number = own.number else { return }
      tell(.record(.numberKnown(record.id, number: number, !possibleDuplicates(of: record).sameNumber.isEmpty)))
    case .askCutOff(let holder): tell(.work(.cutOff(left(by: holder)?.base.record)))
    case .goOn(let holder): if let reading = left(by: holder) { goOn(reading, holder) }
    default: answer(effect)
    }
  }

  /// One teacher looks after all classes of the tests; a PIN is hashed once.
  private static let teachers = Result {
    let store = MemoryStore(form: try form.get())
    let classes = ["小一班", "小三班", "中一班", "中二班", "大一班", "大二班", "托班", "学前班"]
    let account = try #require(Account(name: "李老师", kind: .teacher, classes: classes))
    _ = try store.add(account, pin: #require(PIN("284913")), Stamp(at: noon, by: staff.person))
    return try store.people()
  }

  private func appoint() {
    let people = hasTeachers ? try? Self.teachers.get() : nil
    _ = try? memory.changePeople { $0 = people ?? People(members: [:]) }
  }

  /// What the program would say of the whole list, and of one day's; a name that is taken is refused.
  private mutating func export(_ day: CalendarDate?, _ path: String) {
    if path.hasPrefix("taken") { return tell(.work(.exported(["taken.xlsx 已经有了。"], isWritten: false))) }
    let of = day.map(\.iso) ?? "-"
    tell(.work(.exported(["2 → \(path) (\(of))", "✗ K7M4 潘小明  身份证件号码：号码对不上"], isWritten: true)))
  }
}

extension WorkDesk: CustomTestStringConvertible {
  /// What stands on the screen, where a test fails.
  var testDescription: String { "\n\(screen)\n" }
}
