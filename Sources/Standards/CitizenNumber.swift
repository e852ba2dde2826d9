/// The sex that an identity document states (GB/T 2261.1).
public enum Sex: String, Sendable, CaseIterable {
  case male = "1"
  case female = "2"
}

/// Why a text is no citizen identity number.
public enum CitizenNumberProblem: String, Error, Sendable, CaseIterable {
  case empty
  case tooShort = "too-short"
  case tooLong = "too-long"
  /// The number of before 1999, out of use since 2013.
  case fifteenDigits = "fifteen-digits"
  /// Not 17 digits followed by a digit or X.
  case characters
  case noSuchDate = "no-such-date"
  case yearBefore1900 = "year-before-1900"
  case future
  case check
}

/// A citizen identity number (GB 11643-1999): six digits of area, eight of birth date, three of sequence, and a check
/// character of ISO 7064 MOD 11-2.
///
/// The residence permits of Hong Kong, Macao and Taiwan residents have the same form, with the areas 81, 82 and 83.
public struct CitizenNumber: Hashable, Sendable {
  /// The 18 characters, with a capital X.
  public let text: String
  public let birthDate: CalendarDate
  /// Odd sequence numbers are given to boys.
  public let sex: Sex

  /// The six digits of the area of first registration.
  public var area: Substring { text.prefix(6) }

  /// What a typed number says, as far as it can be read.
  public struct Reading: Sendable {
    /// The number, if it is valid.
    public var number: CitizenNumber?
    /// What was typed, repaired.
    public var normalised: String
    public var problem: CitizenNumberProblem?
    /// The number is right as far as its date, but no table has its area: only a warning, and a hint where to look
    /// when the check character does not fit.
    public var areaUnknown: Bool

    init(normalised: String, problem: CitizenNumberProblem, areaUnknown: Bool) {
      (self.normalised, self.problem, self.areaUnknown) = (normalised, problem, areaUnknown)
    }

    init(number: CitizenNumber, areaUnknown: Bool) {
      self.number = number
      normalised = number.text
      self.areaUnknown = areaUnknown
    }
  }

  /// Reads a number as typed, in the standard's order: length, characters, date, area, check character.
  public static func read(
    _ typed: String, on today: CalendarDate, knowsArea: (Substring) -> Bool
  ) -> Reading {
    let text = repair(typed)
    switch verify(text.utf8, on: today) {
    case .failure(let problem):
      let areaUnknown = problem == .check && !knowsArea(text.prefix(6))
      return Reading(normalised: text, problem: problem, areaUnknown: areaUnknown)
    case .success(let birthDate):
      let sequenceEnd = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: 16)]
      let number = CitizenNumber(text: text, birthDate: birthDate, sex: sequenceEnd & 1 == 1 ? .male : .female)
      return Reading(number: number, areaUnknown: !knowsArea(number.area))
    }
  }

  /// The birth date of a number that is right in every respect but its area.
  private static func verify(
    _ bytes: String.UTF8View, on today: CalendarDate
  ) -> Result<CalendarDate, CitizenNumberProblem> {
    var digits: (year: Int, month: Int, day: Int) = (0, 0, 0)
    var sum = 0
    var count = 0
    var stranger = false
    var last: UInt8 = 0
    for byte in bytes {
      if count < 17 {
        let digit = Int(byte) - 0x30
        if !(0...9).contains(digit) { stranger = true }
        sum += digit * weights[count]
        switch count {
        case 6...9: digits.year = digits.year * 10 + digit
        case 10...11: digits.month = digits.month * 10 + digit
        case 12...13: digits.day = digits.day * 10 + digit
        default: break
        }
      } else {
        last = byte
        if count == 17, !(0x30...0x39).contains(byte), byte != UInt8(ascii: "X") { stranger = true }
      }
      count += 1
    }
    if let problem = lengthProblem(bytes, count: count, onlyDigits: !stranger) { return .failure(problem) }
    guard !stranger else { return .failure(.characters) }
    guard digits.year >= 1900 else {
      // A year of the nineteenth century is a date all the same; only one that exists says so.
      let exists = CalendarDate(year: max(digits.year, 1), month: digits.month, day: digits.day) != nil
      return .failure(exists ? .yearBefore1900 : .noSuchDate)
    }
    guard let date = CalendarDate(year: digits.year, month: digits.month, day: digits.day) else {
      return .failure(.noSuchDate)
    }
    guard date <= today else { return .failure(.future) }
    guard last == checkCharacters[sum % 11] else { return .failure(.check) }
    return .success(date)
  }

  /// Lengths count characters, so that a hanzi among the digits is a wrong character and not three.
  private static func lengthProblem(
    _ bytes: String.UTF8View, count: Int, onlyDigits: Bool
  ) -> CitizenNumberProblem? {
    if count == 18, onlyDigits { return nil }
    let length = onlyDigits ? count : String(bytes).unicodeScalars.count
    if length == 0 { return .empty }
    if length == 15, onlyDigits { return .fifteenDigits }
    if length < 18 { return .tooShort }
    if length > 18 { return .tooLong }
    return .characters
  }

  // MARK: Check character

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checkCharacters = Array("10X98765432".utf8)

  /// The check character of seventeen ASCII digits (ISO 7064 MOD 11-2).
  static func checkCharacter(of seventeen: some Sequence<UInt8>) -> UInt8 {
    checkCharacters[zip(seventeen, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 } % 11]
  }

  /// The number that a 15-digit one of before 1999 became: `19` before the year, and a check character.
  ///
  /// Nil where the text is not fifteen digits.
  public static func upgrade(fifteen: String) -> String? {
    let bytes = Array(fifteen.utf8)
    guard bytes.count == 15, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let seventeen = bytes[..<6] + Array("19".utf8) + bytes[6...]
    return String(decoding: seventeen + [checkCharacter(of: seventeen)], as: UTF8.self)
  }

  /// The number that an area gives to the child with a sequence number from 1 to 999.
  public static func invented(area: some StringProtocol, birthDate: CalendarDate, sequence: Int) -> String {
    let digits = Array(area.utf8) + birthDate.iso.utf8.filter { $0 != UInt8(ascii: "-") }
    let seventeen = digits + String(1_000 + sequence).utf8.dropFirst()
    return String(decoding: seventeen + [checkCharacter(of: seventeen)], as: UTF8.self)
  }

  // MARK: Repair

  /// Mends what is no mistake: white space, zero-width characters, full-width forms, Ⅹ and a small x.
  ///
  /// Nothing else: a hyphen, a Cyrillic Х or another script's digits are left to be seen.
  public static func repair(_ typed: String) -> String {
    if typed.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "X") }) { return typed }
    var repaired = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case _ where scalar.isWhiteSpace || scalar.isInvisible, 0x200C, 0x200D: continue
      // A number copied from a window or a message often comes wrapped in them.
      case _ where scalar.isBidirectionalMark: continue
      case 0xFF01...0xFF5E: repaired.append(upper(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar))
      case 0x2169, 0x2179: repaired.append("X")
      default: repaired.append(upper(scalar))
      }
    }
    return String(repaired)
  }

  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar { scalar == "x" ? "X" : scalar }
}
