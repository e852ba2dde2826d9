import Records
import Standards
import Terminal
import Wording

/// 以后补: why an item is put off, a word for the teacher, and by when.
struct OwedPanel: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case reason
    case note
    case due
  }

  private(set) var step = Step.reason
  private var reasons: ChoiceEditor
  private var reason = OwedReason.document
  private var note: TextEditor
  private var due: TextEditor
  private var notice: String?

  /// A paper that is at the grandparents' takes a few days.
  private static let days = 7

  init(_ owed: Owed?, _ context: DeskContext) {
    let phrases: [(OwedReason, OwedPhrase)] = [(.document, .document), (.ask, .family), (.other, .other)]
    reasons = ChoiceEditor(
      phrases.map { ChoiceEditor.Entry(code: $0.0.rawValue, label: context.wording($0.1)) },
      selected: owed?.reason.rawValue ?? OwedReason.document.rawValue)
    note = TextEditor(owed?.note ?? "")
    let day = owed?.due ?? context.today.adding(days: Self.days)
    due = TextEditor(day.iso.replacing("-", with: ""))
  }

  /// Whether something was typed that no record has yet.
  var holdsText: Bool { note.canUndo || due.canUndo }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<Owed> {
    if step == .reason, reasons.walk(key) { return .stays }
    switch key {
    case .escape: return .closes
    case .backTab, .up: return back()
    case .enter, .tab, .down: return advance(context)
    case .text, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert, .wordLeft, .wordRight,
      .deleteWordBack, .deleteWordForward, .function, .control:
      return edit(key, context)
    }
  }

  private mutating func edit(_ key: Key, _ context: DeskContext) -> PanelOutcome<Owed> {
    switch step {
    case .reason: return reasons.handle(key) == nil ? .stays : advance(context)
    case .note: notice = note.handle(key).complaint(context.wording)
    case .due: notice = due.handle(key).complaint(context.wording)
    }
    return .stays
  }

  private mutating func back() -> PanelOutcome<Owed> {
    notice = nil
    switch step {
    case .reason: return .closes
    case .note: step = .reason
    case .due: step = reason == .other ? .note : .reason
    }
    return .stays
  }

  private mutating func advance(_ context: DeskContext) -> PanelOutcome<Owed> {
    switch step {
    case .reason:
      reason = reasons.choice.flatMap { OwedReason(rawValue: $0.code) } ?? .other
      step = reason == .other ? .note : .due
    case .note: step = .due
    case .due: return finished(context)
    }
    return .stays
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    switch step {
    case .reason: break
    case .note: notice = note.paste(text).complaint(context.wording)
    case .due: notice = due.paste(text).complaint(context.wording)
    }
  }

  private mutating func finished(_ context: DeskContext) -> PanelOutcome<Owed> {
    guard !due.isEmpty else { return .says(owed(nil)) }
    switch read(context) {
    case .failure: notice = context.wording(OwedPhrase.wrongDate)
    case .success(let date) where date < context.today: notice = context.wording(OwedPhrase.pastDate)
    case .success(let date): return .says(owed(date))
    }
    return .stays
  }

  private func read(_ context: DeskContext) -> Result<CalendarDate, DateProblem> {
    DateReader.read(due.text, today: context.today, latest: context.today.adding(months: 12))
  }

  /// A word that was typed for another reason goes with it.
  private func owed(_ due: CalendarDate?) -> Owed {
    let note = reason == .other ? TextNormaliser.normalise(note.text, as: .freeText) : ""
    return Owed(reason: reason, who: .guardian, due: due, note: note)
  }

  func draw(on canvas: inout Canvas, in area: Area, title: String, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(OwedPhrase.title, title), at: area.point(0), style: Style(bold: true))
    switch step {
    case .reason:
      canvas.put(wording(OwedPhrase.ask), at: area.point(2))
      reasons.draw(on: &canvas, at: area.point(4), rows: 3, columns: area.columns)
    case .note:
      draw(note, OwedPhrase.noteTitle, .noteHint, on: &canvas, in: area, context)
    case .due:
      draw(due, OwedPhrase.dueTitle, .dueHint, on: &canvas, in: area, context)
      if case .success(let date) = read(context) {
        canvas.put(wording.date(date), at: area.point(6, indent: 2), style: Style(.cyan))
      }
    }
    if let notice { canvas.paragraph("✗ \(notice)", in: area, row: 8, lines: 2, style: Style(.red)) }
  }

  private func draw(
    _ editor: TextEditor, _ title: OwedPhrase, _ hint: OwedPhrase, on canvas: inout Canvas, in area: Area,
    _ context: DeskContext
  ) {
    canvas.put(context.wording(title), at: area.point(2))
    canvas.paragraph(context.wording(hint), in: area, row: 3, lines: 2, style: Style(.grey))
    drawLine(editor, on: &canvas, at: area.point(5), columns: area.columns)
  }
}

/// Draws a line that is typed in, with the mark that says so.
func drawLine(_ editor: TextEditor, on canvas: inout Canvas, at point: Point, columns: Int, grouping: [Int] = []) {
  canvas.put("▸", at: point, style: Style(bold: true))
  let field = Point(column: point.column + 2, row: point.row)
  editor.draw(on: &canvas, at: field, columns: min(columns - 2, 60), style: Style(underlined: true), grouping: grouping)
}
