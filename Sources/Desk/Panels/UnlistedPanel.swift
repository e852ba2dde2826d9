import Records
import Standards
import Terminal

/// 表中没有: a place that the sheet's table lacks is left to staff, with the reason and what the paper says.
struct UnlistedPanel: Hashable, Sendable {
  private static let reasons: [OwedPhrase] = [.abroad, .unregistered, .newCounty]

  private var reason: OwedPhrase?
  private var paper = TextEditor()
  var notice: String?

  mutating func handle(_ key: Key, _ context: DeskContext) -> Owed? {
    guard let reason else {
      var choices = self.choices(context)
      guard let entry = choices.handle(key), let index = Int(entry.code) else { return nil }
      self.reason = Self.reasons[index]
      return nil
    }
    guard key == .enter else {
      if case .refused(let problem) = paper.handle(key) {
        notice = context.wording.refused(problem)
      } else {
        notice = nil
      }
      return nil
    }
    let said = TextNormaliser.normalise(paper.text, as: .freeText)
    // The note is read by staff who choose a code, so it is kept in the words of the form's own language.
    return Owed(
      reason: .other, who: .staff, due: nil, note: said.isEmpty ? reason.text.chinese : "\(reason.text.chinese)：\(said)"
    )
  }

  mutating func paste(_ text: String) {
    if reason != nil { _ = paper.paste(text) }
  }

  private func choices(_ context: DeskContext) -> ChoiceEditor {
    ChoiceEditor(
      Self.reasons.enumerated().map { ChoiceEditor.Entry(code: String($0), label: context.wording($1)) }, selected: nil)
  }

  func draw(on canvas: inout Canvas, in area: Area, title: String, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(OwedPhrase.unlistedTitle, title), at: area.point(0), style: Style(bold: true))
    if reason == nil {
      canvas.put(wording(OwedPhrase.unlistedAsk), at: area.point(2))
      choices(context).draw(on: &canvas, at: area.point(4), rows: 3, columns: area.columns)
    } else {
      canvas.put(wording(OwedPhrase.paperSays), at: area.point(2))
      canvas.put(wording(OwedPhrase.paperHint), at: area.point(3), style: Style(.grey))
      drawLine(paper, on: &canvas, at: area.point(5), columns: area.columns)
    }
    if let notice { canvas.put("✗ \(notice)", at: area.point(8), style: Style(.red)) }
  }
}
