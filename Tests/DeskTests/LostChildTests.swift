import FormModel
import Foundation
import Records
import Standards
import Testing

@testable import Desk

/// No child is lost between the pages: whatever anybody does, a record that is not finished stands in a list of somebody
/// who can take its next step, and what that list's Enter opens lets them take it.
///
/// `XUEJI_PROOF=whole` walks 100,000 times; without it as often as a few seconds allow.
@Suite struct LostChildTests {
  /// A list as the invariant sees it.
  private struct Way: Sendable {
    var isShown: @Sendable (Role) -> Bool
    var page: WorkList.Page
    var accepts: @Sendable (RecordSummary) -> Bool
    var opening: @Sendable (RecordSummary, Role) -> WorkList.Opening
  }

  private static let ways = WorkList.allCases.map { list -> Way in
    let filter = list.filter
    return Way(
      isShown: { list.isShown(to: $0) }, page: list.page, accepts: { filter.accepts($0) },
      opening: { list.opening($0, for: $1) })
  }

  /// The lists as they were on 2026-11-28, when a complete draft and a wrong number stood in none of them.
  private static let oldWays = [
    Way(
      isShown: { $0 != .guardian }, page: .completion,
      accepts: {
        $0.status != .withdrawn && !($0.debts.isEmpty && $0.blanks.isEmpty) || $0.status == .draft && $0.openQueries > 0
      }, opening: { _, _ in .gaps }),
    Way(
      isShown: { $0 != .guardian }, page: .completion, accepts: { !$0.unconfirmed.isEmpty },
      opening: { _, _ in .readBack }
    ),
    Way(
      isShown: { $0 == .staff }, page: .review,
      accepts: { $0.status == .submitted || ($0.status == .approved && $0.proposals > 0) }, opening: { _, _ in .review }
    ),
  ]

  private static let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"
  private static let walks: UInt64 = isWhole ? 100_000 : 250
  private static let acts = 24

  @Test func `every record that is not finished stands in a list that leads to its next step`() throws {
    var steps: Set<NextStep> = []
    var finished = 0
    for seed in 0..<Self.walks {
      var kindergarten = try Kindergarten(seed: seed)
      var told: [String] = []
      var seen: [RecordSummary] = []
      var holders: [Authority] = []
      for _ in 0..<Self.acts {
        told.append(kindergarten.act())
        if kindergarten.holders != holders { (holders, seen) = (kindergarten.holders, []) }
        defer { seen = kindergarten.summaries }
        for (index, summary) in kindergarten.summaries.enumerated() {
          // What has not changed stands where it stood.
          guard !seen.indices.contains(index) || seen[index] != summary else { continue }
          if let step = summary.nextStep { steps.insert(step) } else { finished += 1 }
          let problem = Self.problem(of: index, in: kindergarten, Self.ways)
          guard let problem else { continue }
          Issue.record("walk \(seed), child \(index), \(problem): \(told.joined(separator: "; "))")
          return
        }
      }
    }
    #expect(steps == Set(NextStep.allCases), "the walks come to every step")
    #expect(finished > 0, "and to the end")
  }

  @Test func `the first page alone leads everybody to every step that is theirs`() throws {
    var steps: Set<NextStep> = []
    for seed in 0..<Self.walks {
      var kindergarten = try Kindergarten(seed: seed)
      for _ in 0..<Self.acts {
        _ = kindergarten.act()
        for (index, summary) in kindergarten.summaries.enumerated() {
          guard let step = summary.nextStep else { continue }
          for holder in kindergarten.holders where step.isTaken(by: holder.role, hasTeacher: summary.hasTeacher) {
            guard let held = kindergarten.held(index, by: holder) else { continue }
            let opening = WorkList.all.opening(summary, for: holder.role)
            steps.insert(step)
            guard !Self.leads(opening, to: step, held, summary, kindergarten.context) else { continue }
            Issue.record("walk \(seed), child \(index): \(opening) does not lead \(holder.role) to \(step)")
            return
          }
        }
      }
    }
    #expect(steps == Set(NextStep.allCases), "the walks come to every step")
  }

  @Test func `the lists as they were lose a child that is complete, wrong, approved, exported or withdrawn`() throws {
    var lost: Set<NextStep> = []
    for seed in 0..<100 as Range<UInt64> where !lost.isSuperset(of: Self.lostBefore) {
      var kindergarten = try Kindergarten(seed: seed)
      for _ in 0..<Self.acts {
        _ = kindergarten.act()
        for (index, summary) in kindergarten.summaries.enumerated() {
          if let step = summary.nextStep, Self.problem(of: index, in: kindergarten, Self.oldWays) != nil {
            lost.insert(step)
          }
        }
      }
    }
    #expect(lost.isSuperset(of: Self.lostBefore), "\(lost)")
  }

  private static let lostBefore: Set<NextStep> = [.mend, .handIn, .export, .waitForNumber, .reinstate, .sendBack]

