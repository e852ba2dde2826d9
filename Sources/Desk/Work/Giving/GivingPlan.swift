import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// One value for many: first what it would do to each child, each with its mark; then what became of them.
struct GivingPlan: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case take, mark, markAll, takeBack
    case move(PanelAction)
    case close, help, leave, redraw
  }

  enum Outcome: Hashable {
    case closes
    case gives([Giving])
    case takesBack
  }

  private enum Stage: Hashable, Sendable {
    case asks
    case works
    case tells([GivingOutcome], isTakenBack: Bool)
  }

  static let askKeymap = Keymap<Action>(
    [
      Binding([.enter], .take, "Enter", saying: GivingPhrase.keyGive, bar: true),
      Binding([.text(" "), .text("\u{3000}")], .mark, "Space", saying: ReviewPhrase.keyMark, bar: true),
      Binding([.text("m")], .markAll, "m", saying: GivingPhrase.keyAll, bar: true),
      Binding([.escape], .close, "Esc", .stepBack, bar: true),
    ] + ending)

  static let toldKeymap = Keymap<Action>(
    [
      Binding([.enter, .escape], .close, "Enter Esc", .close, bar: true),
      Binding([.text("z")], .takeBack, "z", saying: GivingPhrase.keyTakeBack, bar: true),
    ] + ending)

  private static let ending =
    [
      Binding<Action>([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
      Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", saying: ReadBackPhrase.keyBack, bar: true),
    ]
    + Binding.moving { .move($0) } + [Binding([.control("l")], .redraw, "Ctrl-L", .redraw)]

  let given: GivenValue
  let givings: [Giving]
  private(set) var marked: Set<RecordID>
  private(set) var highlighted = 0
  private var stage = Stage.asks

  /// Only what fills a gap and makes nothing wrong is marked; what stands in the place of another answer is marked by hand.
  init(_ given: GivenValue, _ givings: [Giving]) {
    (self.given, self.givings) = (given, givings)
    marked = Set(givings.filter(\.isHarmless).map(\.summary.id))
  }

  /// Whether it was done, so that there is no way back to the value.
  var isDone: Bool { if case .tells = stage { true } else { false } }

  mutating func hear(_ outcomes: [GivingOutcome], isTakenBack: Bool) {
    stage = .tells(outcomes, isTakenBack: isTakenBack)
    highlighted = 0
  }

  var keys: Keymap<Action> {
    switch stage {
    case .asks: marked.isEmpty ? Self.askKeymap.withoutBar(.take) : Self.askKeymap
    case .works: Self.toldKeymap.without(.takeBack)
    case .tells(let outcomes, let isTakenBack):
      !isTakenBack && outcomes.contains { $0.problem == nil } ? Self.toldKeymap : Self.toldKeymap.without(.takeBack)
    }
  }

  mutating func handle(_ key: Key) -> Outcome? {
    guard stage != .works else { return nil }
    switch keys.action(for: key) {
    case .take:
      let chosen = givings.filter { marked.contains($0.summary.id) }
      guard !chosen.isEmpty else { return nil }
      stage = .works
      return .gives(chosen)
    case .mark:
      guard givings.indices.contains(highlighted) else { break }
      let giving = givings[highlighted]
      if giving.isPossible, marked.remove(giving.summary.id) == nil { marked.insert(giving.summary.id) }
      move(.down)
    case .markAll:
      let possible = Set(givings.filter(\.isPossible).map(\.summary.id))
      marked = marked == possible ? [] : possible
    case .takeBack:
      stage = .works
      return .takesBack
    case .close: return .closes
    case .move(let movement): move(movement)
    case .help, .leave, .redraw, nil: break
    }
    return nil
  }

  private mutating func move(_ action: PanelAction) {
    let count: Int =
      if case .tells(let outcomes, _) = stage { outcomes.count { $0.problem != nil } } else { givings.count }
    highlighted = max(0, action.scrolled(highlighted, of: count))
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let context = context.of(given.edition)
    let item = context.wording.short(context.form.fields[given.field])
    let value = context.shown(given.value, of: given.field)
    switch stage {
    case .asks:
      let title = context.wording(GivingPhrase.planTitle, item, value)
      canvas.put(TextWidth.cut(title, to: area.columns), at: area.point(0), style: Style(bold: true))
      let replaced = givings.count { $0.effect == .replaces && marked.contains($0.summary.id) }
      let counts =
        marked.isEmpty
        ? context.wording(GivingPhrase.noneMarked)
        : context.wording(GivingPhrase.planCounts, "\(marked.count)", "\(givings.count)", "\(replaced)")
      canvas.put(TextWidth.cut(counts, to: area.columns), at: area.point(1))
      draw(givings.map { lines(of: $0, context) }, on: &canvas, in: area, from: 3, context)
    case .works: canvas.put(context.wording(PlanPhrase.working), at: area.point(0), style: Style(bold: true))
    case .tells(let outcomes, let isTakenBack):
      let done = outcomes.count { $0.problem == nil }
      let title =
        done == 0
        ? context.wording(isTakenBack ? GivingPhrase.noneTakenBack : .noneGiven)
        : context.wording(isTakenBack ? GivingPhrase.takenBack : .given, "\(done)", item, value)
      canvas.paragraph(title, in: area, row: 0, lines: 2, style: Style(done == 0 ? .normal : .green, bold: true))
      let problems = outcomes.filter { $0.problem != nil }
      if problems.isEmpty { return }
      canvas.put(context.wording(GivingPhrase.left, "\(problems.count)"), at: area.point(2))
      draw(problems.map { [Line(problem($0, context))] }, on: &canvas, in: area, from: 3, context)
    }
  }

  private struct Line {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) { (self.text, self.style) = (text, style) }
  }

  /// The child, with what it had and has then, and everything that would be found.
  private func lines(of giving: Giving, _ context: DeskContext) -> [Line] {
    let wording = context.wording
    let isMarked = marked.contains(giving.summary.id)
    let box = giving.isPossible ? "[\(isMarked ? "✓" : " ")]" : " - "
    let head = "\(box) \(name(giving.summary, wording))  \(does(giving, context))"
    var lines = [Line(head, giving.effect == .replaces ? Style(bold: isMarked) : .plain)]
    for finding in giving.findings {
      let message = wording.message(finding, form: context.form)
      let label = wording.short(context.form.fields[finding.field])
      lines.append(Line("    \(finding.mark) \(label)\(wording.colon)\(message)", Style(finding.colour)))
    }
    return lines
  }

  private func does(_ giving: Giving, _ context: DeskContext) -> String {
    let wording = context.wording
    switch giving.effect {
    case .fills:
      guard let owed = giving.old?.owed else { return wording(GivingPhrase.fills) }
      return wording(GivingPhrase.fillsOwed, wording.debt(owed))
    case .replaces:
      return wording(GivingPhrase.replaces, context.shown(giving.old?.value ?? "", of: given.field))
    case .same: return wording(GivingPhrase.same)
    case .notAsked: return wording(GivingPhrase.notAsked)
    case .otherForm: return wording(GivingPhrase.otherForm)
    case .refused(let refusal): return wording.message(refusal, form: context.form).joined(separator: " ")
    }
  }

  private func problem(_ outcome: GivingOutcome, _ context: DeskContext) -> String {
    let why =
      switch outcome.problem {
      case .changedMeanwhile, nil: context.wording(GivingPhrase.changedMeanwhile)
      case .refused(let refusal): context.wording.message(refusal, form: context.form).joined(separator: " ")
      case .failed(let error): "✗ \(context.wording.message(error))"
      }
    return name(outcome.summary, context.wording) + context.wording.colon + why
  }

  private func name(_ summary: RecordSummary, _ wording: Wording) -> String {
    let name = summary.name.isEmpty ? summary.code.text : wording.plain(summary.name)
    return summary.className.map { "\(name)（\(wording.plain($0))）" } ?? name
  }

  /// As many as fit around the highlighted one, each in as many rows as it takes.
  private func draw(
    _ entries: [[Line]], on canvas: inout Canvas, in area: Area, from top: Int, _ context: DeskContext
  ) {
    let columns = area.columns - 2
    let wrapped = entries.map { lines in
      lines.flatMap { line in
        TextWidth.wrap(line.text, columns: columns).enumerated().map { row, text in
          Line(row == 0 ? text : "    " + text, line.style)
        }
      }
    }
    let height = area.rows - top
    var first = min(highlighted, max(0, entries.count - 1))
    var used = entries.isEmpty ? 0 : wrapped[first].count
    while first > 0, used + wrapped[first - 1].count <= height / 2 {
      first -= 1
      used += wrapped[first].count
    }
    var row = top
    for (index, lines) in wrapped.enumerated().dropFirst(first) {
      for (offset, line) in lines.enumerated() where row < area.rows {
        if offset == 0, index == highlighted {
          canvas.put("▸", at: area.point(row), style: Style(bold: true))
          canvas.cursor = area.point(row)
        }
        canvas.put(TextWidth.cut(line.text, to: columns), at: area.point(row, indent: 2), style: line.style)
        row += 1
      }
    }
  }
}
