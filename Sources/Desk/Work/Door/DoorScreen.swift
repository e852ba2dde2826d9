import Records
import Standards
import Terminal
import Wording

/// The door of the work room: a teacher or staff member comes in by name and PIN.
///
/// The PIN is forgotten the moment it is handed on: a wrong one is typed again.
struct DoorScreen: Page, Hashable {
  enum Action: Hashable, Sendable { case accept, next, back, help, pinyin, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .accept, bar: true),
    Binding([.down, .tab], .next, "↓ Tab", .next),
    Binding([.up, .backTab], .back, "↑", .back, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding(PinyinInput.switchKeys, .pinyin, "F4 Ctrl-]", saying: PinyinPhrase.key),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  private var name = TextEditor()
  private var pin = PINEditor()
  private var isAtPIN = false
  private var notice: String? { didSet { wait = nil } }
  /// What a wrong PIN costs.
  private var wait: Wait?
  private var isExplaining = false
  /// Nobody has an account yet.
  private var isFirst = false
  /// The settings lie behind the door, and not the work room.
  let isForSettings: Bool

  init(isForSettings: Bool = false) { self.isForSettings = isForSettings }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { [.knock] }

  func wakes(at now: Timestamp) -> Timestamp? { wait?.wakes(at: now) }

  func idling(_ context: DeskContext) -> Idling { .goes }

  func hanzi(_ context: DeskContext) -> HanziLine? { isAtPIN ? nil : HanziLine(.name, name) }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)):
      isExplaining = isExplaining && key == .control("l")
      if let action = Self.keymap.action(for: key) { return perform(action) }
      if isAtPIN { react(to: pin.handle(key), context) } else { react(to: name.handle(key), context) }
    case .event(.paste(let text)):
      if isAtPIN { react(to: pin.paste(text), context) } else { react(to: name.paste(text), context) }
    case .event: break
    case .news(let news): return ([], update(news, context))
    }
    return ([], .stay)
  }

  private mutating func perform(_ action: Action) -> (effects: [Effect], step: Step) {
    switch action {
    case .accept:
      guard isAtPIN, !name.isEmpty, !pin.isEmpty else {
        isAtPIN = !name.isEmpty
        break
      }
      notice = nil
      return ([.enter(name: name.text, pin: pin.take())], .stay)
    case .next: isAtPIN = true
    case .back: isAtPIN = false
    case .help: isExplaining = true
    case .leave: return ([], .home)
    case .redraw: return ([.redraw], .stay)
    case .pinyin: break
    }
    return ([], .stay)
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

  private mutating func update(_ news: News, _ context: DeskContext) -> Step {
    switch news {
    case .door(.entered(let holder)):
      guard isForSettings else { return .work(holder) }
      if holder.role == .staff { return .replace(SettingsScreen(holder, context.settings)) }
      // The settings are no teacher's.
      notice = context.wording(DoorPhrase.staffOnly)
      name = TextEditor()
      isAtPIN = false
    case .door(.refused): notice = context.wording(DoorPhrase.refused)
    case .door(.wait(let seconds)):
      notice = nil
      wait = Wait(seconds: seconds, from: context.now)
    case .unreadable(let error): notice = context.wording.message(error)
    // Where nobody has an account yet, the settings are open to whoever sets the desk up.
    case .door(.noAccounts):
      if isForSettings { return .replace(SettingsScreen(.staff(name: context.desk.person.name), context.settings)) }
      isFirst = true
    case .door, .record, .work, .desk, .opened: break
    }
    return .stay
  }

  var draftKey: Draft.Key? { Draft.Key(page: .door) }

  /// The name, while it can be one: a PIN that was typed into the wrong line is kept nowhere.
  func typed(_ context: DeskContext) -> JSONValue? {
    guard !name.isEmpty, !name.text.contains(where: \.isNumber) else { return nil }
    return .object(["name": name.typed, "isAtPIN": .bool(isAtPIN)])
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
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
    drawFoot(on: &canvas, in: area, context)
    // The line with the cursor is drawn last, so that the cursor stays in it.
    if isAtPIN { drawLine(name, on: &canvas, at: area.point(4, indent: 1), columns: 24) }
    pin.draw(on: &canvas, at: area.point(7, indent: 1), columns: 24)
    if !isAtPIN { drawLine(name, on: &canvas, at: area.point(4, indent: 1), columns: 24) }
  }

  private func drawFoot(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    var row = 9
    let waits = wait?.seconds(at: context.now).map { wording(DoorPhrase.wait, wording.wait($0)) }
    if let notice = waits ?? notice {
      row += canvas.paragraph("✗ \(notice)", in: area, row: row, indent: 1, lines: 2, style: Style(.red))
    }
    if isExplaining {
      canvas.paragraph(wording(DoorPhrase.help), in: area, row: row + 1, indent: 1, lines: 3, style: Style(.cyan))
    } else if isFirst {
      canvas.paragraph(wording(DoorPhrase.first, wording.program), in: area, row: row + 1, indent: 1, lines: 3)
    }
  }
}
