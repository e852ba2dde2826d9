import Records

/// What a page of teachers and staff asks to have on paper.
public enum Printout: Hashable, Sendable {
  /// A record's form as it stands on the screen, for the guardian to sign.
  case form(Record)
  /// Papers of one kind, for each of these records.
  case papers(PaperKind, [RecordID])
}

/// What can be printed of many records at once.
public enum PaperKind: String, Hashable, Sendable, CaseIterable {
  /// A slip for each family that has something to bring.
  case slips
  /// The form for the guardian to sign.
  case forms
  /// The form with what is known, and room to write where something is missing.
  case prefilled

  /// Whether there is such a paper for the record.
  public func isFor(_ summary: RecordSummary) -> Bool {
    switch self {
    case .slips, .prefilled: summary.isOwing
    case .forms: summary.status != .withdrawn
    }
  }
}
