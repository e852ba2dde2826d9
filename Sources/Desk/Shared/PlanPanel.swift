import Records
import Terminal
import Wording

/// A move on many forms: first what would be done and what skipped, then what was.
struct PlanPanel: Hashable, Sendable {
  enum Outcome: Hashable {
    case closes
    case makes(ManyMove, [RecordID])
  }

  private enum Stage: Hashable, Sendable {
    case asks
    case works
    case tells([MoveOutcome])
  }

  private let plan: MovePlan
  private var stage = Stage.asks
  private var scroll = 0

  init(_ plan: MovePlan) { self.plan = plan }

  /// What became of it; a panel that did not ask for the move takes no notice.
  mutating func hear(_ move: ManyMove, _ outcomes: [MoveOutcome]) {
    guard stage == .works, move == plan.move else { return }
    stage = .tells(outcomes)
    scroll = 0
  }

  mutating func handle(_ key: Key) -> Outcome? {
    // F10 is enough while the store works; what it did is told when it comes.
    guard stage != .works else { return nil }
    switch keys.action(for: key) {
    case .close: return .closes
    case .take:
      stage = .works
      switch plan.move {
      // The skipped ones too: what has become ready meanwhile is approved, and the others are refused with reasons from
      // the record itself.
      case .approve: return .makes(.approve, (plan.ready + plan.skipped.map(\.summary)).map(\.id))
      // Not the skipped ones: a question to a family must not be passed over.
      case .handIn: return .makes(.handIn, plan.ready.map(\.id))
      }
    case let action?: scroll = action.scrolled(scroll, of: skippedCount)
    case nil: break
    }
    return nil
  }

  private var skippedCount: Int {
    if case .tells(let outcomes) = stage { outcomes.count { $0.refusal != nil } } else { plan.skipped.count }
  }

  // MARK: Drawing

  var keys: Keymap<PanelAction> {
    guard stage == .asks, !plan.ready.isEmpty else { return PanelKeys.text }
    return PanelKeys.yes(plan.move == .approve ? ReviewRecordPhrase.keyApprove : WorkListPhrase.keyHandIn)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    switch stage {
    case .asks: drawPlan(on: &canvas, in: area, context.wording)
    case .works: canvas.put(context.wording(PlanPhrase.working), at: area.point(1), style: Style(bold: true))
    case .tells(let outcomes): draw(outcomes, on: &canvas, in: area, context)
    }
  }

  private func drawPlan(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    let all = plan.ready.count + plan.skipped.count
    let (some, none): (PlanPhrase, PlanPhrase) =
      switch plan.move {
      case .approve: (.approveTitle, .approveNone)
      case .handIn: (.handInTitle, .handInNone)
      }
    let title = plan.ready.isEmpty ? wording(none) : wording(some, "\(all)", "\(plan.ready.count)")
    canvas.put(title, at: area.point(0), style: Style(bold: true))
    var row = 1
    if !plan.ready.isEmpty {
      let names = plan.ready.map { Self.name($0, wording) + owed($0) }.joined(separator: wording.comma)
      row += canvas.paragraph("✓ \(names)", in: area, row: row, indent: 2, lines: 4, style: Style(.green)) + 1
    }
    guard !plan.skipped.isEmpty else { return }
    if !plan.ready.isEmpty {
      canvas.put(wording(PlanPhrase.planSkips, "\(plan.skipped.count)"), at: area.point(row))
      row += 1
    }
    let lines = plan.skipped.map { Self.line($0.summary, $0.reasons.joined(separator: wording.comma), wording) }
    draw(lines, on: &canvas, in: area, row: row, wording)
  }

  private func draw(_ outcomes: [MoveOutcome], on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    let skipped = outcomes.filter { $0.refusal != nil }
    let done = wording(
      plan.move == .approve ? PlanPhrase.approved : .handedIn, "\(outcomes.count - skipped.count)")
    canvas.put(done, at: area.point(0), style: Style(.green, bold: true))
    guard !skipped.isEmpty else { return }
    canvas.put(wording(PlanPhrase.doneSkipped, "\(skipped.count)"), at: area.point(1))
    let lines = skipped.map { outcome in
      let why =
        outcome.refusal.map {
          wording.message($0, form: context.forms.form(of: outcome.summary)).joined(separator: " ")
        } ?? ""
      return Self.line(outcome.summary, why, wording)
    }
    draw(lines, on: &canvas, in: area, row: 2, wording)
  }

  /// How much a form that is handed in still owes, in the sign that lists have for it.
  private func owed(_ summary: RecordSummary) -> String {
    plan.move == .approve || summary.debts.isEmpty ? "" : " \(ItemMark.owed.sign)\(summary.debts.count)"
  }

  private static func name(_ summary: RecordSummary, _ wording: Wording) -> String {
    summary.name.isEmpty ? summary.code.text : wording.plain(summary.name)
  }

  private static func line(_ summary: RecordSummary, _ why: String, _ wording: Wording) -> String {
    "\(name(summary, wording)) \(summary.code)\(wording.colon)\(why)"
  }

  /// As many of the lines as fit, each in at most two rows, from the scrolled one on.
  private func draw(_ lines: [String], on canvas: inout Canvas, in area: Area, row: Int, _ wording: Wording) {
    var row = row
    for (index, line) in lines.enumerated().dropFirst(scroll) {
      guard row < area.rows - 2 else {
        canvas.put(
          wording(PlanPhrase.more, "\(lines.count - index)"), at: area.point(area.rows - 1), style: Style(.grey))
        return
      }
      row += canvas.paragraph(line, in: area, row: row, indent: 2, lines: 2)
    }
  }
}
