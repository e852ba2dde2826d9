import Records

/// What approving many would do, as far as their summaries tell: which would be skipped, and why.
///
/// The record itself is looked at again when it comes to it; this is what somebody reads before saying yes.
struct ApprovePlan: Hashable, Sendable {
  struct Skip: Hashable, Sendable {
    var summary: RecordSummary
    var reasons: [String]
  }

  private(set) var ready: [RecordSummary] = []
  private(set) var skipped: [Skip] = []

  init(_ summaries: [RecordSummary], _ wording: Wording) {
    for summary in summaries {
      let reasons = Self.reasons(against: summary, wording)
      if reasons.isEmpty { ready.append(summary) } else { skipped.append(Skip(summary: summary, reasons: reasons)) }
    }
  }

  /// Whether nothing that a summary knows stands in the way.
  static func isReady(_ summary: RecordSummary) -> Bool {
    summary.status == .submitted && summary.errors == 0 && summary.warnings == 0 && summary.blanks.isEmpty
      && !summary.debts.contains(where: \.isRequired) && summary.unconfirmed.isEmpty && summary.openQueries == 0
      && !summary.isDuplicate
  }

  private static func reasons(against summary: RecordSummary, _ wording: Wording) -> [String] {
    switch summary.status {
    case .submitted: break
    case .draft: return [wording(ApprovePhrase.notHandedIn)]
    case .approved: return [wording(ApprovePhrase.alreadyApproved)]
    case .withdrawn: return [wording(ApprovePhrase.withdrawn)]
    }
    let counts: [(ApprovePhrase, Int)] = [
      (.errors, summary.errors), (.warnings, summary.warnings), (.owed, summary.debts.count { $0.isRequired }),
      (.blanks, summary.blanks.count), (.unconfirmed, summary.unconfirmed.count), (.queries, summary.openQueries),
    ]
    let reasons = counts.filter { $0.1 > 0 }.map { wording($0.0, "\($0.1)") }
    return summary.isDuplicate ? reasons + [wording(ApprovePhrase.duplicate)] : reasons
  }
}
