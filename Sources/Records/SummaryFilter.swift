import FormModel
import Standards

/// Which records a list shows, and in which order.
public struct SummaryFilter: Hashable, Sendable {
  /// The conditions that are read from a record and never stored.
  public enum Condition: String, Hashable, Sendable, CaseIterable {
    case returned
    case owed
    case unconfirmed
    case exported
    case numbered
    case duplicate
    /// The number stands in another record, but in drafts alone.
    case numberInDraft = "number-in-draft"
    /// Handed in, or approved with a correction beside it or with something wrong.
    case waiting
    /// Something is put off, not yet answered, wrong, doubtful or asked about.
    case gaps
    /// A draft that could be handed in as it stands.
    case ready
    /// Handed in, and its day of entry is still to come.
    case entryAhead = "entry-ahead"
    /// Approved and whole, and what stands has not gone out.
    case toExport = "to-export"
    /// It has gone out, and its number has not come back.
    case toNumber = "to-number"
    /// A teacher's step is next, and no teacher's account may see the record.
    case stray
  }

  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// By the moment a record was begun, the oldest first.
    case created
    case name
    case className = "class"
    /// By the day the first debt is due; what has no day comes last.
    case due
    case status
  }

  /// The records begun on this day and, marked, older ones touched on it; nil for all days.
  public var day: CalendarDate?
  /// None for any status.
  public var statuses: Set<Status>
  /// All of these hold.
  public var conditions: Set<Condition>
  public var className: String?
  /// The item that is owed, blank, wrong or doubtful.
  public var gap: Int?
  /// The form that the item is of.
  public var edition: FormEdition?
  /// Something is due on this day or before.
  public var dueBy: CalendarDate?
  /// Part of a name, a whole code, or the last four characters of the child's number.
  public var search: String
  public var order: Order

  public init(
    day: CalendarDate? = nil, statuses: Set<Status> = [], conditions: Set<Condition> = [], className: String? = nil,
    gap: Int? = nil, dueBy: CalendarDate? = nil, search: String = "", order: Order = .created
  ) {
    self.day = day
    self.statuses = statuses
    self.conditions = conditions
    self.className = className
    self.gap = gap
    self.dueBy = dueBy
    self.search = search
    self.order = order
  }

  /// Everything that waits for staff, the oldest first.
  public static let waiting = SummaryFilter(conditions: [.waiting])

  /// Whether the list shows the record; the day is decided by whoever knows what was touched on it.
  public func accepts(_ summary: RecordSummary) -> Bool {
    guard statuses.isEmpty || statuses.contains(summary.status) else { return false }
    guard conditions.allSatisfy({ $0.isTrue(of: summary) }) else { return false }
    if let className, summary.className != className { return false }
    if let gap, !summary.hasGap(at: gap) || edition ?? summary.edition != summary.edition { return false }
    if let dueBy, !summary.debts.contains(where: { $0.due.map { $0 <= dueBy } ?? false }) { return false }
    return search.isEmpty || finds(summary)
  }

  private func finds(_ summary: RecordSummary) -> Bool {
    if summary.name.contains(TextNormaliser.normalise(search, as: .personName)) { return true }
    if let code = RecordCode(search), summary.code == code { return true }
    let digits = CitizenNumber.repair(search)
    return digits.utf8.count == 4 && (summary.number?.hasSuffix(digits) ?? false)
  }

  /// The records that the list shows, in its order.
  public func sorted(_ summaries: [RecordSummary]) -> [RecordSummary] {
    summaries.sorted { one, other in
      switch order {
      case .created: break
      case .name: if one.name != other.name { return one.name < other.name }
      case .className:
        let names = (one.className ?? "", other.className ?? "")
        if names.0 != names.1 { return names.0 < names.1 }
      case .due:
        let days = (Self.firstDue(one), Self.firstDue(other))
        if days.0 != days.1 { return days.0 < days.1 }
      case .status: if one.status != other.status { return one.status.rawValue < other.status.rawValue }
      }
      return (one.created.milliseconds, one.id.text) < (other.created.milliseconds, other.id.text)
    }
  }

  private static func firstDue(_ summary: RecordSummary) -> Int {
    summary.debts.compactMap { $0.due?.dayNumber }.min() ?? Int.max
  }
}

extension SummaryFilter.Condition {
  /// Whether the word is true of a record.
  public func isTrue(of summary: RecordSummary) -> Bool {
    switch self {
    case .returned: summary.isReturned
    case .owed: !summary.debts.isEmpty
    case .unconfirmed: !summary.unconfirmed.isEmpty
    case .exported: summary.isExported
    case .numbered: summary.isNumbered
    case .duplicate: summary.isDuplicate
    case .numberInDraft: summary.isNumberInDraft
    case .waiting: summary.isWaiting
    case .gaps: summary.hasGaps
    case .ready: summary.isReady
    case .entryAhead: summary.status == .submitted && summary.isEntryAhead
    case .toExport: summary.isWhole && !summary.isExported
    case .toNumber: summary.isWhole && summary.isExported && !summary.isNumbered
    case .stray:
      !summary.hasTeacher && (summary.nextStep?.isTaken(by: .teacher, hasTeacher: true) ?? false)
    }
  }
}
