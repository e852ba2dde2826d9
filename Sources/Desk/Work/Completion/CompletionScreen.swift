import FormModel
import Records
import Standards
import Terminal
import Wording

/// The work list (补录): records that owe something or wait for confirmation, and one item across all children; and the
/// first page behind the door, every child of the classes that somebody looks after.
struct CompletionScreen: PanelPage, Hashable {
  var edition: FormEdition? { walk?.entry?.record.edition }

  enum Action: Hashable, Sendable {
    case open, readBack, newForm, sibling, giving, up, down, pageUp, pageDown, first, last
    case className, due, item, oneItem, nextList, handIn, find, menu, goOn, help, leave, redraw
  }

  static let keymap = Keymap<Action>([
    Binding([.enter], .open, "Enter", .openGaps, bar: true),
    Binding([.text("h")], .handIn, "h", saying: WorkListPhrase.keyHandIn, bar: true),
    Binding([.text("n")], .newForm, "n", .newForm, bar: true),
    Binding([.text("e")], .oneItem, "e", .oneItem, bar: true),
    Binding([.text("c")], .readBack, "c", .readBack, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.text("s")], .sibling, "s", saying: CompletionPhrase.keySibling),
    Binding([.text("t")], .giving, "t", saying: GivingPhrase.key),
    Binding([.text("b")], .className, "b", .filterClass),
    Binding([.text("d")], .due, "d", .filterDue),
    Binding([.text("i")], .item, "i", .filterItem),
    Binding([.text("u")], .nextList, "u", .nextList),
    Binding([.text("/")], .find, "/", .find),
    Binding([.up, .backTab], .up, "↑", .previousChild),
    Binding([.down, .tab], .down, "↓", .nextChild),
    Binding([.pageUp], .pageUp, "PgUp", .pageUp),
    Binding([.pageDown], .pageDown, "PgDn", .pageDown),
    Binding([.home], .first, "Home", .first),
    Binding([.end], .last, "End", .last),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// The first page: every child in whatever state, and the way to everything else.
  static let firstKeymap = Keymap<Action>(
    [
      Binding([.enter], .open, "Enter", saying: CompletionPhrase.keyStep, bar: true),
      Binding([.text("h")], .handIn, "h", saying: WorkListPhrase.keyHandIn, bar: true),
      Binding([.text("n")], .newForm, "n", .newForm, bar: true),
      Binding([.text("e")], .oneItem, "e", .oneItem, bar: true),
      Binding([.text("c")], .readBack, "c", .readBack, bar: true),
      Binding([.text("/")], .find, "/", .find, bar: true),
      Binding([.escape, .text("m")], .menu, "Esc m", saying: CompletionPhrase.keyMenu, bar: true),
      Binding([.text("g")], .goOn, "g", .goOn),
    ] + [Action.open, .handIn, .newForm, .oneItem, .readBack, .find].reduce(keymap) { $0.without($1) }.bindings)

  /// By when something is due, for the list to show it.
  enum Due: Hashable, Sendable, CaseIterable {
    case any
    case overdue
    case thisWeek
  }

  /// What is shown or asked in the place of the list.
  enum Panel: Hashable, Sendable {
    /// An item is picked, to see who lacks it or to go from child to child.
    case pick(ItemPick)
    case find(TextEditor)
    /// Handing in all that is complete.
    case plan(PlanPanel)
    /// A form that another desk has open, before it is opened here too.
    case elsewhere(OpenElsewhere)
  }

  static let lists = WorkList.lists(on: .completion)

  let holder: Authority
  /// Whether this is the first page behind the door.
  let isFirst: Bool
  /// Nil until the first answer.
  private(set) var list: SummaryList?
  private(set) var className: String?
  private(set) var due = Due.any
  var item: Int?
  /// A walk has just ended: an Enter that was meant for one more child opens nobody's form.
  var afterWalk: KeyRest?
  var search = ""
  private(set) var shown: WorkList
  /// How many stand in the lists that wait for somebody.
  private(set) var counts: [WorkList: Int] = [:]
  /// How many records have been read of how many, while the first list is made.
  private(set) var reading: Reading?
  var notice: String?
  var panel: Panel?
  var isHelping = false
  var walk: ItemWalk?
  /// What is said of a form that another desk has open; the form itself comes next.
  private var elsewhere: [RecordID: String] = [:]
  /// The record in which whoever works here was cut off last.
  private(set) var cutOff: Record?

  struct Reading: Hashable, Sendable {
    var done: Int
    var total: Int
  }

  init(holder: Authority, isFirst: Bool = false) {
    self.holder = holder
    self.isFirst = isFirst
    shown = isFirst ? .all : .gaps
  }

  /// The records that are shown: those of the walk, while there is one.
  func filter(_ context: DeskContext) -> SummaryFilter {
    var filter = (walk == nil ? shown : .gaps).filter
    filter.className = className
    filter.gap = walk?.field ?? item
    filter.edition = context.form.edition
    filter.search = search
    switch due {
    case .any: break
    case .overdue: filter.dueBy = context.today.adding(days: -1)
    case .thisWeek: filter.dueBy = context.today.adding(days: 7 - context.today.weekday)
    }
    return filter
  }

  /// What was not handed in yet of the children that the list is narrowed to.
  private var draftFilter: SummaryFilter {
    var filter = SummaryFilter(statuses: [.draft])
    filter.className = className
    filter.search = search
    return filter
  }

  /// Text is typed only while one item is filled in, picked or searched for.
  var isReadOnly: Bool { walk == nil && panel?.isTyping != true }

  func hanzi(_ context: DeskContext) -> HanziLine? {
    if isHelping { return nil }
    if let walk { return walk.entry?.hanzi(context) }
    return panel?.hanzi
  }

  func keymap(_ context: DeskContext) -> Keymap<Action> { isFirst ? Self.firstKeymap : Self.keymap }

  func place(_ context: DeskContext) -> Desk.Place? { walk?.entry?.place(context) }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    guard isFirst else { return list(context) }
    return [.askCutOff(holder)] + (holder.role == .staff ? [.askArchive] : []) + list(context)
  }

