/// Which characters a register writes names with.
enum NameCharacters {
  /// The first character of a name that no register has, or nil.
  static func problem(in name: String) -> TextProblem? {
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar.isHanzi || isPlainLetterOrDigit(scalar) { continue }
      if let hanzi = LookAlike.hanzi(for: scalar) { return .lookAlike(scalar, hanzi: hanzi) }
      if scalar.isTakenOutOfNames {
        if isVariation(at: index, in: scalars) { continue }
        return .invisible(scalar)
      }
      // A letter of Sinologists to Unicode, and a dot to everybody else.
      let isDot = scalar == "\u{A78F}"
      guard !isDot, isLetter(scalar) || isMark(at: index, in: scalars) else { return .notInName(scalar) }
    }
    return nil
  }

  /// Whether a variation selector stands behind the hanzi whose form it tells (UTS 37, and the standardized VS1 to
  /// VS3).
  static func isVariation(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, scalars[index - 1].isHanzi else { return false }
    switch scalars[index].value {
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: return true
    default: return false
    }
  }

  /// The nearest character before a place that is no variation selector.
  static func before(_ index: Int, in scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    scalars[..<index].last { !$0.isVariationSelector }
  }

  /// Letters of any script with their accents, and digits; a hanzi may be written as 〇 or 々.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isHanzi || isPlainLetterOrDigit(scalar) { return true }
    return letters.contains(scalar.properties.generalCategory)
  }

  private static let letters: Set<Unicode.GeneralCategory> = [
    .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
    .decimalNumber,
  ]

  private static func isPlainLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z": true
    default: false
    }
  }

  /// Signs that stand within a name: the dot between its parts, a space, and what Latin names have: O'Brien, Anna-Lena,
  /// J. Smith.
  private static func isMark(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = before(index, in: scalars)
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    func isForeign(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { isLetter($0) && !$0.isHanzi } ?? false }
    switch scalars[index] {
    // A space, and the dot between the syllables of a Tibetan name.
    case " ", "\u{0F0B}": return true
    case "·": return before.map(isLetter) ?? false && after.map(isLetter) ?? false
    case ".", ",": return isForeign(before)
    case "'", "\u{2018}", "\u{2019}", "-", "\u{2010}", "\u{2011}": return isForeign(before) || isForeign(after)
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// A letter of another script than the hanzi, or a digit.
  public var isForeignLetterOrDigit: Bool {
    !isHanzi && !isVariationSelector && LookAlike.hanzi(for: self) == nil && NameCharacters.isLetter(self)
  }

  /// Changes the form of the character before it.
  var isVariationSelector: Bool {
    switch value {
    case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// What nobody sees in a name: joiners, tags, marks of direction, and variation selectors unless a hanzi bears one.
  var isTakenOutOfNames: Bool {
    switch value {
    case 0x200C, 0x200D, 0xE0000...0xE007F: true
    default: isInvisible || isBidirectionalMark || isVariationSelector
    }
  }

  /// A picture in the place of text: emoji, and the pictures of control characters.
  var isPicture: Bool {
    switch value {
    case 0..<0x203C: false
    case 0x20E3, 0x2400...0x243F, 0x1F000...0x1FAFF: true
    default: properties.isEmojiPresentation
    }
  }
}
