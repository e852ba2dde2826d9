/// Which parts of a JSON text are wanted.
///
/// The others are checked as strictly, but nothing is kept of them; only a key that stands twice in such a part goes
/// unnoticed, and its objects, arrays and texts are not counted as values. Most of a record is its history, and a check
/// wants none of it.
public indirect enum JSONSelection: Sendable {
  case all
  case nothing
  /// These members of an object; a value that is no object is kept whole.
  case members([(key: String, keeping: JSONSelection)])
  /// The same of every member of an object, or element of an array.
  case each(JSONSelection)

  /// About how many members there will be.
  var size: Int {
    switch self {
    case .all, .nothing: 0
    case .members: 2
    case .each: 32
    }
  }

  /// What is wanted of the member with this key.
  func of(_ key: String) -> JSONSelection {
    switch self {
    case .all: .all
    case .nothing: .nothing
    case .members(let members): members.first { $0.key == key }?.keeping ?? .nothing
    case .each(let selection): selection
    }
  }
}

extension JSONValue {
  /// Reads one JSON text as `parse` does, and keeps what is selected of it.
  public static func parse(
    _ bytes: [UInt8], keeping selection: JSONSelection, maximumDepth: Int = 64, maximumValues: Int = 1 << 18
  ) throws(JSONError) -> JSONValue {
    let parsed = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONError> in
      var reader = JSONReader(bytes: buffer, maximumDepth: maximumDepth, maximumValues: maximumValues)
      do throws(JSONError) {
        return .success(try reader.document(keeping: selection))
      } catch {
        return .failure(error)
      }
    }
    return try parsed.get()
  }
}

extension JSONValue {
  /// Where the values of an object's own members stand in its text, which is read as strictly as by `parse`; a value
  /// that is no object is an error.
  public static func memberPlaces(
    in bytes: [UInt8], maximumDepth: Int = 64, maximumValues: Int = 1 << 18
  ) throws(JSONError) -> [String: Range<Int>] {
    let found = bytes.withUnsafeBufferPointer { buffer -> Result<[String: Range<Int>], JSONError> in
      var reader = JSONReader(bytes: buffer, maximumDepth: maximumDepth, maximumValues: maximumValues)
      var places: [String: Range<Int>] = [:]
      do throws(JSONError) {
        _ = try reader.document { (reader) throws(JSONError) in
          try reader.memberPlaces(into: &places)
          return .null
        }
        return .success(places)
      } catch {
        return .failure(error)
      }
    }
    return try found.get()
  }
}

extension JSONReader {
  fileprivate mutating func memberPlaces(into places: inout [String: Range<Int>]) throws(JSONError) {
    guard try peek() == UInt8(ascii: "{") else { throw error(.unexpectedByte) }
    try eachMember { (reader) throws(JSONError) in
      let start = reader.position
      let key = try reader.string()
      try reader.colon()
      let value = reader.position
      try reader.skipValue()
      guard places.updateValue(value..<reader.position, forKey: key) == nil else {
        throw reader.error(.doubledKey, at: start)
      }
    }
  }

  mutating func document(keeping selection: JSONSelection) throws(JSONError) -> JSONValue {
    try document { (reader) throws(JSONError) in try reader.value(keeping: selection) }
  }

  private mutating func value(keeping selection: JSONSelection) throws(JSONError) -> JSONValue {
    switch selection {
    case .all: return try value()
    case .nothing:
      try skipValue()
      return .null
    case .each(let selection) where try peek() == UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try eachElement { (reader) throws(JSONError) in elements.append(try reader.value(keeping: selection)) }
      return .array(elements)
    case .members, .each:
      guard try peek() == UInt8(ascii: "{") else { return try value() }
      return try object(keeping: selection)
    }
  }

  private mutating func object(keeping selection: JSONSelection) throws(JSONError) -> JSONValue {
    var members = [String: JSONValue](minimumCapacity: selection.size)
    try eachMember { (reader) throws(JSONError) in
      let start = reader.position
      let key = try reader.string()
      try reader.colon()
      let wanted = selection.of(key)
      if case .nothing = wanted { return try reader.skipValue() }
      guard members.updateValue(try reader.value(keeping: wanted), forKey: key) == nil else {
        throw reader.error(.doubledKey, at: start)
      }
    }
    return .object(members)
  }

  private mutating func skipValue() throws(JSONError) {
    switch try peek() {
    case UInt8(ascii: "{"):
      try eachMember { (reader) throws(JSONError) in
        try reader.skipString()
        try reader.colon()
        try reader.skipValue()
      }
    case UInt8(ascii: "["):
      try eachElement { (reader) throws(JSONError) in try reader.skipValue() }
    case UInt8(ascii: "\""): try skipString()
    default: _ = try value()
    }
  }

  private mutating func skipString() throws(JSONError) {
    let start = position
    try expect(UInt8(ascii: "\""))
    var isASCII = true
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        let text = UnsafeBufferPointer(rebasing: bytes[start + 1..<position])
        guard isASCII || (try? UTF8Span(validating: text.span)) != nil else { throw error(.invalidUTF8, at: start + 1) }
        position += 1
        return
      case UInt8(ascii: "\\"):
        // Escapes are rare: whoever reads them reads the whole string.
        position = start
        _ = try string()
        return
      case 0..<0x20: throw error(.controlCharacter)
      default:
        if byte >= 0x80 { isASCII = false }
        position += 1
      }
    }
    throw error(.unexpectedEnd)
  }
}
