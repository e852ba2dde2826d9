import Records
import Standards
import Terminal
import Wording

/// 表中没有: a place that the sheet's table lacks is left to staff, with the reason and what the paper says.
struct UnlistedPanel: Hashable, Sendable {
  private static let phrases: [OwedPhrase] = [.abroad, .unregistered, .newCounty]

  private var reasons: ChoiceEditor
  private var reason: OwedPhrase?
  private var paper = TextEditor()
  private var notice: String?

  init(_ context: DeskContext) {
    reasons = ChoiceEditor(
      Self.phrases.enumerated().map { ChoiceEditor.Entry(code: String($0), label: context.wording($1)) }, selected: nil)
  }

  /// Whether something was typed that no record has yet.
  var holdsText: Bool { paper.canUndo }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<Owed> {
    if reason == nil, reasons.walk(key) { return .stays }
    switch key {
    case .escape: return .closes
    case .backTab, .up: return back()
    case .enter, .tab, .down: return advance(context)
    case .text, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert, .wordLeft, .wordRight,
      .deleteWordBack, .deleteWordForward, .function, .control:
      return edit(key, context)
    }
  }

  private mutating func edit(_ key: Key, _ context: DeskContext) -> PanelOutcome<Owed> {
    guard reason != nil else { return reasons.handle(key) == nil ? .stays : advance(context) }
    notice = paper.handle(key).complaint(context.wording)
    return .stays
  }

  private mutating func back() -> PanelOutcome<Owed> {
    notice = nil
    guard reason != nil else { return .closes }
    reason = nil
    return .stays
  }

  private mutating func advance(_ context: DeskContext) -> PanelOutcome<Owed> {
    guard let reason else {
      self.reason = reasons.choice.flatMap { Int($0.code) }.map { Self.phrases[$0] }
      notice = self.reason == nil ? context.wording(OwedPhrase.chooseFirst) : nil
      return .stays
    }
    let said = TextNormaliser.normalise(paper.text, as: .freeText)
    // The note is read by staff who choose a code, so it is kept in the words of the form's own language.
    let note = said.isEmpty ? reason.text.chinese : "\(reason.text.chinese)：\(said)"
    return .says(Owed(reason: .other, who: .staff, due: nil, note: note))
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    if reason != nil { notice = paper.paste(text).complaint(context.wording) }
  }

  func draw(on canvas: inout Canvas, in area: Area, title: String, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(OwedPhrase.unlistedTitle, title), at: area.point(0), style: Style(bold: true))
    if reason == nil {
      canvas.paragraph(wording(OwedPhrase.unlistedAsk), in: area, row: 2, lines: 2)
      reasons.draw(on: &canvas, at: area.point(4), rows: 3, columns: area.columns)
    } else {
      canvas.put(wording(OwedPhrase.paperSays), at: area.point(2))
      canvas.put(wording(OwedPhrase.paperHint), at: area.point(3), style: Style(.grey))
      drawLine(paper, on: &canvas, at: area.point(5), columns: area.columns)
    }
    if let notice { canvas.paragraph("✗ \(notice)", in: area, row: 8, lines: 2, style: Style(.red)) }
  }
}
