/// A record's id and the code that a family takes home.
public struct RecordIdentity: Hashable, Sendable {
  /// A UUID of version 7 (RFC 9562) in lower case.
  public let id: RecordID
  /// Spelt by the id's random tail, so that the files' names alone lead to the record.
  public var code: RecordCode

  public init(id: RecordID, code: RecordCode) {
    (self.id, self.code) = (id, code)
  }

  /// A new identity at a moment, in milliseconds since 1970, with whatever code chance spells.
  ///
  /// Of many that are made at once each stands behind the last one in every list: its time and the twelve bits behind it
  /// count on from there (RFC 9562, 6.2).
  public init(milliseconds: Int, after last: RecordID? = nil, using generator: inout some RandomNumberGenerator) {
    let time = UInt64(clamping: milliseconds) & 0xFFFF_FFFF_FFFF
    let random = generator.next() as UInt64
    let tail = generator.next() as UInt64
    let place = max(time << 12 | random & 0x0FFF, last.map { $0.place + 1 } ?? 0) & 0x0FFF_FFFF_FFFF_FFFF
    let high = (place >> 12) << 16 | 0x7000 | place & 0x0FFF
    let low = 0x8000_0000_0000_0000 | tail & 0x3FFF_FFFF_FFFF_FFFF
    let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    let id = RecordID(unchecked: text)
    self.init(id: id, code: RecordCode(spelledBy: id))
  }

  /// A new identity for a family to take home: its code has only characters that nobody mistakes for others, and is not
  /// in use yet.
  ///
  /// About one id in four spells such a code. Where nearly all codes are in use, any free one will do.
  public init(
    milliseconds: Int, after last: RecordID? = nil, avoiding taken: Set<RecordCode>,
    using generator: inout some RandomNumberGenerator
  ) {
    var draws = 0
    repeat {
      self.init(milliseconds: milliseconds, after: last, using: &generator)
      draws += 1
    } while taken.contains(code) ? taken.count < RecordCode.count : !code.isPlain && draws < Self.mostDraws
  }

  /// All of so many draws miss a plain code only once in 10^30.
  private static let mostDraws = 200

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A record's id: a UUID in lower case. Nothing else is ever made part of a path.
public struct RecordID: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// The id, or nil where the text is no UUID in lower case.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      default:
        guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else { return nil }
      }
    }
    self.text = String(text)
  }

  fileprivate init(unchecked text: String) { self.text = text }

  /// What ids are ordered by before chance: the time, and the twelve bits behind it.
  fileprivate var place: UInt64 {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    return UInt64(String(decoding: digits[..<12] + digits[13..<16], as: UTF8.self), radix: 16) ?? 0
  }

  public var description: String { text }
}

/// The four characters that a family takes home: no 0, O, 1, I or L, which look alike on paper.
public struct RecordCode: Hashable, Sendable, CustomStringConvertible {
  static let count = 31 * 31 * 31 * 31
  static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

  public let text: String

  /// The code as somebody typed it, in any case and width and with spaces; nil where it cannot be one.
  public init?(_ typed: String) {
    guard let characters = Self.characters(typed), characters.allSatisfy(Self.alphabet.contains) else { return nil }
    text = String(characters)
  }

  private init(_ characters: [Character]) { text = String(characters) }

  /// Four capital letters and digits; nil where something else was typed.
  private static func characters(_ typed: String) -> [Character]? {
    var characters: [Character] = []
    for scalar in typed.unicodeScalars where !scalar.isWhiteSpace {
      // An input method types full-width letters and digits.
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      guard value < 0x80, let ascii = Unicode.Scalar(value) else { return nil }
      let character = Character(Character(ascii).uppercased())
      guard character.isLetter || character.isNumber else { return nil }
      characters.append(character)
    }
    return characters.count == 4 ? characters : nil
  }

  // MARK: Look-alikes

  /// The characters that nobody takes for another, read, written by hand or heard.
  private static let plain = Set("34679ACDEFGHJKMNPQRTWXY")

  /// Whether it has only such characters, as every new code does.
  var isPlain: Bool { text.allSatisfy(Self.plain.contains) }

  /// Characters that are read for one another on a slip that was written by hand.
  private static let alike = ["0ODQ", "1ILJT7", "2Z", "38B", "5S", "6G", "UV"].map { Array($0) }

  private static func alike(_ character: Character) -> [Character] {
    (alike.first { $0.contains(character) } ?? [character]).filter(alphabet.contains)
  }

  /// The codes that may have been meant by a text that no record bears: at each place one of the characters that look
  /// like what was typed there. The text itself need be no code, as one with a 0 is none.
  public static func lookAlikes(of typed: String) -> [RecordCode] {
    guard let characters = characters(typed) else { return [] }
    var found: [[Character]] = [[]]
    for character in characters {
      found = found.flatMap { head in alike(character).map { head + [$0] } }
    }
    return found.filter { $0 != characters }.map(RecordCode.init)
  }

  /// One code for all that look like it, so that whoever guesses gains nothing by spelling one in several ways.
  var ofAllAlike: RecordCode { RecordCode(text.map { Self.alike($0).first ?? $0 }) }

  /// The code that an id spells: its last eight hexadecimal digits, counted in the code's alphabet.
  public init(spelledBy id: RecordID) {
    var number = Int(id.text.suffix(8), radix: 16) ?? 0
    var characters: [Character] = []
    for _ in 0..<4 {
      characters.append(Self.alphabet[number % Self.alphabet.count])
      number /= Self.alphabet.count
    }
    text = String(characters)
  }

  public var description: String { text }
}
