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
    case people

    var title: WorkPhrase {
      switch self {
      case .newForm: .menuNewForm
      case .completion: .menuCompletion
      case .review: .menuReview
      case .dayClose: .menuDayClose
      case .people: .menuPeople
      }
    }

    var note: WorkPhrase {
      switch self {
      case .newForm: .menuNewFormNote
      case .completion: .menuCompletionNote
      case .review: .menuReviewNote
      case .dayClose: .menuDayCloseNote
      case .people: .menuPeopleNote
      }
    }

    /// Who finds the entry on the page.
    func isFor(_ role: Role) -> Bool {
      switch self {
      case .newForm, .completion, .people: role != .guardian
      case .review, .dayClose: role == .staff
      }
    }
  }

  private let holder: Authority
  private let entries: [Entry]
  /// The record in which whoever works here was cut off last: the entry after all others.
  private var cutOff: Record?
  private var menu = Menu()
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

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch menu.press(key, of: count) {
    case .takes(let row): take(row, context)
    case .leaves: ([], .home)
    case .redraws: ([.redraw], .stay)
    case .stays: ([], .stay)
    }
  }

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .desk(.archiveFailed(let error)): problem = "！ \(context.wording.archiveFailed(error))"
    case .work(.cutOff(let record)):
      problem = nil
      cutOff = record
      menu.highlight(record == nil ? min(menu.highlighted ?? 0, entries.count - 1) : entries.count)
    case .unreadable(let error), .desk(.unread(let error)): problem = "✗ \(context.wording.message(error))"
    case .record, .work, .door, .desk, .opened: break
    }
    return ([], .stay)
  }

  private func take(_ row: Int, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    guard entries.indices.contains(row) else { return ([.goOn(holder)], .stay) }
    return switch entries[row] {
    case .newForm: ([.begin(.work(holder))], .stay)
    case .completion: ([], .open(CompletionScreen(holder: holder)))
    case .review: ([], .open(ReviewScreen(holder: holder)))
    case .dayClose: ([], .open(DayCloseScreen(holder: holder)))
    case .people: ([], .open(PeopleScreen(holder: holder)))
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Menu.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(
      wording(WorkPhrase.menuTitle, context.named(holder.person)), at: area.point(1, indent: 1),
      style: Style(bold: true))
    if menu.isPuzzled { canvas.put(wording(HomePhrase.choose), at: area.point(2, indent: 1), style: menu.hintStyle) }
    menu.draw(lines(context), on: &canvas, in: area, row: 3, spacing: 2)
    if let problem {
      canvas.paragraph(problem, in: area, row: area.rows - 2, indent: 1, lines: 2, style: Style(.yellow))
    }
    guard menu.isExplaining else { return }
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
