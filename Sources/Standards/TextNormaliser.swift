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
  /// A radical or a stroke in a name, in the place of a hanzi.
  case lookAlike(Unicode.Scalar, hanzi: Unicode.Scalar)
  /// A character that no register writes a name with.
  case notInName(Unicode.Scalar)
  /// An emoji, or the picture of a control character.
  case picture(Unicode.Scalar)

  public var scalar: Unicode.Scalar {
    switch self {
    case .control(let scalar), .invisible(let scalar), .privateUse(let scalar), .damaged(let scalar),
      .lookAlike(let scalar, _), .notInName(let scalar), .picture(let scalar):
      scalar
    }
  }
}

/// Mends how a text was typed without changing what it says.
///
/// Characters are never replaced by Unicode's normal forms: those would turn registered names of compatibility
/// ideographs into other ones.
public enum TextNormaliser {
  public enum Kind: Sendable {
    /// A person's name: hanzi in the place of radicals, nothing that nobody sees, no spaces between hanzi, one middle
    /// dot between the parts of a minority name.
    case personName
    case freeText
    /// Codes and document numbers: no spaces, capital letters.
    case code
  }

  /// The text as it is stored.
  public static func normalise(_ typed: String, as kind: Kind) -> String {
    var repairs: [TextRepair] = []
    return mended(typed, as: kind, &repairs)
  }

  /// What there is to tell of the mending, each thing once, in the order of the text.
  public static func repairs(in typed: String, as kind: Kind) -> [TextRepair] {
    var repairs: [TextRepair] = []
    _ = mended(typed, as: kind, &repairs)
    var told: Set<TextRepair> = []
    return repairs.filter { told.insert($0).inserted }
  }

  private static func mended(_ typed: String, as kind: Kind, _ repairs: inout [TextRepair]) -> String {
    switch kind {
    case .code:
      return text(typed.unicodeScalars.lazy.filter { !$0.isInvisible && !$0.isWhiteSpace }.map { capital(folded($0)) })
    case .freeText:
      return text(spaced(visible(typed, isName: false, &repairs)))
    case .personName:
      return text(named(unspaced(spaced(visible(typed, isName: true, &repairs))), &repairs))
    }
  }

  /// The first character that cannot be part of an answer of this kind.
  public static func problem(in text: String, as kind: Kind) -> TextProblem? {
    if let problem = problem(in: text) { return problem }
    switch kind {
    case .code: return nil
    case .freeText: return text.unicodeScalars.first(where: \.isPicture).map { .picture($0) }
    case .personName: return NameCharacters.problem(in: text)
    }
  }

  /// The first character that cannot be part of any answer.
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

  /// Characters of old fonts become standard ones, line breaks spaces, full-width forms plain ones; in a name, look-alikes become hanzi.
  private static func visible(_ typed: String, isName: Bool, _ repairs: inout [TextRepair]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(typed.unicodeScalars.count)
    for typed in typed.unicodeScalars {
      var scalar = typed
      if let standard = PrivateUse.standard(typed) {
        repairs.append(.privateUse(standard: standard))
        scalar = standard
      }
      if isName, let hanzi = LookAlike.hanzi(for: scalar) {
        repairs.append(.lookAlike(scalar, hanzi: hanzi))
        scalars.append(hanzi)
        continue
      }
      guard isName ? scalar.isTakenOutOfNames : scalar.isInvisible else {
        if scalar.breaksLine { repairs.append(.lineBreak) }
        scalars.append(folded(scalar))
        continue
      }
      scalars.append(scalar)
      if isName, NameCharacters.isVariation(at: scalars.count - 1, in: scalars) {
        repairs.append(.variantKept(scalars[scalars.count - 2]))
      } else {
        scalars.removeLast()
        repairs.append(.invisible)
      }
    }
    return scalars
  }

  /// Full-width letters, digits and signs become ASCII; Chinese punctuation stays Chinese.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: " "
    // A cell of several lines is one line in a form.
    case _ where scalar.breaksLine: " "
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
  private static func named(_ scalars: [Unicode.Scalar], _ repairs: inout [TextRepair]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      let isInside = index > 0 && index + 1 < scalars.count
      // A dot at an end is no part of a name, and stays to be seen.
      guard isInside, isMiddleDot(scalar) || isStop(scalar) && isBetweenHanzi(index, scalars) else {
        result.append(scalar)
        continue
      }
      if scalar != "·" { repairs.append(.dot(scalar)) }
      if result.last != "·" { result.append("·") }
    }
    return result
  }

  private static func isBetweenHanzi(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    scalars[index + 1].isHanzi && NameCharacters.before(index, in: scalars)?.isHanzi ?? false
  }

  /// Whether a character is the dot of names, or what people take for it.
  public static func isDot(_ scalar: Unicode.Scalar) -> Bool { isMiddleDot(scalar) || isStop(scalar) }

  /// The dots that people find on a keyboard for the one of minority names, U+00B7.
  private static func isMiddleDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00B7, 0x0387, 0x16EB, 0x2022, 0x2023, 0x2024, 0x2027, 0x2219, 0x22C5, 0x25CF, 0x25E6, 0x2981, 0x2E31, 0x2E33,
      0x30FB, 0x318D, 0xFF65:
      true
    default: false
    }
  }

  /// Signs that mean the dot only between hanzi: J. Smith and Anna-Lena keep theirs.
  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // . 。 ﹒ ｡ ˙ ꞏ
    case 0x2E, 0x3002, 0xFE52, 0xFF61, 0x02D9, 0xA78F: true
    // Hyphens, dashes and the sign minus.
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63: true
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

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Measures of a text as the sheet counts them.
public enum TextMeasure {
  /// The text's length as the sheet's own checker counts it: one for an ASCII character, three for any other.
  public static func bytes(in text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 3) } }

  /// The number's length as the sheet's own checker counts it.
  public static func characters(in number: String) -> Int { number.unicodeScalars.count }

  /// How many Chinese characters the text has.
  public static func hanzi(in text: String) -> Int { text.unicodeScalars.count { $0.isHanzi } }
}
