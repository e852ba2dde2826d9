import Standards

/// A JSON value that knows where it stands, so that a mistake in a form's file can be pointed at.
struct JSONNode {
  let value: JSONValue
  let place: String
  let file: String

  func problem(_ kind: FormProblem.Kind, at key: String? = nil, found: String = "") -> FormProblem {
    FormProblem(kind, file: file, place: key.map(path(to:)) ?? place, found: found)
  }

  /// Refuses keys that mean nothing here: a misspelt key would otherwise be a rule that never works.
  func allow(_ keys: Set<String>) throws(FormProblem) {
    guard let object = value.object else { throw problem(.wrongType) }
    if let stranger = object.keys.filter({ !keys.contains($0) }).min() {
      throw problem(.unknownKey, at: stranger, found: stranger)
    }
  }

  func child(_ key: String) -> JSONNode? {
    value.object?[key].map { JSONNode(value: $0, place: path(to: key), file: file) }
  }

  func array(_ key: String) throws(FormProblem) -> [JSONNode] {
    guard let child = child(key) else { throw problem(.missingKey, at: key, found: key) }
    return try child.elements()
  }

  func optionalArray(_ key: String) throws(FormProblem) -> [JSONNode] {
    try child(key)?.elements() ?? []
  }

  func text() throws(FormProblem) -> String {
    guard let text = value.string else { throw problem(.wrongType) }
    return text
  }

  func string(_ key: String) throws(FormProblem) -> String {
    guard let child = child(key) else { throw problem(.missingKey, at: key, found: key) }
    return try child.text()
  }

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

  private func elements() throws(FormProblem) -> [JSONNode] {
    guard let array = value.array else { throw problem(.wrongType) }
    return array.enumerated().map { JSONNode(value: $1, place: "\(place)[\($0)]", file: file) }
  }

  private func path(to key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }
}
