import Records
import Standards
import Terminal
import Wording

/// Asks for a file, and says what came of it line by line: a backup, the numbers that came back.
struct FileScreen: Page, Hashable {
  private let holder: Authority
  private let task: FileTask
  private(set) var file: FilePanel<[String]>
  /// What is in the folder that was named, where a file is to be chosen.
  private var folder: FolderMenu?
  private var scroll = 0
  /// How far it has come, while it goes on.
  private var progress: String?
  private var isHelping = false

  init(_ task: FileTask, holder: Authority, _ context: DeskContext) {
    self.task = task
    self.holder = holder
    file = FilePanel(
      asking: LinePanel(title: context.wording(task.title), hint: context.wording(task.hint)))
  }

  var isReadOnly: Bool { file.line == nil }

  private var keys: Keymap<PanelAction> {
    folder != nil ? PanelKeys.list : file.line == nil ? PanelKeys.text : PanelKeys.line
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if isHelping {
      isHelping = false
      return ([], .stay)
    }
    switch keys.action(for: key) {
    case .help: isHelping = true
    case .leave: return leave(context)
    case .redraw: return ([.redraw], .stay)
    case .up, .down, .pageUp, .pageDown, .first, .last:
      if folder != nil { return choose(key) }
      guard let told = file.told else { break }
      scroll = keys.action(for: key)?.scrolled(scroll, of: told.count) ?? scroll
    case .take, .close, .back, .mark, .reveal, .pinyin, nil:
      if folder != nil { return choose(key) }
      // What came of it is read to its end: only a key that closes it does.
      if file.told != nil, keys.action(for: key) != .close { break }
      switch file.handle(key, context) {
      case .closes: return leave(context)
      case .says(let name): return ([.perform(task, on: name, holder)], .stay)
      case .stays: break
      }
    }
    return ([], .stay)
  }

  private mutating func choose(_ key: Key) -> (effects: [Effect], step: Step) {
    switch folder?.handle(key) {
    case .closes: folder = nil
    case .says(let path): return ([.perform(task, on: path, holder)], .stay)
    case .stays, nil: break
    }
    return ([], .stay)
  }

  /// What was typed is given up with the page.
  private mutating func leave(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    self = FileScreen(task, holder: holder, context)
    return ([], .back)
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    file.paste(text, context)
    return []
  }

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .work(.performed(task, let lines, let isDone)): hear(lines, isDone: isDone)
    case .work(.roster(.folder(let entries))): folder = FolderMenu(entries)
    case .work(.roster(.refused(let sentence))): hear([sentence], isDone: false)
    case .work(.progress(let line)): progress = line
    case .work(.reading(let done, let total)):
      progress = context.wording(CompletionPhrase.reading, "\(done)", "\(total)")
    case .work, .record, .door, .desk, .opened, .unreadable: break
    }
    return ([], .stay)
  }

  private mutating func hear(_ lines: [String], isDone: Bool) {
    (progress, folder) = (nil, nil)
    if isDone {
      file.tell(lines)
    } else if var line = file.line {
      line.notice = lines.first
      file.ask(line)
    }
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .files, person: holder.person) }

  func typed(_ context: DeskContext) -> JSONValue? {
    file.line.flatMap { $0.editor.isEmpty ? nil : .object([task.rawValue: $0.typed]) }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let line = LinePanel(typed: typed[task.rawValue]) { file.ask(line) }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = isHelping ? "" : keys.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(title: wording(task.name), bar: bar).draw(on: &canvas, context)
    if isHelping { return keys.drawHelp(wording(task.help), on: &canvas, in: area, context) }
    if let folder {
      folder.draw(on: &canvas, in: area, wording)
    } else {
      file.line?.draw(on: &canvas, in: area, row: 1, context)
    }
    if let progress { canvas.paragraph(progress, in: area, row: area.rows - 2, lines: 2, style: Style(bold: true)) }
    guard let told = file.told else { return }
    let lines = told.enumerated().flatMap { index, line in
      ReviewText.wrapped(line, columns: area.columns - 1, style: Style(bold: index == 0))
    }
    lines.draw(
      from: scroll, on: &canvas, in: Area(origin: area.point(1), columns: area.columns - 1, rows: area.rows - 1))
  }
}

extension FileTask {
  var name: WorkPhrase {
    switch self {
    case .backup: .menuBackup
    case .numbers: .menuNumbers
    }
  }

  fileprivate var title: OfficePhrase {
    switch self {
    case .backup: .backupTitle
    case .numbers: .numbersTitle
    }
  }

  fileprivate var hint: OfficePhrase {
    switch self {
    case .backup: .backupHint
    case .numbers: .numbersHint
    }
  }

  fileprivate var help: OfficePhrase {
    switch self {
    case .backup: .backupHelp
    case .numbers: .numbersHelp
    }
  }
}
