import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// The menu over the children of the class: what else a teacher or staff member can do here.
struct WorkMenuScreen: Page, Hashable {
  enum Entry: Hashable, Sendable {
    /// A new record; where there are several forms, of one of them.
    case newForm(FormChoice?)
    case completion
    case review
    case dayClose
    case people
    case print
    case codes
    case importing
    /// Something with one file.
    case file(FileTask)

    func title(_ wording: Wording) -> String {
      switch self {
      case .newForm(let form):
        [wording(WorkPhrase.menuNewForm), form?.title[wording.language]].compactMap(\.self).joined(separator: " · ")
      case .completion: wording(WorkPhrase.menuCompletion)
      case .review: wording(WorkPhrase.menuReview)
      case .dayClose: wording(WorkPhrase.menuDayClose)
      case .people: wording(WorkPhrase.menuPeople)
      case .print: wording(WorkPhrase.menuPrint)
      case .codes: wording(WorkPhrase.menuCodes)
      case .importing: wording(WorkPhrase.menuImport)
      case .file(let task): wording(task.name)
      }
    }

    /// What the entry is for; a form's title says it.
    var aside: WorkPhrase? {
      switch self {
      case .newForm(let form): form == nil ? .menuNewFormAside : nil
      case .completion: .menuCompletionAside
      case .review: .menuReviewAside
      case .dayClose: .menuDayCloseAside
      case .people: .menuPeopleAside
      case .print: .menuPrintAside
      case .codes: .menuCodesAside
      case .importing: .menuImportAside
      case .file(.backup): .menuBackupAside
      case .file(.numbers): .menuNumbersAside
      }
    }

    /// Whether the entry stands on the page for somebody in this role.
    func isFor(_ role: Role, isKiosk: Bool) -> Bool {
      switch self {
      case .newForm, .completion, .people: role != .guardian
      case .review, .dayClose, .codes: role == .staff
      // Nothing is read or written beside the store at a kiosk.
      case .print: role != .guardian && !isKiosk
      case .file, .importing: role == .staff && !isKiosk
      }
    }
  }

  private let holder: Authority
  /// The record in which whoever works here was cut off last: the entry after all others.
  private var cutOff: Record?
  private var menu = Menu()
  /// Why there is no archive of today, or why what was cut off cannot be opened.
  private var problem: String?

  init(holder: Authority) { self.holder = holder }

  private func entries(_ context: DeskContext) -> [Entry] {
    let forms = context.forms.choices
    let entries: [Entry] = (forms.isEmpty ? [.newForm(nil)] : forms.map { .newForm($0) })
    let others: [Entry] = [.completion, .review, .dayClose, .people, .print, .codes]
    return (entries + others + FileTask.allCases.map { .file($0) } + [.importing]).filter {
      $0.isFor(holder.role, isKiosk: context.isKiosk)
    }
  }

  var isReadOnly: Bool { true }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    [.askCutOff(holder)] + (holder.role == .staff ? [.askArchive] : [])
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch menu.press(key, of: lines(context).count) {
    case .takes(let row): take(row, context)
    case .leaves: ([], .back)
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
      let count = entries(context).count
      menu.highlight(record == nil ? min(menu.highlighted ?? 0, count - 1) : count)
    case .unreadable(let error), .desk(.unread(let error)): problem = "✗ \(context.wording.message(error))"
    case .record, .work, .door, .desk, .opened: break
    }
    return ([], .stay)
  }

  private func take(_ row: Int, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    let entries = entries(context)
    guard entries.indices.contains(row) else { return ([.goOn(holder)], .stay) }
    return switch entries[row] {
    case .newForm(let form): ([.begin(.work(holder, form: form?.edition))], .stay)
    case .completion: ([], .open(CompletionScreen(holder: holder)))
    case .review: ([], .open(ReviewScreen(holder: holder)))
    case .dayClose: ([], .open(DayCloseScreen(holder: holder)))
    case .people: ([], .open(PeopleScreen(holder: holder)))
    case .print: ([], .open(PrintScreen(holder: holder)))
    case .codes: ([], .open(ClassCodesScreen(holder: holder)))
    case .importing: ([], .open(ImportScreen(holder: holder, context)))
    case .file(let task): ([], .open(FileScreen(task, holder: holder, context)))
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Menu.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(
      wording(WorkPhrase.menuTitle, context.named(holder.person)), at: area.point(1, indent: 1),
      style: Style(bold: true))
    let lines = lines(context)
    let hint = lines.count > Menu.digits.count ? wording(WorkPhrase.menuNoDigit) : ""
    menu.drawHint(hint, on: &canvas, in: area, row: 2, indent: 1, wording)
    // Many entries stand closer together.
    menu.draw(lines, on: &canvas, in: area, row: 3, spacing: lines.count > 6 ? 1 : 2)
    if let problem {
      canvas.paragraph(problem, in: area, row: area.rows - 2, indent: 1, lines: 2, style: Style(.yellow))
    }
    guard menu.isExplaining else { return }
    canvas.paragraph(
      wording(WorkPhrase.menuHelp), in: area, row: area.rows - 4, indent: 1, lines: 4, style: Style(.cyan))
  }

  /// What the entries say; the last may be what was cut off, by the child's name or the code.
  private func lines(_ context: DeskContext) -> [(title: String, aside: String)] {
    let wording = context.wording
    let lines = entries(context).map { (title: $0.title(wording), aside: $0.aside.map { wording($0) } ?? "") }
    guard let cutOff else { return lines }
    let name = cutOff.value(.childName, context.forms.form(of: cutOff))
    let whose = TextWidth.cut(name ?? wording(CompletionPhrase.noName, cutOff.code.text), to: 20)
    return lines + [(wording(WorkPhrase.menuGoOn, whose), wording(WorkPhrase.menuGoOnAside))]
  }
}
