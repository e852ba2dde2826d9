/// The kinds of identity document that the national sheet knows, by its codes.
public enum DocumentType: String, Sendable, CaseIterable {
  case residentIdentityCard = "1"
  case officer = "2"
  case soldier = "3"
  case civilianCadre = "4"
  case retiredSoldier = "5"
  case hongKong = "6"
  case macao = "7"
  case taiwan = "8"
  case permanentResidence = "9"
  case passport = "A"
  case householdRegister = "B"
  case other = "Z"

  /// Whether such a document may bear an 18-character number of the citizen number's form.
  public var mayBeCitizenNumber: Bool {
    switch self {
    case .residentIdentityCard, .hongKong, .macao, .taiwan, .householdRegister: true
    case .officer, .soldier, .civilianCadre, .retiredSoldier, .permanentResidence, .passport, .other: false
    }
  }
}

/// What is odd about a document's number that is no citizen number.
public enum DocumentNumberProblem: String, Sendable, CaseIterable {
  /// Not of the shape that such documents have: a warning, since documents change.
  case shape
  /// 18 characters whose check character does not fit: certainly miscopied.
  case check
  /// 18 characters of a residence permit, but of another region's area.
  case region

  /// Whether the number cannot be right, whatever the document looks like.
  public var isCertain: Bool {
    switch self {
    case .check: true
    case .shape, .region: false
    }
  }
}

/// The shapes of the numbers on other documents than the identity card.
public enum DocumentNumber {
  /// What is odd about the number, or nil.
  public static func check(_ text: String, type: DocumentType, on today: CalendarDate) -> DocumentNumberProblem? {
    let bytes = Array(text.utf8)
    switch type {
    case .residentIdentityCard, .householdRegister:
      // A household register's number is the citizen number where there is one; older books have their own.
      guard isEighteen(bytes) else { return nil }
      return CitizenNumber.read(text, on: today, knowsArea: { _ in true }).problem == nil ? nil : .check
    case .hongKong:
      if isEighteen(bytes) { return residencePermit(text, area: "810000", on: today) }
      return isPermit(bytes, "H") || isHongKongCard(bytes) ? nil : .shape
    case .macao:
      if isEighteen(bytes) { return residencePermit(text, area: "820000", on: today) }
      return isPermit(bytes, "M") || isMacaoCard(bytes) ? nil : .shape
    case .taiwan:
      if isEighteen(bytes) { return residencePermit(text, area: "830000", on: today) }
      return bytes.count == 8 && bytes.allSatisfy(isDigit) ? nil : .shape
    case .permanentResidence: return permanentResidence(bytes)
    case .passport: return (5...17).contains(bytes.count) && bytes.allSatisfy(isAlphanumeric) ? nil : .shape
    case .officer, .soldier, .civilianCadre, .retiredSoldier, .other: return nil
    }
  }

  /// The number without the hyphens and dots that people write between its parts; nil where there are none, or where
  /// such a document may bear them.
  public static func joined(_ text: String, type: DocumentType) -> String? {
    switch type {
    case .residentIdentityCard, .hongKong, .macao, .taiwan, .permanentResidence, .passport, .householdRegister:
      guard text.unicodeScalars.contains(where: TextNormaliser.isDot) else { return nil }
      return String(String.UnicodeScalarView(text.unicodeScalars.filter { !TextNormaliser.isDot($0) }))
    case .officer, .soldier, .civilianCadre, .retiredSoldier, .other: return nil
    }
  }

  /// The 18-character residence permit of Hong Kong, Macao and Taiwan residents (since 2018).
  private static func residencePermit(_ text: String, area: String, on today: CalendarDate) -> DocumentNumberProblem? {
    guard CitizenNumber.read(text, on: today, knowsArea: { _ in true }).number != nil else { return .check }
    return text.hasPrefix(area) ? nil : .region
  }

  /// 港澳居民来往内地通行证: H or M, then 8 digits, or 10 with the count of issues.
  private static func isPermit(_ bytes: [UInt8], _ letter: Unicode.Scalar) -> Bool {
    (bytes.count == 9 || bytes.count == 11) && bytes[0] == UInt8(ascii: letter) && bytes.dropFirst().allSatisfy(isDigit)
  }

  /// Hong Kong identity card: one or two letters, six digits, a check character in parentheses or without them.
  private static func isHongKongCard(_ bytes: [UInt8]) -> Bool {
    let letters = bytes.prefix { isLetter($0) }.count
    guard letters == 1 || letters == 2 else { return false }
    var rest = bytes.dropFirst(letters)
    guard rest.prefix(6).count == 6, rest.prefix(6).allSatisfy(isDigit) else { return false }
    rest = rest.dropFirst(6)
    if rest.count == 3, rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      rest = rest.dropFirst().dropLast()
    }
    guard rest.count == 1, let last = rest.first else { return false }
    return isDigit(last) || last == UInt8(ascii: "A")
  }

  /// Macao identity card: a digit 1, 5 or 7, six digits, a check digit in parentheses or without them.
  private static func isMacaoCard(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
    guard digits.count == 8, digits.allSatisfy(isDigit), let first = digits.first else { return false }
    return [UInt8(ascii: "1"), UInt8(ascii: "5"), UInt8(ascii: "7")].contains(first)
  }

  /// 外国人永久居留证: 3 letters and 12 digits, or since December 2023 18 digits beginning with 9.
  private static func permanentResidence(_ bytes: [UInt8]) -> DocumentNumberProblem? {
    if bytes.count == 15, bytes.prefix(3).allSatisfy(isLetter), bytes.dropFirst(3).allSatisfy(isDigit) { return nil }
    guard bytes.count == 18, bytes[0] == UInt8(ascii: "9"), bytes.dropLast().allSatisfy(isDigit) else { return .shape }
    return bytes[17] == CitizenNumber.checkCharacter(of: bytes[..<17]) ? nil : .check
  }

  /// Whether a text has the length of a citizen number; six hanzi have so many bytes too, and are none.
  private static func isEighteen(_ bytes: [UInt8]) -> Bool { bytes.count == 18 && bytes.allSatisfy(isAlphanumeric) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte & 0xDF) }
}
