import Records
import Standards
import Terminal
import Wording

/// 按班打印: slips or forms of a class, or of all of them, into a file.
struct PrintScreen: Page, Hashable {
  enum Asking: Hashable, Sendable {
    case className(Menu)
    /// Nil for all classes.
    case kind(className: String?, Menu)
    case file(PrintPanel)
  }

  private let holder: Authority
  private(set) var asking = Asking.className(Menu())
  private var notice: String?
  private var isHelping = false

  init(holder: Authority) { self.holder = holder }

  var isReadOnly: Bool { if case .file(let panel) = asking { !panel.isTyping } else { true } }

  /// All classes, then each.
  private func classes(_ context: DeskContext) -> [String?] { [nil] + holder.classes(of: context.settings) }

  private func filter(_ className: String?) -> SummaryFilter { SummaryFilter(className: className, order: .className) }

  // MARK: Keys

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    notice = nil
    if isHelping {
      isHelping = false
      return ([], .stay)
    }
    switch asking {
    case .className(var menu):
      let outcome = menu.press(key, of: classes(context).count)
      asking = .className(menu)
      switch outcome {
      case .takes(let row): asking = .kind(className: classes(context)[row], Menu())
      case .leaves: return ([], .back)
      case .redraws: return ([.redraw], .stay)
      case .stays: break
      }
    case .kind(let className, var menu):
      let outcome = menu.press(key, of: PaperKind.allCases.count)
      asking = .kind(className: className, menu)
      switch outcome {
      case .takes: return ([.list(filter(className), holder, for: .rows)], .stay)
      case .leaves: asking = .className(Menu())
      case .redraws: return ([.redraw], .stay)
      case .stays: if key == .escape, !menu.isExplaining { asking = .className(Menu()) }
      }
    case .file(let panel): return (answer(key, panel, context), .stay)
    }
    return ([], .stay)
  }

  private mutating func answer(_ key: Key, _ panel: PrintPanel, _ context: DeskContext) -> [Effect] {
    switch PanelKeys.line.action(for: key) {
    case .help: isHelping = true
    case .leave: asking = .className(Menu())
    case .redraw: return [.redraw]
    case .take, .close, .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, nil:
      var panel = panel
      let outcome = panel.handle(key, context)
      asking = outcome == .closes ? .className(Menu()) : .file(panel)
      if case .says(let name) = outcome { return [.print(panel.printout, to: name, holder)] }
    }
    return []
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    guard case .file(var panel) = asking else { return [] }
    panel.paste(text, context)
    asking = .file(panel)
    return []
  }

  // MARK: News

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .work(.listed(let listed, _, let summaries, _, let unreadable)): hear(listed, summaries, unreadable, context)
    case .work(.printed(let path, let problem)):
      guard case .file(var panel) = asking else { break }
      panel.hear(path, problem, context)
      asking = .file(panel)
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .work, .record, .door, .desk, .opened: break
    }
    return ([], .stay)
  }

  private mutating func hear(
    _ listed: SummaryFilter, _ summaries: [RecordSummary], _ unreadable: [StoreError], _ context: DeskContext
  ) {
    guard case .kind(let className, let menu) = asking, listed == filter(className),
      let kind = menu.highlighted.map({ PaperKind.allCases[$0] })
    else { return }
    // What cannot be read may be a child of the class, for whom there would be no paper.
    if let problem = unreadable.first { notice = "✗ " + context.wording.message(problem) }
    let ids = summaries.filter(kind.isFor).map(\.id)
    if ids.isEmpty {
      notice = notice ?? context.wording(OfficePhrase.printNone)
    } else {
      asking = .file(PrintPanel(.papers(kind, ids), context))
    }
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .printing, person: holder.person) }

  func typed(_ context: DeskContext) -> JSONValue? {
    if case .file(let panel) = asking { panel.typed } else { nil }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let panel = PrintPanel(typed: typed, of: nil) { asking = .file(panel) }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    var keys: any KeyTable = Menu.keymap
    if case .file(let panel) = asking { keys = panel.keys }
    let bar = isHelping ? "" : keys.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(title: wording(WorkPhrase.menuPrint), bar: bar).draw(on: &canvas, context)
    if isHelping { return keys.drawHelp(on: &canvas, in: area, context) }
    switch asking {
    case .className(let menu):
      let rows = classes(context).map { $0.map(wording.plain) ?? wording(OfficePhrase.printAll) }
      draw(menu, rows.map { ($0, "") }, asking: .printClass, on: &canvas, in: area, context)
    case .kind(_, let menu):
      let rows = PaperKind.allCases.map { (title: wording($0.name), aside: wording($0.aside)) }
      draw(menu, rows, asking: .printKind, on: &canvas, in: area, context)
    case .file(let panel): panel.draw(on: &canvas, in: area, context)
    }
    guard let notice else { return }
    canvas.paragraph(notice, in: area, row: area.rows - 2, lines: 2, style: Style(bold: true))
  }

  private func draw(
    _ menu: Menu, _ rows: [(title: String, aside: String)], asking phrase: OfficePhrase, on canvas: inout Canvas,
    in area: Area, _ context: DeskContext
  ) {
    let wording = context.wording
    canvas.put(wording(phrase), at: area.point(0), style: Style(bold: true))
    menu.drawHint(wording(HomePhrase.choose), on: &canvas, in: area, row: 1, wording)
    let body = Area(origin: area.point(3), columns: area.columns, rows: area.rows - 6)
    menu.draw(rows, on: &canvas, in: body, row: 0, indent: 0, asidesAt: 26)
    guard menu.isExplaining else { return }
    canvas.paragraph(wording(OfficePhrase.printHelp), in: area, row: area.rows - 3, lines: 3, style: Style(.cyan))
  }
}

extension PaperKind {
  fileprivate var name: OfficePhrase {
    switch self {
    case .slips: .slips
    case .forms: .forms
    case .prefilled: .prefilled
    }
  }

  fileprivate var aside: OfficePhrase {
    switch self {
    case .slips: .slipsAside
    case .forms: .formsAside
    case .prefilled: .prefilledAside
    }
  }
}
