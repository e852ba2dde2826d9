import FormModel
import Records
import Terminal
import Wording

/// The covered screen: nothing of the family shows; the same family goes on with what only it knows.
struct LockScreen: Page, PlainPage, Hashable {
  var edition: FormEdition? { covered.record.edition }

  enum Action: Hashable, Sendable { case unlock, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .unlock, "Enter", .goOn, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// What is under the cover, whole: what was typed is still there.
  enum Covered: Hashable, Sendable {
    case form(FormEntry)
    /// What a session left that was cut off.
    case journal(JournalReading, known: Record)

    var record: Record {
      switch self {
      case .form(let entry): entry.record
      case .journal(_, let known): known
      }
    }
  }

  private(set) var covered: Covered
  private var secret = TextEditor()
  private var notice: String?
  /// What a wrong answer costs; said until it is over, or something is typed.
  private var wait: Wait?
  /// The store could not take the count of the last try.
  private var isUncounted = false

  init(covering covered: Covered) { self.covered = covered }

  var explanation: HomePhrase? { .lockedHelp }

  func wakes(at now: Timestamp) -> Timestamp? { wait?.wakes(at: now) }

  func idling(_ context: DeskContext) -> Idling { .stays }

  /// What lies under the cover is still being changed: its family may go on. The journal of a session that was cut off is
  /// there already, and stays until somebody goes on from it.
  func place(_ context: DeskContext) -> Desk.Place? {
    if case .form(let entry) = covered { entry.place(context) } else { nil }
  }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)):
      switch Self.keymap.action(for: key) {
      case .unlock:
        isUncounted = false
        return (unlock(context), .stay)
      case .leave: return leave(context)
      case .redraw: return ([.redraw], .stay)
      case .help, nil:
        _ = secret.handle(key)
        notice = nil
        wait = nil
      }
    case .event(.paste(let text)): _ = secret.paste(text)
    case .event: break
    case .news(.door(.unlocked)): if case .form(let entry) = covered { return ([], .replace(GuidedScreen(entry))) }
    case .news(let news): return (update(news, context), .stay)
    }
    return ([], .stay)
  }

  private mutating func unlock(_ context: DeskContext) -> [Effect] {
    if isForTeacher(context) || (secret.isEmpty && asks(context)) { return [] }
    isUncounted = false
    return switch covered {
    case .form(let entry): [.unlock(entry.record, secret: secret.text)]
    case .journal(let reading, _): [.resume(reading, secret: secret.text)]
    }
  }

  private func leave(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch covered {
    case .form(let entry): ([], .rest(entry))
    // Another family is next: a desk without a first page begins its form.
    case .journal: context.desk.hasHome ? ([], .home) : ([.begin(.family(sibling: nil))], .stay)
    }
  }

  /// Whether the family has said anything yet that it can be asked for.
  private func asks(_ context: DeskContext) -> Bool { !covered.record.asksNobody(context.form) }

  /// Whether something was answered by which nobody is known: then a teacher opens the form.
  private func isForTeacher(_ context: DeskContext) -> Bool { !asks(context) && !covered.record.isBlank }

  private mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    // What comes back from the store still concerns the form below.
    var effects: [Effect] = []
    if case .form(var entry) = covered {
      effects = entry.update(news, context)
      covered = .form(entry)
    }
    switch news {
    case .door(.refused):
      notice = context.wording(HomePhrase.lockedFailed)
      secret = TextEditor()
    case .door(.wait(let seconds)):
      wait = Wait(seconds: seconds, from: context.now)
      notice = nil
    case .door(.closed):
      wait = nil
      notice = context.wording(HomePhrase.lockedClosed)
      secret = TextEditor()
    case .door(.uncounted): isUncounted = true
    case .door: break
    case .unreadable(let error):
      wait = nil
      notice = context.wording.message(error)
    case .record, .work, .desk, .opened: break
    }
    return effects
  }

  /// Why the last answer was not taken.
  private func said(_ context: DeskContext) -> String? {
    wait?.seconds(at: context.now).map { context.wording(HomePhrase.lockedWait, context.wording.wait($0)) } ?? notice
  }

  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    var question = PlainQuestion(
      id: "lock", lines: [wording(title), wording(body), wording(self.question(context))],
      prompt: wording(asks(context) ? PlainPhrase.typeText : .goOn))
    question.remark = said(context).map { wording(PlainPhrase.error, $0) }
    question.word = isUncounted ? wording(HomePhrase.uncounted) : nil
    question.help = [wording(HomePhrase.lockedLeave).replacing("F10", with: "<")]
    return question
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    // Another family is next.
    .typed(line, back: .function(10), context)
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Self.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(title), at: area.point(1, indent: 1), style: Style(bold: true))
    var row = 3 + canvas.paragraph(wording(body), in: area, row: 3, indent: 1, lines: 2) + 1
    row += canvas.paragraph(wording(question(context)), in: area, row: row, indent: 1, lines: 2) + 1
    if asks(context) { drawLine(secret, on: &canvas, at: area.point(row, indent: 1), columns: 30) }
    row += 2
    if let notice = said(context) {
      row += canvas.paragraph("✗ \(notice)", in: area, row: row, indent: 1, lines: 2, style: Style(.red))
    }
    if isUncounted {
      canvas.paragraph(
        "！ \(wording(HomePhrase.uncounted))", in: area, row: row, indent: 1, lines: 2, style: Style(.yellow))
    }
    canvas.put(wording(HomePhrase.lockedLeave), at: area.point(area.rows - 2, indent: 1), style: Style(.grey))
  }

  private var title: HomePhrase {
    switch covered {
    case .form: .lockedTitle
    case .journal: .interruptedTitle
    }
  }

  private var body: HomePhrase {
    switch covered {
    case .form(let entry): if case .failed = entry.saving { .lockedBodyUnsaved } else { .lockedBody }
    case .journal: .interruptedBody
    }
  }

  private func question(_ context: DeskContext) -> HomePhrase {
    if covered.record.knowsBirthDateOrTelephone(context.form) { return .lockedAsk }
    if isForTeacher(context) { return .lockedAskTeacher }
    return asks(context) ? .lockedAskName : .lockedAskNothing
  }
}
