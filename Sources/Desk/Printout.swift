import Records

/// What a page of teachers and staff asks to have on paper.
public enum Printout: Hashable, Sendable {
  /// A record's form as it stands on the screen, for the guardian to sign.
  case form(Record)
  /// A slip for each of these families.
  case slips([RecordID])
}

/// Why nothing was printed.
public enum PrintProblem: Hashable, Sendable {
  /// The file's name says neither `.html` nor `.txt`.
  case unknownKind(String)
  case notWritten(StoreError)
}
