import Standards

/// What a day brought: every record begun on it is in exactly one of the four counts.
public struct DayBalance: Hashable, Sendable {
  public var drafts = 0
  public var submitted = 0
  public var approved = 0
  public var withdrawn = 0
  /// Of the drafts, those that staff gave back.
  public var returned = 0
  /// Of the drafts, those that could be handed in as they stand.
  public var ready = 0
  /// Records that miss something: 待补.
  public var owing = 0
  public var duplicates = 0
  /// Records with something that cannot be true.
  public var wrong = 0
  public var migrant = 0
  public var leftBehind = 0
  public var disabled = 0
  public var orphan = 0

  /// Every record that was begun.
  public var started: Int { drafts + submitted + approved + withdrawn }

  public init(_ summaries: some Sequence<RecordSummary>) {
    for summary in summaries { add(summary) }
  }

  private mutating func add(_ summary: RecordSummary) {
    switch summary.status {
    case .draft: drafts += 1
    case .submitted: submitted += 1
    case .approved: approved += 1
    case .withdrawn:
      withdrawn += 1
      return
    }
    if summary.isReturned { returned += 1 }
    if summary.isReady { ready += 1 }
    if !summary.missing.isEmpty { owing += 1 }
    if summary.isDuplicate { duplicates += 1 }
    if summary.errors > 0 { wrong += 1 }
    if summary.groups.contains(.migrant) { migrant += 1 }
    if summary.groups.contains(.leftBehind) { leftBehind += 1 }
    if summary.groups.contains(.disabled) { disabled += 1 }
    if summary.groups.contains(.orphan) { orphan += 1 }
  }
}
