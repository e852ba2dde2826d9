import Terminal

/// A short list, one digit for each choice.
struct ChoiceEditor: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var code: String
    var label: String
  }

  let entries: [Entry]
  /// The entry that Enter takes.
  private(set) var highlighted: Int?

  init(_ entries: [Entry], selected code: String?) {
    self.entries = entries
    highlighted = entries.firstIndex { $0.code == code }
  }

  var choice: Entry? { highlighted.map { entries[$0] } }

  /// The entry that a key chooses outright; ← and → only move the highlight.
  mutating func handle(_ key: Key) -> Entry? {
    switch key {
    case .text(let scalar):
      guard let index = Self.index(of: scalar), entries.indices.contains(index) else { return nil }
      highlighted = index
      return choice
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .enter, .tab, .backTab, .escape, .up, .down, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert,
      .wordLeft, .wordRight, .deleteWordBack, .deleteWordForward, .function, .control:
      break
    }
    return nil
  }

  /// The place in a list that a digit from 1 to 9 means; full-width digits too, since an input method may be on.
  static func index(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value >= 0xFF10 ? Int(scalar.value) - 0xFEE0 : Int(scalar.value)
    return (0x31...0x39).contains(value) ? value - 0x31 : nil
  }

  private mutating func move(by step: Int) {
    let start = highlighted ?? (step > 0 ? -1 : entries.count)
    highlighted = min(max(start + step, 0), entries.count - 1)
  }

  /// Draws the choices in as many columns as the rows need.
  func draw(on canvas: inout Canvas, at origin: Point, rows: Int, columns: Int) {
    let rows = max(1, rows)
    let blocks = (entries.count + rows - 1) / rows
    let width = columns / max(1, blocks)
    for (index, entry) in entries.enumerated() {
      let point = Point(column: origin.column + index / rows * width, row: origin.row + index % rows)
      let isHighlighted = index == highlighted
      let text = "\(isHighlighted ? "▸" : " ") \(index + 1)  \(entry.label)"
      canvas.put(TextWidth.cut(text, to: width - 1), at: point, style: Style(bold: isHighlighted))
    }
  }
}
