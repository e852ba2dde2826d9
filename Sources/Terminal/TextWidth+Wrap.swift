extension TextWidth {
  /// The text, cut to so many columns, with an ellipsis where something is left out.
  public static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var result = ""
    var width = 0
    for character in text {
      let next = of(character)
      guard width + next <= columns - 1 else { break }
      result.append(character)
      width += next
    }
    return columns > 0 ? result + "…" : ""
  }

  /// Breaks a text into lines of at most so many columns.
  ///
  /// Chinese breaks between any two characters, but no line begins with a closing sign or ends with an opening one;
  /// a Latin word is broken only where it fills a line by itself.
  public static func wrap(_ text: String, columns: Int) -> [String] {
    guard columns > 3 else { return [text] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapLine($0, columns: columns) }
  }

  private static func wrapLine(_ text: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(text) {
      let pieceWidth = of(piece)
      if width + pieceWidth <= columns {
        line += piece
        width += pieceWidth
        continue
      }
      // A closing sign pulls the character before it down with it rather than begin a line.
      if let first = piece.first, closing.contains(first), piece.count == 1, let last = line.popLast() {
        lines.append(trimmed(line))
        line = String(last) + piece
        width = of(line)
        continue
      }
      if !line.isEmpty { lines.append(trimmed(line)) }
      line = ""
      width = 0
      for character in piece where !(line.isEmpty && character == " ") {
        if width + of(character) > columns {
          lines.append(line)
          line = ""
          width = 0
        }
        line.append(character)
        width += of(character)
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  /// The parts that are not broken: a Latin word, a hanzi, an opening sign with what follows it.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    var word = ""
    var held = ""
    func isNarrow(_ character: Character) -> Bool { of(character) == 1 && character != " " }
    for character in text {
      if isNarrow(character), !opening.contains(character) {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        pieces.append(held + word)
        (word, held) = ("", "")
      }
      if opening.contains(character) {
        held.append(character)
      } else {
        pieces.append(held + String(character))
        held = ""
      }
    }
    if !(held + word).isEmpty { pieces.append(held + word) }
    return pieces
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static let closing: Set<Character> = Set("，。、；：！？）》」』】”’…,.;:!?)]}")
  private static let opening: Set<Character> = Set("（《「『【“‘([{")
}
