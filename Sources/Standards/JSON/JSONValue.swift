/// A JSON value (RFC 8259) that keeps everything it read: numbers stay as they were written.
public indirect enum JSONValue: Hashable, Sendable {
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

/// Why bytes are no JSON, and where: byte offset from 0, line and column from 1.
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
    case trailingBytes = "trailing-bytes"
  }

  public var code: Code
  public var offset: Int
  public var line: Int
  public var column: Int

  public var description: String { "\(line):\(column) \(code.rawValue)" }
}
