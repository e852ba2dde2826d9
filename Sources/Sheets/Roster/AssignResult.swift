/// What became of a row.
public enum AssignResult: String, Sendable {
  case assigned, same, refused
}
