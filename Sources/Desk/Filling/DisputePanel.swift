import FormModel
import Records
import Terminal
import Wording

/// Two desks gave an item different answers: both are shown with who and when, and a person chooses, one by one.
struct DisputePanel: Hashable, Sendable {
  struct Choice: Hashable {
    var conflict: Merge.Conflict
    var takesMine: Bool
  }

  private var waiting: [Merge.Conflict]
  /// An Enter that was meant for the item below chooses nothing.
  private var menu = Menu(highlighted: nil)

  init(_ conflicts: [Merge.Conflict]) { waiting = conflicts }

  var isDone: Bool { waiting.isEmpty }
  var fields: [Int] { waiting.map(\.field) }

  mutating func handle(_ key: Key) -> Choice? {
    guard let row = menu.take(key, of: 2), !waiting.isEmpty else { return nil }
    menu = Menu(highlighted: nil)
    return Choice(conflict: waiting.removeFirst(), takesMine: row == 0)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    guard let conflict = waiting.first else { return }
    let wording = context.wording
    let label = context.form.fields[conflict.field].label[context.language]
    canvas.put("！ \(label)", at: area.point(0), style: Style(.yellow, bold: true))
    canvas.paragraph(wording(OwedPhrase.disputeAsk), in: area, row: 2, lines: 2)
    let answers = [(OwedPhrase.disputeMine, conflict.mine), (.disputeTheirs, conflict.theirs)]
    for (index, answer) in answers.map(\.1).enumerated() {
      guard let answer else { continue }
      canvas.put(
        "\(context.namedElsewhere(answer.by))  \(answer.at.clock)", at: area.point(6 + index * 3, indent: 5),
        style: Style(.grey))
    }
    menu.drawHint(wording(CheckPhrase.warningAsk), on: &canvas, in: area, row: area.rows - 1, wording)
    let rows = answers.map { wording($0) + shown($1, conflict.field, context) }
    menu.draw(rows, on: &canvas, in: area, row: 5, spacing: 3)
  }

  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    guard let conflict = waiting.first else {
      return PlainQuestion(id: "dispute", lines: [], prompt: wording(PlainPhrase.goOn))
    }
    let label = context.form.fields[conflict.field].label[context.language]
    var question = PlainQuestion(
      id: "dispute \(conflict.field)", lines: [label, wording(OwedPhrase.disputeAsk)],
      prompt: wording(PlainPhrase.chooseNumber))
    let answers = [(OwedPhrase.disputeMine, conflict.mine), (.disputeTheirs, conflict.theirs)]
    question.choices = answers.map { phrase, answer in
      let who = answer.map { " \(context.namedElsewhere($0.by)) \($0.at.clock)" } ?? ""
      return wording(phrase) + shown(answer, conflict.field, context) + who
    }
    return question
  }

  private func shown(_ answer: RecordedAnswer?, _ field: Int, _ context: DeskContext) -> String {
    switch answer?.content {
    case .value(let value): context.shown(value, of: field)
    case .owed: context.wording(KeyPhrase.later)
    case nil: context.wording(OwedPhrase.disputeBlank)
    }
  }
}
