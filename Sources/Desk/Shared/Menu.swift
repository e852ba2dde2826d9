import Terminal
import TextLayout
import Wording

/// Numbered rows, of which one is highlighted: ↑ and ↓ move, Enter takes that one, a digit its own at once.
struct Menu: Hashable, Sendable {
  enum Action: Hashable, Sendable { case take, up, down, help, leave, redraw }

  /// The keys of a page that is a menu.
  static let keymap = Keymap<Action>([
    Binding([.enter], .take, "Enter", .take, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  enum Outcome: Hashable {
    case stays
    case takes(Int)
    case leaves
    case redraws
  }

  /// The digits of the rows; those behind are reached by ↑ and ↓, and show that they have none.
  static let digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]

  /// Nil where nothing may be taken that nobody has looked at.
  private(set) var highlighted: Int?
  /// A few words of help stand below, until the next key.
  private(set) var isExplaining = false
  /// The last key means nothing here: what works is said.
  private(set) var isPuzzled = false

  init(highlighted: Int? = 0) { self.highlighted = highlighted }

  mutating func press(_ key: Key, of count: Int) -> Outcome {
    isPuzzled = false
    let action = Self.keymap.action(for: key)
    if isExplaining {
      isExplaining = false
      if key == .escape || action == .help { return .stays }
    }
    if case .text(let scalar) = key, let digit = ChoiceEditor.digit(scalar),
      let row = Self.digits.firstIndex(of: digit), row < count
    {
      highlighted = row
      return .takes(row)
    }
    switch action {
    case .take: if let highlighted { return .takes(highlighted) } else { isPuzzled = true }
    case .up: highlighted = max(0, (highlighted ?? count) - 1)
    case .down: highlighted = min(count - 1, (highlighted ?? -1) + 1)
    case .help: isExplaining = true
    case .leave: return .leaves
    case .redraw: return .redraws
    case nil: isPuzzled = key != .escape
    }
    return .stays
  }

  /// The row that a key takes, in a panel whose other keys are the page's.
  mutating func take(_ key: Key, of count: Int) -> Int? {
    if case .takes(let row) = press(key, of: count) { row } else { nil }
  }

  mutating func highlight(_ row: Int) { highlighted = row }

  /// The hint of the page, or what works where a key did nothing.
  func hint(_ hint: String, _ wording: Wording) -> (text: String, style: Style) {
    isPuzzled ? (wording(CommonPhrase.otherKey), Style(bold: true)) : (hint, Style(.grey))
  }

  /// Draws that in a line.
  func drawHint(_ hint: String, on canvas: inout Canvas, in area: Area, row: Int, indent: Int = 0, _ wording: Wording) {
    let (text, style) = self.hint(hint, wording)
    canvas.put(TextWidth.cut(text, to: area.columns - indent), at: area.point(row, indent: indent), style: style)
  }

  /// Draws the rows, each with its number and what is said beside it, and puts the cursor on the highlighted one.
  func draw(
    _ rows: [(title: String, aside: String)], on canvas: inout Canvas, in area: Area, row: Int, indent: Int = 1,
    spacing: Int = 1, asidesAt column: Int = 26
  ) {
    // Of more than there is room for, those around the highlighted one.
    let room = max(1, (area.rows - row + spacing - 1) / spacing)
    let first = max(0, min((highlighted ?? 0) - room / 2, rows.count - room))
    for (index, entry) in rows.enumerated().dropFirst(first).prefix(room) {
      let isHighlighted = index == highlighted
      let number = Self.digits.indices.contains(index) ? "\(Self.digits[index])" : "-"
      let title = "\(isHighlighted ? "▸" : " ") \(number)  \(entry.title)"
      let line = row + (index - first) * spacing
      let used = canvas.put(
        TextWidth.cut(title, to: area.columns - indent), at: area.point(line, indent: indent),
        style: Style(bold: isHighlighted))
      let beside = indent + max(used + 2, column)
      let aside = TextWidth.cut(entry.aside, to: max(0, area.columns - beside))
      canvas.put(aside, at: area.point(line, indent: beside), style: Style(.grey))
    }
    canvas.cursor = area.point(row + ((highlighted ?? 0) - first) * spacing, indent: indent)
  }

  /// The same for rows that have nothing beside them.
  func draw(
    _ rows: [String], on canvas: inout Canvas, in area: Area, row: Int, indent: Int = 0, spacing: Int = 1
  ) {
    draw(rows.map { ($0, "") }, on: &canvas, in: area, row: row, indent: indent, spacing: spacing)
  }
}
