/// The lists that teachers and staff work through: which records each shows, who finds it on which page, and what it is
/// opened for.
///
/// Every record that is not finished stands in at least one list of somebody who can take its next step.
public enum WorkList: Hashable, Sendable, CaseIterable {
  // On the page of completing (补录).
  case gaps
  case unconfirmed
  case ready
  /// Every record, so that a finished child is found too: for a correction, or for a code that was forgotten.
  case all
  // On the page of reviewing (审核).
  case waiting
  case duplicates
  case owing
  case entry
  case export
  case number
  /// No teacher may see these, so that a teacher's steps are left to staff.
  case stray
  case withdrawn

  public enum Page: Hashable, Sendable {
    case completion
    case review
  }

  /// What Enter opens.
  public enum Opening: Hashable, Sendable {
    /// The sheet, from one item that has to be given or mended to the next.
    case gaps
    /// The list of findings of the sheet, which hands it in.
    case handIn
    case sheet
    case readBack
    /// The record under review.
    case review
    /// The same, at what is proposed beside its approved values.
    case proposals
    /// The same, beside the record that bears the same number.
    case duplicates
  }

  public var page: Page {
    switch self {
    case .gaps, .unconfirmed, .ready, .all: .completion
    case .waiting, .duplicates, .owing, .entry, .export, .number, .stray, .withdrawn: .review
    }
  }

  /// The lists of a page, in their order.
  public static func lists(on page: Page) -> [WorkList] { allCases.filter { $0.page == page } }

  /// Whether the role finds the list; families have none.
  public func isShown(to role: Role) -> Bool {
    switch page {
    case .completion: role != .guardian
    case .review: role == .staff
    }
  }

  public var filter: SummaryFilter {
    switch self {
    case .gaps: SummaryFilter(conditions: [.gaps], order: .due)
    case .unconfirmed: SummaryFilter(conditions: [.unconfirmed], order: .due)
    case .ready: SummaryFilter(conditions: [.ready])
    case .all: SummaryFilter(order: .className)
    case .waiting: .waiting
    case .duplicates: SummaryFilter(conditions: [.duplicate])
    case .owing: SummaryFilter(statuses: [.submitted], conditions: [.owed])
    case .entry: SummaryFilter(conditions: [.entryAhead])
    case .export: SummaryFilter(conditions: [.toExport])
    case .number: SummaryFilter(conditions: [.toNumber])
    case .stray: SummaryFilter(statuses: [.draft, .submitted], conditions: [.stray])
    case .withdrawn: SummaryFilter(statuses: [.withdrawn])
    }
  }

  /// What Enter opens for a record of the list.
  public func opening(_ summary: RecordSummary, for role: Role) -> Opening {
    switch self {
    case .gaps: .gaps
    case .ready: .handIn
    case .unconfirmed: .readBack
    case .all: Self.teachersStep(summary) ?? (role == .staff ? Self.staffsStep(summary) : nil) ?? .sheet
    case .waiting, .duplicates, .owing, .entry, .export, .number, .withdrawn: .review
    case .stray: Self.teachersStep(summary) ?? .review
    }
  }

  /// Where a step that is a teacher's is taken; nil where the next one is not.
  private static func teachersStep(_ summary: RecordSummary) -> Opening? {
    switch summary.nextStep {
    case .mend, .complete: .gaps
    case .handIn: .handIn
    case .confirm: .readBack
    case .review, .decide, .sendBack, .decideDuplicate, .waitForEntry, .export, .waitForNumber, .reinstate, nil: nil
    }
  }

  /// Where a step that is staff's alone is taken; nil where nothing is left to be done.
  private static func staffsStep(_ summary: RecordSummary) -> Opening? {
    switch summary.nextStep {
    case .decide: .proposals
    case .decideDuplicate: .duplicates
    case .review, .sendBack, .waitForEntry, .export, .waitForNumber, .reinstate: .review
    case .mend, .complete, .confirm, .handIn, nil: nil
    }
  }
}
