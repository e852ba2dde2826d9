/// What a column of a roster tells of a child.
public enum RosterItem: Hashable, Sendable {
  /// The form's field with this index.
  case field(Int)
  /// The kindergarten's own name of the class.
  case className
  case telephone
  /// The 学籍号 that the national system has given.
  case studentNumber

  /// The field's index; nil for what the record keeps beside the form.
  public var field: Int? {
    switch self {
    case .field(let field): field
    case .className, .telephone, .studentNumber: nil
    }
  }
}
