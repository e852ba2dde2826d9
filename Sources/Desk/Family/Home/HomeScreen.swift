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

    /// The time and papers that a form takes are said only where there is no choice of forms.
    var aside: HomePhrase? {
      switch self {
      case .fill(let form): form == nil ? .fillAside : nil
      case .comeBack: .goOnAside
      case .teachers: .teacherAside
      case .settings: .settingsAside
      }
    }
  }

  /// Whether the desk is all there is: no way out of it, and nothing to set.
  let isKiosk: Bool
  private var menu = Menu()

  private func entries(_ context: DeskContext) -> [Entry] {
    let forms = context.forms.choices
    return (forms.isEmpty ? [.fill(nil)] : forms.map { .fill($0) }) + [.comeBack, .teachers]
      + (isKiosk ? [] : [.settings])
  }

  init(isKiosk: Bool = false) { self.isKiosk = isKiosk }

  func idling(_ context: DeskContext) -> Idling { .stays }

  /// The page for the settings opens by itself only while nobody has an account: a family is not asked about the
  /// kindergarten.
  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    context.settings.wasAsked || isKiosk ? [] : [.knock]
  }

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    guard case .door(.noAccounts) = news else { return ([], .stay) }
    return ([], .open(SettingsScreen(.staff(name: context.desk.person.name), context.settings)))
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    let entries = entries(context)
    return switch menu.press(key, of: entries.count) {
    case .takes(let row): take(entries[min(row, entries.count - 1)])
    case .leaves: (isKiosk ? [] : [.leave], .stay)
    case .redraws: ([.redraw], .stay)
    case .stays: ([], .stay)
    }
  }

  /// Whenever somebody goes on from here the settings are read again, which somebody else may have changed.
  private func take(_ entry: Entry) -> (effects: [Effect], step: Step) {
    switch entry {
    case .fill(let form): ([.begin(.family(sibling: nil, form: form?.edition)), .readSettings], .stay)
    case .comeBack: ([.readSettings], .open(ComeBackScreen(code: nil)))
    case .teachers: ([.readSettings], .open(DoorScreen()))
    case .settings: ([.readSettings], .open(DoorScreen(isForSettings: true)))
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let keymap = isKiosk ? Menu.keymap.without(.leave) : Menu.keymap
    let bar = keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(HomePhrase.welcome), at: area.point(1, indent: 1), style: Style(bold: true))
    menu.drawHint(wording(HomePhrase.choose), on: &canvas, in: area, row: 2, indent: 1, wording)
    let entries = entries(context)
    // Several forms stand closer together.
    let spacing = entries.count > 4 ? 1 : 2
    let rows = entries.map { (title: $0.title(wording), aside: $0.aside.map { wording($0) } ?? "") }
    menu.draw(rows, on: &canvas, in: area, row: 4, spacing: spacing)
    if let problem = context.desk.problem, !menu.isExplaining {
      canvas.paragraph("✗ \(problem)", in: area, row: area.rows - 4, indent: 1, lines: 3, style: Style(.red))
      return
    }
    let lines = menu.isExplaining ? [HomePhrase.helpOne, .helpTwo, .helpThree] : [.privacy]
    var row = area.rows - 4
    for phrase in lines {
      let style = Style(menu.isExplaining ? .cyan : .grey)
      row += canvas.paragraph(wording(phrase), in: area, row: row, indent: 1, lines: 2, style: style)
    }
  }
}
