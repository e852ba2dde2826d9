/// Why a character cannot be part of an answer.
public enum TextProblem: Hashable, Sendable {
  /// A line break, an escape or another control character.
  case control(Unicode.Scalar)
  /// A mark that turns the writing direction, or one that nobody can see.
  case invisible(Unicode.Scalar)
  /// A character that only its own computer knows.
  case privateUse(Unicode.Scalar)
  /// No character at all, or one that was damaged on its way (U+FFFD).
  case damaged(Unicode.Scalar)

  public var scalar: Unicode.Scalar {
    switch self {
    case .control(let scalar), .invisible(let scalar), .privateUse(let scalar), .damaged(let scalar): scalar
    }
  }
}

/// Mends how a text was typed without changing what it says.
///
/// Characters are never replaced by Unicode's normal forms: those would turn registered names of compatibility
/// ideographs into other ones.
public enum TextNormaliser {
  public enum Kind: Sendable {
    /// A person's name: no spaces between hanzi, one middle dot between the parts of a minority name.
    case personName
    case freeText
    /// Codes and document numbers: no spaces, capital letters.
    case code
  }

  /// The text as it is stored.
  public static func normalise(_ typed: String, as kind: Kind) -> String {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(typed.unicodeScalars.count)
    for scalar in typed.unicodeScalars where !scalar.isInvisible { scalars.append(folded(scalar)) }
    switch kind {
    case .code:
      return text(scalars.filter { !$0.isWhiteSpace }.map(capital))
    case .freeText:
      return text(spaced(scalars))
    case .personName:
      return text(named(unspaced(spaced(scalars))))
    }
  }

  /// The first character that cannot be part of an answer.
  public static func problem(in text: String) -> TextProblem? {
    for scalar in text.unicodeScalars where scalar.value >= 0x7F || scalar.value < 0x20 {
      if scalar.isControl || scalar.value == 0x2028 || scalar.value == 0x2029 { return .control(scalar) }
      if scalar.isBidirectionalMark || scalar.isInvisible { return .invisible(scalar) }
      if scalar.isPrivateUse { return .privateUse(scalar) }
      if scalar.isNoncharacter || scalar.value == 0xFFFD { return .damaged(scalar) }
    }
    return nil
  }

  // MARK: Steps

  /// Full-width letters, digits and signs become ASCII; Chinese punctuation stays Chinese.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: " "
    // ，！？：；（）～ and their like belong to Chinese text.
    case 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF5E: scalar
    case 0xFF02...0xFF5D: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }

  /// No spaces at the ends, one in a row within.
  private static func spaced(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar == " ", result.isEmpty || result.last == " " { continue }
      result.append(scalar)
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  /// No spaces beside hanzi and dots: 王 小 明 is how forms with boxes are copied; a space between Latin words stays.
  private static func unspaced(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func standsAlone(_ scalar: Unicode.Scalar) -> Bool { scalar.isHanzi || isMiddleDot(scalar) }
    return scalars.indices.filter { index in
      guard scalars[index] == " ", index > 0, index + 1 < scalars.count else { return true }
      return !standsAlone(scalars[index - 1]) && !standsAlone(scalars[index + 1])
    }.map { scalars[$0] }
  }

  /// One middle dot between the parts of a name, whichever dot was typed.
  private static func named(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      // A full stop means the dot only between hanzi: J. Smith keeps his.
      let isInside = index > 0 && index + 1 < scalars.count
      let isStop = scalar == "." && isInside && scalars[index - 1].isHanzi && scalars[index + 1].isHanzi
      guard isMiddleDot(scalar) || isStop else {
        result.append(scalar)
        continue
      }
      // A dot at an end is no part of a name, and stays to be seen.
      if !isInside { result.append(scalar) } else if result.last != "·" { result.append("·") }
    }
    return result
  }

  /// The dots that people find on a keyboard for the one of minority names, U+00B7.
  private static func isMiddleDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00B7, 0x0387, 0x16EB, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x25CF, 0x2E31, 0x2E33, 0x30FB, 0xFF65: true
    default: false
    }
  }

  private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "a"..."z": Unicode.Scalar(scalar.value - 0x20) ?? scalar
    case "（": "("
    case "）": ")"
    case "\u{2169}", "\u{2179}": "X"
    default: scalar
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Measures of a text as the sheet counts them.
public enum TextMeasure {
  /// The text's length as the sheet limits it: three bytes a Chinese character of any plane, else as in UTF-8.
  public static func bytes(in text: String) -> Int {
    // Only hanzi beyond the first plane are longer in UTF-8.
    text.utf8.count - text.unicodeScalars.count { $0.isHanzi && $0.value > 0xFFFF }
  }

  /// How many Chinese characters the text has.
  public static func hanzi(in text: String) -> Int { text.unicodeScalars.count { $0.isHanzi } }
}
