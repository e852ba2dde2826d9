import Terminal
import TextLayout
import Wording

/// A panel that asks one thing after another: it says what it asks, and what becomes of an answer.
protocol StepPanel: Hashable, Sendable {
  associatedtype Said: Hashable & Sendable
  var steps: PanelSteps { get set }
  /// What follows once the present step has an answer.
  func following(_ context: DeskContext) -> PanelSteps.Next<Said>
  /// What the line that is being typed says, once it can be read.
  func reading(_ context: DeskContext) -> String?
}

/// The steps of a panel, with what was chosen and typed in each.
struct PanelSteps: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case choice(ask: String, ChoiceEditor)
    case line(LinePanel)
  }

  enum Next<Said: Hashable & Sendable>: Hashable, Sendable {
    case asks(Int)
    /// Why what was answered is not taken.
    case refuses(String)
    case says(Said)
  }

  fileprivate enum Pressed {
    case stays, closes, answers
  }

  let title: String
  fileprivate var steps: [Step]
  /// The steps that led here; the last is the present one.
  fileprivate var path = [0]
  fileprivate(set) var notice: String?

  init(title: String, _ steps: [Step]) {
    (self.title, self.steps) = (title, steps)
  }

  var current: Int { path.last ?? 0 }
  var step: Step { steps[current] }

  /// What was chosen in a step.
  func choice(_ step: Int) -> String? {
    if case .choice(_, let choices) = steps[step] { choices.choice?.code } else { nil }
  }

  /// What was typed in a step.
  func text(_ step: Int) -> String {
    if case .line(let line) = steps[step] { line.editor.text } else { "" }
  }

  /// The line in which hanzi are typed now.
  var hanzi: HanziLine? { if case .line(let line) = steps[current] { line.hanzi } else { nil } }

  /// Whether one of a few is asked for.
  var isChoice: Bool { if case .choice = steps[current] { true } else { false } }

  var keys: Keymap<PanelAction> {
    switch steps[current] {
    case .choice: PanelKeys.choice
    case .line: PanelKeys.steps
    }
  }

  fileprivate mutating func press(_ key: Key, _ context: DeskContext) -> Pressed {
    if case .choice(let ask, var choices) = steps[current], choices.walk(key) {
      steps[current] = .choice(ask: ask, choices)
      return .stays
    }
    switch keys.action(for: key) {
    case .close: return .closes
    case .back, .up:
      notice = nil
      guard path.count > 1 else { return .closes }
      path.removeLast()
      return .stays
    case .take, .down: return answered(context)
    case .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, .help, .leave, .redraw, nil: break
    }
    switch steps[current] {
    case .choice(let ask, var choices):
      let taken = choices.handle(key)
      steps[current] = .choice(ask: ask, choices)
      if taken != nil { return .answers }
      notice = choices.isMoved(by: key) ? nil : context.wording(CommonPhrase.otherKey)
    case .line(var line):
      _ = line.handle(key, context)
      steps[current] = .line(line)
      notice = nil
    }
    return .stays
  }

  private mutating func answered(_ context: DeskContext) -> Pressed {
    if case .choice(_, let choices) = steps[current], choices.choice == nil {
      notice = context.wording(OwedPhrase.chooseFirst)
      return .stays
    }
    notice = nil
    return .answers
  }
}

extension StepPanel {
  /// Whether something was typed that no record has yet.
  var hasText: Bool {
    steps.steps.contains { if case .line(let line) = $0 { line.editor.canUndo } else { false } }
  }

  func reading(_ context: DeskContext) -> String? { nil }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<Said> {
    switch steps.press(key, context) {
    case .stays: return .stays
    case .closes: return .closes
    case .answers: break
    }
    switch following(context) {
    case .asks(let step): steps.path.append(step)
    case .refuses(let why): steps.notice = why
    case .says(let said): return .says(said)
    }
    return .stays
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    guard case .line(var line) = steps.steps[steps.current] else { return }
    line.paste(text, context)
    steps.steps[steps.current] = .line(line)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    canvas.paragraph(steps.title, in: area, row: 0, lines: 2, style: Style(bold: true))
    drawStep(on: &canvas, in: area, row: 2, context)
  }

  /// All steps below each other, for a panel that is one page; a line says what it is for once it is being typed.
  func drawTogether(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    canvas.put(TextWidth.cut(steps.title, to: area.columns), at: area.point(0), style: Style(bold: true))
    let lines = steps.steps.count { if case .line = $0 { true } else { false } }
    var row = 1
    var current: (LinePanel, Int)?
    for (index, step) in steps.steps.enumerated() {
      let isCurrent = index == steps.current
      switch step {
      case .choice(let ask, let choices):
        let height = max(1, min(choices.entries.count, area.rows - row - 1 - 3 * lines))
        let notice = isCurrent ? steps.notice : nil
        canvas.put(
          TextWidth.cut(notice.map { "✗ \($0)" } ?? ask, to: area.columns), at: area.point(row),
          style: Style(notice == nil ? .normal : .red))
        choices.draw(on: &canvas, at: area.point(row + 1), rows: height, columns: area.columns)
        row += height + 1
      case .line(let line):
        // Drawn last, so that the cursor stays in it.
        if isCurrent {
          current = (line, row)
        } else {
          drawTyped(line, on: &canvas, in: area, row: row, isCurrent: false)
        }
        row += 3
      }
    }
    guard let (line, row) = current else { return }
    let notice = steps.notice ?? line.notice
    canvas.put(
      TextWidth.cut(notice.map { "✗ \($0)" } ?? line.offer(context) ?? line.hint, to: area.columns),
      at: area.point(row + 2),
      style: Style(notice == nil ? .grey : .red))
    drawTyped(line, on: &canvas, in: area, row: row, isCurrent: true)
  }

  /// A line, behind ▸ where it is the one that is typed in.
  private func drawTyped(_ line: LinePanel, on canvas: inout Canvas, in area: Area, row: Int, isCurrent: Bool) {
    canvas.put(TextWidth.cut(line.title, to: area.columns), at: area.point(row), style: Style(bold: true))
    if isCurrent { return drawLine(line.editor, on: &canvas, at: area.point(row + 1), columns: area.columns) }
    let cursor = canvas.cursor
    line.editor.draw(
      on: &canvas, at: area.point(row + 1, indent: 2), columns: area.columns - 2, style: Style(underlined: true))
    canvas.cursor = cursor
  }

  /// The present step, below a heading of the panel's own.
  func drawStep(on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext) {
    switch steps.steps[steps.current] {
    case .choice(let ask, let choices):
      let top = row + canvas.paragraph(ask, in: area, row: row, lines: 2) + 1
      let height = max(1, min(choices.entries.count, area.rows - top - 1))
      choices.draw(on: &canvas, at: area.point(top), rows: height, columns: area.columns)
      guard let notice = steps.notice else { return }
      canvas.put("✗ \(notice)", at: area.point(min(area.rows - 1, top + height + 1)), style: Style(.red))
    case .line(var line):
      line.notice = steps.notice ?? line.notice
      let used = line.draw(on: &canvas, in: area, row: row, context)
      if let reading = reading(context) {
        canvas.put(reading, at: area.point(row + used, indent: 2), style: Style(.cyan))
      }
    }
  }
}
