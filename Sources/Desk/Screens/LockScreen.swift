import Records
import Terminal

/// The covered screen: nothing of the family shows; the same family goes on with what only it knows.
public struct LockScreen: Hashable, Sendable {
  enum Outcome: Hashable {
    case unlock(secret: String)
    case leave
    case redraw
  }

  /// The page that is covered, whole: what was typed is still there.
  let covered: GuidedScreen
  private var secret = TextEditor()
  private var notice: String?

  init(covering screen: GuidedScreen) { covered = screen }

  mutating func update(_ event: Event, _ context: DeskContext) -> Outcome? {
    switch event {
    case .key(.function(10)), .key(.control("x")): return .leave
    case .key(.control("l")): return .redraw
    case .key(.enter): return secret.isEmpty ? nil : .unlock(secret: secret.text)
    case .key(let key):
      _ = secret.handle(key)
      notice = nil
    case .paste(let text): _ = secret.paste(text)
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    return nil
  }

  mutating func update(_ news: News, _ context: DeskContext) {
    switch news {
    case .refused:
      notice = context.wording(HomePhrase.lockedFailed)
      secret = TextEditor()
    case .wait(let seconds): notice = context.wording(HomePhrase.lockedWait, context.wording.wait(seconds))
    case .saved, .failed, .identity, .renamed, .opened, .unlocked, .unreadable, .entered, .listed, .neighbours, .numberKnown,
      .approved, .reading:
      break
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = "Enter \(wording(KeyPhrase.take))   F10 \(wording(HomePhrase.leave))"
    let area = Frame(bar: bar).draw(on: &canvas, context)
    canvas.put(wording(HomePhrase.lockedTitle), at: area.point(1, indent: 1), style: Style(bold: true))
    canvas.put(wording(HomePhrase.lockedBody), at: area.point(3, indent: 1))
    let ask: HomePhrase = covered.record.knowsBirthDateOrTelephone(context.form) ? .lockedAsk : .lockedAskName
    canvas.put(TextWidth.cut(wording(ask), to: area.columns - 2), at: area.point(5, indent: 1))
    drawLine(secret, on: &canvas, at: area.point(7, indent: 1), columns: 30)
    if let notice { canvas.put("✗ \(notice)", at: area.point(9, indent: 1), style: Style(.red)) }
    canvas.put(wording(HomePhrase.lockedLeave), at: area.point(area.rows - 2, indent: 1), style: Style(.grey))
  }
}
