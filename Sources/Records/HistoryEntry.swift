import Standards

/// What can happen to a record.
public enum Act: String, Sendable, CaseIterable {
  case answer
  case owe
  case confirm
  case accept
  case query
  case handIn = "hand-in"
  case `return`
  case approve
  case correct
  case propose
  case export
  case number
  case withdraw
  case reinstate
}

/// One thing that happened: who, when, and the whole answer before and after.
public struct HistoryEntry: Hashable, Sendable {
  public var revision: Int
  public var at: Timestamp
  public var by: Person
  public var act: Act
  public var field: String?
  public var old: RecordedAnswer?
  public var new: RecordedAnswer?
  public var reason: String?
  /// Of a withdrawal: why, as figures count it.
  public var cause: WithdrawalCause?
  var other: [String: JSONValue] = [:]

  public init(
    revision: Int, at: Timestamp, by: Person, act: Act, field: String? = nil, old: RecordedAnswer? = nil,
    new: RecordedAnswer? = nil, reason: String? = nil, cause: WithdrawalCause? = nil
  ) {
    self.revision = revision
    self.at = at
    self.by = by
    self.act = act
    self.field = field
    self.old = old
    self.new = new
    self.reason = reason
    self.cause = cause
  }
}

/// A warning that somebody answered with “yes, it is so”, for exactly these values.
public struct AcceptedWarning: Hashable, Sendable {
  /// The rule's stable code.
  public var rule: String
  /// The values that were accepted, by field name.
  public var values: [String: String]
  public var reason: String
  public var by: Person
  public var at: Timestamp
  var other: [String: JSONValue] = [:]

  public init(rule: String, values: [String: String], reason: String, by: Person, at: Timestamp) {
    self.rule = rule
    self.values = values
    self.reason = reason
    self.by = by
    self.at = at
  }
}
