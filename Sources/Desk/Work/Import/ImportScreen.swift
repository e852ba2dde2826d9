import Records
import Standards
import Terminal
import TextLayout
import Wording

/// 导入名单: which file, which of its sheets, what its columns hold; then what would come of it, and then it is done.
struct ImportScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable { case change, attempt, file, up, down, pageUp, pageDown, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.text("i"), .text("ｉ")], .attempt, "i", saying: ImportPhrase.keyAttempt, bar: true),
    Binding([.enter, .text(" "), .text("\u{3000}")], .change, "Enter", saying: ImportPhrase.keyChange, bar: true),
    Binding([.text("f"), .text("ｆ")], .file, "f", saying: ImportPhrase.keyFile, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.pageUp], .pageUp, "PgUp", .pageUp),
    Binding([.pageDown], .pageDown, "PgDn", .pageDown),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// What a line of the page is about.
  enum Line: Hashable, Sendable {
    case sheet(RosterView.Sheet)
    case column(RosterView.Column)
    /// What becomes of an answer from which the roster differs.
    case differences
  }

  private let holder: Authority
  private(set) var request = RosterRequest(path: "")
  private(set) var view: RosterView?
  private(set) var highlighted = 0
  var panel: ImportPanel?
  var isHelping = false
  /// Why something cannot be done, with its sign.
  var notice: String?

  init(holder: Authority, _ context: DeskContext) {
    self.holder = holder
    panel = .file(Self.line(context))
  }

  private static func line(_ context: DeskContext, text: String = "") -> LinePanel {
    LinePanel(
      title: context.wording(ImportPhrase.file), hint: context.wording(ImportPhrase.fileHint), text: text)
  }

  func keymap(_ context: DeskContext) -> Keymap<Action> { Self.keymap }

  private var lines: [Line] {
    guard let view else { return [] }
    return view.sheets.flatMap { sheet in
      [.sheet(sheet)] + (request.left.contains(sheet.name) ? [] : sheet.columns.map { .column($0) })
    } + [.differences]
  }

  // MARK: Keys

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .change: return (change(), .stay)
    case .attempt: if view != nil { return ([.bringIn(request, .attempt, holder)], .stay) }
    case .file: panel = .file(Self.line(context, text: request.path))
    case .up: move(-1)
    case .down: move(1)
    case .pageUp: move(-10)
    case .pageDown: move(10)
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  private mutating func move(_ rows: Int) { highlighted = max(0, min(lines.count - 1, highlighted + rows)) }

  private mutating func change() -> [Effect] {
    guard lines.indices.contains(highlighted), let view else { return [] }
    switch lines[highlighted] {
    // The only sheet of a file is what the file is opened for.
    case .sheet(let sheet): if view.sheets.count > 1 { request.left.formSymmetricDifference([sheet.name]) }
    case .column(let column): panel = .item(column, view.items, Menu())
    case .differences: request.takesDifferences.toggle()
    }
    return []
  }

  mutating func answer(
    _ key: Key, _ panel: ImportPanel, _ context: DeskContext
  ) -> (effects: [Effect], step: Step) {
    switch panel {
    case .file(var line):
      let outcome = line.handle(key, context)
      self.panel = .file(line)
      switch outcome {
      case .done(let name): return (look(at: name), .stay)
      // Without a file there is nothing to go back to.
      case .cancelled: if view == nil { return ([], .back) } else { self.panel = nil }
      case nil: break
      }
    case .folder(var folder):
      switch folder.handle(key) {
      case .closes: self.panel = .file(Self.line(context, text: request.path))
      case .says(let path): return (look(at: path), .stay)
      case .stays: self.panel = .folder(folder)
      }
    case .item(let column, let items, var menu):
      if key == .escape {
        self.panel = nil
      } else if let row = menu.take(key, of: items.count + 1) {
        self.panel = nil
        request.changes.append("\(column.name)=\(row == 0 ? "" : items[row - 1].name)")
        return ([.bringIn(request, .look, holder)], .stay)
      } else {
        self.panel = .item(column, items, menu)
      }
    case .plan(let lines, let scroll):
      let action = PanelKeys.yes(ImportPhrase.keyImport).action(for: key)
      switch action {
      case .take: return ([.bringIn(request, .take, holder)], .stay)
      case .close: self.panel = nil
      case .up, .down, .pageUp, .pageDown, .first, .last:
        self.panel = .plan(lines, scroll: action?.scrolled(scroll, of: lines.count) ?? scroll)
      case .back, .mark, .reveal, .pinyin, .help, .leave, .redraw, nil: break
      }
    case .outcome(let lines, let scroll):
      let action = PanelKeys.text.action(for: key)
      switch action {
      case .close: return ([], .back)
      case .up, .down, .pageUp, .pageDown, .first, .last:
        self.panel = .outcome(lines, scroll: action?.scrolled(scroll, of: lines.count) ?? scroll)
      case .take, .back, .mark, .reveal, .pinyin, .help, .leave, .redraw, nil: break
      }
    }
    return ([], .stay)
  }

  private mutating func look(at name: String) -> [Effect] {
    request = RosterRequest(path: name)
    return [.bringIn(request, .look, holder)]
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    guard case .file(var line) = panel else { return [] }
    line.paste(text, context)
    panel = .file(line)
    return []
  }

  // MARK: News

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .work(.roster(let news)):
      notice = nil
      hear(news, context)
    case .work(.progress(let line)): notice = line
    case .work(.reading(let done, let total)):
      notice = context.wording(CompletionPhrase.reading, "\(done)", "\(total)")
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .work, .record, .door, .desk, .opened: break
    }
    return ([], .stay)
  }

  private mutating func hear(_ news: RosterNews, _ context: DeskContext) {
    switch news {
    case .folder(let entries): panel = .folder(FolderMenu(entries))
    case .read(let view):
      // After a change of a column the page stands where it was.
      if self.view == nil || request.changes.isEmpty { highlighted = 0 }
      (self.view, panel) = (view, nil)
    case .took(let lines, let step): panel = step == .take ? .outcome(lines, scroll: 0) : .plan(lines, scroll: 0)
    case .refused(let sentence):
      if case .folder = panel { panel = .file(Self.line(context, text: request.path)) }
      guard case .file(var line) = panel else {
        // A change that leaves no table to read is taken back.
        if !request.changes.isEmpty { request.changes.removeLast() }
        notice = "✗ " + sentence
        panel = nil
        break
      }
      line.notice = sentence
      panel = .file(line)
    }
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .importing, person: holder.person) }

  func typed(_ context: DeskContext) -> JSONValue? {
    guard case .file(let line) = panel, !line.editor.isEmpty else { return nil }
    return line.typed
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let line = LinePanel(typed: typed) { panel = .file(line) }
  }
}
