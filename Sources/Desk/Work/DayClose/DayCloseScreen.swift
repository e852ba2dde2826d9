import FormModel
import Records
import Standards
import Terminal
import Wording

/// The close of the day (收尾): a balance that adds up, who owes what by when, and each such family's slip.
struct DayCloseScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable {
    case slip, print, up, down, pageUp, pageDown, previousDay, nextDay, day, help, leave, redraw
  }

  enum Panel: Hashable, Sendable {
    case date(LinePanel)
    case slip(FamilySlip, scroll: Int)
    case print(PrintPanel)
  }

  let holder: Authority
  /// Nil for today.
  private var chosenDay: CalendarDate?
  private(set) var balance: DayBalance?
  /// Who owes something, the first due on top.
  private(set) var owing: [RecordSummary] = []
  private(set) var highlighted = 0
  var panel: Panel?
  var notice: String?
  /// How many files cannot be read: the balance is without them.
  private(set) var unreadable = 0
  var isHelping = false

  static let keymap = Keymap<Action>([
    Binding([.enter], .slip, "Enter", saying: DayClosePhrase.keySlip, bar: true),
    Binding([.text("p")], .print, "p", saying: PrintPhrase.keyPrint, bar: true),
    Binding([.left], .previousDay, "←", saying: ReviewPhrase.keyPreviousDay, bar: true),
    Binding([.right], .nextDay, "→", saying: ReviewPhrase.keyNextDay, bar: true),
    Binding([.text("d")], .day, "d", saying: ReviewPhrase.keyDay, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.pageUp, .home], .pageUp, "PgUp", .highlight),
    Binding([.pageDown, .end], .pageDown, "PgDn", .highlight),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  private static let page = 10

  init(holder: Authority, day: CalendarDate? = nil) {
    (self.holder, chosenDay) = (holder, day)
  }

  /// The keys of the page; a kiosk goes without printing, since nothing is written beside the store there.
  func keymap(_ context: DeskContext) -> Keymap<Action> {
    context.isKiosk ? Self.keymap.without(.print) : Self.keymap
  }

  func day(_ context: DeskContext) -> CalendarDate { chosenDay ?? context.today }

  private func filter(_ context: DeskContext) -> SummaryFilter { SummaryFilter(day: day(context), order: .due) }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { list(context) }

  private func list(_ context: DeskContext) -> [Effect] { [.list(filter(context), holder, for: .rows)] }

  // MARK: Input

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    hear(news, context)
    return ([], .stay)
  }

  private mutating func hear(_ news: News, _ context: DeskContext) {
    switch news {
    case .work(.listed(let listed, _, let summaries, let touched, let problems)):
      guard listed == filter(context) else { return }
      unreadable = problems.count
      let begun = summaries.filter { !touched.contains($0.id) }
      balance = DayBalance(begun)
      owing = begun.filter(\.isOwing)
      highlighted = max(0, min(highlighted, owing.count - 1))
    case .opened(let held, _):
      panel = .slip(FamilySlip(record: held.record, context.of(held.record.edition)), scroll: 0)
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .work(.printed(let path, let problem)):
      guard case .print(var asked) = panel else { return }
      asked.hear(path, problem, context)
      panel = .print(asked)
    case .work, .record, .door, .desk: break
    }
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch panel {
    case .date(let line): return (turn(key, line, context), .stay)
    case .print(let asked): return (print(key, asked, context), .stay)
    case .slip(let slip, let scroll):
      switch PanelKeys.slip.action(for: key) {
      case .up: return (move(by: -1), .stay)
      case .down: return (move(by: 1), .stay)
      case .close: self.panel = nil
      case let action?: self.panel = .slip(slip, scroll: action.scrolled(scroll, of: slip.lines.count))
      case nil: break
      }
      return ([], .stay)
    }
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .slip: return (slip(), .stay)
    case .print: askPrint(context)
    case .up: return (move(by: -1), .stay)
    case .down: return (move(by: 1), .stay)
    case .pageUp: return (move(by: -Self.page), .stay)
    case .pageDown: return (move(by: Self.page), .stay)
    case .previousDay: return (show(day(context).adding(days: -1), context), .stay)
    case .nextDay: return (show(day(context).adding(days: 1), context), .stay)
    case .day:
      panel = .date(
        LinePanel(title: context.wording(ReviewPhrase.dateTitle), hint: context.wording(ReviewPhrase.dateHint)))
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  /// Over a slip, the next family's slip is shown at once.
  private mutating func move(by step: Int) -> [Effect] {
    let place = max(0, min(owing.count - 1, highlighted + step))
    guard place != highlighted else { return [] }
    highlighted = place
    return if case .slip = panel { slip() } else { [] }
  }

  private func slip() -> [Effect] {
    owing.indices.contains(highlighted) ? [.fetch(owing[highlighted].id, holder, for: .slip)] : []
  }

  // MARK: Printing

  private mutating func askPrint(_ context: DeskContext) {
    guard !owing.isEmpty else {
      notice = context.wording(PrintPhrase.nothingToPrint)
      return
    }
    panel = .print(PrintPanel(.papers(.slips, owing.map(\.id)), context))
  }

  private mutating func print(_ key: Key, _ asked: PrintPanel, _ context: DeskContext) -> [Effect] {
    var asked = asked
    let outcome = asked.handle(key, context)
    panel = outcome == .closes ? nil : .print(asked)
    return if case .says(let name) = outcome { [.print(asked.printout, to: name, holder)] } else { [] }
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .dayClose, person: holder.person) }

  func typed(_ context: DeskContext) -> JSONValue? {
    switch panel {
    case .date(let line): .object(["date": line.typed])
    case .print(let asked): asked.typed.map { .object(["print": $0]) }
    case .slip, nil: nil
    }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let line = LinePanel(typed: typed["date"]) { panel = .date(line) }
    if let asked = PrintPanel(typed: typed["print"], of: nil) { panel = .print(asked) }
  }

  // MARK: Another day

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .date(var line):
      line.paste(text, context)
      panel = .date(line)
    case .print(var asked):
      asked.paste(text, context)
      panel = .print(asked)
    case .slip, nil: break
    }
    return []
  }

  private mutating func show(_ day: CalendarDate, _ context: DeskContext) -> [Effect] {
    chosenDay = day
    balance = nil
    owing = []
    highlighted = 0
    return list(context)
  }

  private mutating func turn(_ key: Key, _ line: LinePanel, _ context: DeskContext) -> [Effect] {
    var line = line
    let outcome = line.handle(key, context)
    panel = outcome == nil ? .date(line) : nil
    guard case .done(let text) = outcome else { return [] }
    guard !text.allSatisfy(\.isWhitespace) else { return show(context.today, context) }
    guard case .success(let date) = DateReader.read(text, today: context.today) else {
      line.notice = context.wording(ReviewPhrase.dateWrong)
      panel = .date(line)
      return []
    }
    return show(date, context)
  }
}

extension DayCloseScreen.Panel: PagePanel {
  var keys: any KeyTable {
    switch self {
    case .date: PanelKeys.line
    case .slip: PanelKeys.slip
    case .print(let panel): panel.keys
    }
  }

  var isTyping: Bool {
    switch self {
    case .date: true
    case .print(let panel): panel.isTyping
    case .slip: false
    }
  }
}
