import FormModel
import Records
import Standards
import Terminal
import Wording

/// The read-back (确认): the whole form as short sentences, for the family to confirm.
///
/// A family confirms at the desk; a teacher or staff member writes down what was said by telephone or signed on paper.
struct ReadBackScreen: PanelPage, Hashable {
  var edition: FormEdition? { held.record.edition }

  enum Action: Hashable, Sendable {
    case right, wrong, all, other, handIn, up, down, pageUp, pageDown, reveal, print, help, leave, redraw
  }

  /// What lies over the sentences for a while.
  enum Panel: Hashable, Sendable {
    /// Which of a sentence's items is wrong.
    case which([Int], Menu)
    /// How these were confirmed.
    case how([Int], Menu)
    case who([Int], Confirmation.Means, LinePanel)
    case print(PrintPanel)
  }

  /// How the family's confirmation came to the kindergarten: asked once, and kept for the lines that follow.
  struct Witness: Hashable, Sendable {
    var how: Confirmation.Means
    var who: String
  }

  private(set) var held: HeldRecord
  private(set) var highlighted = 0
  var panel: Panel?
  private(set) var saving: FormEntry.Saving
  var witness: Witness?
  var notice: String?
  var isHelping = false
  private var reveal = Reveal()
  /// Whether somebody has moved the highlight yet.
  private var isMoved = false
  /// Whether another record bears the child's number.
  private var isNumberKnown = false

  init(_ held: HeldRecord) {
    self.held = held
    saving = .saved(held.record.changed.at)
  }

  var isFamily: Bool { held.holder.role == .guardian }

  /// A family knows its own numbers, and has to see them to confirm them.
  func mask(_ context: DeskContext) -> NumberMask {
    NumberMask(isLifted: isFamily || reveal.isShown(at: context.now))
  }

  func wakes(at now: Timestamp) -> Timestamp? { reveal.wakes(at: now) }

