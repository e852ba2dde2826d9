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
    // Such a text has no line break.
    if isSimple(text) { return wrapLine(text[...], columns: max(2, columns)) }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      wrapLine($0, columns: max(2, columns))
    }
  }

  /// Lines and pieces are slices of the text: nothing is copied together, since text is wrapped anew at every key.
  private static func wrapLine(_ text: Substring, columns: Int) -> [String] {
    if of(text) <= columns { return [trimmed(text)] }
    var lines: [String] = []
    var line = text.prefix(0)
    var width = 0
    func finishLine(at next: Substring.Index) {
      lines.append(trimmed(line))
      line = text[next..<next]
      width = 0
    }
    for piece in pieces(text) {
      if width + piece.width > columns, !line.isEmpty { finishLine(at: piece.text.startIndex) }
      // A space that would begin a line is what the line break stands for.
      if piece.isSpace, line.isEmpty, !lines.isEmpty {
        line = piece.text.suffix(0)
        continue
      }
      if piece.width <= columns {
        line = text[line.startIndex..<piece.text.endIndex]
        width += piece.width
        continue
      }
      for index in piece.text.indices {
        let characterWidth = of(text[index])
        if width + characterWidth > columns { finishLine(at: index) }
        line = text[line.startIndex..<text.index(after: index)]
        width += characterWidth
      }
    }
    finishLine(at: text.endIndex)
    return lines
  }

  /// The line without the spaces at its end.
  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
    return String(line)
  }

  private struct Piece {
    var text: Substring
    var width: Int
    var isSpace: Bool
  }

  /// The parts that are not broken: a Latin word, a hanzi, a space; with the opening signs before and the closing ones
  /// after.
  private static func pieces(_ text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    // Whether the next character joins the last piece whatever it is, or only if it is part of a word.
    var isOpen = false
    var isWord = false
    var start = text.startIndex
    for character in text {
      let end = text.utf8.index(start, offsetBy: character.utf8.count)
      defer { start = end }
      let width = of(character)
      // The scalar that is the whole character: characters compared as such would be put into a canonical form first.
      let scalars = character.unicodeScalars
      let sole = scalars.count == 1 ? scalars.first : nil
      let isSpace = sole == " "
      let opens = sole.map(isOpening) ?? false
      let closes = sole.map(isClosing) ?? false
      let isWordCharacter = !isSpace && width < 2 && !opens
      if let last = pieces.indices.last, !isSpace,
        isOpen || (isWord && isWordCharacter) || (closes && !pieces[last].isSpace)
      {
        pieces[last].text = text[pieces[last].text.startIndex..<end]
        pieces[last].width += width
        isWord = isWordCharacter && (isOpen || isWord)
        isOpen = isOpen && opens
      } else {
        pieces.append(Piece(text: text[start..<end], width: width, isSpace: isSpace))
        isOpen = opens
        isWord = isWordCharacter
      }
    }
    return pieces
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "】", "〉", "〕", "”", "’", "…", "·", "—", "％", "℃", "～",
      ",", ".", ";", ":", "!", "?", ")", "]", "}", "%":
      true
    default: false
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "「", "『", "【", "〈", "〔", "“", "‘", "(", "[", "{": true
    default: false
    }
  }
}
