/// What staff has done with one file, at a page of its own.
public enum FileTask: String, Hashable, Sendable, CaseIterable {
  /// An archive of the store, into a folder or under a name.
  case backup
  /// The list that the national system has sent back: each child's 学籍号.
  case numbers
}