  /// A page that lay above may have changed the record.
  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    again ? [.fetch(held.record.id, held.holder, for: .refresh)] : held.record.numberCheck(context)
  }

  func idling(_ context: DeskContext) -> Idling { isFamily ? .covered : .rests }

  func coveredForm(_ context: DeskContext) -> FormEntry? { form(context).entry }

  /// A journal is kept for a family only, whose word is in the record at once; what staff or a teacher type is a draft.
  func place(_ context: DeskContext) -> Desk.Place? {
    isFamily ? Desk.Place(record: held.record, person: held.holder.person, page: .null) : nil
  }

  var draftKey: Draft.Key? {
    isFamily ? nil : Draft.Key(page: .readBack, person: held.holder.person, record: held.record.id)
  }

  /// The family's form, as it stands here.
  private func form(_ context: DeskContext) -> GuidedScreen {
    var guided = GuidedScreen(held, isStored: true, context)
    guided.entry.saving = saving
    return guided
  }

  static let familyKeymap = Keymap<Action>(
    [
      Binding([.enter, .text("1"), .text("１")], .right, "Enter 1", saying: ReadBackPhrase.keyRight, bar: true),
      Binding([.text("2"), .text("２")], .wrong, "2", saying: ReadBackPhrase.keyWrong, bar: true),
      Binding([.text("3"), .text("３")], .all, "3", saying: ReadBackPhrase.keyAll, bar: true),
      Binding([.text("4"), .text("４")], .other, "4", saying: ReadBackPhrase.keyForm, bar: true),
      Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
      Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    ] + walking)

  static let staffKeymap = Keymap<Action>(
    [
      Binding([.enter, .text("1"), .text("１")], .right, "Enter 1", saying: ReadBackPhrase.keyRight, bar: true),
      Binding([.text("2"), .text("２")], .wrong, "2", saying: ReadBackPhrase.keyWrong, bar: true),
      Binding([.text("3"), .text("３")], .all, "3", saying: ReadBackPhrase.keyAll, bar: true),
      Binding([.text("4"), .text("４")], .other, "4", saying: ReadBackPhrase.keyHow, bar: true),
      Binding([.text("5"), .text("５")], .handIn, "5", saying: CheckPhrase.handIn, bar: true),
      Binding([.text("v")], .reveal, "v", saying: ReadBackPhrase.keyReveal, bar: true),
      Binding([.text("p")], .print, "p", saying: PrintPhrase.keyPrint, bar: true),
      Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
      Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", saying: ReadBackPhrase.keyBack, bar: true),
    ] + walking)

  private static let walking = [
    Binding<Action>([.up, .backTab], .up, "↑↓", .highlight),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.pageUp, .home], .pageUp, "PgUp", .first),
    Binding([.pageDown, .end], .pageDown, "PgDn", .last),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ]

  func keymap(_ context: DeskContext) -> Keymap<Action> {
    guard !isFamily else { return Self.familyKeymap }
    let keymap = mayHandIn(context) ? Self.staffKeymap : Self.staffKeymap.without(.handIn)
    return context.isKiosk ? keymap.without(.print) : keymap
  }

  /// Whether nothing keeps the form from being handed in from here; a family does that from its form.
  private func mayHandIn(_ context: DeskContext) -> Bool {
    !isFamily && held.refusal(of: .handIn, form: context.form, setting: context.setting) == nil
  }

  // MARK: Input

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    (hear(news, context), .stay)
  }

  private mutating func hear(_ news: News, _ context: DeskContext) -> [Effect] {
    switch news {
    case .record(.saved(let id, let revision, let at)):
      if id == held.record.id, revision >= held.record.revision { saving = .saved(at) }
    case .record(.failed(let id, let error)):
      if id == held.record.id { saving = .failed(error) }
    case .record(.changedElsewhere(let theirs)):
      guard theirs.id == held.record.id else { break }
      guard !held.record.continues(theirs) else { break }
      // What was confirmed here does not hold for a value that another desk has changed since: the new one waits again.
      _ = held.merge(theirs, form: context.form)
      notice = context.wording(GuidedPhrase.joined)
      saving = .waiting
      return [.save(held.record)]
    case .opened(let fresh, _):
      guard fresh.record.id == held.record.id else { break }
      held = fresh
      return held.record.numberCheck(context)
    case .record(.openElsewhere(let id, let person, let since)):
      guard id == held.record.id else { break }
      notice = context.wording(GuidedPhrase.openElsewhere, context.namedElsewhere(person), since.clock)
    case .work(.printed(let path, let problem)):
      guard case .print(var asked) = panel else { break }
      asked.hear(path, problem, context)
      panel = .print(asked)
    case .record(.renamed(let id, let identity)): if id == held.record.id { held.rename(identity) }
    case .record(.numberKnown(let id, _, let isKnown)): if id == held.record.id { isNumberKnown = isKnown }
    case .record(.kept): break
    case .unreadable(let error): notice = context.wording.message(error)
    case .door(.uncounted): notice = context.wording(HomePhrase.uncounted)
    case .door, .work, .desk: break
    }
    return []
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    let sentences = sentences(context)
    highlighted = current(sentences)
    isMoved = true
    switch action {
    case .right: return right(sentences, context)
    case .wrong: return wrong(sentences[highlighted].fields, context)
    case .all: return (confirm(sentences.flatMap(\.waiting), context), .stay)
    case .other:
      if isFamily { return toForm(at: nil, context) }
      panel = .how([], Menu())
    case .handIn: return (handIn(context), .stay)
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(sentences.count - 1, highlighted + 1)
    case .pageUp: highlighted = 0
    case .pageDown: highlighted = sentences.count - 1
    case .reveal: reveal.show(at: context.now)
    case .print: panel = .print(PrintPanel(.form(held.record), context))
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave:
      return ([], isFamily ? .replace(FarewellScreen(form(context).entry, context)) : .back)
    case nil: break
    }
    return ([], .stay)
  }

  func sentences(_ context: DeskContext) -> [ReadBack.Sentence] {
    ReadBack(held.record, isNumberKnown: isNumberKnown, mask: mask(context), context).sentences
  }

  /// The sentence that is read now: at first, the first that waits for somebody's word.
  func current(_ sentences: [ReadBack.Sentence]) -> Int {
    guard highlighted == 0, !isMoved else { return min(highlighted, sentences.count - 1) }
    return sentences.firstIndex { !$0.waiting.isEmpty } ?? 0
  }

  // MARK: Right

  /// The line is right: what waits in it is confirmed, and the next line is read.
  private mutating func right(
    _ sentences: [ReadBack.Sentence], _ context: DeskContext
  ) -> (effects: [Effect], step: Step) {
    let waiting = sentences[highlighted].waiting
    if !waiting.isEmpty { return (confirm(waiting, context), .stay) }
    if highlighted + 1 < sentences.count {
      highlighted += 1
    } else if isFamily {
      return toForm(at: nil, context)
    }
    return ([], .stay)
  }

  /// Confirms these, once it is known how; the family that sits here confirms by sitting here.
  private mutating func confirm(_ fields: [Int], _ context: DeskContext) -> [Effect] {
    guard !fields.isEmpty else {
      notice = context.wording(whatIsNext(context))
      return []
    }
    if isFamily { return confirm(fields, .desk, held.holder.person.name, context) }
    guard let witness else {
      panel = .how(fields, Menu())
      return []
    }
    return confirm(fields, witness.how, witness.who, context)
  }

  mutating func confirm(
    _ fields: [Int], _ how: Confirmation.Means, _ who: String, _ context: DeskContext
  ) -> [Effect] {
    let move = Move.confirm(fields: fields, how: how, who: who)
    if let refusal = held.make(move, at: context.now, form: context.form, setting: context.setting) {
      notice = context.wording.message(refusal, form: context.form).joined()
      return []
    }
    let sentences = sentences(context)
    let next = sentences.indices.first { $0 > highlighted && !sentences[$0].waiting.isEmpty }
    if let next = next ?? sentences.firstIndex(where: { !$0.waiting.isEmpty }) {
      highlighted = next
    } else {
      highlighted = sentences.count - 1
      notice = context.wording(whatIsNext(context))
    }
    saving = .waiting
    return [.save(held.record)]
  }

  /// What is said once nothing is left to confirm.
  private func whatIsNext(_ context: DeskContext) -> ReadBackPhrase {
    if isFamily { return .goOn }
    if mayHandIn(context) { return .handInNext }
    return held.record.status == .draft ? .completeNext : .allConfirmed
  }

  // MARK: Handing in

  private mutating func handIn(_ context: DeskContext) -> [Effect] {
    if let refusal = held.make(.handIn, at: context.now, form: context.form, setting: context.setting) {
      notice = context.wording.message(refusal, form: context.form).joined()
      return []
    }
    notice = context.wording(ReadBackPhrase.handedIn)
    saving = .waiting
    return [.save(held.record)]
  }

  // MARK: Wrong

  private mutating func wrong(
    _ fields: [Int], _ context: DeskContext
  ) -> (effects: [Effect], step: Step) {
    let asked = fields.filter {
      context.form.relevance(of: $0, in: held.record.checkedAnswers, setting: context.setting) != .no
    }
    guard asked.count == 1, let field = asked.first else {
      if !asked.isEmpty { panel = .which(Array(asked.prefix(9)), Menu()) }
      return ([], .stay)
    }
    return open(field, context)
  }

  mutating func open(_ field: Int, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    panel = nil
    return isFamily ? toForm(at: field, context) : ([], .open(SheetScreen(held, at: field, context)))
  }

  /// A family goes on with its form, at an item that is wrong.
  private func toForm(at field: Int?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    var guided = form(context)
    if let field { guided.entry.go(to: field, context) } else { guided.entry.showWhatIsLeft(context) }
    return ([], .replace(guided))
  }
}
