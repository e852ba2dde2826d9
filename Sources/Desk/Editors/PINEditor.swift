import Terminal

/// A PIN being typed: digits only, shown as marks, and nothing of it is remembered once it is taken.
struct PINEditor: Hashable, Sendable {
  /// What a key or a paste did.
  enum Outcome: Hashable {
    case changed
    /// The character is no digit.
    case refused
    case ignored
  }

  private static let capacity = 64

  private var digits = ""

  var isEmpty: Bool { digits.isEmpty }

  mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .text(let scalar):
      guard let digit = Self.digit(scalar) else { return .refused }
      if digits.count < Self.capacity { digits.append(digit) }
      return .changed
    case .backspace:
      if !digits.isEmpty { digits.removeLast() }
      return .changed
    case .control("u"), .control("w"), .deleteWordBack:
      digits = ""
      return .changed
    case .enter, .tab, .backTab, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert,
      .wordLeft, .wordRight, .deleteWordForward, .function, .control:
      return .ignored
    }
  }

  /// A paste of digits, with the blanks and the line break that a copy brings along; anything else is not taken.
  mutating func paste(_ text: String) -> Outcome {
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let typed = scalars.compactMap(Self.digit)
    guard typed.count == scalars.count else { return .refused }
    digits = String((digits + String(typed)).prefix(Self.capacity))
    return .changed
  }

  /// The PIN, which the editor forgets.
  mutating func take() -> String {
    defer { digits = "" }
    return digits
  }

  /// A digit of the keyboard or of an input method in full-width mode.
  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x30...0x39: Character(scalar)
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) }
    default: nil
    }
  }

  /// Draws a mark for each digit, and puts the cursor behind them.
  func draw(on canvas: inout Canvas, at point: Point, columns: Int) {
    drawLine(TextEditor(String(repeating: "*", count: digits.count)), on: &canvas, at: point, columns: columns)
  }
}
