import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// The first page: who comes to the desk, and what for.
struct HomeScreen: Page, Hashable {
  enum Entry: Hashable, Sendable {
    /// A new record; where there are several forms, of one of them.
    case fill(FormChoice?)
    case comeBack
    case teachers
    case settings

    func title(_ wording: Wording) -> String {
      switch self {
      case .fill(let form): form.map { $0.title[wording.language] } ?? wording(HomePhrase.fill)
      case .comeBack: wording(HomePhrase.goOn)
      case .teachers: wording(HomePhrase.teacher)
      case .settings: wording(HomePhrase.settings)
      }
    }

    /// What a form takes to fill in is said of the usual one alone.
    var note: HomePhrase? {
      switch self {
      case .fill(let form): form == nil ? .fillNote : nil
      case .comeBack: .goOnNote
      case .teachers: .teacherNote
      case .settings: .settingsNote
      }
    }
  }

  enum Action: Hashable, Sendable {
    case take, up, down, help, leave, redraw
  }

  /// Whether the desk is all there is: no way out of it, and nothing to set.
  let isKiosk: Bool
  var highlighted = 0
  var isExplaining = false

  private func entries(_ context: DeskContext) -> [Entry] {
    let forms = context.forms.choices
    return (forms.isEmpty ? [.fill(nil)] : forms.map { .fill($0) }) + [.comeBack, .teachers]
      + (isKiosk ? [] : [.settings])
  }

  static let keymap = Keymap<Action>([
    Binding([.enter], .take, "Enter", .take, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  init(isKiosk: Bool = false) { self.isKiosk = isKiosk }

  func idling(_ context: DeskContext) -> Idling { .stays }

  /// Families are not asked about the kindergarten, and where anybody has an account only staff are.
  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    context.settings.wasAsked || isKiosk ? [] : [.knock]
  }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)): return update(key, context)
    case .news(.door(.noAccounts)):
      return ([], .open(SettingsScreen(.staff(name: context.desk.person.name), context.settings)))
    case .event, .news: return ([], .stay)
    }
  }

  private mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if isExplaining {
      isExplaining = false
      if key == .escape || Self.keymap.action(for: key) == .help { return ([], .stay) }
    }
    if case .text(let scalar) = key {
      guard let digit = ChoiceEditor.digit(scalar), entries(context).indices.contains(digit - 1) else {
        return ([], .stay)
      }
      highlighted = digit - 1
      return take(context)
    }
    switch Self.keymap.action(for: key) {
    case .take: return take(context)
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(entries(context).count - 1, highlighted + 1)
    case .help: isExplaining = true
    case .leave: return (isKiosk ? [] : [.leave], .stay)
    case .redraw: return ([.redraw], .stay)
    case nil: break
    }
    return ([], .stay)
  }

  /// Whenever somebody goes on from here the settings are read again, which somebody else may have changed.
  private func take(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch entries(context)[highlighted] {
    case .fill(let form): ([.begin(.family(sibling: nil, form: form?.edition)), .readSettings], .stay)
    case .comeBack: ([.readSettings], .open(ComeBackScreen(code: nil)))
    case .teachers: ([.readSettings], .open(DoorScreen()))
    case .settings: ([.readSettings], .open(DoorScreen(isForSettings: true)))
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let keymap = isKiosk ? Self.keymap.without(.leave) : Self.keymap
    let bar = keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(HomePhrase.welcome), at: area.point(1, indent: 1), style: Style(bold: true))
    canvas.put(wording(HomePhrase.choose), at: area.point(2, indent: 1), style: Style(.grey))
    let entries = entries(context)
    // Several forms stand closer together.
    let spacing = entries.count > 4 ? 1 : 2
    for (index, entry) in entries.enumerated() {
      let isHighlighted = index == highlighted
      let point = area.point(4 + index * spacing, indent: 1)
      let title = "\(isHighlighted ? "▸" : " ") \(index + 1)  \(entry.title(wording))"
      let used = canvas.put(title, at: point, style: Style(bold: isHighlighted))
      let indent = 1 + max(used + 2, 26)
      let note = TextWidth.cut(entry.note.map { wording($0) } ?? "", to: max(0, area.columns - indent))
      canvas.put(note, at: area.point(4 + index * spacing, indent: indent), style: Style(.grey))
    }
    canvas.cursor = area.point(4 + highlighted * spacing, indent: 1)
    if let problem = context.desk.problem, !isExplaining {
      canvas.paragraph("✗ \(problem)", in: area, row: area.rows - 4, indent: 1, lines: 3, style: Style(.red))
      return
    }
    let lines = isExplaining ? [HomePhrase.helpOne, .helpTwo, .helpThree] : [.privacy]
    var row = area.rows - 4
    for phrase in lines {
      let style = Style(isExplaining ? .cyan : .grey)
      row += canvas.paragraph(wording(phrase), in: area, row: row, indent: 1, lines: 2, style: style)
    }
  }
}
