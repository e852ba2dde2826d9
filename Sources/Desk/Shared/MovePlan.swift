import Records
import Wording

/// What making a move on many would do, as far as their summaries tell: which would be skipped, and why.
///
/// The record itself is looked at again when it comes to it; this is what somebody reads before saying yes.
struct MovePlan: Hashable, Sendable {
  struct Skip: Hashable, Sendable {
    var summary: RecordSummary
    var reasons: [String]
  }

  let move: ManyMove
  private(set) var ready: [RecordSummary] = []
  private(set) var skipped: [Skip] = []

  init(_ move: ManyMove, _ summaries: [RecordSummary], _ wording: Wording) {
    self.move = move
    for summary in summaries {
      let reasons = Self.reasons(against: move, summary, wording)
      if reasons.isEmpty { ready.append(summary) } else { skipped.append(Skip(summary: summary, reasons: reasons)) }
    }
  }

  /// Whether nothing that a summary knows stands in the way of approving.
  static func isReady(_ summary: RecordSummary) -> Bool { summary.nextStep == .review }

  private static func reasons(against move: ManyMove, _ summary: RecordSummary, _ wording: Wording) -> [String] {
    let wanted: Status = move == .approve ? .submitted : .draft
    guard summary.status == wanted else { return [wording(phrase(of: summary.status))] }
    var counts: [(PlanPhrase, Int)] = [
      (.errors, summary.errors), (.warnings, summary.warnings), (.blanks, summary.blanks.count),
      (.queries, summary.openQueries),
    ]
    var reasons = summary.isDuplicate ? [wording(PlanPhrase.duplicate)] : []
    if move == .approve {
      counts += [(.owed, summary.debts.count { $0.isRequired }), (.unconfirmed, summary.unconfirmed.count)]
      if summary.isEntryAhead, let entry = summary.entry {
        reasons.append(wording(PlanPhrase.entryAhead, wording.date(entry)))
      }
    }
    return counts.filter { $0.1 > 0 }.map { wording($0.0, "\($0.1)") } + reasons
  }

  private static func phrase(of status: Status) -> PlanPhrase {
    switch status {
    case .draft: .notHandedIn
    case .submitted: .alreadyHandedIn
    case .approved: .alreadyApproved
    case .withdrawn: .withdrawn
    }
  }
}
