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
}

private struct JSONWriter {
  let pretty: Bool
  var bytes: [UInt8] = []

  init(pretty: Bool) { self.pretty = pretty }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .number(let text): append(text)
    case .string(let string): write(string)
    case .array(let elements):
      list("[", "]", elements, level) { writer, element in writer.write(element, level: level + 1) }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      list("{", "}", sorted, level) { writer, member in
        writer.write(member.key)
        writer.append(writer.pretty ? ": " : ":")
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ level: Int,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      newLine(level + 1)
      write(&self, element)
    }
    if !elements.isEmpty { newLine(level) }
    append(close)
  }

  private mutating func newLine(_ level: Int) {
    guard pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<level { append("  ") }
  }

  private mutating func write(_ string: String) {
    append("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case _ where scalar.isObeyedByTerminals: escape(scalar)
      default: UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
      }
    }
    append("\"")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    // All of them lie in the first plane, so one escape is enough.
    let digits = String(scalar.value, radix: 16, uppercase: false)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
