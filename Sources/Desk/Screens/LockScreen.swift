import Records
import Terminal

/// The covered screen: nothing of the family shows; the same family goes on with what only it knows.
public struct LockScreen: Hashable, Sendable {
  enum Outcome: Hashable {
    case unlock(secret: String)
    case leave
    case redraw
  }

  /// What is under the cover, whole: what was typed is still there.
  enum Covered: Hashable, Sendable {
    case page(GuidedScreen)
    /// What a session left that was cut off.
    case journal(JournalReading, known: Record)

    var record: Record {
      switch self {
      case .page(let screen): screen.record
      case .journal(_, let known): known
      }
    }
  }

  private(set) var covered: Covered
  private var secret = TextEditor()
  private var notice: String?
  /// Seconds that a wrong answer costs; said until they are over, or something is typed.
  private var wait: Int?
  /// The store could not take the count of the last try.
  private var isUncounted = false

  init(covering covered: Covered) { self.covered = covered }

  mutating func update(_ event: Event, _ context: DeskContext) -> Outcome? {
    switch event {
    case .key(.function(10)), .key(.control("x")): return .leave
    case .key(.control("l")): return .redraw
    case .key(.enter):
      guard !secret.isEmpty || !asks(context) else { return nil }
      isUncounted = false
      return .unlock(secret: secret.text)
    case .key(let key):
      _ = secret.handle(key)
      notice = nil
      wait = nil
    case .paste(let text): _ = secret.paste(text)
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    return nil
  }

  mutating func waitIsOver() { wait = nil }

  /// Whether the family has said anything yet that it can be asked for.
  private func asks(_ context: DeskContext) -> Bool {
    !covered.record.unlocks(to: "", on: context.today, form: context.form)
  }

  mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    // What comes back from the store still concerns the page below.
    var effects: [Effect] = []
    if case .page(var screen) = covered {
      effects = screen.update(news, context)
      covered = .page(screen)
    }
    switch news {
    case .door(.refused):
      notice = context.wording(HomePhrase.lockedFailed)
      secret = TextEditor()
    case .door(.wait(let seconds)):
      wait = seconds
      notice = nil
    case .door(.closed):
      wait = nil
      notice = context.wording(HomePhrase.lockedClosed)
      secret = TextEditor()
    case .door(.entered), .door(.unlocked), .door(.resumed), .door(.noAccounts): break
    case .door(.uncounted): isUncounted = true
    case .unreadable(let error):
      wait = nil
      notice = context.wording.message(error)
    case .record, .work, .desk, .opened: break
    }
    return effects
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = KeyBar.text(
      [
        KeyBar.Part("Enter", wording(KeyPhrase.goOn)), KeyBar.Part(.help, wording(KeyPhrase.help)),
        KeyBar.Part(.leave, wording(KeyPhrase.quit)),
      ], columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(title), at: area.point(1, indent: 1), style: Style(bold: true))
    var row = 3 + canvas.paragraph(wording(body), in: area, row: 3, indent: 1, lines: 2) + 1
    row += canvas.paragraph(wording(question(context)), in: area, row: row, indent: 1, lines: 2) + 1
    if asks(context) { drawLine(secret, on: &canvas, at: area.point(row, indent: 1), columns: 30) }
    let said = wait.map { wording(HomePhrase.lockedWait, wording.wait($0)) } ?? notice
    row += 2
    if let notice = said {
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
    case .page: .lockedTitle
    case .journal: .interruptedTitle
    }
  }

  private var body: HomePhrase {
    switch covered {
    case .page(let screen): if case .failed = screen.saving { .lockedBodyUnsaved } else { .lockedBody }
    case .journal: .interruptedBody
    }
  }

  private func question(_ context: DeskContext) -> HomePhrase {
    if covered.record.knowsBirthDateOrTelephone(context.form) { return .lockedAsk }
    return asks(context) ? .lockedAskName : .lockedAskNothing
  }
}
