import Terminal

/// A list to choose from by number: one digit for each choice, or two where there are more than nine.
struct ChoiceEditor: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var code: String
    var label: String
  }

  let entries: [Entry]
  /// The entry that Enter takes.
  private(set) var highlighted: Int?
  /// A digit that another one may still follow.
  private var pending: Int?

  init(_ entries: [Entry], selected code: String?) {
    self.entries = entries
    highlighted = entries.firstIndex { $0.code == code }
  }

  /// Whether a digit waits for another one.
  var isHalfTyped: Bool { pending != nil }

  var choice: Entry? { highlighted.map { entries[$0] } }

  /// The entry that a key chooses outright; ← and → only move the highlight.
  mutating func handle(_ key: Key) -> Entry? {
    switch key {
    case .text(let scalar):
      return Self.digit(scalar).flatMap { choose($0) }
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .enter, .tab, .backTab, .escape, .up, .down, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert,
      .wordLeft, .wordRight, .deleteWordBack, .deleteWordForward, .function, .control:
      pending = nil
    }
    return nil
  }

  /// Whether a key that chose nothing did something all the same.
  func isMoved(by key: Key) -> Bool { isHalfTyped || key == .left || key == .right }

  /// The digit that a key types; full-width digits too, since an input method may be on.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let value = Int(scalar.value >= 0xFF10 ? scalar.value - 0xFEE0 : scalar.value) - 0x30
    return (0...9).contains(value) ? value : nil
  }

  /// ↑ and ↓ where the list has them to itself; false where ↑ leads out of it.
  mutating func walk(_ key: Key) -> Bool {
    guard key == .up || key == .down else { return false }
    if key == .up, (highlighted ?? 0) == 0 { return false }
    move(by: key == .up ? -1 : 1)
    return true
  }

  private mutating func choose(_ digit: Int) -> Entry? {
    let number = pending.map { $0 * 10 + digit } ?? digit
    pending = nil
    guard entries.indices.contains(number - 1) else { return nil }
    highlighted = number - 1
    guard number * 10 > entries.count else {
      pending = number
      return nil
    }
    return choice
  }

  private mutating func move(by step: Int) {
    pending = nil
    let start = highlighted ?? (step > 0 ? -1 : entries.count)
    highlighted = min(max(start + step, 0), entries.count - 1)
  }
}
