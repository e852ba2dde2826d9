import Standards

/// The formats that a record's file was ever written in. An older one is brought up step by step as it is read, and is
/// written in the newest with its next save; only a newer one is left alone.
struct RecordFormat: Sendable {
  /// What changes in the members of a record from one format to the next; a step is never changed once it was released.
  struct Step: Sendable {
    let name: String
    let change: @Sendable (inout [String: JSONValue]) -> Void
  }

  /// The steps from format 1 on, in their order: a new format is one more at the end.
  let steps: [Step]

  /// There has been one format so far.
  static let current = RecordFormat(steps: [])

  private static let prefix = "xueji-record/"

  /// The newest format's name.
  var name: String { "\(Self.prefix)\(steps.count + 1)" }

  /// A record in the newest format.
  func brought(_ json: JSONValue) throws(RecordProblem) -> JSONValue {
    guard var members = json.object else { throw .notARecord(key: "") }
    guard let format = members["format"]?.string else { throw .notARecord(key: "format") }
    if format == name { return json }
    guard format.hasPrefix(Self.prefix) else { throw .notARecord(key: "format") }
    guard let number = Int(format.dropFirst(Self.prefix.utf8.count)), (1...steps.count + 1).contains(number)
    else { throw .newer(format: format) }
    for step in steps[(number - 1)...] { step.change(&members) }
    members["format"] = .string(name)
    return .object(members)
  }
}
