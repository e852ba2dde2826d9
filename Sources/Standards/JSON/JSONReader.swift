extension JSONValue {
  /// Reads one JSON text, strictly: nothing but white space before or after it, every key once. Depth and number of
  /// values are limited, since a few bytes of hostile text can cost a hundred times their size in memory.
  ///
  /// One byte order mark at the beginning is passed over, as RFC 8259 §8.1 allows: some editors cannot help it.
  public static func parse(_ bytes: [UInt8], maximumDepth: Int = 64, maximumValues: Int = 1 << 18) throws(JSONError)
    -> JSONValue
  {
    try parse(bytes[...], maximumDepth: maximumDepth, maximumValues: maximumValues)
  }

  public static func parse(_ bytes: ArraySlice<UInt8>, maximumDepth: Int = 64, maximumValues: Int = 1 << 18)
    throws(JSONError) -> JSONValue
  {
    let parsed = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONError> in
      var reader = JSONReader(bytes: buffer, maximumDepth: maximumDepth, maximumValues: maximumValues)
      do throws(JSONError) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try parsed.get()
  }
}

/// A recursive reader over bytes; its depth is limited, so that hostile nesting ends in an error and not in a crash.
struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  let maximumValues: Int
  var position = 0
  var depth = 0
  var values = 0

  init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int, maximumValues: Int) {
    (self.bytes, self.maximumDepth, self.maximumValues) = (bytes, maximumDepth, maximumValues)
  }

  mutating func document() throws(JSONError) -> JSONValue {
    try document { (reader) throws(JSONError) in try reader.value() }
  }

  /// Reads the whole text, its one value by `read`.
  mutating func document(
    _ read: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    let value = try read(&self)
    skipSpace()
    guard position == bytes.count else { throw error(.trailingBytes) }
    return value
  }

  mutating func value() throws(JSONError) -> JSONValue {
    values += 1
    guard values <= maximumValues else { throw error(.tooMany) }
    switch try peek() {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    // Most objects of a record have four to six members.
    var members = [String: JSONValue](minimumCapacity: 6)
    try eachMember { (reader) throws(JSONError) in
      let start = reader.position
      let key = try reader.string()
      try reader.colon()
      guard members.updateValue(try reader.value(), forKey: key) == nil else {
        throw reader.error(.doubledKey, at: start)
      }
    }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    try eachElement { (reader) throws(JSONError) in elements.append(try reader.value()) }
    return .array(elements)
  }

  /// Reads an object, each of its members by `member`, which begins at the key.
  @inline(__always)
  mutating func eachMember(
    _ member: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try each(endingWith: UInt8(ascii: "}"), member)
  }

  /// Reads an array, each of its elements by `element`.
  @inline(__always)
  mutating func eachElement(
    _ element: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try each(endingWith: UInt8(ascii: "]"), element)
  }

  @inline(__always)
  private mutating func each(
    endingWith end: UInt8, _ body: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter()
    skipSpace()
    if try peek() == end {
      leave()
      return
    }
    while true {
      skipSpace()
      try body(&self)
      skipSpace()
      if try peek() == end { break }
      try expect(UInt8(ascii: ","))
    }
    leave()
  }

  /// What stands between a key and its value.
  mutating func colon() throws(JSONError) {
    skipSpace()
    try expect(UInt8(ascii: ":"))
    skipSpace()
  }

  mutating func string() throws(JSONError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = try decode(UnsafeBufferPointer(rebasing: bytes[start..<position]), at: start)
        position += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw error(.controlCharacter)
      default: position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  /// The rare way: a string with escapes is put together in a buffer.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var buffer = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: buffer, as: UTF8.self) else { throw error(.invalidUTF8, at: start) }
        return text
      case UInt8(ascii: "\\"):
        position += 1
        buffer.append(contentsOf: String(Character(try escape())).utf8)
      case 0..<0x20: throw error(.controlCharacter)
      default:
        buffer.append(byte)
        position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      // Half a pair: only a high half followed by a low one means anything.
      guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw error(.invalidEscape) }
      position += 2
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw error(.invalidEscape) }
      return scalar
    default:
      position -= 1
      throw error(.invalidEscape)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0x0F)
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt32(byte & 0x0F) + 9
      default: throw error(.invalidEscape)
      }
      position += 1
    }
    return value
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits()
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while position < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position] { position += 1 }
    guard position > start else { throw error(position < bytes.count ? .invalidNumber : .unexpectedEnd) }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard try peek() == word.utf8Start[index] else { throw error(.unexpectedByte) }
      position += 1
    }
    return value
  }

  private func decode(_ slice: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONError) -> String {
    guard let text = try? UTF8Span(validating: slice.span) else { throw error(.invalidUTF8, at: start) }
    return String(copying: text)
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= maximumDepth else { throw error(.tooDeep) }
    position += 1
  }

  private mutating func leave() {
    depth -= 1
    position += 1
  }

  @inline(__always)
  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
      default: return
      }
    }
  }

  @inline(__always)
  func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard try peek() == byte else { throw error(.unexpectedByte) }
    position += 1
  }

  func error(_ code: JSONError.Code, at offset: Int? = nil) -> JSONError {
    let offset = offset ?? position
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // A character counts once, however many bytes it takes.
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return JSONError(code: code, offset: offset, line: line, column: column)
  }
}
