import Records

/// What a page of teachers and staff asks to have on paper.
public enum Printout: Hashable, Sendable {
  /// A record's form as it stands on the screen, for the guardian to sign.
  case form(Record)
  /// A slip for each of these families.
  case slips([RecordID])
}
