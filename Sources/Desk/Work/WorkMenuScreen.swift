import Records
import Terminal

/// The first page of the work room: what a teacher or staff member can do here.
public struct WorkMenuScreen: WorkScreen {
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
  private var highlighted = 0
  private var isExplaining = false
  /// Why there is no archive of today.
  private var archiveProblem: StoreError?

  public init(holder: Authority) {
    self.holder = holder
    entries = Entry.allCases.filter { $0.isFor(holder.role) }
  }

  var isReadOnly: Bool { true }

  func begin(_ context: DeskContext) -> [Effect] { holder.role == .staff ? [.askArchive] : [] }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    if case .event(.key(let key)) = input, isExplaining {
      isExplaining = false
      if key == .escape || Self.keymap.action(for: key) == .help { return ([], .stay) }
    }
    switch input {
    case .event(.key(.text(let scalar))):
      guard let digit = ChoiceEditor.digit(scalar), entries.indices.contains(digit - 1) else { return ([], .stay) }
      highlighted = digit - 1
      return take(context)
    case .event(.key(let key)): return perform(Self.keymap.action(for: key), context)
    // A new record needs an identity, which comes from outside.
    case .news(.desk(.identity(let identity))):
      let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
      return ([], .open(.sheet(SheetScreen(held))))
    case .news(.desk(.archiveFailed(let error))):
      archiveProblem = error
      return ([], .stay)
    case .event, .news: return ([], .stay)
    }
  }

  private mutating func perform(
    _ action: Action?, _ context: DeskContext
  ) -> (effects: [Effect], step: WorkRoom.Step) {
    switch action {
    case .take: return take(context)
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(entries.count - 1, highlighted + 1)
    case .help: isExplaining = true
    case .leave: return ([], .leave)
    case .redraw: return ([.redraw], .stay)
    case nil: break
    }
    return ([], .stay)
  }

  private func take(_ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    switch entries[highlighted] {
    case .newForm: ([.prepareIdentity], .stay)
    case .completion: ([], .open(.completion(CompletionScreen(holder: holder))))
    case .review: ([], .open(.review(ReviewScreen(holder: holder))))
    case .dayClose: ([], .open(.dayClose(DayCloseScreen(holder: holder))))
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Self.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(
      wording(WorkPhrase.menuTitle, holder.person.name), at: area.point(1, indent: 1), style: Style(bold: true))
    for (index, entry) in entries.enumerated() {
      let isHighlighted = index == highlighted
      let point = area.point(3 + index * 2, indent: 1)
      let title = "\(isHighlighted ? "▸" : " ") \(index + 1)  \(wording(entry.title))"
      let used = canvas.put(title, at: point, style: Style(bold: isHighlighted))
      let note = TextWidth.cut(wording(entry.note), to: max(0, area.columns - max(used + 2, 26) - 2))
      canvas.put(note, at: Point(column: point.column + max(used + 2, 26), row: point.row), style: Style(.grey))
    }
    if let archiveProblem {
      let sentence = wording.archiveFailed(archiveProblem)
      canvas.paragraph("！ \(sentence)", in: area, row: area.rows - 2, indent: 1, lines: 2, style: Style(.yellow))
    }
    canvas.cursor = area.point(3 + highlighted * 2, indent: 1)
    guard isExplaining else { return }
    canvas.paragraph(
      wording(WorkPhrase.menuHelp), in: area, row: area.rows - 4, indent: 1, lines: 4, style: Style(.cyan))
  }
}
