extension JSONValue {
  /// The value as UTF-8: keys sorted by their bytes; pretty with two spaces a level and a line break at the end.
  ///
  /// Characters that a terminal or an editor would obey (controls, line separators, bidirectional marks) are escaped;
  /// all others stand as themselves.
  public func serialized(pretty: Bool) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self, level: 0)
    if pretty { writer.bytes.append(UInt8(ascii: "\n")) }
    return writer.bytes
  }

  /// The value as it stands in a pretty document, so many levels deep.
  public func serialized(at level: Int) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.write(self, level: level)
    return writer.bytes
  }
}

private struct JSONWriter {
  let pretty: Bool
  var bytes: [UInt8] = []

  init(pretty: Bool) { self.pretty = pretty }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let string): write(string)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(level + 1)
        write(element, level: level + 1)
      }
      if !elements.isEmpty { newLine(level) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      // Swift orders texts by their canonical forms, a file by its bytes.
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(level + 1)
        write(member.key)
        append(pretty ? ": " : ":")
        write(member.value, level: level + 1)
      }
      if !members.isEmpty { newLine(level) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func newLine(_ level: Int) {
    guard pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text goes as it is: only these bytes can begin a character that must not.
    if string.utf8.contains(where: Self.mayNeedEscape) {
      for scalar in string.unicodeScalars { write(scalar) }
    } else {
      bytes.append(contentsOf: string.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// C0 and DEL, the quote and the backslash, and the first bytes of U+0080–00BF, U+0600–063F and U+2000–2FFF.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F || byte == 0xC2
      || byte == 0xD8 || byte == 0xE2
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where scalar.isObeyedByTerminals: escape(scalar)
    default: bytes.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    // All of them lie in the first plane, so one escape is enough.
    let digits = String(scalar.value, radix: 16, uppercase: false)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
