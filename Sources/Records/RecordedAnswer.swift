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
    (self.reason, self.who, self.due, self.note) = (reason, who, due, note)
  }
}

/// Whether somebody who must know has confirmed a value that was given for them.
public enum ConfirmationState: Hashable, Sendable {
  /// Said by the guardian at the desk: nothing to confirm.
  case notNeeded
  case unconfirmed
  case confirmed(Confirmation)
}

/// That a value given for an absent family is right: how they said so, who they are, who wrote it down and when.
public struct Confirmation: Hashable, Sendable {
  public enum Means: String, Sendable, CaseIterable {
    case desk
    case telephone
    case paper
  }

  public var how: Means
  public var who: String
  public var by: Person
  public var at: Timestamp
  var other: [String: JSONValue] = [:]

  public init(how: Means, who: String, by: Person, at: Timestamp) {
    (self.how, self.who, self.by, self.at) = (how, who, by, at)
  }
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
  public var confirmation: ConfirmationState
  var other: [String: JSONValue] = [:]

  public init(
    _ content: Content, source: Source?, from: String? = nil, by: Person, at: Timestamp,
    confirmation: ConfirmationState = .notNeeded
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

extension String {
  /// Whether two texts are the same bytes.
  ///
  /// `==` takes canonically equivalent texts for one, so that putting 凌 in the place of its compatibility twin U+F955
  /// would be no change; to the household register they are two names.
  func isSpelled(like other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
