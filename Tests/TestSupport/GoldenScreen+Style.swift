// A plain `swift build` makes this target too, and has no Testing.
#if canImport(Testing)
  import Terminal
  import Testing

  extension GoldenScreen {
    /// How the terminal shows a screen's styles.
    public enum Look: Sendable {
      case colour
      /// A terminal without colours, or `NO_COLOR`: what is bold, underlined or reversed stays so.
      case mono
    }

    /// As `check`, with a layer below the screen that says, row by row, which columns look how.
    public static func check(
      _ canvas: Canvas, _ name: String, look: Look, filePath: String = #filePath,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      checkForEveryEye(canvas, name, sourceLocation: sourceLocation)
      let cursor = canvas.cursor.map { "column \($0.column), row \($0.row)" } ?? "hidden"
      let rows = (0..<canvas.size.rows).compactMap { styles(of: canvas.row($0), row: $0, look) }
      let text = canvas.text() + "\n--- cursor: \(cursor)\n--- look: \(look)\n" + rows.joined()
      check(text: text, name, filePath: filePath, sourceLocation: sourceLocation)
    }

    /// One line for a row: `12: 3–40 red bold, 60–63 grey`, columns counted from zero, the last one included.
    private static func styles(of cells: ArraySlice<Cell>, row: Int, _ look: Look) -> String? {
      var spans: [(first: Int, last: Int, words: String)] = []
      for (column, cell) in cells.enumerated() {
        let words = words(of: cell.style, look)
        if let span = spans.last, span.words == words, span.last == column - 1 {
          spans[spans.count - 1].last = column
        } else if !words.isEmpty {
          spans.append((column, column, words))
        }
      }
      guard !spans.isEmpty else { return nil }
      return "\(row): " + spans.map { "\($0.first)–\($0.last) \($0.words)" }.joined(separator: ", ") + "\n"
    }

    private static func words(of style: Style, _ look: Look) -> String {
      var words: [String] = []
      if look == .colour, style.colour != .normal { words.append("\(style.colour)") }
      if look == .colour, style.background != .normal { words.append("on \(style.background)") }
      if style.isBold { words.append("bold") }
      if style.isUnderlined { words.append("underlined") }
      if style.isReversed { words.append("reversed") }
      if style.isDim { words.append("dim") }
      return words.joined(separator: " ")
    }
  }
#endif
