/// How many columns text takes on a terminal: what the C library says, with every character of planes 2 and 3 wide.
///
/// The width of a text is that of what `Canvas` draws of it, so that a cursor placed by it stands where it should on
/// every terminal. Terminals disagree about emoji joined with U+200D, skin tones and U+FE0F: of such a character only
/// its first part is drawn, and that is its width. What `Canvas` leaves out has none.
public enum TextWidth {
  /// 0 for marks that join the character before them and for what is never drawn, 2 for wide characters, else 1.
  ///
  /// A scalar that the C library does not know is drawn as `�`, so it is 1.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    // Nearly everything on this desk is one of these.
    if (0x20..<0x7F).contains(value) { return 1 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    if isLeftOut(scalar) { return 0 }
    if value < 0x300 { return 1 }
    if contains(value, wide) { return 2 }
    // No mark lies among punctuation, arrows and rules, and to ask for the category of one is slow.
    if (0x2010...0x2027).contains(value) || (0x2100...0x2BFF).contains(value) { return 1 }
    return isMark(scalar) ? 0 : 1
  }

  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return of(first) }
    return parts(of: character).reduce(0) { $0 + $1.width }
  }

  public static func of(_ text: some StringProtocol) -> Int {
    let text = String(text)
    if isSimple(text) { return text.unicodeScalars.reduce(0) { $0 + of($1) } }
    return text.reduce(0) { $0 + of($1) }
  }

  /// What one cell, or two, shows of a character.
  public struct Part {
    public let base: Unicode.Scalar
    public var marks: CombiningMarks
    public let width: Int
  }

  /// The cells that a character takes, from left to right; none where nothing of it can be drawn.
  public static func parts(of character: Character) -> [Part] {
    var parts: [Part] = []
    for scalar in character.unicodeScalars where !isLeftOut(scalar) {
      let width = of(scalar)
      if width > 0 {
        if let first = parts.first, isPictograph(first.base) { break }
        parts.append(Part(base: scalar, marks: CombiningMarks(), width: width))
      } else if let last = parts.indices.last {
        parts[last].marks.append(scalar)
      }
    }
    return parts
  }

  /// Whether every scalar stands for itself: no mark, nothing left out, nothing that joins its neighbours.
  public static func isSimple(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x2100...0x2BFF, 0x3000...0x3029, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xFF01...0xFF60, 0x20000...0x3FFFD:
        true
      default: false
      }
    }
  }

  /// What a terminal would obey, or could show in different widths: controls, marks of direction, zero-width signs.
  public static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFE0E...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE00FF:
      true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Vowels and finals of Hangul join the consonant before them; so does a vowel of Ahom.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB, 0x1171E: return true
    // Signs of Arabic, Syriac and Kaithi that stand before a number are called format, and take a column.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  /// Whether what is joined to it makes one picture with it; flags are letters side by side.
  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1F1E6...0x1F1FF: false
    case 0x2190...0x2BFF, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  private static func contains(_ value: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}
