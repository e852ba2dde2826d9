import Records
import Standards
import Terminal
import Wording

/// 账号: who may enter by name and PIN. Staff look after everybody's accounts, a teacher only after their own PIN.
struct PeopleScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable { case change, add, up, down, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .change, "Enter", saying: PeoplePhrase.keyChange, bar: true),
    Binding([.text("n")], .add, "n", saying: PeoplePhrase.keyAdd, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  let holder: Authority
  private(set) var accounts: [Account]?
  private(set) var highlighted = 0
  var panel: PeoplePanel?
  var isHelping = false
  /// What became of the last change, with its sign.
  var notice: String?

  init(holder: Authority) { self.holder = holder }

  /// A teacher adds nobody.
  func keymap(_ context: DeskContext) -> Keymap<Action> {
    holder.role == .staff ? Self.keymap : Self.keymap.without(.add)
  }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { [.askAccounts(holder)] }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)): return update(key, context)
    case .event(.paste(let text)): panel?.paste(text, context)
    case .event: break
    case .news(let news): update(news, context)
    }
    return ([], .stay)
  }

  private mutating func update(_ news: News, _ context: DeskContext) {
    switch news {
    case .work(.accounts(let accounts)):
      self.accounts = accounts
      highlighted = max(0, min(highlighted, accounts.count - 1))
    case .work(.accountChanged(let change, let problem?)):
      notice = "✗ " + context.wording.message(problem, change.name)
    case .work(.accountChanged(let change, nil)): notice = "✓ " + context.wording.made(change)
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .record, .door, .work, .desk, .opened: break
    }
  }

  mutating func answer(_ key: Key, _ panel: PeoplePanel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    var panel = panel
    let outcome = panel.handle(key, holder, context)
    self.panel = outcome == .stays ? panel : nil
    return if case .says(let change) = outcome { ([.change(change, holder)], .stay) } else { ([], .stay) }
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .change: panel = chosen.map { PeoplePanel(changing: $0, by: holder) }
    case .add: panel = .adding
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = max(0, min((accounts?.count ?? 0) - 1, highlighted + 1))
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  private var chosen: Account? {
    accounts.flatMap { $0.indices.contains(highlighted) ? $0[highlighted] : nil }
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .people, person: holder.person) }

  /// A name or classes; a PIN is kept nowhere.
  func typed(_ context: DeskContext) -> JSONValue? { panel?.typed }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) { panel = PeoplePanel(typed: typed) }
}
