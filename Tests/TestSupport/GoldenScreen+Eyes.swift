// A plain `swift build` makes this target too, and has no Testing.
#if canImport(Testing)
  import Terminal
  import Testing

  /// What holds of every page that is looked at, whoever looks: it is asked wherever a screen is compared.
  extension GoldenScreen {
    /// What a terminal makes of its own colours and of those with a name, as it comes.
    private struct Palette {
      let name: String
      let background: UInt32
      let foreground: UInt32
      let colours: [Style.Colour: UInt32]

      /// - Parameter colours: red, green, yellow, magenta, cyan and bright black.
      init(_ name: String, on background: UInt32, _ foreground: UInt32, _ colours: [UInt32]) {
        (self.name, self.background, self.foreground) = (name, background, foreground)
        let names: [Style.Colour] = [.red, .green, .yellow, .magenta, .cyan, .grey]
        self.colours = Dictionary(uniqueKeysWithValues: zip(names, colours))
      }

      /// The contrast of a cell's sign, as WCAG 2 counts it.
      func contrast(of style: Style) -> Double {
        let (front, back) = (colours[style.colour] ?? foreground, colours[style.background] ?? background)
        let light = [Self.luminance(front), Self.luminance(back)].sorted()
        return (light[1] + 0.05) / (light[0] + 0.05)
      }

      private static func luminance(_ colour: UInt32) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
          let part = Double(colour >> UInt32(shift) & 0xFF) / 255
          if part <= 0.03928 { return part / 12.92 }
          // ((part + 0.055) / 1.055) to the power of 2.4, by its fifth root: y⁵ = x².
          let base = (part + 0.055) / 1.055
          var root = 1.0
          for _ in 0..<40 { root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root) }
          return base * base * root
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      }
    }

    private static let palettes = [
      Palette("Linux console", on: 0x000000, 0xAAAAAA, [0xAA0000, 0x00AA00, 0xAA5500, 0xAA00AA, 0x00AAAA, 0x555555]),
      Palette("xterm", on: 0xFFFFFF, 0x000000, [0xCD0000, 0x00CD00, 0xCDCD00, 0xCD00CD, 0x00CDCD, 0x7F7F7F]),
      Palette("Tango", on: 0x2E3436, 0xD3D7CF, [0xCC0000, 0x4E9A06, 0xC4A000, 0x75507B, 0x06989A, 0x555753]),
      Palette("Solarized", on: 0x002B36, 0x839496, [0xDC322F, 0x859900, 0xB58900, 0xD33682, 0x2AA198, 0x002B36]),
      Palette("Campbell", on: 0x0C0C0C, 0xCCCCCC, [0xC50F1F, 0x13A10E, 0xC19C00, 0x881798, 0x3A96DD, 0x767676]),
      Palette("Basic", on: 0xFFFFFF, 0x000000, [0x990000, 0x00A600, 0x999900, 0xB200B2, 0x00A6B2, 0x666666]),
      Palette("PuTTY", on: 0x000000, 0xBBBBBB, [0xBB0000, 0x00BB00, 0xBBBB00, 0xBB00BB, 0x00BBBB, 0x555555]),
    ]

    /// Words and figures can be read in every palette, and the terminal's own cursor stands on the page, on the row that
    /// is marked where one is.
    static func checkForEveryEye(_ canvas: Canvas, _ name: String, sourceLocation: SourceLocation) {
      for row in 0..<canvas.size.rows {
        for cell in canvas.row(row) where cell.text.contains(where: { $0.isLetter || $0.isNumber }) {
          for palette in palettes where cell.style.isDim || palette.contrast(of: cell.style) < 4.5 {
            Issue.record(
              "\(name), row \(row): “\(cell.text)” cannot be read in the colours of \(palette.name).",
              sourceLocation: sourceLocation)
            return
          }
        }
      }
      guard let cursor = canvas.cursor else {
        Issue.record("\(name) has no cursor.", sourceLocation: sourceLocation)
        return
      }
      let marked = (0..<canvas.size.rows).filter { row in canvas.row(row).contains { $0.text == "▸" } }
      #expect(
        (0..<canvas.size.rows).contains(cursor.row) && (marked.isEmpty || marked.contains(cursor.row)),
        "\(name): the cursor is in row \(cursor.row), marked are \(marked)", sourceLocation: sourceLocation)
    }
  }
#endif
