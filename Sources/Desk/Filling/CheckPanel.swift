import Filling
import FormModel
import Records
import Terminal
import Wording

/// 检查: one list of everything there is to say, a jump to each, and handing in once nothing is in the way.
struct CheckPanel: Hashable, Sendable {
  /// What a key asks the page to do.
  enum Request: Hashable, Sendable {
    case close
    case go(Int)
    case later(Int)
    case help
    case leave
    case accept(Finding)
    case handIn
  }

  private(set) var rows: [FormFilling.Line]
  private(set) var highlighted: Int
  /// The warning that is being asked about.
  private(set) var asked: Finding? {
    // An Enter out of habit accepts nothing.
    didSet { answers = Menu(highlighted: 1) }
  }
  private(set) var answers = Menu(highlighted: 1)
  let canHandIn: Bool
  /// The form waits for staff already: there is nothing to hand in again.
  let isHandedIn: Bool
  /// What stands in the form, line by line.
  let short: ShortForm
  /// What the family still has to bring, in words.
  let owed: [String]

  /// - Parameter before: the list on the screen, where it is made anew: what is highlighted there stays so.
  init(_ filling: FormFilling, _ context: DeskContext, keeping before: CheckPanel? = nil) {
    rows = filling.linesBeforeHandIn(context.filling)
    canHandIn = rows.last == .handIn
    isHandedIn = filling.record.status == .submitted
    short = canHandIn ? filling.short(context) : ShortForm(of: [], context) { _ in nil }
    owed = filling.record.owedLines(context)
    // Open questions are read before the form is handed in again, so the highlight then begins at the top.
    let goesOn = canHandIn && filling.openQueries.isEmpty
    highlighted = goesOn ? rows.count - 1 : 0
    guard let before, before.rows.indices.contains(before.highlighted),
      let place = rows.firstIndex(of: before.rows[before.highlighted])
    else { return }
    highlighted = place
    asked = before.asked
  }

  enum Action: Hashable, Sendable {
    case up, down, back, pageUp, pageDown, first, last, choose, close, later, help, leave
  }

  static let keymap = Keymap<Action>([
    Binding([.enter], .choose, "Enter", .take, bar: true),
    Binding([.up], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓ Tab", .nextRow),
    Binding([.function(2), .control("o")], .later, "F2 Ctrl-O", .later, bar: true),
    Binding([.escape, .function(5), .control("r")], .close, "Esc F5", .form, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    Binding([.backTab], .back, "Shift-Tab", .previousRow),
    Binding([.pageUp], .pageUp, "PgUp", .pageUp),
    Binding([.pageDown], .pageDown, "PgDn", .pageDown),
    Binding([.home], .first, "Home", .first),
    Binding([.end], .last, "End", .last),
  ])

  private static let page = 10

  /// The keys that count: putting off is offered for what is blank, and works for everything that is said.
  var keys: any KeyTable { isBlank || asked != nil ? Self.keymap : Self.keymap.withoutBar(.later) }

  /// Whether the highlighted line is about something that can be brought later.
  var isBlank: Bool {
    if rows.indices.contains(highlighted), case .finding(let finding) = rows[highlighted] {
      finding.severity == .missing
    } else {
      false
    }
  }

  /// How many things stand in the way of handing in.
  var inTheWay: Int { rows.count { if case .finding(let finding) = $0 { finding.rule != .owed } else { false } } }

  mutating func handle(_ key: Key) -> Request? {
    if let asked { return answer(key, asked) }
    switch Self.keymap.action(for: key) {
    case .up: move(to: highlighted - 1)
    case .down: move(to: highlighted + 1)
    case .back:
      if highlighted == 0 { return .close }
      move(to: highlighted - 1)
    case .pageUp: move(to: highlighted - Self.page)
    case .pageDown: move(to: highlighted + Self.page)
    case .first: move(to: 0)
    case .last: move(to: rows.count - 1)
    case .choose: return chosen()
    case .close: return .close
    case .help: return .help
    case .leave: return .leave
    case .later:
      guard rows.indices.contains(highlighted), case .finding(let finding) = rows[highlighted] else { return nil }
      return .later(finding.field)
    case nil: break
    }
    return nil
  }

  /// While something is asked no key of the list counts.
  private mutating func answer(_ key: Key, _ asked: Finding) -> Request? {
    if PanelKeys.question().action(for: key) == .close {
      self.asked = nil
      return nil
    }
    return answers.take(key, of: 2).map { $0 == 0 ? .accept(asked) : .go(asked.field) }
  }

  private mutating func move(to row: Int) {
    highlighted = max(0, min(rows.count - 1, row))
  }

  private mutating func chosen() -> Request? {
    guard rows.indices.contains(highlighted) else { return .close }
    switch rows[highlighted] {
    case .handIn: return .handIn
    case .numberKnown(let field): return .go(field)
    case .answers(let fields): return fields.first.map { .go($0) }
    // A question about the whole form has no item to go to.
    case .query(let field, _): return field.map { .go($0) } ?? .close
    case .finding(let finding):
      guard finding.severity == .warning else { return .go(finding.field) }
      asked = finding
      return nil
    }
  }
}
