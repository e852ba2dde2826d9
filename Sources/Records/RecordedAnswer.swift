import Standards

/// Where a value came from.
public enum Source: String, Sendable, CaseIterable {
  /// Somebody said it.
  case told
  /// Read off a paper.
  case document
  /// Computed from another item.
  case derived
  /// From a sibling's record or a roster.
  case copied
  /// A suggestion that somebody accepted.
  case accepted = "default"
}

/// Why an item is put off.
public enum OwedReason: String, Sendable, CaseIterable {
  case document
  case ask
  case other
}

/// An item put off on purpose: why, who owes it and by when.
public struct Owed: Hashable, Sendable {
  public var reason: OwedReason
  public var who: Role
  public var due: CalendarDate?
  public var note: String
  var other: [String: JSONValue] = [:]

  public init(reason: OwedReason, who: Role, due: CalendarDate?, note: String) {
    self.reason = reason
    self.who = who
    self.due = due
    self.note = note
  }
}

/// Whether somebody who must know has confirmed a value that was given for them.
public enum Confirmation: Hashable, Sendable {
  /// Said by the guardian at the desk: nothing to confirm.
  case notNeeded
  case waiting
  /// Confirmed: the object that says how, by whom and when.
  case given(JSONValue)
}

/// One answer of a record: a value or a debt, with where it came from.
public struct RecordedAnswer: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// A list's code, a date as `YYYY-MM-DD`, or text.
    case value(String)
    case owed(Owed)
  }

  public var content: Content
  public var source: Source?
  /// The field that a derived value was computed from.
  public var from: String?
  public var by: Person
  public var at: Timestamp
  public var confirmation: Confirmation
  var other: [String: JSONValue] = [:]

  public init(
    _ content: Content, source: Source?, from: String? = nil, by: Person, at: Timestamp,
    confirmation: Confirmation = .notNeeded
  ) {
    self.content = content
    self.source = source
    self.from = from
    self.by = by
    self.at = at
    self.confirmation = confirmation
  }

  public var value: String? {
    switch content {
    case .value(let value): value
    case .owed: nil
    }
  }

  public var owed: Owed? {
    switch content {
    case .value: nil
    case .owed(let owed): owed
    }
  }
}
