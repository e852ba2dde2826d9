import FormModel
import Records
import Standards
import Terminal

/// 继续填写: a family opens its record again by the code it took home and what only it knows.
///
/// A wrong code and a wrong date read the same, so that nobody learns which codes exist.
public struct ComeBackScreen: Hashable, Sendable {
  enum Outcome: Hashable {
    case open(code: String, secret: String)
    case leave
    case redraw
  }

  private var code: TextEditor
  private var secret = TextEditor()
  private var isAtSecret: Bool
  private var notice: String?
  /// Seconds that a wrong answer costs; said until they are over, or something is typed.
  private var wait: Int?
  /// The store could not take the count of the last try.
  private var isUncounted = false

  init(code: String?) {
    self.code = TextEditor(code ?? "", repair: .number)
    isAtSecret = code != nil
  }

  mutating func update(_ event: Event, _ context: DeskContext) -> Outcome? {
    switch event {
    case .key(.function(10)), .key(.control("x")): return .leave
    case .key(.control("l")): return .redraw
    case .key(.enter), .key(.tab), .key(.down): return advance()
    case .key(.backTab), .key(.up): isAtSecret = false
    case .key(let key): react(to: isAtSecret ? secret.handle(key) : code.handle(key), context)
    case .paste(let text): react(to: isAtSecret ? secret.paste(text) : code.paste(text), context)
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    return nil
  }

  mutating func waitIsOver() { wait = nil }

  private mutating func react(to outcome: TextEditor.Outcome, _ context: DeskContext) {
    wait = nil
    switch outcome {
    case .refused(let problem): notice = context.wording.refused(problem)
    case .changed, .moved, .full, .ignored: notice = nil
    }
  }

  private mutating func advance() -> Outcome? {
    guard isAtSecret else {
      if !code.isEmpty { isAtSecret = true }
      return nil
    }
    guard !code.isEmpty, !secret.isEmpty else {
      isAtSecret = !code.isEmpty
      return nil
    }
    isUncounted = false
    return .open(code: code.text, secret: secret.text)
  }

  mutating func update(_ news: News, _ context: DeskContext) {
    switch news {
    case .door(.refused): notice = context.wording(HomePhrase.comeBackFailed)
    case .door(.wait(let seconds)):
      wait = seconds
      notice = nil
    case .door(.closed):
      wait = nil
      notice = context.wording(HomePhrase.comeBackClosed)
    case .door(.uncounted): isUncounted = true
    case .unreadable(let error):
      notice = context.wording(HomePhrase.comeBackUnreadable, context.wording.message(error))
    case .door(.entered), .door(.unlocked), .door(.resumed), .door(.noAccounts): break
    case .record, .work, .desk, .opened: break
    }
  }

  /// The code, while it can be one: what was typed into the wrong line, such as the birth date, is kept nowhere.
  var typed: JSONValue? {
    guard !code.isEmpty, code.text.count <= 4 else { return nil }
    return .object(["code": code.typed, "isAtSecret": .bool(isAtSecret)])
  }

  mutating func restore(_ typed: JSONValue) {
    code.restore(typed["code"])
    isAtSecret = typed["isAtSecret"]?.bool ?? false
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = KeyBar.text(
      [
        KeyBar.Part("Enter", wording(KeyPhrase.accept)), KeyBar.Part("↑", wording(KeyPhrase.back)),
        KeyBar.Part(.help, wording(KeyPhrase.help)), KeyBar.Part(.leave, wording(KeyPhrase.quit)),
      ], columns: canvas.size.columns - 2 * Frame.margin)
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
    let said = wait.map { wording(HomePhrase.comeBackWait, wording.wait($0)) } ?? notice
    var row = 11
    if let notice = said {
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
