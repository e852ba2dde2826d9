import FormModel
import Records
import Standards
import StoreSupport
import Terminal
import TestSupport
import Testing

@testable import Desk
@testable import Wording

/// A teacher or staff member at a page of the work room: keys in, whole screen out, and a store that answers at once.
///
/// The clock, the ids and the form are pinned, so that the same keys always make the same screens.
struct Classroom: DeskDriver {
  private(set) var desk: Desk
  private(set) var context: DeskContext
  let memory: MemoryStore
  /// The records of the store, in the order in which they came.
  var stored: [Record] { order.compactMap { id in memory.all.first { $0.id == id } } }
  private var order: [RecordID]
  var effects: [Effect] = []
  var asker: PageID?
  var hasLeft = false
  /// How many keys were pressed.
  private(set) var keys = 0
  var size = Size(80, 24)
  /// Lists and records that are not answered yet.
  var isSlow = false
  var unreadable: [StoreError] = []
  /// Answers every request for a record with this.
  var refusal: StoreError?
  private var identities = 1_000

  /// 2 March 2026, a Monday, 09:41:07 in China.
  static let morning = Timestamp(milliseconds: 1_772_415_667_000, offset: 480)
  static let kindergarten = Settings(
    kindergarten: "示范幼儿园", division: "441302", classes: ["小一班", "中一班", "大一班"], wasAsked: true)
  static let teacher = Authority.teacher(name: "李老师", classes: ["小一班", "中一班", "大一班"])
  static let staff = Authority.staff(name: "王园长")

  /// `page` is made once the store is filled.
  init(
    _ stored: [Record] = [], _ language: Language = .chinese, size: Size = Size(80, 24), daysLater: Int = 0,
    at page: (DeskContext) -> any Page,
    isSlow: Bool = false
  ) throws {
    let form = try Self.form.get()
    let now = Timestamp(milliseconds: Self.morning.milliseconds + daysLater * 86_400_000, offset: Self.morning.offset)
    context = DeskContext(form: form, wording: Wording(language), settings: Self.kindergarten, now: now)
    memory = MemoryStore(forms: context.forms)
    order = stored.map(\.id)
    for record in stored { memory.put(record) }
    self.size = size
    self.isSlow = isSlow
    desk = Desk([page(context)], person: Person(role: .guardian, name: "desk"), maySuspend: true, context)
    perform(desk.begin(context))
  }

  /// A new form, as the menu begins it.
  static func newForm(_ holder: Authority = teacher, _ language: Language = .chinese, size: Size = Size(80, 24)) throws
    -> Classroom
  {
    let form = try form.get()
    let held = HeldRecord(beginning: identity(1), holder: holder, form: form, at: morning)
    return try Classroom([], language, size: size, at: { SheetScreen(held, $0) })
  }

  /// One form for all tests: reading its lists takes longer than most of them.
  static let form = Result { try Form.load(from: .embedded) }

  static func identity(_ number: Int) -> RecordIdentity {
    var generator = Steps(state: UInt64(number))
    return RecordIdentity(milliseconds: morning.milliseconds + number, using: &generator)
  }

  // MARK: What the person does

  mutating func compose(_ event: Event) -> [Event] { desk.composed(event, context) }

  mutating func take(_ input: Input) {
    if case .event(.key) = input { keys += 1 }
    perform(desk.update(input, for: asker, context))
  }

  mutating func pass(milliseconds: Int) {
    context.now = Timestamp(milliseconds: context.now.milliseconds + milliseconds, offset: context.now.offset)
  }

  mutating func jump(_ item: Int) {
    press(.function(6))
    enter("\(item)")
  }

  // MARK: What the person sees

  var page: any Page { desk.page }

  var sheet: SheetScreen? {
    page as? SheetScreen
  }

  var completion: CompletionScreen? {
    page as? CompletionScreen
  }

  var isReadingBack: Bool { page is ReadBackScreen }

  /// The item that the sheet stands at, by its name.
  var item: String? { sheet.map { context.form.fields[$0.entry.field].name } }

  var record: Record? { sheet?.entry.record }

  func answer(_ name: String) -> RecordedAnswer? {
    context.form.index(of: name).flatMap { record?.answers[$0] }
  }

  func value(_ name: String) -> String? { answer(name)?.value }

  func storedValue(_ name: String, of number: Int) -> String? {
    guard let field = context.form.index(of: name) else { return nil }
    return stored[number].answers[field]?.value
  }

  // MARK: The store

  /// Another page or desk has changed a record.
  mutating func replace(_ record: Record) { store(record) }

  mutating func perform(_ effect: Effect) {
    switch effect {
    case .save(let record):
      if !order.contains(record.id) { order.append(record.id) }
      save(record)
    case .begin(let beginning):
      begin(beginning, as: Self.identity(identities))
      identities += 1
    case .count(let lists, let holder):
      tell(.work(.counted(Dictionary(uniqueKeysWithValues: lists.map { ($0, seen($0.filter, holder).count) }))))
    case .make(let move, let ids, let holder): make(move, of: ids, holder)
    case .list(let filter, let holder, let purpose): if !isSlow { tell(list(filter, holder, for: purpose)) }
    case .fetch(let id, let holder, let purpose): if !isSlow { answer(id, holder, for: purpose) }
    default: answer(effect)
    }
  }

  private func list(_ filter: SummaryFilter, _ holder: Authority, for purpose: Purpose) -> News {
    .work(.listed(filter, for: purpose, filter.sorted(seen(filter, holder)), touched: [], unreadable: unreadable))
  }

  private func seen(_ filter: SummaryFilter, _ holder: Authority) -> [RecordSummary] {
    stored.filter(holder.maySee).map { RecordSummary($0, form: context.form, setting: context.setting) }
      .filter(filter.accepts)
  }

  private mutating func make(_ move: ManyMove, of ids: [RecordID], _ holder: Authority) {
    var outcomes: [MoveOutcome] = []
    for id in ids {
      guard let record = stored.first(where: { $0.id == id }), var held = HeldRecord(record, holder: holder) else {
        continue
      }
      let refusal = held.make(move.move, at: context.now, form: context.form, setting: context.setting)
      store(held.record)
      let summary = RecordSummary(held.record, form: context.form, setting: context.setting)
      outcomes.append(MoveOutcome(summary, refusal: refusal))
    }
    tell(.work(.made(move, outcomes)))
  }

  private mutating func answer(_ id: RecordID, _ holder: Authority, for purpose: Purpose) {
    if let refusal { tell(.unreadable(refusal)) } else { fetch(id, holder, for: purpose) }
  }
}

extension Classroom: CustomTestStringConvertible {
  /// What a failed expectation shows: the screen, and nothing of the store.
  var testDescription: String { "\n" + screen }
}
