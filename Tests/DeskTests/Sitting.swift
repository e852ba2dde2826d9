import FormModel
import Records
import Standards
import StoreSupport
import Terminal
import TestSupport

@testable import Desk
@testable import Wording

/// Somebody sits at the desk: keys in, whole screen out, and a store that answers at once.
///
/// The clock, the ids and the form are pinned, so that the same keys always make the same screens.
struct Sitting: DeskDriver, CustomStringConvertible {
  var desk: Desk
  private(set) var context: DeskContext
  /// Everything the desk asked for, in order.
  var effects: [Effect] = []
  var asker: PageID?
  /// Everything that was done, and when.
  private(set) var events: [(event: Event, at: Timestamp)] = []
  let memory: MemoryStore
  var hasLeft = false
  /// Fails every save of a record, or of the settings, while it is set.
  var failure: StoreError?
  var settingsFailure: StoreError?
  /// Numbers that other families' records bear.
  var knownNumbers: Set<String> = []
  /// A disk that has not answered yet.
  var isSlow = false
  var size = Size(80, 24)
  private var identities = 1

  /// 2 March 2026, 09:41:07 in China.
  static let morning = Timestamp(milliseconds: 1_772_415_667_000, offset: 480)
  static let kindergarten = Settings(
    kindergarten: "示范幼儿园", division: "441302", classes: ["小一班", "中一班", "大一班"], wasAsked: true)
  /// Loaded once: its search index is built when it is first asked.
  static let form = Result { try Form.load(from: .embedded) }
  static let family = Person(role: .guardian, name: "desk")

  init(
    _ start: Desk.Start = .fill(Self.identity(0)), _ language: Language = .chinese,
    settings: Settings = Self.kindergarten,
    form: Form? = nil, forms: FormLibrary? = nil
  ) throws {
    let forms = if let forms { forms } else { FormLibrary(try form ?? Self.form.get()) }
    context = DeskContext(forms: forms, wording: Wording(language), settings: settings, now: Self.morning)
    memory = MemoryStore(forms: forms)
    desk = Desk(start, person: Self.family, context)
    perform(desk.begin(context))
  }

  static func identity(_ number: Int) -> RecordIdentity {
    var generator = Steps(state: UInt64(number))
    return RecordIdentity(milliseconds: morning.milliseconds, using: &generator)
  }

  // MARK: What the person does

  mutating func compose(_ event: Event) -> [Event] { desk.composed(event, context) }

  mutating func take(_ input: Input) {
    if case .event(let event) = input { events.append((event, context.now)) }
    perform(desk.update(input, for: asker, context))
  }

  mutating func pass(milliseconds: Int) {
    context.now = Timestamp(milliseconds: context.now.milliseconds + milliseconds, offset: context.now.offset)
  }

  /// Nobody does anything for a while, then the clock strikes.
  mutating func rest(seconds: Int) {
    context.now = Timestamp(milliseconds: context.now.milliseconds + seconds * 1_000, offset: context.now.offset)
    if desk.timeout(at: context) == 0 { send(.tick) }
  }

  // MARK: What the person sees

  /// What a failed expectation prints.
  var description: String { "\n" + screen }

  /// The guided view, if that is on the screen.
  var guided: GuidedScreen? {
    desk.page as? GuidedScreen
  }

  /// The name of the item on the screen, where nothing lies over it.
  var item: String? { guided.map { $0.entry.panel == nil ? context.form.fields[$0.entry.field].name : "" } }

  var record: Record? { guided?.entry.record }

  func value(_ name: String) -> String? { answer(name)?.value }

  func answer(_ name: String) -> RecordedAnswer? {
    context.form.index(of: name).flatMap { record?.answers[$0] }
  }

  /// How many records were asked to be saved so far.
  var saves: Int { effects.count { if case .save = $0 { true } else { false } } }

  // MARK: The store

  /// Has an effect performed as if a page had asked for it.
  mutating func ask(_ effect: Effect) { perform(desk.requests([effect])) }

  mutating func perform(_ effect: Effect) {
    switch effect {
    case .save(let record):
      memory.put(record)
      answerSave(record)
    case .retry: if failure == nil, let record { answerSave(record) }
    case .saveSettings(let settings, let base, let renamed):
      if let settingsFailure { return tell(.desk(.settingsFailed(settingsFailure))) }
      context.settings.take(settings, since: base)
      context.settings.moveCodes(renamed)
      tell(.desk(.settings(context.settings)))
    case .readSettings: tell(.desk(.settings(context.settings)))
    case .begin(let beginning):
      tell(.desk(.begun(Self.identity(identities), beginning)))
      identities += 1
    case .open(let code, let secret): open(code, secret, for: Self.family)
    case .unlock(let record, let secret):
      let isRight = record.unlocks(to: secret, on: context.today, form: context.form)
      tell(.door(isRight ? .unlocked : .refused))
    case .enter: tell(.door(.refused))
    case .checkNumber(let record):
      guard let number = context.form.index(of: "id_number").flatMap({ record.answers[$0]?.value }) else { return }
      tell(.record(.numberKnown(record.id, number: number, knownNumbers.contains(number))))
    case .knock: tell(.door(.noAccounts))
    case .countChildren: tell(.desk(.children([:])))
    default: answer(effect)
    }
  }

  private mutating func answerSave(_ record: Record) {
    if isSlow { return }
    if let failure { return tell(.record(.failed(record.id, failure))) }
    tell(.record(.saved(record.id, revision: record.revision, at: context.now)))
  }
}
