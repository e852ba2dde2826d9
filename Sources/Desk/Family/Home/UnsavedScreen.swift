import Records
import Terminal
import Wording

/// Asks whoever ends the program while something is not on the disk, before it is too late.
struct UnsavedScreen: Page, PlainPage, Hashable {
  enum Action: Hashable, Sendable { case retry, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.text("1"), .text("１"), .enter], .retry, "1", saying: CheckPhrase.unsavedRetry, bar: true),
    Binding([.text("2"), .text("２")], .leave, "2", saying: CheckPhrase.unsavedLeave, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  private var error: StoreError

  init(_ error: StoreError) { self.error = error }

  func idling(_ context: DeskContext) -> Idling { .stays }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)):
      switch Self.keymap.action(for: key) {
      case .retry: return ([.retry], .stay)
      case .leave: return ([.leaveUnsaved], .stay)
      case .redraw: return ([.redraw], .stay)
      case nil: break
      }
    case .news(.record(.failed(_, let error))): self.error = error
    case .event, .news: break
    }
    return ([], .stay)
  }

  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    var question = PlainQuestion(
      id: "unsaved",
      lines: [wording(CheckPhrase.unsavedTitle), wording.message(error), wording(CheckPhrase.unsavedEnd)],
      prompt: wording(PlainPhrase.chooseNumber))
    question.choices = [wording(CheckPhrase.unsavedRetry), wording(CheckPhrase.unsavedLeave)]
    return question
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .text(let text): .digit(text, of: 2, context)
    case .accept, .back, .help, .later, .check, .more, .empty: .chooseFirst(of: 2, context)
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Self.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(saving: .failed(error), saysFailure: false, bar: bar).draw(on: &canvas, context)
    canvas.put("✗ \(wording(CheckPhrase.unsavedTitle))", at: area.point(1, indent: 1), style: Style(.red, bold: true))
    let row = 3 + canvas.paragraph(wording.message(error), in: area, row: 3, indent: 1, lines: 4) + 1
    canvas.paragraph(wording(CheckPhrase.unsavedEnd), in: area, row: row, indent: 1, lines: 3)
  }
}
