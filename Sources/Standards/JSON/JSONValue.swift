/// A JSON value (RFC 8259) that keeps everything it read: numbers stay as they were written.
///
/// `==` compares texts as Swift does, by canonical equivalence; whoever must tell 凌 from its compatibility twin U+F955
/// compares the bytes of `serialized`.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number's own text, so that no digit of a key we do not know is ever lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  public var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let array) = self { array } else { nil }
  }

  public var object: [String: JSONValue]? {
    if case .object(let object) = self { object } else { nil }
  }

  public subscript(key: String) -> JSONValue? { object?[key] }

  public static func int(_ number: Int) -> JSONValue { .number(String(number)) }
}

// So that a document can be written down in the source; of a key given twice the last counts.
extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int) { self = .int(number) }
  public init(booleanLiteral bool: Bool) { self = .bool(bool) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(members, uniquingKeysWith: { _, last in last }))
  }
}

/// Why bytes are no JSON, and where: byte offset from 0, line and column (in characters) from 1.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable, CaseIterable {
    case unexpectedEnd = "unexpected-end"
    case unexpectedByte = "unexpected-byte"
    case invalidNumber = "invalid-number"
    case invalidEscape = "invalid-escape"
    case controlCharacter = "control-character"
    case invalidUTF8 = "invalid-utf8"
    case doubledKey = "doubled-key"
    case tooDeep = "too-deep"
    case tooMany = "too-many"
    case trailingBytes = "trailing-bytes"
  }

  public var code: Code
  public var offset: Int
  public var line: Int
  public var column: Int

  public var description: String { "\(place) \(code.rawValue)" }

  /// Where it is, in digits alone, for a sentence of any language.
  public var place: String { "\(line):\(column)" }
}
