/// What a record holds for one field, as the checks see it.
public enum Answer: Hashable, Sendable {
  case blank
  /// The stored value: a list's code, a date as `YYYY-MM-DD`, or text.
  case value(String)
  /// Put off on purpose.
  case owed
  /// A sheet's cell that is no entry of the field's list; never equal to a code.
  case foreign(String)

  /// The stored value, if there is one.
  public var value: String? {
    switch self {
    case .value(let value): value
    case .blank, .owed, .foreign: nil
    }
  }

  /// The text that stands there, recognised or not.
  public var text: String? {
    switch self {
    case .value(let text), .foreign(let text): text
    case .blank, .owed: nil
    }
  }
}

/// The answers of one child, beside the form's fields.
public struct Answers: Hashable, Sendable {
  private var storage: [Answer]

  public init(count: Int) { storage = Array(repeating: .blank, count: count) }

  public init(_ answers: [Answer]) { storage = answers }

  public var count: Int { storage.count }

  public subscript(field: Int) -> Answer {
    get { storage[field] }
    set { storage[field] = newValue }
  }

  /// The same answers beside the fields of another version of the form; what that does not ask is left out.
  public func moved(from form: Form, to other: Form) -> Answers {
    guard form.edition != other.edition else { return self }
    return Answers(other.fields.map { field in form.index(of: field.name).map { self[$0] } ?? .blank })
  }

  /// Forgets every answer but keeps the room, so that a stream of records needs no new memory.
  public mutating func clear() {
    for field in storage.indices { storage[field] = .blank }
  }
}
