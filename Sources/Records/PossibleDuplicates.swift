import FormModel

/// Other records that may be the same child's; the store finds them, withdrawn ones are not among them.
public struct PossibleDuplicates: Hashable, Sendable {
  /// Those with the same document number.
  public var sameNumber: [RecordSummary]
  /// Those with a name that looks the same and the same birth date, but another number: only a warning.
  public var sameChild: [RecordSummary]

  /// How many files could not be read: one of them may be the same child's.
  public var unseen = 0

  public init(sameNumber: [RecordSummary] = [], sameChild: [RecordSummary] = []) {
    (self.sameNumber, self.sameChild) = (sameNumber, sameChild)
  }

  /// 一人多籍: the number stands in a record that was handed in or approved, which blocks approving and going out.
  public var isDuplicate: Bool { sameNumber.contains { $0.status.countsAsDuplicate } }

  /// Whether the number stands in drafts alone: to be seen, and in nobody's way.
  public var isNumberInDraft: Bool { !sameNumber.isEmpty && !isDuplicate }
}

extension Status {
  /// Whether a record that bears another's number makes that one a duplicate; a mere draft does not.
  public var countsAsDuplicate: Bool {
    switch self {
    case .submitted, .approved: true
    case .draft, .withdrawn: false
    }
  }
}

extension Record {
  /// All that is to be said of the record, the word of other records included: what every page and command shows.
  public func findings(beside possibleDuplicates: PossibleDuplicates, form: Form, setting: CheckSetting) -> [Finding] {
    let own = openFindings(form: form, setting: setting)
    guard status != .withdrawn, let field = form.field(.childNumber) else { return own }
    if possibleDuplicates.isDuplicate { return [Finding(.duplicate, .error, fields: [field])] + own }
    return possibleDuplicates.isNumberInDraft ? own + [Finding(.numberInDraft, .warning, fields: [field])] : own
  }
}
