import Records
import Standards
import Terminal

/// 以后补: why an item is put off, a word for the teacher, and by when.
struct OwedPanel: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case reason
    case note
    case due
  }

  var step = Step.reason
  var reasons: ChoiceEditor
  var reason = OwedReason.document
  var note: TextEditor
  var due: TextEditor
  var notice: String?

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

  /// The note, once all is said.
  mutating func handle(_ key: Key, _ context: DeskContext) -> Owed? {
    switch step {
    case .reason:
      guard let entry = key == .enter ? reasons.choice : reasons.handle(key) else { return nil }
      reason = OwedReason(rawValue: entry.code) ?? .other
      step = reason == .other ? .note : .due
    case .note:
      if key == .enter { step = .due } else { report(note.handle(key), context) }
    case .due:
      guard key == .enter else {
        report(due.handle(key), context)
        return nil
      }
      return finished(context)
    }
    return nil
  }

  mutating func paste(_ text: String) {
    switch step {
    case .reason: break
    case .note: _ = note.paste(text)
    case .due: _ = due.paste(text)
    }
  }

  private mutating func report(_ outcome: TextEditor.Outcome, _ context: DeskContext) {
    if case .refused(let problem) = outcome { notice = context.wording.refused(problem) } else { notice = nil }
  }

  private mutating func finished(_ context: DeskContext) -> Owed? {
    guard !due.isEmpty else { return owed(nil) }
    switch DateReader.read(due.text, today: context.today, latest: context.today.adding(months: 12)) {
    case .failure: notice = context.wording(OwedPhrase.wrongDate)
    case .success(let date) where date < context.today: notice = context.wording(OwedPhrase.pastDate)
    case .success(let date): return owed(date)
    }
    return nil
  }

  private func owed(_ due: CalendarDate?) -> Owed {
    Owed(
      reason: reason, who: .guardian, due: due, note: TextNormaliser.normalise(note.text, as: .freeText))
  }

  func draw(on canvas: inout Canvas, in area: Area, title: String, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(OwedPhrase.title, title), at: area.point(0), style: Style(bold: true))
    switch step {
    case .reason:
      canvas.put(wording(OwedPhrase.ask), at: area.point(2))
      reasons.draw(on: &canvas, at: area.point(4), rows: 3, columns: area.columns)
    case .note:
      canvas.put(wording(OwedPhrase.noteTitle), at: area.point(2))
      canvas.put(TextWidth.cut(wording(OwedPhrase.noteHint), to: area.columns), at: area.point(3), style: Style(.grey))
      drawLine(note, on: &canvas, at: area.point(5), columns: area.columns)
    case .due:
      canvas.put(wording(OwedPhrase.dueTitle), at: area.point(2))
      canvas.put(TextWidth.cut(wording(OwedPhrase.dueHint), to: area.columns), at: area.point(3), style: Style(.grey))
      drawLine(due, on: &canvas, at: area.point(5), columns: area.columns)
      if case .success(let date) = DateReader.read(
        due.text, today: context.today, latest: context.today.adding(months: 12))
      {
        canvas.put(wording.date(date), at: area.point(6, indent: 2), style: Style(.cyan))
      }
    }
    if let notice { canvas.put("✗ \(notice)", at: area.point(8), style: Style(.red)) }
  }
}

/// Draws a line that is typed in, with the mark that says so.
func drawLine(_ editor: TextEditor, on canvas: inout Canvas, at point: Point, columns: Int, grouping: [Int] = []) {
  canvas.put("▸", at: point, style: Style(bold: true))
  let field = Point(column: point.column + 2, row: point.row)
  editor.draw(on: &canvas, at: field, columns: min(columns - 2, 60), style: Style(underlined: true), grouping: grouping)
}
