import Records
import Terminal
import Wording

/// Asks whoever ends the program while something is not on the disk, before it is too late.
public struct UnsavedScreen: Hashable, Sendable {
  enum Outcome: Hashable {
    case retry
    case leave
    case redraw
  }

  private var error: StoreError

  init(_ error: StoreError) { self.error = error }

  func update(_ event: Event) -> Outcome? {
    switch event {
    case .key(.text("1")), .key(.text("１")), .key(.enter): return .retry
    case .key(.text("2")), .key(.text("２")): return .leave
    case .key(.control("l")): return .redraw
    case .key, .paste, .resize, .tick, .wake, .terminate, .lost: return nil
    }
  }

  mutating func update(_ news: News) {
    switch news {
    case .record(.failed(_, let error)): self.error = error
    case .record, .door, .work, .desk, .opened, .unreadable: break
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = KeyBar.text(
      [KeyBar.Part("1", wording(CheckPhrase.unsavedRetry)), KeyBar.Part("2", wording(CheckPhrase.unsavedLeave))],
      columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(saving: .failed(error), saysFailure: false, bar: bar).draw(on: &canvas, context)
    canvas.put("✗ \(wording(CheckPhrase.unsavedTitle))", at: area.point(1, indent: 1), style: Style(.red, bold: true))
    let row = 3 + canvas.paragraph(wording.message(error), in: area, row: 3, indent: 1, lines: 4) + 1
    canvas.paragraph(wording(CheckPhrase.unsavedEnd), in: area, row: row, indent: 1, lines: 3)
  }
}