  func list(_ context: DeskContext) -> [Effect] {
    // Whoever comes back to the walk goes on with its child.
    if let walk, walk.list != nil { return walk.fetch() }
    return [.list(filter(context), holder, for: .rows), .count([.gaps, .unconfirmed, .ready], holder)]
  }

  mutating func commit(_ context: DeskContext) -> [Effect] { walk?.commit(context) ?? [] }

  // MARK: Keys

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if walk != nil {
      let effects = updateWalk(key, context)
      return (effects + endWalk(context), .stay)
    }
    if panel == nil, !isHelping {
      if key == .enter, afterWalk?.passes(context) == false { return ([], .stay) }
      afterWalk = nil
      beginToFind(key, context)
    }
    return press(key, context)
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch panel {
    case .plan(var plan):
      let outcome = plan.handle(key)
      self.panel = outcome == .closes ? nil : .plan(plan)
      if case .makes(let move, let ids) = outcome { return ([.make(move, of: ids, holder)], .stay) }
      return ([], .stay)
    case .pick(var pick):
      let outcome = pick.number.handle(key, context)
      self.panel = outcome == .stays ? .pick(pick) : nil
      guard case .says(let field?) = outcome else { return ([], .stay) }
      return (picked(field, for: pick.purpose, context), .stay)
    case .find(let line): return (find(key, line, context), .stay)
    case .elsewhere(let form): return ([], open(key, form, context))
    }
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .open: return (list?.current.map { fetch(shown.opening($0, for: holder.role)) } ?? [], .stay)
    case .readBack: return (fetch(.readBack), .stay)
    case .newForm: return ([.begin(.work(holder))], .stay)
    case .sibling: return (list?.current.map { [.fetch($0.id, holder, for: .sibling)] } ?? [], .stay)
    case .giving: return ([], .open(GivingScreen(holder: holder, filter: filter(context))))
    case .handIn: return ([.list(draftFilter, holder, for: .plan)], .stay)
    case .menu: return ([], .open(WorkMenuScreen(holder: holder)))
    case .goOn: return (cutOff == nil ? [] : [.goOn(holder)], .stay)
    case .up: move(.up)
    case .down: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .first: move(.first)
    case .last: move(.last)
    case .className:
      className = following(className, among: holder.classes(of: context.settings))
      return (list(context), .stay)
    case .due:
      due = following(due, among: Array(Due.allCases.dropFirst())) ?? .any
      return (list(context), .stay)
    case .item:
      guard item == nil else {
        item = nil
        return (list(context), .stay)
      }
      panel = .pick(pick(.filter, context))
    case .oneItem: panel = .pick(pick(.walk, context))
    case .nextList:
      shown = nextList
      return (list(context), .stay)
    case .find: panel = .find(TextEditor())
    case .help: isHelping = true
    case .leave: return ([], .back)
    case .redraw: return ([.redraw], .stay)
    case nil: break
    }
    return ([], .stay)
  }

  private func pick(_ purpose: ItemPick.Purpose, _ context: DeskContext) -> ItemPick {
    ItemPick(purpose, leavesOut: list?.rows.contains { $0.edition != context.form.edition } ?? false)
  }

  /// The next of some values, and nil again after the last.
  private func following<Value: Equatable>(_ value: Value?, among values: [Value]) -> Value? {
    guard let value, let index = values.firstIndex(of: value) else { return values.first }
    return index + 1 < values.count ? values[index + 1] : nil
  }

  /// The list that a key leads to.
  var nextList: WorkList { following(shown, among: Self.lists) ?? .gaps }

  private func fetch(_ opening: WorkList.Opening) -> [Effect] {
    guard let summary = list?.current else { return [] }
    return [.fetch(summary.id, holder, for: .open(opening))]
  }

  mutating func move(_ action: PanelAction) { list?.move(action) }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    if case .find(var line) = panel {
      _ = line.paste(text)
      return look(for: line, context)
    }
    if case .pick(var pick) = panel {
      pick.number.paste(text)
      panel = .pick(pick)
    }
    return walk?.paste(text, context) ?? []
  }

  // MARK: News

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if var walk, walk.concerns(news) {
      let effects = walk.update(news, context)
      self.walk = walk
      return (effects + endWalk(context), .stay)
    }
    switch news {
    case .work(.listed(_, for: .plan, let summaries, _, _)):
      if summaries.isEmpty {
        notice = context.wording(CompletionPhrase.emptyReady)
      } else {
        panel = .plan(PlanPanel(MovePlan(.handIn, summaries, context.wording)))
      }
    case .work(.listed(let filter, _, let summaries, _, let unreadable)):
      guard filter == self.filter(context) else { return ([], .stay) }
      reading = nil
      list = SummaryList(summaries, unreadable: unreadable, keeping: list)
    case .work(.reading(let done, let total)): reading = Reading(done: done, total: total)
    case .opened(let held, for: .open(let opening)):
      guard let said = elsewhere.removeValue(forKey: held.record.id) else {
        return ([], .open(opening.page(held, context)))
      }
      panel = .elsewhere(OpenElsewhere(held: held, opening: opening, said: said))
    case .opened(let held, for: .sibling): return ([.begin(.work(holder, sibling: held.record))], .stay)
    case .opened: break
    case .work(.cutOff(let record)): cutOff = record
    case .desk(.unread(let error)): notice = "✗ \(context.wording.message(error))"
    case .desk(.archiveFailed(let error)): notice = "！ \(context.wording.archiveFailed(error))"
    case .work(.counted(let new)): counts = new
    case .work(.made(let move, let outcomes)):
      guard case .plan(var plan) = panel else { break }
      plan.hear(move, outcomes)
      panel = .plan(plan)
      return (list(context), .stay)
    case .unreadable(let error):
      notice = context.wording.message(error)
    case .record(.failed(_, let error)): notice = context.wording.message(error)
    case .record(.openElsewhere(let id, let person, let since)):
      elsewhere = [id: context.wording(GuidedPhrase.openElsewhere, context.namedElsewhere(person), since.clock)]
    case .work, .desk, .record, .door: break
    }
    return ([], .stay)
  }
}

extension CompletionScreen.Panel: PagePanel {
  var keys: any KeyTable {
    switch self {
    case .plan(let plan): plan.keys
    case .pick, .find: PanelKeys.line
    case .elsewhere: PanelKeys.yes(CompletionPhrase.keyOpenToo)
    }
  }

  var isTyping: Bool {
    switch self {
    case .plan, .elsewhere: false
    case .pick, .find: true
    }
  }

  var hanzi: HanziLine? { if case .find(let line) = self { HanziLine(.name, line) } else { nil } }
}
