import Records
import Terminal

/// The door of the work room: a teacher or staff member comes in by name and PIN.
public struct DoorScreen: Hashable, Sendable {
  enum Outcome: Hashable {
    case enter(name: String, pin: String)
    case leave
    case redraw
  }

  private var name = TextEditor()
  private var pin = TextEditor("", repair: .number)
  private var isAtPIN = false
  private var notice: String?

  mutating func update(_ event: Event, _ context: DeskContext) -> Outcome? {
    switch event {
    case .key(.function(10)), .key(.control("x")), .key(.escape): return .leave
    case .key(.control("l")): return .redraw
    case .key(.enter):
      guard isAtPIN, !name.isEmpty, !pin.isEmpty else {
        isAtPIN = !name.isEmpty
        return nil
      }
      return .enter(name: name.text, pin: pin.text)
    case .key(.tab), .key(.down): isAtPIN = true
    case .key(.backTab), .key(.up): isAtPIN = false
    case .key(let key): _ = isAtPIN ? pin.handle(key) : name.handle(key)
    case .paste(let text): _ = isAtPIN ? pin.paste(text) : name.paste(text)
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    return nil
  }

  mutating func update(_ news: News, _ context: DeskContext) {
    switch news {
    case .refused:
      pin = TextEditor("", repair: .number)
      notice = context.wording(DoorPhrase.refused)
    case .wait(let seconds): notice = context.wording(HomePhrase.comeBackWait, context.wording.wait(seconds))
    case .unreadable(let error): notice = context.wording.message(error)
    case .saved, .failed, .identity, .settingsFailed, .renamed, .opened, .unlocked, .entered, .listed, .neighbours,
      .approved, .reading, .resumed, .changedElsewhere, .openElsewhere:
      break
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = "Enter \(wording(KeyPhrase.accept))   ↑ \(wording(KeyPhrase.back))   F10 \(wording(KeyPhrase.quit))"
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(DoorPhrase.title), at: area.point(1, indent: 1), style: Style(bold: true))
    canvas.put(wording(DoorPhrase.name), at: area.point(3, indent: 1), style: Style(bold: !isAtPIN))
    canvas.put(wording(DoorPhrase.pin), at: area.point(6, indent: 1), style: Style(bold: isAtPIN))
    // The line with the cursor is drawn last, so that the cursor stays in it.
    let shown = TextEditor(String(repeating: "*", count: pin.text.count))
    if isAtPIN { drawLine(name, on: &canvas, at: area.point(4, indent: 1), columns: 24) }
    drawLine(shown, on: &canvas, at: area.point(7, indent: 1), columns: 24)
    if !isAtPIN { drawLine(name, on: &canvas, at: area.point(4, indent: 1), columns: 24) }
    if let notice { canvas.paragraph("✗ \(notice)", in: area, row: 9, indent: 1, lines: 3, style: Style(.red)) }
  }
}
