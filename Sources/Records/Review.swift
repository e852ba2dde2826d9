import Standards

/// What staff ask about a record; it stands open until it is closed.
public struct Query: Hashable, Sendable {
  /// The field that is asked about, or nil for the record as a whole.
  public var field: String?
  public var text: String
  public var by: Person
  public var at: Timestamp
  /// When and by whose change the question was settled.
  public var closed: Stamp?
  var other: [String: JSONValue] = [:]

  public init(field: String?, text: String, by: Person, at: Timestamp) {
    (self.field, self.text, self.by, self.at) = (field, text, by, at)
  }
}

/// A change that a family or a teacher proposes beside the approved value.
public struct Proposal: Hashable, Sendable {
  public var field: String
  public var value: String
  public var by: Person
  public var at: Timestamp
  var other: [String: JSONValue] = [:]

  public init(field: String, value: String, by: Person, at: Timestamp) {
    (self.field, self.value, self.by, self.at) = (field, value, by, at)
  }
}

/// That a revision of the record went out in a row of a sheet; rows count from 1.
public struct Export: Hashable, Sendable {
  public var sheet: String
  public var row: Int
  public var revision: Int
  public var at: Timestamp
  var other: [String: JSONValue] = [:]

  public init(sheet: String, row: Int, revision: Int, at: Timestamp) {
    (self.sheet, self.row, self.revision, self.at) = (sheet, row, revision, at)
  }
}
