/// What became of a row.
public enum ImportResult: String, CaseIterable, Sendable {
  case created, filled, same, differs, refused
  /// The row is not a child's.
  case leftOut = "left-out"
}
