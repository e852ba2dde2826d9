/// What a record waits for before it is finished; read from its summary, here and nowhere else.
///
/// A record that is not finished waits for exactly one step, and whoever can take it finds the record in a `WorkList`.
public enum NextStep: Hashable, Sendable, CaseIterable {
  /// An answer is wrong.
  case mend
  /// Something is blank, doubtful, put off or asked about.
  case complete
  case confirm
  case handIn
  /// Approving, or giving back.
  case review
  /// Taking or declining a change that is proposed beside an approved value.
  case decide
  /// An approved record in which something is wrong now goes back.
  case sendBack
  /// The child's number stands in another record too.
  case decideDuplicate
  /// The day of entry has to come.
  case waitForEntry
  /// For the first time, or as a correction.
  case export
  /// The national system has to give the 学籍号.
  case waitForNumber
  /// A withdrawn record rests until somebody brings it back.
  case reinstate

  /// Who takes the step at the desk; where no teacher may see the record, staff takes a teacher's steps.
  public func isTaken(by role: Role, hasTeacher: Bool) -> Bool {
    switch self {
    case .mend, .complete, .confirm, .handIn: role == .staff || (role == .teacher && hasTeacher)
    case .review, .decide, .sendBack, .decideDuplicate, .waitForEntry, .export, .waitForNumber, .reinstate:
      role == .staff
    }
  }
}

extension RecordSummary {
  /// What the record waits for; nil once it is finished: numbered, and nothing wrong, proposed or doubled.
  public var nextStep: NextStep? {
    switch status {
    case .draft: draftStep
    case .submitted: submittedStep
    case .approved: approvedStep
    case .withdrawn: .reinstate
    }
  }

  private var draftStep: NextStep {
    if errors > 0 { return .mend }
    return isReady ? .handIn : .complete
  }

  private var submittedStep: NextStep {
    if errors > 0 { return .mend }
    if warnings > 0 || isAmiss { return .complete }
    if isDuplicate { return .decideDuplicate }
    if !unconfirmed.isEmpty { return .confirm }
    return isEntryAhead ? .waitForEntry : .review
  }

  private var approvedStep: NextStep? {
    if proposals > 0 { return .decide }
    if isAmiss { return .sendBack }
    if isDuplicate { return .decideDuplicate }
    if !isExported { return .export }
    return isNumbered ? nil : .waitForNumber
  }
}
