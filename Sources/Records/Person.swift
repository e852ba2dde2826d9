import Standards

/// In which part somebody acts on a record.
public enum Role: String, Sendable, CaseIterable {
  case guardian
  case teacher
  case staff
}

/// Who did something: the same object everywhere in a record.
public struct Person: Hashable, Sendable {
  public var role: Role
  public var name: String
  /// What a guardian is to the child (GB/T 4761), once it is known.
  public var relation: String?
  var other: [String: JSONValue] = [:]

  /// What is recorded as the name where somebody works at a shell and no name is known.
  public static let unnamed = "本机"

  /// Whether no name was known: `uid` and a number is what the first release recorded then.
  public var isUnnamed: Bool {
    name == Self.unnamed || name.hasPrefix("uid ") && name.dropFirst(4).allSatisfy(\.isNumber)
  }

  public init(role: Role, name: String, relation: String? = nil) {
    (self.role, self.name, self.relation) = (role, name, relation)
  }
}

/// Who did something, and when.
public struct Stamp: Hashable, Sendable {
  public var at: Timestamp
  public var by: Person
  var other: [String: JSONValue] = [:]

  public init(at: Timestamp, by: Person) {
    (self.at, self.by) = (at, by)
  }
}
