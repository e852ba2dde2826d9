import Standards

/// A JSON value that knows where it stands, so that a mistake in a form's file can be pointed at.
struct JSONNode {
  /// The way down to a value, spelt out only where a mistake is pointed at.
  indirect enum Place {
    case root
    case key(Place, String)
    case index(Place, Int)

    var path: String {
      switch self {
      case .root: ""
      case .key(.root, let key): key
      case .key(let above, let key): "\(above.path).\(key)"
      case .index(let above, let index): "\(above.path)[\(index)]"
      }
    }
  }

  let value: JSONValue
  let place: Place
  let file: String

  func problem(_ kind: FormProblem.Kind, at key: String? = nil, found: String = "") -> FormProblem {
    FormProblem(kind, file: file, place: (key.map { .key(place, $0) } ?? place).path, found: found)
  }

  /// Refuses keys that mean nothing here: a misspelt key would otherwise be a rule that never works.
  func allow(_ keys: [String]) throws(FormProblem) {
    guard let object = value.object else { throw problem(.wrongType) }
    // As many known keys as there are keys: then none is unknown, and nothing has to be listed.
    if keys.count(where: { object[$0] != nil }) == object.count { return }
    if let stranger = object.keys.filter({ !keys.contains($0) }).min() {
      throw problem(.unknownKey, at: stranger, found: stranger)
    }
  }

  func child(_ key: String) -> JSONNode? {
    value.object?[key].map { JSONNode(value: $0, place: .key(place, key), file: file) }
  }

  func required(_ key: String) throws(FormProblem) -> JSONNode {
    guard let child = child(key) else { throw problem(.missingKey, at: key, found: key) }
    return child
  }

  func array(_ key: String) throws(FormProblem) -> [JSONNode] { try required(key).elements() }

  func bool() throws(FormProblem) -> Bool {
    guard let fact = value.bool else { throw problem(.wrongType) }
    return fact
  }

  func optionalArray(_ key: String) throws(FormProblem) -> [JSONNode] {
    try child(key)?.elements() ?? []
  }

  func text() throws(FormProblem) -> String {
    guard let text = value.string else { throw problem(.wrongType) }
    return text
  }

  func string(_ key: String) throws(FormProblem) -> String { try required(key).text() }

  func optionalString(_ key: String) throws(FormProblem) -> String? {
    try child(key)?.text()
  }

  func integer(_ key: String) throws(FormProblem) -> Int {
    guard let number = try optionalInteger(key) else { throw problem(.missingKey, at: key, found: key) }
    return number
  }

  func optionalInteger(_ key: String) throws(FormProblem) -> Int? {
    guard let child = child(key) else { return nil }
    guard let number = child.value.int else { throw child.problem(.wrongType) }
    return number
  }

  func localized(_ key: String) throws(FormProblem) -> Localized {
    guard let child = child(key) else { throw problem(.missingKey, at: key, found: key) }
    try child.allow(["zh", "en"])
    return Localized(try child.string("zh"), try child.string("en"))
  }

  func optionalLocalized(_ key: String) throws(FormProblem) -> Localized? {
    child(key) == nil ? nil : try localized(key)
  }

  func elements() throws(FormProblem) -> [JSONNode] {
    guard let array = value.array else { throw problem(.wrongType) }
    return array.enumerated().map { JSONNode(value: $1, place: .index(place, $0), file: file) }
  }
}
