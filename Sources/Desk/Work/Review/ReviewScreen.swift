import FormModel
import Records
import Standards
import Terminal
import Wording

/// The review (审核): everything that waits, the page of a day, or what a search found.
struct ReviewScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable {
    case open, approve, sendBack, mark, markReady, search, filter, sort, day, waiting, lists, previousDay, nextDay,
      export, figures, giving
    case up, down, pageUp, pageDown, first, last, help, leave, redraw, close
  }

  enum Scope: Hashable, Sendable {
    case list(WorkList)
    case day(CalendarDate)
    case search(String)
  }

  enum Panel: Hashable, Sendable {
    case search(LinePanel)
    case date(LinePanel)
    case filter(FilterPanel)
    case lists(ListPanel)
    case plan(PlanPanel)
    case export(ExportPanel)
  }

  let holder: Authority
  private(set) var scope: Scope
  private(set) var statuses: Set<Status>
  private(set) var words: Set<SummaryFilter.Condition>
  private(set) var order: SummaryFilter.Order
  /// The list, as it was last read; counted when it comes, never when it is drawn.
  private(set) var rows: [RecordSummary] = []
  /// Whether records of more than one form stand in it.
  private(set) var isMixed = false
  private(set) var touched: Set<RecordID> = []
  private(set) var unreadable = 0
  private(set) var isLoading = true
  private(set) var reading: String?
  private(set) var balance: DayBalance?
  /// How many stand in other lists, as far as that is known.
  private(set) var counts: [WorkList: Int] = [:]
  var highlighted = 0
  var marked: Set<RecordID> = []
  var panel: Panel?
  var notice: String?
  var isHelping = false

  static let keymap = Keymap<Action>([
    Binding([.enter], .open, "Enter", saying: ReviewPhrase.keyOpen, bar: true),
    Binding([.text("a")], .approve, "a", saying: ReviewPhrase.keyApprove, bar: true),
    Binding([.text("r")], .sendBack, "r", saying: ReviewPhrase.keyReturn, bar: true),
    Binding([.text(" "), .text("\u{3000}")], .mark, "Space", saying: ReviewPhrase.keyMark, bar: true),
    Binding(
      [.text("/"), .text("／"), .function(3), .control("f")], .search, "/ F3", saying: ReviewPhrase.keySearch, bar: true),
    Binding([.text("f")], .filter, "f", saying: ReviewPhrase.keyFilter, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.text("l")], .lists, "l", saying: WorkListPhrase.key, bar: true),
    Binding([.text("d")], .day, "d", saying: ReviewPhrase.keyDay, bar: true),
    Binding([.text("w")], .waiting, "w", saying: ReviewPhrase.keyWaiting, bar: true),
    Binding([.text("s")], .sort, "s", saying: ReviewPhrase.keySort, bar: true),
    Binding([.left], .previousDay, "←", saying: ReviewPhrase.keyPreviousDay, bar: true),
    Binding([.right], .nextDay, "→", saying: ReviewPhrase.keyNextDay, bar: true),
    Binding([.text("e")], .export, "e", saying: ExportPhrase.key, bar: true),
    Binding([.text("c")], .figures, "c", saying: FiguresPhrase.key, bar: true),
    Binding([.text("m")], .markReady, "m", saying: ReviewPhrase.keyMarkReady, bar: true),
    Binding([.text("t")], .giving, "t", saying: GivingPhrase.key),
    Binding([.up, .backTab], .up, "↑↓", .highlight),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.pageUp], .pageUp, "PgUp", .highlight),
    Binding([.pageDown], .pageDown, "PgDn", .highlight),
    Binding([.home], .first, "Home", .first),
    Binding([.end], .last, "End", .last),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
    Binding([.escape], .close, "Esc", saying: ReviewPhrase.keyEscape),
  ])

  /// The keys of the page; a kiosk goes without the export, since nothing is written beside the store there.
  func keymap(_ context: DeskContext) -> Keymap<Action> {
    context.isKiosk ? Self.keymap.without(.export) : Self.keymap
  }

  private static let page = 10

  init(holder: Authority, filter: SummaryFilter = .waiting) {
    self.holder = holder
    scope = filter.day.map { .day($0) } ?? (filter.search.isEmpty ? .list(.waiting) : .search(filter.search))
    statuses = filter.statuses
    words = filter.conditions.subtracting(SummaryFilter.waiting.conditions)
    order = filter.order
  }

  // MARK: What is read

  /// The list that is shown.
  var filter: SummaryFilter {
    switch scope {
    case .list(let list):
      guard statuses.isEmpty, words.isEmpty else {
        return SummaryFilter(statuses: statuses, conditions: words, order: order)
      }
      var filter = list.filter
      filter.order = order
      return filter
    case .day(let day): return SummaryFilter(day: day, statuses: statuses, conditions: words, order: order)
    case .search(let text): return SummaryFilter(statuses: statuses, conditions: words, search: text, order: order)
    }
  }

  /// The day whose counts stand at the top and the foot.
  func day(_ context: DeskContext) -> CalendarDate {
    if case .day(let day) = scope { day } else { context.today }
  }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { lists(context) }

  private func lists(_ context: DeskContext) -> [Effect] {
    let whole = SummaryFilter(day: day(context))
    let list = filter
    let lists: [Effect] = (list == whole ? [list] : [list, whole]).map { .list($0, holder, for: .rows) }
    return lists + [.count([.stray], holder)]
  }

  mutating func reload(_ context: DeskContext) -> [Effect] {
    isLoading = true
    balance = nil
    return lists(context)
  }

  // MARK: Input

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .work(.listed(let listed, _, let summaries, let touched, let unreadable)):
      if listed.day == day(context), listed == SummaryFilter(day: listed.day, order: listed.order) {
        balance = DayBalance(summaries.lazy.filter { !touched.contains($0.id) })
      }
      if listed == filter { take(summaries, touched, unreadable.count) }
    case .work(.reading(let done, let total)):
      reading = context.wording(ReviewPhrase.reading, "\(done)", "\(total)")
    case .opened(let held, for: .open(let opening)): return ([], .open(opening.page(held, context)))
    case .opened(let held, for: .sendBack):
      return ([], .open(ReviewRecordScreen(held, panel: .sendBack(ReturnPanel()))))
    case .opened: break
    case .work(.counted(let new)):
      counts.merge(new) { $1 }
      guard case .lists(var lists) = panel else { break }
      lists.counts = counts
      panel = .lists(lists)
    case .work(.made(let move, let outcomes)):
      guard case .plan(var plan) = panel else { break }
      marked = []
      plan.hear(move, outcomes)
      panel = .plan(plan)
      return (lists(context), .stay)
    case .work(.exported(let lines, let isWritten)):
      guard case .export(var export) = panel else { break }
      export.hear(lines, isWritten: isWritten)
      panel = .export(export)
      return (lists(context), .stay)
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .record(.failed(_, let error)): notice = "✗ " + context.wording.message(error)
    // What was changed in a record that lay above this list has reached the disk.
    case .record(.saved): return (lists(context), .stay)
    case .record, .work, .door, .desk: break
    }
    return ([], .stay)
  }

  private mutating func take(_ summaries: [RecordSummary], _ touched: Set<RecordID>, _ unreadable: Int) {
    let current = rows.indices.contains(highlighted) ? rows[highlighted].id : nil
    rows = summaries
    isMixed = summaries.areOfSeveralForms
    self.touched = touched
    self.unreadable = unreadable
    isLoading = false
    reading = nil
    if !marked.isEmpty { marked.formIntersection(summaries.map(\.id)) }
    let place = current.flatMap { id in rows.firstIndex { $0.id == id } }
    highlighted = place ?? max(0, min(highlighted, rows.count - 1))
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .open: return (fetch(for: opening.map { .open($0) }), .stay)
    case .sendBack: return (fetch(for: .sendBack), .stay)
    case .approve: plan(context)
    case .mark: mark()
    case .markReady: marked = Set(rows.lazy.filter(MovePlan.isReady).map(\.id))
    case .search, .filter, .day, .export: panel = action.flatMap { panel(for: $0, context) }
    case .figures: return ([], .open(FiguresScreen(holder: holder)))
    case .giving: return ([], .open(GivingScreen(holder: holder, filter: filter, marked: marked)))
    case .lists:
      let lists = WorkList.lists(on: .review)
      let shown: WorkList? = if case .list(let list) = scope { list } else { nil }
      panel = .lists(ListPanel(lists, showing: shown, counts: counts))
      return ([.count(lists, holder)], .stay)
    case .sort: sort(context)
    case .waiting: return (show(.waiting, context), .stay)
    case .previousDay: return (show(.day(day(context).adding(days: -1)), context), .stay)
    case .nextDay: return (show(.day(day(context).adding(days: 1)), context), .stay)
    case .up: move(to: highlighted - 1)
    case .down: move(to: highlighted + 1)
    case .pageUp: move(to: highlighted - Self.page)
    case .pageDown: move(to: highlighted + Self.page)
    case .first: move(to: 0)
    case .last: move(to: rows.count - 1)
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .close: marked = []
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  private mutating func move(to row: Int) { highlighted = max(0, min(rows.count - 1, row)) }

  /// Shows a list whole, whatever the page was narrowed to before.
  mutating func show(_ list: WorkList, _ context: DeskContext) -> [Effect] {
    statuses = []
    words = []
    return show(.list(list), context)
  }

  mutating func show(_ scope: Scope, _ context: DeskContext) -> [Effect] {
    self.scope = scope
    marked = []
    highlighted = 0
    rows = []
    return reload(context)
  }

  mutating func narrow(_ panel: FilterPanel, _ context: DeskContext) -> [Effect] {
    statuses = panel.statuses
    words = panel.words
    return show(scope, context)
  }

  /// What Enter opens, by the list that the record stands in.
  private var opening: WorkList.Opening? {
    guard rows.indices.contains(highlighted) else { return nil }
    return if case .list(let list) = scope { list.opening(rows[highlighted], for: holder.role) } else { .review }
  }

  private func fetch(for purpose: Purpose?) -> [Effect] {
    guard let purpose, rows.indices.contains(highlighted) else { return [] }
    return [.fetch(rows[highlighted].id, holder, for: purpose)]
  }

  private mutating func mark() {
    guard rows.indices.contains(highlighted) else { return }
    let id = rows[highlighted].id
    if marked.remove(id) == nil { marked.insert(id) }
    move(to: highlighted + 1)
  }

  private mutating func sort(_ context: DeskContext) {
    let orders = SummaryFilter.Order.allCases
    let index = orders.firstIndex(of: order) ?? 0
    order = orders[(index + 1) % orders.count]
    let current = rows.indices.contains(highlighted) ? rows[highlighted].id : nil
    rows = filter.sorted(rows)
    highlighted = rows.firstIndex { $0.id == current } ?? 0
    notice = context.wording(ReviewPhrase.sorted, context.wording.order(order))
  }

  private mutating func plan(_ context: DeskContext) {
    let chosen =
      marked.isEmpty
      ? (rows.indices.contains(highlighted) ? [rows[highlighted]] : []) : rows.filter { marked.contains($0.id) }
    if !chosen.isEmpty { panel = .plan(PlanPanel(MovePlan(.approve, chosen, context.wording))) }
  }
}
