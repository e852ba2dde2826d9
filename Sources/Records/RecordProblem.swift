import Standards

/// Why bytes are no record that this version can change.
public enum RecordProblem: Error, Hashable, Sendable {
  case notJSON(JSONError)
  /// JSON, but not a record: the key that says so.
  case notARecord(key: String)
  /// Of a later format than this version knows; it may be looked at, not changed.
  case newer(format: String)
  /// Made with another form than the one at hand.
  case otherForm(name: String, version: Int)
}

/// The members of a JSON object: what is known is taken out, what is left is kept for the next save.
struct JSONMembers {
  private let members: [String: JSONValue]
  /// The keys that were taken. The object itself stays as it is: it is the document's, and to change it would copy it.
  private var taken: [String] = []
  private let place: String

  init(_ value: JSONValue?, place: String) throws(RecordProblem) {
    guard let object = value?.object else { throw .notARecord(key: place) }
    members = object
    taken.reserveCapacity(object.count)
    self.place = place
  }

  mutating func take(_ key: String) -> JSONValue? {
    guard let value = members[key] else { return nil }
    taken.append(key)
    return value
  }

  /// Who did it, and when.
  mutating func signature() throws(RecordProblem) -> (by: Person, at: Timestamp) {
    (try Person(json: take("by"), place: "\(place).by"), try timestamp("at"))
  }

  /// What was not taken.
  var rest: [String: JSONValue] {
    taken.count == members.count ? [:] : members.filter { !taken.contains($0.key) }
  }

  func problem(_ key: String) -> RecordProblem { .notARecord(key: place.isEmpty ? key : "\(place).\(key)") }

  mutating func string(_ key: String) throws(RecordProblem) -> String {
    guard let text = take(key)?.string else { throw problem(key) }
    return text
  }

  /// A count: whole, not negative, and small enough to be counted on from.
  mutating func integer(_ key: String) throws(RecordProblem) -> Int {
    guard let number = take(key)?.int, (0...1 << 53).contains(number) else { throw problem(key) }
    return number
  }

  /// A text that may be missing or null.
  mutating func optionalString(_ key: String) throws(RecordProblem) -> String? {
    guard let value = take(key), value != .null else { return nil }
    guard let text = value.string else { throw problem(key) }
    return text
  }

  mutating func timestamp(_ key: String) throws(RecordProblem) -> Timestamp {
    guard let timestamp = Timestamp(try string(key)) else { throw problem(key) }
    return timestamp
  }

  mutating func word<Word: RawRepresentable<String>>(_ key: String) throws(RecordProblem) -> Word {
    guard let word = Word(rawValue: try string(key)) else { throw problem(key) }
    return word
  }

  mutating func optionalWord<Word: RawRepresentable<String>>(_ key: String) throws(RecordProblem) -> Word? {
    guard let text = try optionalString(key) else { return nil }
    guard let word = Word(rawValue: text) else { throw problem(key) }
    return word
  }

  mutating func list(_ key: String) throws(RecordProblem) -> [JSONValue] {
    guard let value = take(key), value != .null else { return [] }
    guard let list = value.array else { throw problem(key) }
    return list
  }
}

extension [String: JSONValue] {
  /// Says who did it, and when.
  mutating func sign(_ by: Person, _ at: Timestamp) { (self["by"], self["at"]) = (by.json, .string(at.text)) }
}
