import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// 继续填写: a family opens its record again by the code it took home and what only it knows.
///
/// A wrong code and a wrong date read the same, so that nobody learns which codes exist.
struct ComeBackScreen: Page, PlainPage, Hashable {
  enum Action: Hashable, Sendable { case accept, next, back, help, leave, redraw }

  static let keymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .accept, bar: true),
    Binding([.up, .backTab], .back, "↑", .back, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding([.down, .tab], .next, "↓ Tab", .next),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  private var code: TextEditor
  private var secret = TextEditor()
  private var isAtSecret: Bool
  private var notice: String?
  /// What a wrong answer costs; said until it is over, or something is typed.
  private var wait: Wait?
  /// The store could not take the count of the last try.
  private var isUncounted = false

  init(code: String?) {
    self.code = TextEditor(code ?? "", repair: .number)
    isAtSecret = code != nil
  }

  var explanation: HomePhrase? { .comeBackHelp }

  func wakes(at now: Timestamp) -> Timestamp? { wait?.wakes(at: now) }

  func idling(_ context: DeskContext) -> Idling { .goes }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)):
      switch Self.keymap.action(for: key) {
      case .accept, .next: return (advance(), .stay)
      case .back: isAtSecret = false
      case .leave: return ([], .home)
      case .redraw: return ([.redraw], .stay)
      case .help, nil: react(to: isAtSecret ? secret.handle(key) : code.handle(key), context)
      }
    case .event(.paste(let text)): react(to: isAtSecret ? secret.paste(text) : code.paste(text), context)
    case .event: break
    case .news(.opened(let held, _)): return ([], .family(held))
    case .news(let news): update(news, context)
    }
    return ([], .stay)
  }

  private mutating func react(to outcome: TextEditor.Outcome, _ context: DeskContext) {
    wait = nil
    switch outcome {
    case .refused(let problem): notice = context.wording.refused(problem)
    case .changed, .moved, .full, .ignored: notice = nil
    }
  }

  private mutating func advance() -> [Effect] {
    guard isAtSecret else {
      if !code.isEmpty { isAtSecret = true }
      return []
    }
    guard !code.isEmpty, !secret.isEmpty else {
      isAtSecret = !code.isEmpty
      return []
    }
    isUncounted = false
    return [.open(code: code.text, secret: secret.text)]
  }

  private mutating func update(_ news: News, _ context: DeskContext) {
    switch news {
    case .door(.refused): notice = context.wording(HomePhrase.comeBackFailed)
    case .door(.wait(let seconds)):
      wait = Wait(seconds: seconds, from: context.now)
      notice = nil
    case .door(.closed):
      wait = nil
      notice = context.wording(HomePhrase.comeBackClosed)
    case .door(.uncounted): isUncounted = true
    case .unreadable(let error):
      notice = context.wording(HomePhrase.comeBackUnreadable, context.wording.message(error))
    case .door, .record, .work, .desk, .opened: break
    }
  }

  var draftKey: Draft.Key? { Draft.Key(page: .comeBack) }

  /// The code, while it can be one: what was typed into the wrong line, such as the birth date, is kept nowhere.
  func typed(_ context: DeskContext) -> JSONValue? {
    guard !code.isEmpty, code.text.count <= 4 else { return nil }
    return .object(["code": code.typed, "isAtSecret": .bool(isAtSecret)])
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    code.restore(typed["code"])
    isAtSecret = typed["isAtSecret"]?.bool ?? false
  }

  /// Why the last answer was not taken.
  private func said(_ context: DeskContext) -> String? {
    wait?.seconds(at: context.now).map { context.wording(HomePhrase.comeBackWait, context.wording.wait($0)) } ?? notice
  }

  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    var question =
      isAtSecret
      ? PlainQuestion(
        id: "secret", lines: [wording(HomePhrase.comeBackSecret), wording(HomePhrase.comeBackSecretHint)],
        prompt: wording(PlainPhrase.typeText))
      : PlainQuestion(
        id: "code", lines: [wording(HomePhrase.comeBackCode), wording(HomePhrase.comeBackCodeHint)],
        prompt: wording(PlainPhrase.typeText))
    question.lines.insert(wording(HomePhrase.comeBackTitle), at: 0)
    question.remark = said(context).map { wording(PlainPhrase.error, $0) }
    question.word = isUncounted ? wording(HomePhrase.uncounted) : nil
    question.help = [wording(HomePhrase.comeBackTeacher)]
    return question
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    .typed(line, back: .backTab, context)
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = Self.keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(HomePhrase.comeBackTitle), at: area.point(1, indent: 1), style: Style(bold: true))
    canvas.put(wording(HomePhrase.comeBackCode), at: area.point(3, indent: 1), style: Style(bold: !isAtSecret))
    canvas.put(
      TextWidth.cut(wording(HomePhrase.comeBackCodeHint), to: area.columns - 2), at: area.point(4, indent: 1),
      style: Style(.grey))
    canvas.put(wording(HomePhrase.comeBackSecret), at: area.point(7, indent: 1), style: Style(bold: isAtSecret))
    canvas.put(
      TextWidth.cut(wording(HomePhrase.comeBackSecretHint), to: area.columns - 2), at: area.point(8, indent: 1),
      style: Style(.grey))
    // The line with the cursor is drawn last, so that the cursor stays in it.
    let lines = [(secret, area.point(9, indent: 1), isAtSecret), (code, area.point(5, indent: 1), !isAtSecret)]
    for (editor, point, _) in lines.sorted(by: { !$0.2 && $1.2 }) {
      drawLine(editor, on: &canvas, at: point, columns: 24)
    }
    var row = 11
    if let notice = said(context) {
      row += canvas.paragraph("✗ \(notice)", in: area, row: row, indent: 1, lines: 3, style: Style(.red))
    }
    if isUncounted {
      canvas.paragraph(
        "！ \(wording(HomePhrase.uncounted))", in: area, row: row, indent: 1, lines: 2, style: Style(.yellow))
    }
    canvas.put(
      TextWidth.cut(wording(HomePhrase.comeBackTeacher), to: area.columns - 2),
      at: area.point(area.rows - 2, indent: 1), style: Style(.grey))
  }
}
