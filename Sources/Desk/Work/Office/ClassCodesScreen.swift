import Records
import Standards
import Terminal
import TextLayout
import Wording

/// 班级编码: the codes that the national system has issued for the classes.
struct ClassCodesScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable { case change, up, down, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .change, "Enter", saying: OfficePhrase.keyCode, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// The code of a class, while it is typed.
  struct Panel: PagePanel, Hashable, Sendable {
    let className: String
    var code: LinePanel

    var keys: any KeyTable { PanelKeys.line }
    var isTyping: Bool { true }
  }

  private let holder: Authority
  private(set) var highlighted = 0
  var panel: Panel?
  var isHelping = false
  /// What became of the last change, with its sign.
  var notice: String?

  init(holder: Authority) { self.holder = holder }

  func keymap(_ context: DeskContext) -> Keymap<Action> { Self.keymap }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { [.readSettings] }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    let classes = context.settings.classes
    switch action {
    case .change: if classes.indices.contains(highlighted) { ask(classes[highlighted], context) }
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = max(0, min(classes.count - 1, highlighted + 1))
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  private mutating func ask(_ className: String, _ context: DeskContext) {
    let wording = context.wording
    panel = Panel(
      className: className,
      code: LinePanel(
        title: wording(OfficePhrase.codeAsk, wording.plain(className)), hint: wording(OfficePhrase.codeHint),
        text: context.settings.classCodes[className] ?? ""))
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    var panel = panel
    switch panel.code.handle(key, context) {
    case .cancelled: self.panel = nil
    case nil: self.panel = panel
    case .done(let typed):
      let code = TextNormaliser.normalise(typed, as: .code)
      guard code.isEmpty || Settings.isClassCode(code) else {
        panel.code.notice = context.wording.badClassCode(code)
        self.panel = panel
        break
      }
      self.panel = nil
      return (save(code.isEmpty ? nil : code, of: panel.className, context), .stay)
    }
    return ([], .stay)
  }

  private mutating func save(_ code: String?, of className: String, _ context: DeskContext) -> [Effect] {
    var settings = context.settings
    guard settings.classCodes[className] != code else { return [] }
    settings.classCodes[className] = code
    let wording = context.wording
    notice = wording(
      code == nil ? OfficePhrase.codeCleared : .codeNoted, wording.plain(className), wording.plain(code ?? ""))
    let save = Effect.saveSettings(settings, since: context.settings, renamed: [])
    return [save] + (code.map { [.countOut(withoutCode: $0, inClass: className)] } ?? [])
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    panel?.code.paste(text, context)
    return []
  }

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .desk(.settingsFailed(let error)), .desk(.unread(let error)), .unreadable(let error):
      notice = "✗ " + context.wording.message(error)
    case .work(.outWithoutCode(let count)): if count > 0 { notice = "！ " + context.wording.lateClassCode(count) }
    case .record, .door, .work, .desk, .opened: break
    }
    return ([], .stay)
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .classCodes, person: holder.person) }

  func typed(_ context: DeskContext) -> JSONValue? {
    panel.map { .object(["class": .string($0.className), "code": $0.code.typed]) }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    guard let className = typed["class"]?.string, let line = LinePanel(typed: typed["code"]) else { return }
    panel = Panel(className: className, code: line)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let frame = frame(wording(WorkPhrase.menuCodes), columns: canvas.size.columns, context)
    guard let area = draw(frame, help: OfficePhrase.codesHelp, on: &canvas, context) else { return }
    if let panel {
      panel.code.draw(on: &canvas, in: area, row: 1, context)
      return
    }
    let classes = context.settings.classes
    if classes.isEmpty { canvas.put(wording(OfficePhrase.codesNoClasses), at: area.point(1)) }
    let height = area.rows - 4
    let first = max(0, min(highlighted - height / 2, classes.count - height))
    for (row, name) in classes.dropFirst(first).prefix(height).enumerated() {
      let isHighlighted = first + row == highlighted
      let style = Style(bold: isHighlighted)
      let head = (isHighlighted ? "▸ " : "  ") + wording.plain(name)
      canvas.put(TextWidth.cut(head, to: 20), at: area.point(1 + row), style: style)
      let code = context.settings.classCodes[name].map(wording.plain) ?? wording(OfficePhrase.codeNone)
      canvas.put(TextWidth.cut(code, to: area.columns - 22), at: area.point(1 + row, indent: 22), style: style)
      if isHighlighted { canvas.cursor = area.point(1 + row) }
    }
    guard let notice else { return }
    canvas.paragraph(notice, in: area, row: area.rows - 2, lines: 2, style: Style(bold: true))
  }
}
