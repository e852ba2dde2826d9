import Records
import Terminal
import TextLayout
import Wording

/// The first page of the work room: what a teacher or staff member can do here.
struct WorkMenuScreen: Page, Hashable {
  enum Entry: Hashable, Sendable, CaseIterable {
    case newForm
    case completion
    case review
    case dayClose

    var title: WorkPhrase {
      switch self {
      case .newForm: .menuNewForm
      case .completion: .menuCompletion
      case .review: .menuReview
      case .dayClose: .menuDayClose
      }
    }

    var note: WorkPhrase {
      switch self {
      case .newForm: .menuNewFormNote
      case .completion: .menuCompletionNote
      case .review: .menuReviewNote
      case .dayClose: .menuDayCloseNote
      }
    }

    /// Who finds the entry on the page.
    func isFor(_ role: Role) -> Bool {
      switch self {
      case .newForm, .completion: role != .guardian
      case .review, .dayClose: role == .staff
      }
    }
  }

  enum Action: Hashable, Sendable { case take, up, down, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .take, "Enter", .take, bar: true),
    Binding([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓", .highlight),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  private let holder: Authority
  private let entries: [Entry]
  /// The record in which whoever works here was cut off last: the entry after all others.
  private var cutOff: Record?
  private var highlighted = 0
  private var isExplaining = false
  /// Why there is no archive of today, or why what was cut off cannot be opened.
  private var problem: String?

  init(holder: Authority) {
    self.holder = holder
    entries = Entry.allCases.filter { $0.isFor(holder.role) }
  }

  var isReadOnly: Bool { true }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    [.askCutOff(holder)] + (holder.role == .staff ? [.askArchive] : [])
  }

  /// How many entries there are.
  private var count: Int { entries.count + (cutOff == nil ? 0 : 1) }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if case .event(.key(let key)) = input, isExplaining {
      isExplaining = false
      if key == .escape || Self.keymap.action(for: key) == .help { return ([], .stay) }
    }
    switch input {
    case .event(.key(.text(let scalar))):
      guard let digit = ChoiceEditor.digit(scalar), (1...count).contains(digit) else { return ([], .stay) }
      highlighted = digit - 1
      return take(context)
    case .event(.key(let key)): return perform(Self.keymap.action(for: key), context)
    case .news(.desk(.archiveFailed(let error))):
      problem = "！ \(context.wording.archiveFailed(error))"
      return ([], .stay)
    case .news(.work(.cutOff(let record))):
      problem = nil
      cutOff = record
      highlighted = record == nil ? min(highlighted, entries.count - 1) : entries.count
      return ([], .stay)
    case .news(.unreadable(let error)), .news(.desk(.unread(let error))):
      problem = "✗ \(context.wording.message(error))"
      return ([], .stay)
    case .event, .news: return ([], .stay)
    }
  }

  private mutating func perform(
    _ action: Action?, _ context: DeskContext
  ) -> (effects: [Effect], step: Step) {
    switch action {
    case .take: return take(context)
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(count - 1, highlighted + 1)
    case .help: isExplaining = true
    case .leave: return ([], .home)
    case .redraw: return ([.redraw], .stay)
    case nil: break
    }
    return ([], .stay)
  }

  private func take(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    guard entries.indices.contains(highlighted) else { return ([.goOn(holder)], .stay) }
    return switch entries[highlighted] {
    case .newForm: ([.begin(.work(holder))], .stay)
    case .completion: ([], .open(CompletionScreen(holder: holder)))
    case .review: ([], .open(ReviewScreen(holder: holder)))
    case .dayClose: ([], .open(DayCloseScreen(holder: holder)))
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Self.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(
      wording(WorkPhrase.menuTitle, context.named(holder.person)), at: area.point(1, indent: 1),
      style: Style(bold: true))
    for (index, line) in lines(context).enumerated() {
      let isHighlighted = index == highlighted
      let point = area.point(3 + index * 2, indent: 1)
      let title = "\(isHighlighted ? "▸" : " ") \(index + 1)  \(line.title)"
      let used = canvas.put(title, at: point, style: Style(bold: isHighlighted))
      let note = TextWidth.cut(line.note, to: max(0, area.columns - max(used + 2, 26) - 2))
      canvas.put(note, at: Point(column: point.column + max(used + 2, 26), row: point.row), style: Style(.grey))
    }
    if let problem {
      canvas.paragraph(problem, in: area, row: area.rows - 2, indent: 1, lines: 2, style: Style(.yellow))
    }
    canvas.cursor = area.point(3 + highlighted * 2, indent: 1)
    guard isExplaining else { return }
    canvas.paragraph(
      wording(WorkPhrase.menuHelp), in: area, row: area.rows - 4, indent: 1, lines: 4, style: Style(.cyan))
  }

  /// What the entries say; the last may be what was cut off, by the child's name or the code.
  private func lines(_ context: DeskContext) -> [(title: String, note: String)] {
    let wording = context.wording
    let lines = entries.map { (title: wording($0.title), note: wording($0.note)) }
    guard let cutOff else { return lines }
    let name = cutOff.value(.childName, context.forms.form(of: cutOff))
    let whose = TextWidth.cut(name ?? wording(CompletionPhrase.noName, cutOff.code.text), to: 20)
    return lines + [(wording(WorkPhrase.menuGoOn, whose), wording(WorkPhrase.menuGoOnNote))]
  }
}
