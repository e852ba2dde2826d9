import FormModel
import Records
import Standards
import Terminal
import Wording

/// 以后补: why an item is put off, a word for the teacher, and by when.
struct OwedPanel: StepPanel {
  private enum Ask: Int { case reason, note, due }

  var steps: PanelSteps

  /// A paper that is at the grandparents' takes a few days.
  private static let days = 7
  /// The choice of everything that is read from the paper.
  private static let together = "paper"

  /// What is put off, and whether with it all that is read from the same paper.
  struct Said: Hashable, Sendable {
    var owed: Owed
    var isTogether = false
  }

  /// - Parameter paper: what else is read from the item's paper, with the item.
  init(_ owed: Owed?, of field: Field, with paper: (paper: String, fields: [Int])?, _ context: DeskContext) {
    let wording = context.wording
    let reasons: [(OwedReason, OwedPhrase)] = [(.document, .document), (.ask, .family), (.other, .other)]
    let entries = reasons.map { ChoiceEditor.Entry(code: $0.0.rawValue, label: wording($0.1)) }
    let forStaff = field.reasonsForPuttingOff.map { ChoiceEditor.Entry(code: $0.rawValue, label: wording($0.phrase)) }
    let together = paper.map { paper in
      let name = context.form.papers[paper.paper]?[context.language] ?? paper.paper
      return ChoiceEditor.Entry(
        code: Self.together, label: wording(OwedPhrase.paperMissing, name, "\(paper.fields.count)"))
    }
    let day = owed?.due ?? context.today.adding(days: Self.days)
    steps = PanelSteps(
      title: wording(OwedPhrase.title, field.label[context.language]),
      [
        .choice(
          ask: wording(OwedPhrase.ask),
          ChoiceEditor(
            entries + forStaff + (together.map { [$0] } ?? []),
            selected: owed?.reason.rawValue ?? OwedReason.document.rawValue)),
        .line(
          LinePanel(
            title: wording(OwedPhrase.noteTitle), hint: wording(OwedPhrase.noteHint), text: owed?.note ?? "",
            for: .text)),
        .line(
          LinePanel(
            title: wording(OwedPhrase.dueTitle), hint: wording(OwedPhrase.dueHint),
            text: day.iso.replacing("-", with: ""))),
      ])
  }

  private var isTogether: Bool { steps.choice(Ask.reason.rawValue) == Self.together }

  private var reason: OwedReason {
    if isTogether { return .document }
    return steps.choice(Ask.reason.rawValue).flatMap { OwedReason(rawValue: $0) } ?? .other
  }

  func following(_ context: DeskContext) -> PanelSteps.Next<Said> {
    switch Ask(rawValue: steps.current) {
    case .reason:
      if let forStaff = steps.choice(Ask.reason.rawValue).flatMap({ StaffReason(rawValue: $0) }) {
        // Staff read the note, so it is kept in the words of the form's own language; no day binds them.
        return .says(Said(owed: Owed(reason: .other, who: .staff, due: nil, note: forStaff.phrase.text.chinese)))
      }
      return .asks(reason == .other ? Ask.note.rawValue : Ask.due.rawValue)
    case .note: return .asks(Ask.due.rawValue)
    case .due, nil: break
    }
    guard !steps.text(Ask.due.rawValue).isEmpty else { return .says(owed(nil)) }
    return switch day(context) {
    case .failure: .refuses(context.wording(OwedPhrase.wrongDate))
    case .success(let date) where date < context.today: .refuses(context.wording(OwedPhrase.pastDate))
    case .success(let date): .says(owed(date))
    }
  }

  private func day(_ context: DeskContext) -> Result<CalendarDate, DateProblem> {
    DateReader.read(
      steps.text(Ask.due.rawValue), today: context.today, latest: context.today.adding(months: 12))
  }

  func reading(_ context: DeskContext) -> String? {
    guard steps.current == Ask.due.rawValue, case .success(let date) = day(context) else { return nil }
    return context.wording.date(date)
  }

  /// What is put off, with the note only where the reason is `other`.
  private func owed(_ due: CalendarDate?) -> Said {
    let note = reason == .other ? TextNormaliser.normalise(steps.text(Ask.note.rawValue), as: .freeText) : ""
    return Said(owed: Owed(reason: reason, who: .guardian, due: due, note: note), isTogether: isTogether)
  }
}

/// Draws a line that is typed in, with the mark that says so.
func drawLine(_ editor: TextEditor, on canvas: inout Canvas, at point: Point, columns: Int, grouping: [Int] = []) {
  canvas.put("▸", at: point, style: Style(bold: true))
  let field = Point(column: point.column + 2, row: point.row)
  editor.draw(on: &canvas, at: field, columns: min(columns - 2, 60), style: Style(underlined: true), grouping: grouping)
}
