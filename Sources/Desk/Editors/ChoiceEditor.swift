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
      // Full-width digits too: an input method may be on.
      let value = scalar.value >= 0xFF10 ? scalar.value - 0xFEE0 : scalar.value
      guard (0x31...0x39).contains(value), entries.indices.contains(Int(value) - 0x31) else { return nil }
      highlighted = Int(value) - 0x31
      return choice
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .enter, .tab, .backTab, .escape, .up, .down, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert,
      .wordLeft, .wordRight, .deleteWordBack, .deleteWordForward, .function, .control:
      break
    }
    return nil
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
