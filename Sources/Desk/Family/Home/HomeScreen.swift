import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// The first page: who comes to the desk, and what for.
public struct HomeScreen: Hashable, Sendable {
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

    var note: HomePhrase {
      switch self {
      case .fill: .fillNote
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
  /// The forms that there are to choose from; none where there is one.
  let forms: [FormChoice]
  var highlighted = 0
  var isExplaining = false

  private var entries: [Entry] {
    (forms.isEmpty ? [.fill(nil)] : forms.map { .fill($0) }) + [.comeBack, .teachers] + (isKiosk ? [] : [.settings])
  }

  static let keymap = Keymap<Action>([
    Binding([.enter], .take, "Enter", .take, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  public init(isKiosk: Bool = false, forms: [FormChoice] = []) {
    (self.isKiosk, self.forms) = (isKiosk, forms)
  }

  /// What was chosen: an entry, or leaving.
  enum Outcome: Hashable {
    case entry(Entry)
    case leave
    case redraw
  }

  mutating func update(_ event: Event) -> Outcome? {
    guard case .key(let key) = event else { return nil }
    if isExplaining {
      isExplaining = false
      if key == .escape || Self.keymap.action(for: key) == .help { return nil }
    }
    if case .text(let scalar) = key {
      guard let digit = ChoiceEditor.digit(scalar), entries.indices.contains(digit - 1) else { return nil }
      highlighted = digit - 1
      return .entry(entries[highlighted])
    }
    switch Self.keymap.action(for: key) {
    case .take: return .entry(entries[highlighted])
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(entries.count - 1, highlighted + 1)
    case .help: isExplaining = true
    case .leave: return .leave
    case .redraw: return .redraw
    case nil: break
    }
    return nil
  }

  func draw(on canvas: inout Canvas, problem: String?, _ context: DeskContext) {
    let wording = context.wording
    let keymap = isKiosk ? Self.keymap.without(.leave) : Self.keymap
    let bar = keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(HomePhrase.welcome), at: area.point(1, indent: 1), style: Style(bold: true))
    canvas.put(wording(HomePhrase.choose), at: area.point(2, indent: 1), style: Style(.grey))
    // Several forms stand closer together.
    let spacing = entries.count > 4 ? 1 : 2
    for (index, entry) in entries.enumerated() {
      let isHighlighted = index == highlighted
      let point = area.point(4 + index * spacing, indent: 1)
      let title = "\(isHighlighted ? "▸" : " ") \(index + 1)  \(entry.title(wording))"
      let used = canvas.put(title, at: point, style: Style(bold: isHighlighted))
      let indent = 1 + max(used + 2, 26)
      let note = TextWidth.cut(wording(entry.note), to: max(0, area.columns - indent))
      canvas.put(note, at: area.point(4 + index * spacing, indent: indent), style: Style(.grey))
    }
    canvas.cursor = area.point(4 + highlighted * spacing, indent: 1)
    if let problem, !isExplaining {
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
