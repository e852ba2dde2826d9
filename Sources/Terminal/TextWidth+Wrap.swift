extension TextWidth {
  /// The text, cut to so many columns, with an ellipsis where something is left out.
  public static func cut(_ text: String, to columns: Int, ellipsis: Bool = true) -> String {
    guard of(text) > columns else { return text }
    let room = ellipsis ? columns - 1 : columns
    var result = ""
    var width = 0
    for character in text {
      width += of(character)
      guard width <= room else { break }
      result.append(character)
    }
    return ellipsis && columns > 0 ? result + "…" : result
  }

  /// Breaks a text into lines of at most so many columns; every line break of the text stays one.
  ///
  /// Chinese breaks between any two characters, but no line begins with a closing sign or ends with an opening one;
  /// a Latin word or a number is broken only where it would fill a line by itself.
  public static func wrap(_ text: String, columns: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      wrapLine($0, columns: max(2, columns))
    }
  }

  private static func wrapLine(_ text: Substring, columns: Int) -> [String] {
    // Nearly every line of the desk fits, and is asked for at every key.
    if of(text) <= columns {
      var line = String(text)
      while line.last == " " { line.removeLast() }
      return [line]
    }
    var lines: [String] = []
    var line = ""
    var width = 0
    func finishLine() {
      while line.last == " " { line.removeLast() }
      lines.append(line)
      line = ""
      width = 0
    }
    for piece in pieces(text) {
      let pieceWidth = of(piece)
      if width + pieceWidth > columns, !line.isEmpty { finishLine() }
      // A space that would begin a line is what the line break stands for.
      if piece == " ", line.isEmpty, !lines.isEmpty { continue }
      if pieceWidth <= columns {
        line += piece
        width += pieceWidth
        continue
      }
      for character in piece {
        let characterWidth = of(character)
        if width + characterWidth > columns { finishLine() }
        line.append(character)
        width += characterWidth
      }
    }
    finishLine()
    return lines
  }

  /// The parts that are not broken: a Latin word, a hanzi, a space; with the opening signs before and the closing ones
  /// after.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    // Whether the next character still belongs to the last piece, whatever it is, or if it is of a word.
    var isOpen = false
    var isWord = false
    for character in text {
      let isWordCharacter = character != " " && of(character) < 2 && !opening.contains(character)
      if character == " " {
        pieces.append(" ")
        (isOpen, isWord) = (false, false)
      } else if let last = pieces.indices.last, isOpen || pieces[last] != " " && closing.contains(character) {
        pieces[last].append(character)
        isWord = isWordCharacter && (isOpen || isWord)
        isOpen = isOpen && opening.contains(character)
      } else if let last = pieces.indices.last, isWord, isWordCharacter {
        pieces[last].append(character)
      } else {
        pieces.append(String(character))
        isOpen = opening.contains(character)
        isWord = isWordCharacter
      }
    }
    return pieces
  }

  private static let closing: Set<Character> = Set("，。、；：！？）》」』】〉〕”’…·—％℃～,.;:!?)]}%")
  private static let opening: Set<Character> = Set("（《「『【〈〔“‘([{")
}
