import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// The kindergarten's name, county and classes: asked once, each may be skipped.
struct SettingsScreen: Page, Hashable {
  enum Item: String, Hashable, Sendable {
    case name
    case place
    case classes
    case printer
  }

  enum Action: Hashable, Sendable { case accept, next, back, search, help, pinyin, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .accept, bar: true),
    Binding([.up, .backTab], .back, "Shift-Tab ↑", .back, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    Binding([.function(3), .control("f")], .search, "F3 Ctrl-F", .search),
    Binding([.down, .tab], .next, "↓ Tab", .next),
    Binding(PinyinInput.switchKeys, .pinyin, "F4 Ctrl-]", saying: PinyinPhrase.key),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// Children are in classes that were taken away or have another name now.
  struct Question: Hashable, Sendable {
    var settings: Settings
    var children: [String: Int]
    var renames: [ClassRename]
    /// Nothing is highlighted that nobody has looked at.
    var menu = Menu(highlighted: nil)

    /// The answers: the children go along to the new names, where there are any; or they stay where they are.
    var choices: [HomePhrase] { renames.isEmpty ? [.classesRemove] : [.classesRename, .classesRemove] }
  }

  let holder: Authority
  let before: Settings
  var question: Question?
  private(set) var step = Item.name
  private var settings: Settings
  private var name: TextEditor
  private var place: SearchEditor
  private var classes: TextEditor
  private var printer: TextEditor
  var notice: String?

  /// The list of places that the kindergarten lies in; its code's first six digits are the county.
  private static let list = "region"

  init(_ holder: Authority, _ settings: Settings) {
    self.holder = holder
    before = settings
    self.settings = settings
    name = TextEditor(settings.kindergarten)
    place = SearchEditor(list: Self.list, offersUnlisted: false)
    classes = TextEditor(settings.classes.joined(separator: " "))
    printer = TextEditor(settings.printer ?? "")
  }

  /// Whether nothing was done here yet.
  var isUntouched: Bool {
    var quiet = self
    quiet.notice = nil
    return quiet == SettingsScreen(holder, before)
  }

  var explanation: HomePhrase? { question == nil ? .settingsHelp : .classesHelp }

  /// As long as the settings were never asked for, whoever sits here is setting the desk up, and the page stays.
  func idling(_ context: DeskContext) -> Idling { context.settings.wasAsked ? .rests : .stays }

  func hanzi(_ context: DeskContext) -> HanziLine? {
    guard question == nil else { return nil }
    return switch step {
    case .name: HanziLine(.text, name)
    case .place, .printer: nil
    case .classes: HanziLine(.text, classes)
    }
  }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { context.settings.wasAsked ? [.readSettings] : [] }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)):
      if let question { return answer(key, question) }
      return update(key, context)
    case .event(.paste(let text)):
      if question == nil { react(to: paste(text, context), context) }
    case .event: break
    case .news(let news): return update(news, context)
    }
    return ([], .stay)
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if step == .place, key == .down, !place.isOpen, settings.division == nil {
      place.begin(context)
      return ([], .stay)
    }
    let isInList = step == .place && place.owns(key)
    switch isInList ? nil : Self.keymap.action(for: key) {
    case .leave:
      place.close()
      return finish(context)
    case .redraw: return ([.redraw], .stay)
    case .search: if step == .place { place.open(context) }
    case .accept:
      guard step == .place, place.isOpen else { return advance(context) }
      switch place.taken(context) {
      case .refused(let phrase): notice = context.wording(phrase)
      case .step(let name): place.enter(name, context)
      case .nothing: break
      case .code, .unlisted: return advance(context)
      }
    // A place is taken by Enter only, not by going on.
    case .next:
      notice = nil
      place.close()
      return advance(context)
    case .back:
      notice = nil
      place.close()
      back()
    case .help, .pinyin, nil: react(to: edit(key, context), context)
    }
    return ([], .stay)
  }

  private mutating func edit(_ key: Key, _ context: DeskContext) -> TextEditor.Outcome {
    switch step {
    case .name: name.handle(key)
    case .place: place.handle(key, context)
    case .classes: classes.handle(key)
    case .printer: printer.handle(key)
    }
  }

  private mutating func paste(_ text: String, _ context: DeskContext) -> TextEditor.Outcome {
    switch step {
    case .name: name.paste(text)
    case .place: place.paste(text, context)
    case .classes: classes.paste(text)
    case .printer: printer.paste(text)
    }
  }

  private mutating func react(to outcome: TextEditor.Outcome, _ context: DeskContext) {
    switch outcome {
    case .refused(let problem): notice = context.wording.refused(problem)
    case .changed, .moved, .full, .ignored: notice = nil
    }
  }

  private mutating func advance(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch step {
    case .name: step = .place
    case .place:
      settings.division = gathered(context).division
      place.close()
      step = .classes
    // Whoever sets a desk up has other things to think of.
    case .classes where before.wasAsked: step = .printer
    case .classes, .printer: return finish(context)
    }
    return ([], .stay)
  }

  /// The settings as far as they were given; leaving early keeps what is there, and takes no place that Enter has not.
  func gathered(_ context: DeskContext) -> Settings {
    var gathered = settings
    gathered.kindergarten = TextNormaliser.normalise(name.text, as: .freeText)
    if place.isOpen, case .code(let code) = place.taken(context) { gathered.division = String(code.prefix(6)) }
    gathered.classes = Self.classes(in: classes.text)
    let command = TextNormaliser.normalise(printer.text, as: .freeText)
    gathered.printer = command.isEmpty ? nil : command
    gathered.wasAsked = true
    return gathered
  }

  /// The names that stand in a line, whatever somebody put between them.
  static func classes(in line: String) -> [String] {
    TextNormaliser.normalise(line, as: .freeText).split { " ,，、；;".contains($0) }.map(String.init)
  }

  private mutating func back() {
    switch step {
    case .name: break
    case .place: step = .name
    case .classes: step = .place
    case .printer: step = .classes
    }
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .settings, person: holder.person) }

  /// What was typed, as long as anything was.
  func typed(_ context: DeskContext) -> JSONValue? {
    guard !isUntouched else { return nil }
    return .object([
      "step": .string(step.rawValue), "name": name.typed, "place": place.editor.typed, "classes": classes.typed,
      "printer": printer.typed,
      "division": settings.division.map { .string($0) } ?? .null, "since": before.json,
    ])
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    let base = Settings(json: typed["since"])
    var mine = SettingsScreen(holder, base)
    mine.name.restore(typed["name"])
    mine.classes.restore(typed["classes"])
    mine.printer.restore(typed["printer"])
    mine.settings.division = typed["division"]?.string
    // What somebody else has changed meanwhile is not taken back by what was typed before.
    let wanted = mine.gathered(context)
    var stored = before
    stored.take(wanted, since: base)
    name = stored.kindergarten == wanted.kindergarten ? mine.name : TextEditor(stored.kindergarten)
    classes =
      stored.classes == wanted.classes ? mine.classes : TextEditor(stored.classes.joined(separator: " "))
    printer = stored.printer == wanted.printer ? mine.printer : TextEditor(stored.printer ?? "")
    settings.division = stored.division
    step = typed["step"]?.string.flatMap(Item.init(rawValue:)) ?? step
    place.restore(typed["place"], context)
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    if let question { return draw(question, on: &canvas, context) }
    // Nothing can be put off here, so the list goes without the key for it.
    let keys: any KeyTable = step == .place && place.isOpen ? place.keys.without(.later) : Self.keymap
    let bar = keys.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    let isFirst = !settings.wasAsked
    canvas.put(
      wording(isFirst ? HomePhrase.setupTitle : .settings), at: area.point(1, indent: 1), style: Style(bold: true))
    canvas.put(
      wording(isFirst ? HomePhrase.setupIntro : .settingsIntro), at: area.point(2, indent: 1), style: Style(.grey))
    let (title, hint): (HomePhrase, HomePhrase) =
      switch step {
      case .name: (.setupName, .setupNameHint)
      case .place: (.setupPlace, .setupPlaceHint)
      case .classes: (.setupClasses, .setupClassesHint)
      case .printer: (.setupPrinter, .setupPrinterHint)
      }
    canvas.put(wording(title), at: area.point(4, indent: 1), style: Style(bold: true))
    canvas.put(TextWidth.cut(wording(hint), to: area.columns - 2), at: area.point(5, indent: 1))
    switch step {
    case .name: drawLine(name, on: &canvas, at: area.point(7, indent: 1), columns: area.columns - 4)
    case .printer: drawLine(printer, on: &canvas, at: area.point(7, indent: 1), columns: area.columns - 4)
    case .classes: drawLine(classes, on: &canvas, at: area.point(7, indent: 1), columns: area.columns - 4)
    case .place:
      place.draw(
        on: &canvas, at: area.point(7, indent: 1), rows: area.rows - 8, columns: area.columns - 2,
        isShown: settings.division == nil, context)
      if let division = settings.division, !place.isOpen {
        canvas.put("✓ \(Self.name(of: division, context))", at: area.point(9, indent: 1), style: Style(.green))
      }
    }
    if let notice {
      canvas.paragraph("✗ \(notice)", in: area, row: area.rows - 3, indent: 1, lines: 3, style: Style(.red))
    }
  }

  /// The county with its province; a development zone is in the list of places only.
  private static func name(of division: String, _ context: DeskContext) -> String {
    let choice = context.form.lists.list(list).choice("\(division)000000")
    let names = choice.map { context.form.lists.names(of: $0, in: context.language) }
    return (names ?? context.form.tables.path(of: division, in: context.language)).joined(separator: " · ")
  }
}
