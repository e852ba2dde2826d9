/// What became of a row.
public enum ImportResult: String, CaseIterable, Sendable {
  case created, filled, same, differs, refused
  /// It is no child's.
  case leftOut = "left-out"
}
