import FormModel
import Standards
import Terminal
import Wording

/// A long list, found by typing pinyin, initials, hanzi or a code, or gone through: province, prefecture, county.
///
/// Its first rows stand below the line at once. It is open while something is typed, after ↓ and after F3; only then do
/// ↑ and ↓ move in it.
struct SearchEditor: Hashable, Sendable {
  /// A line of the list.
  enum Entry: Hashable, Sendable {
    /// The choice with this index of the list.
    case choice(Int)
    /// The same, spelled in another way than what was typed.
    case similar(Int)
    /// A place that was abolished: it can be seen, not chosen.
    case retired(name: String, path: [String], year: String)
    /// A name with more below it.
    case group(String)
    /// The way out for a place that no table has.
    case unlisted
  }

  enum Action: Hashable, Sendable {
    case take, up, down, pageUp, pageDown, first, last, all, out, close, help, later, leave

    /// Whether an open list has the key to itself; the rest is the page's.
    var isOfList: Bool {
      switch self {
      case .up, .down, .pageUp, .pageDown, .first, .last, .all, .out, .close: true
      case .take, .help, .later, .leave: false
      }
    }
  }

  /// The keys while the list is open.
  static let keymap = Keymap<Action>([
    Binding([.enter], .take, "Enter", .take, bar: true),
    Binding([.up], .up, "↑↓", .move, bar: true),
    Binding([.down], .down, "↓", .nextRow),
    // Where there is no room, the first of what follows goes first.
    Binding([.escape], .close, "Esc", .close, bar: true),
    Binding([.left], .out, "←", .stepUp, bar: true),
    Binding([.function(2), .control("o")], .later, "F2 Ctrl-O", .later, bar: true),
    Binding([.function(3), .control("f")], .all, "F3 Ctrl-F", .all, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    Binding([.pageUp], .pageUp, "PgUp", .pageUp),
    Binding([.pageDown], .pageDown, "PgDn", .pageDown),
    Binding([.home], .first, "Home", .first),
    Binding([.end], .last, "End", .last),
  ])

  /// The keys that count now: ← leads out of a province, and within a line that is typed it is the line's.
  var keys: Keymap<Action> { isInside ? Self.keymap : Self.keymap.without(.out) }

  private(set) var editor = TextEditor()
  /// The lines of the open list.
  private(set) var entries: [Entry] = []
  private(set) var highlighted = 0
  private(set) var isOpen = false
  /// The names above what is shown: the province, and the prefecture.
  private(set) var path: [String] = []
  /// Every entry is shown, not the next step.
  private var showsAll = false
  /// ↑ from the first row leads back to the line.
  private var isEntered = false
  let list: String
  let offersUnlisted: Bool
  /// Codes that stand before everything else; places near the first of them come first in a search.
  let atHand: [String]

  init(list: String, offersUnlisted: Bool, atHand: [String] = []) {
    (self.list, self.offersUnlisted, self.atHand) = (list, offersUnlisted, atHand)
  }

  var query: String { editor.text }
  /// What Enter comes to while the list is open.
  enum Taken: Hashable {
    case code(String)
    /// A name with more below it.
    case step(String)
    case unlisted
    /// What fits is a place that is no more.
    case refused(GuidedPhrase)
    /// Nothing fits, as the list says by itself.
    case nothing
  }

  /// Why Enter took nothing, where the page below has no line for it.
  var notice: String?

  func taken(_ context: DeskContext) -> Taken {
    guard isOpen, entries.indices.contains(highlighted) else { return .nothing }
    switch entries[highlighted] {
    case .choice(let index), .similar(let index): return .code(context.form.lists.list(list).choices[index].code)
    case .group(let name): return .step(name)
    case .unlisted: return .unlisted
    case .retired: return .refused(.notSelectable)
    }
  }

  /// How many lines of the open list are entries; the way out is not counted.
  var matches: Int { entries.count - (entries.last == .unlisted ? 1 : 0) }

  /// How many lines are shown, or would be.
  func count(_ context: DeskContext) -> Int { shown(context).count }

  private var isInside: Bool { query.isEmpty && !path.isEmpty && !showsAll }

  /// How many rows are asked of a search for what was typed; nobody goes through more.
  private static let limit = 200
  private static let page = 10

  /// Whether an open list has the key to itself.
  func owns(_ key: Key) -> Bool { isOpen && keys.action(for: key)?.isOfList == true }

  /// Handles a key of text or of an open list; false where the key means nothing here.
  mutating func handle(_ key: Key, _ context: DeskContext) -> TextEditor.Outcome {
    notice = nil
    if isOpen {
      switch keys.action(for: key) {
      case .up: return moveUp()
      case .down: return move(to: highlighted == entries.count - 1 ? 0 : highlighted + 1)
      case .pageUp: return move(to: highlighted - Self.page)
      case .pageDown: return move(to: highlighted + Self.page)
      case .first: return move(to: 0)
      case .last: return move(to: entries.count - 1)
      case .all:
        open(context)
        return .moved
      case .out: return leave(context)
      case .close:
        close()
        return .moved
      case .take, .help, .later, .leave, nil: break
      }
      if key == .backspace, isInside { return leave(context) }
    }
    return found(after: editor.handle(key), context)
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> TextEditor.Outcome {
    found(after: editor.paste(text), context)
  }

  /// F3: every entry, places near the kindergarten first; again, and it goes step by step.
  mutating func open(_ context: DeskContext) {
    showsAll = !(isOpen && showsAll && query.isEmpty)
    isOpen = true
    editor = TextEditor()
    find(context)
  }

  /// ↓: into the rows that stand below the line.
  mutating func begin(_ context: DeskContext) {
    isOpen = true
    isEntered = true
    find(context)
  }

  /// Shows what lies below a name.
  mutating func enter(_ name: String, _ context: DeskContext) {
    path.append(name)
    find(context)
  }

  private mutating func leave(_ context: DeskContext) -> TextEditor.Outcome {
    let name = path.removeLast()
    find(context)
    highlighted = entries.firstIndex(of: .group(name)) ?? 0
    return .moved
  }

  /// What a draft kept of the line is looked for again.
  mutating func restore(_ typed: JSONValue?, _ context: DeskContext) {
    editor.restore(typed)
    isOpen = !editor.isEmpty
    find(context)
  }

  mutating func close() { self = SearchEditor(list: list, offersUnlisted: offersUnlisted, atHand: atHand) }

  private mutating func found(after outcome: TextEditor.Outcome, _ context: DeskContext) -> TextEditor.Outcome {
    guard outcome == .changed else { return outcome }
    isOpen = !editor.isEmpty || !path.isEmpty
    find(context)
    return outcome
  }

  /// From the first row ↑ leads out of a list that ↓ led into, else to the last, where the way out is.
  private mutating func moveUp() -> TextEditor.Outcome {
    guard highlighted == 0 else { return move(to: highlighted - 1) }
    guard isEntered, query.isEmpty, path.isEmpty, !showsAll else { return move(to: entries.count - 1) }
    close()
    return .moved
  }

  private mutating func move(to row: Int) -> TextEditor.Outcome {
    highlighted = max(0, min(entries.count - 1, row))
    return .moved
  }

  private mutating func find(_ context: DeskContext) {
    highlighted = 0
    entries = []
    guard isOpen else { return }
    entries =
      if !query.isEmpty {
        matching(context)
      } else if showsAll {
        withWayOut(context.form.lists.all(list, near: context.settings.division).map(Entry.choice))
      } else {
        first(context)
      }
    // The first row that can be taken is the one that Enter takes.
    highlighted = entries.firstIndex { if case .retired = $0 { false } else { true } } ?? 0
  }

  /// The rows that stand there before anything is typed: what is at hand, and the next step.
  private func first(_ context: DeskContext) -> [Entry] {
    let lists = context.form.lists
    let near = path.isEmpty ? atHand.compactMap { lists.list(list).index(of: $0) } : []
    let steps = lists.steps(list, below: path).map { step -> Entry in
      switch step {
      case .group(let name): .group(name)
      case .choice(let index): .choice(index)
      }
    }
    return withWayOut(near.map(Entry.choice) + steps)
  }

  /// The lines that are shown, also before the list is open.
  func shown(_ context: DeskContext) -> [Entry] { isOpen ? entries : first(context) }

  private func withWayOut(_ entries: [Entry]) -> [Entry] { offersUnlisted ? entries + [.unlisted] : entries }

  /// What was typed: within the province that is open as long as it has any of it, else everywhere.
  private func matching(_ context: DeskContext) -> [Entry] {
    let choices = context.form.lists.list(list).choices
    let limit = path.isEmpty ? Self.limit : choices.count
    let near = atHand.first ?? context.settings.division
    let hits = context.form.lists.search(list, query, near: near, limit: limit)
    let inside = path.isEmpty ? [] : hits.filter { $0.path(in: choices).starts(with: path) }
    let entries = (inside.isEmpty ? hits : inside).map { hit -> Entry in
      switch hit {
      case .choice(let index): .choice(index)
      case .similar(let index): .similar(index)
      case .retired(let name, let path, let year): .retired(name: name, path: path, year: year)
      }
    }
    return withWayOut(entries)
  }
}

extension ListHit {
  fileprivate func path(in choices: [Choice]) -> [String] {
    switch self {
    case .choice(let index), .similar(let index): choices[index].path
    case .retired(_, let path, _): path
    }
  }
}
