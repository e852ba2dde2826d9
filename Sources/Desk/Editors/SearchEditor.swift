import FormModel
import Standards
import Terminal
import Wording

/// A long list, found by typing pinyin, initials, hanzi or a code.
///
/// The list is open while something is typed, or after F3; only then do ↑ and ↓ move in it.
struct SearchEditor: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var code: String
    var name: String
    var path: String
    /// The year in which a place was abolished; it can be seen, not chosen.
    var retired: String?
    /// The way out for a place that no table has.
    var isUnlisted = false
    /// Spelled in another way than what was typed.
    var isSimilar = false
  }

  enum Action: Hashable, Sendable {
    case take, up, down, pageUp, pageDown, close, help, later, leave

    /// Whether an open list has the key to itself; the rest is the page's.
    var isOfList: Bool {
      switch self {
      case .up, .down, .pageUp, .pageDown, .close: true
      case .take, .help, .later, .leave: false
      }
    }
  }

  /// The keys while the list is open.
  static let keymap = Keymap<Action>([
    Binding([.enter], .take, "Enter", .take, bar: true),
    Binding([.up], .up, "↑↓", .highlight, bar: true),
    Binding([.down], .down, "↓", .nextRow),
    Binding([.escape], .close, "Esc", .close, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(2), .control("o")], .later, "F2 Ctrl-O", .later, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    Binding([.pageUp], .pageUp, "PgUp", .pageUp),
    Binding([.pageDown], .pageDown, "PgDn", .pageDown),
  ])

  private(set) var editor = TextEditor()
  private(set) var rows: [Row] = []
  private(set) var highlighted = 0
  private(set) var isOpen = false
  let list: String
  let offersUnlisted: Bool
  /// The place that comes first, where it is not the kindergarten's.
  var near: String?

  init(list: String, offersUnlisted: Bool) {
    (self.list, self.offersUnlisted) = (list, offersUnlisted)
  }

  var query: String { editor.text }
  /// What Enter comes to while the list is open.
  enum Taken: Hashable {
    case row(Row)
    case unlisted
    /// Nothing fits, or what fits is a place that is no more.
    case refused(GuidedPhrase)
  }

  /// Why Enter took nothing, where the page below has no line for it.
  var notice: String?

  var taken: Taken {
    guard let row = choice else { return .refused(.noMatch) }
    if row.isUnlisted { return .unlisted }
    return row.retired == nil ? .row(row) : .refused(.notSelectable)
  }

  var choice: Row? { isOpen && rows.indices.contains(highlighted) ? rows[highlighted] : nil }

  /// How many rows are asked of the search; no screen shows more.
  private static let limit = 40

  /// Handles a key of text or of an open list; false where the key means nothing here.
  mutating func handle(_ key: Key, _ context: DeskContext) -> TextEditor.Outcome {
    notice = nil
    if isOpen {
      switch Self.keymap.action(for: key) {
      case .up: return move(by: -1)
      case .down: return move(by: 1)
      case .pageUp: return move(by: -5)
      case .pageDown: return move(by: 5)
      case .close:
        close()
        return .moved
      case .take, .help, .later, .leave, nil: break
      }
    }
    return found(after: editor.handle(key), context)
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> TextEditor.Outcome {
    found(after: editor.paste(text), context)
  }

  /// Opens the whole list, places near the kindergarten first.
  mutating func open(_ context: DeskContext) {
    isOpen = true
    find(context)
  }

  /// What a draft kept of the line is looked for again.
  mutating func restore(_ typed: JSONValue?, _ context: DeskContext) {
    editor.restore(typed)
    isOpen = !editor.isEmpty
    find(context)
  }

  mutating func close() {
    editor = TextEditor()
    isOpen = false
    rows = []
  }

  private mutating func found(after outcome: TextEditor.Outcome, _ context: DeskContext) -> TextEditor.Outcome {
    guard outcome == .changed else { return outcome }
    isOpen = !editor.isEmpty
    find(context)
    return outcome
  }

  private mutating func move(by step: Int) -> TextEditor.Outcome {
    // From the first line ↑ leads to the last, where the way out is, and back.
    if step == -1, highlighted == 0 {
      highlighted = max(0, rows.count - 1)
    } else if step == 1, highlighted == rows.count - 1 {
      highlighted = 0
    } else {
      highlighted = min(max(highlighted + step, 0), max(0, rows.count - 1))
    }
    return .moved
  }

  private static func joined(_ names: ArraySlice<String>) -> String { names.joined(separator: " · ") }

  private func row(_ choice: Choice, _ context: DeskContext) -> Row {
    let names = context.form.lists.names(of: choice, in: context.language)
    return Row(code: choice.code, name: names[names.count - 1], path: Self.joined(names.dropLast()), retired: nil)
  }

  private mutating func find(_ context: DeskContext) {
    highlighted = 0
    rows = []
    guard isOpen else { return }
    let choices = context.form.lists.list(list).choices
    let hits = context.form.lists.search(list, editor.text, near: near ?? context.settings.division, limit: Self.limit)
    for hit in hits {
      switch hit {
      case .choice(let index): rows.append(row(choices[index], context))
      case .similar(let index):
        var row = row(choices[index], context)
        row.isSimilar = true
        rows.append(row)
      case .retired(let name, let path, let year):
        let names = (path + [name]).map { context.form.tables.placeName($0, in: context.language) }
        rows.append(Row(code: "", name: names[names.count - 1], path: Self.joined(names.dropLast()), retired: year))
      }
    }
    // The first row that can be taken is the one that Enter takes.
    highlighted = rows.firstIndex { $0.retired == nil } ?? 0
    if offersUnlisted {
      rows.append(
        Row(code: "", name: context.wording(GuidedPhrase.notInTable), path: "", retired: nil, isUnlisted: true))
    }
  }
}