  // MARK: The invariant

  /// What is wrong with a record's place in the lists; nil where it is finished or is found.
  private static func problem(of index: Int, in kindergarten: Kindergarten, _ ways: [Way]) -> String? {
    let (record, summary) = (kindergarten.records[index], kindergarten.summaries[index])
    guard let step = summary.nextStep else {
      return isFinished(record, summary, kindergarten.context) ? nil : "finished too early"
    }
    let takers = kindergarten.holders.filter { step.isTaken(by: $0.role, hasTeacher: summary.hasTeacher) }
    for holder in takers {
      // Not every teacher sees the child; one at least must, where the child has a teacher at all.
      guard let held = kindergarten.held(index, by: holder) else { continue }
      let isFound = ways.contains { way in
        // What no teacher sees stands where staff looks by itself.
        guard way.isShown(holder.role), summary.hasTeacher || way.page == .review, way.accepts(summary) else {
          return false
        }
        return leads(way.opening(summary, holder.role), to: step, held, summary, kindergarten.context)
      }
      if !isFound { return "\(step) is in no list of \(holder.role)" }
    }
    let hasTaker = takers.contains { kindergarten.held(index, by: $0) != nil }
    return hasTaker ? nil : "nobody takes \(step)"
  }

  private static func isFinished(_ record: Record, _ summary: RecordSummary, _ context: DeskContext) -> Bool {
    let findings = record.openFindings(form: context.form, setting: context.setting)
    return record.status == .approved && record.number != nil && record.isExported && record.proposals.isEmpty
      && !summary.isDuplicate && findings.allSatisfy { $0.severity == .warning }
      && record.queries.allSatisfy { $0.closed != nil }
  }

  /// Whether the page that Enter opens lets the step be taken.
  private static func leads(
    _ opening: WorkList.Opening, to step: NextStep, _ held: HeldRecord, _ summary: RecordSummary, _ context: DeskContext
  ) -> Bool {
    func allows(_ move: Move) -> Bool {
      held.refusal(of: move, form: context.form, setting: context.setting, duplicate: summary.isDuplicate) == nil
    }
    let page = opening.page(held, context)
    if let sheet = page as? SheetScreen {
      let form = sheet.entry
      let gaps = form.filling.gaps(context.filling)
      if case .check(let check) = form.panel { return leads(check, to: step, allows) }
      switch step {
      case .mend:
        let wrong = form.filling.findings(context.filling).filter { $0.severity == .error }.map(\.field)
        return gaps.contains(form.field) && Set(wrong).isSubset(of: gaps)
      case .complete: return gaps.contains(form.field)
      case .confirm, .handIn, .review, .decide, .sendBack, .decideDuplicate, .waitForEntry, .export, .waitForNumber,
        .reinstate:
        return false
      }
    }
    if page is ReadBackScreen {
      return step == .confirm
        && allows(.confirm(fields: held.record.unconfirmedFields, how: .telephone, who: "潘女士"))
    }
    if page is ReviewRecordScreen {
      switch step {
      case .review: return allows(.approve)
      case .decide: return allows(.take(proposal: 0, reason: "对")) && allows(.decline(proposal: 0, reason: "不对"))
      case .sendBack: return allows(.sendBack([Move.Question("对吗？", field: nil)]))
      case .decideDuplicate:
        return allows(.sendBack([Move.Question("号码对吗？", field: nil)])) && allows(.withdraw(reason: "同一个孩子"))
      case .waitForEntry: return waitsForEntryAlone(held, summary, context)
      case .export: return allows(.export(sheet: "a.xlsx", row: 2))
      case .waitForNumber: return allows(.number("G441302201103051236"))
      case .reinstate: return allows(.reinstate(reason: "回来了"))
      case .mend, .complete, .confirm, .handIn: return false
      }
    }
    return false
  }

  /// The list of findings: a warning is accepted there, a question about the whole form is read, and it is handed in.
  private static func leads(_ check: CheckPanel, to step: NextStep, _ allows: (Move) -> Bool) -> Bool {
    switch step {
    case .handIn: check.canHandIn && allows(.handIn)
    case .complete:
      check.rows.contains { row in
        switch row {
        case .query: true
        case .finding(let finding): finding.severity == .warning
        case .numberKnown, .answers, .handIn: false
        }
      }
    case .mend, .confirm, .review, .decide, .sendBack, .decideDuplicate, .waitForEntry, .export, .waitForNumber,
      .reinstate:
      false
    }
  }

  private static func waitsForEntryAlone(
    _ held: HeldRecord, _ summary: RecordSummary, _ context: DeskContext
  ) -> Bool {
    let refusal = held.refusal(
      of: .approve, form: context.form, setting: context.setting, duplicate: summary.isDuplicate)
    guard case .obstacles(let obstacles) = refusal else { return false }
    return obstacles.allSatisfy { if case .entryAhead = $0 { true } else { false } }
  }
}
