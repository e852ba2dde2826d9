import Records
import Standards
import Terminal

/// The door of the work room: a teacher or staff member comes in by name and PIN.
///
/// The PIN is forgotten the moment it is handed on: a wrong one is typed again.
public struct DoorScreen: Hashable, Sendable {
  enum Outcome: Hashable {
    case enter(name: String, pin: String)
    case leave
    case redraw
  }

  enum Action: Hashable, Sendable { case accept, next, back, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .accept, bar: true),
    Binding([.down, .tab], .next, "↓ Tab", .next),
    Binding([.up, .backTab], .back, "↑", .back, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  private var name = TextEditor()
  private var pin = PINEditor()
  private var isAtPIN = false
  private var notice: String? { didSet { isWaiting = false } }
  /// The notice says how long to wait.
  private var isWaiting = false
  private var isExplaining = false
  /// Nobody has an account yet.
  private var isFirst = false
  /// The settings lie behind the door, and not the work room.
  let isForSettings: Bool

  init(isForSettings: Bool = false) { self.isForSettings = isForSettings }

  mutating func update(_ event: Event, _ context: DeskContext) -> Outcome? {
    switch event {
    case .key(let key):
      isExplaining = isExplaining && key == .control("l")
      if let action = Self.keymap.action(for: key) { return perform(action) }
      if isAtPIN { react(to: pin.handle(key), context) } else { react(to: name.handle(key), context) }
    case .paste(let text):
      if isAtPIN { react(to: pin.paste(text), context) } else { react(to: name.paste(text), context) }
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    return nil
  }

  private mutating func perform(_ action: Action) -> Outcome? {
    switch action {
    case .accept:
      guard isAtPIN, !name.isEmpty, !pin.isEmpty else {
        isAtPIN = !name.isEmpty
        return nil
      }
      notice = nil
      return .enter(name: name.text, pin: pin.take())
    case .next: isAtPIN = true
    case .back: isAtPIN = false
    case .help: isExplaining = true
    case .leave: return .leave
    case .redraw: return .redraw
    }
    return nil
  }

  private mutating func react(to outcome: PINEditor.Outcome, _ context: DeskContext) {
    switch outcome {
    case .changed: notice = nil
    case .refused: notice = context.wording(DoorPhrase.onlyDigits)
    case .ignored: break
    }
  }

  private mutating func react(to outcome: TextEditor.Outcome, _ context: DeskContext) {
    switch outcome {
    case .changed: notice = nil
    case .refused(let problem): notice = context.wording.refused(problem)
    case .moved, .full, .ignored: break
    }
  }

  /// The settings are no teacher's.
  mutating func refuseTeacher(_ context: DeskContext) {
    notice = context.wording(DoorPhrase.staffOnly)
    name = TextEditor()
    isAtPIN = false
  }

  /// The message about the wait goes with the wait.
  mutating func waitIsOver() {
    if isWaiting { notice = nil }
  }

  mutating func update(_ news: News, _ context: DeskContext) {
    switch news {
    case .door(.refused): notice = context.wording(DoorPhrase.refused)
    case .door(.wait(let seconds)):
      notice = context.wording(DoorPhrase.wait, context.wording.wait(seconds))
      isWaiting = true
    case .unreadable(let error): notice = context.wording.message(error)
    case .door(.noAccounts): isFirst = true
    case .door(.entered), .door(.unlocked), .door(.resumed), .door(.closed), .door(.uncounted): break
    case .record, .work, .desk, .opened: break
    }
  }

  /// The name, while it can be one: a PIN that was typed into the wrong line is kept nowhere.
  var typed: JSONValue? {
    guard !name.isEmpty, !name.text.contains(where: \.isNumber) else { return nil }
    return .object(["name": name.typed, "isAtPIN": .bool(isAtPIN)])
  }

  mutating func restore(_ typed: JSONValue) {
    name.restore(typed["name"])
    isAtPIN = typed["isAtPIN"]?.bool ?? false
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Self.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(
      wording(isForSettings ? DoorPhrase.settingsTitle : .title), at: area.point(1, indent: 1), style: Style(bold: true)
    )
    canvas.put(wording(DoorPhrase.name), at: area.point(3, indent: 1), style: Style(bold: !isAtPIN))
    canvas.put(wording(DoorPhrase.pin), at: area.point(6, indent: 1), style: Style(bold: isAtPIN))
    drawFoot(on: &canvas, in: area, wording)
    // The line with the cursor is drawn last, so that the cursor stays in it.
    if isAtPIN { drawLine(name, on: &canvas, at: area.point(4, indent: 1), columns: 24) }
    pin.draw(on: &canvas, at: area.point(7, indent: 1), columns: 24)
    if !isAtPIN { drawLine(name, on: &canvas, at: area.point(4, indent: 1), columns: 24) }
  }

  private func drawFoot(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    var row = 9
    if let notice {
      row += canvas.paragraph("✗ \(notice)", in: area, row: row, indent: 1, lines: 2, style: Style(.red))
    }
    if isExplaining {
      canvas.paragraph(wording(DoorPhrase.help), in: area, row: row + 1, indent: 1, lines: 3, style: Style(.cyan))
    } else if isFirst {
      canvas.paragraph(wording(DoorPhrase.first, wording.program), in: area, row: row + 1, indent: 1, lines: 3)
    }
  }
}
