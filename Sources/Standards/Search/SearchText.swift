/// How one character of a query or of a name is made comparable.
enum SearchText {
  enum Folded: Equatable {
    /// A hanzi, an ASCII digit, or an ASCII letter in lower case; ü is the letter v.
    case unit(UInt32)
    /// A space, an apostrophe or any other mark: in a query it ends a syllable, in a name it is passed over.
    case separator
    /// An accent or an invisible character: it counts for nothing.
    case nothing
    /// Two dots over the letter before: makes u into ü.
    case diaeresis
  }

  static func fold(_ scalar: Unicode.Scalar) -> Folded {
    let value = scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return .unit(value)
    case 0x41...0x5A: return .unit(value + 0x20)
    case 0...0xBF: return .separator
    case 0xC0...0x24F: return letter(value)
    case 0x308: return .diaeresis
    case 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0000...0xE01EF: return .nothing
    case 0x1E3F: return .unit(0x6D)  // ḿ
    case 0x1EBC...0x1EBF: return .unit(0x65)  // ẽ ế
    case 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0x30FB: return .separator
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map(fold) ?? .separator
    case 0xFE10...0xFE6F, 0xFF5F...0xFFFF: return .separator
    default: return .unit(value)
    }
  }

  /// The letters of pinyin with their tones, and those of English place names.
  private static func letter(_ value: UInt32) -> Folded {
    let base: Character? =
      switch value {
      case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0x1CD, 0x1CE: "a"
      case 0xC7, 0xE7, 0x106...0x10D: "c"
      case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
      case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x1CF, 0x1D0: "i"
      case 0xD1, 0xF1, 0x143...0x148, 0x1F8, 0x1F9: "n"
      case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151, 0x1D1, 0x1D2: "o"
      case 0xD9...0xDB, 0xF9...0xFB, 0x168...0x16B, 0x16E...0x173, 0x1D3, 0x1D4: "u"
      case 0xDC, 0xFC, 0x1D5...0x1DC: "v"
      default: nil
      }
    return base?.unicodeScalars.first.map { .unit($0.value) } ?? .unit(value)
  }

  static func isLetter(_ unit: UInt32) -> Bool { unit >= 0x61 && unit <= 0x7A }
}
