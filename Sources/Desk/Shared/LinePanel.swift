import Standards
import Terminal
import Wording

/// One line that a page asks for: a reason, a name, a date, what to look for.
struct LinePanel: Hashable, Sendable {
  enum Outcome: Hashable {
    case done(String)
    case cancelled
  }

  let title: String
  let hint: String
  private(set) var editor: TextEditor
  /// What hanzi are typed for; nil where none are.
  let item: PinyinItem?
  /// Why what was typed was not taken.
  var notice: String?

  init(
    title: String, hint: String, text: String = "", repair: TextEditor.Repair = .none,
    for item: PinyinItem? = nil
  ) {
    self.title = title
    self.hint = hint
    self.item = item
    editor = TextEditor(text, repair: repair)
  }

  /// The line, where hanzi are typed in it.
  var hanzi: HanziLine? { item.map { HanziLine($0, editor) } }

  /// How hanzi can be typed here, for somebody who begins with letters.
  func offer(_ context: DeskContext) -> String? {
    guard editor.canUndo, !context.desk.typesPinyin, hanzi?.isInLetters == true else { return nil }
    return context.wording(PinyinPhrase.offer)
  }

  var typed: JSONValue {
    .object([
      "title": .string(title), "hint": .string(hint), "line": editor.typed,
      "item": item.map { .string($0.rawValue) } ?? .null,
    ])
  }

  init?(typed: JSONValue?) {
    guard let title = typed?["title"]?.string, let hint = typed?["hint"]?.string else { return nil }
    self.init(title: title, hint: hint, for: typed?["item"]?.string.flatMap { PinyinItem(rawValue: $0) })
    editor.restore(typed?["line"])
  }

  mutating func handle(_ key: Key, _ context: DeskContext) -> Outcome? {
    switch PanelKeys.line.action(for: key) {
    case .take: return .done(editor.text)
    case .close: return .cancelled
    case .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .help, .leave, .redraw, nil: break
    case .pinyin:
      notice = context.wording(PinyinPhrase.notHere)
      return nil
    }
    notice = editor.handle(key).complaint(context.wording)
    return nil
  }

  mutating func paste(_ text: String, _ context: DeskContext) { notice = editor.paste(text).complaint(context.wording) }

  /// Draws the panel and says how many rows it took.
  @discardableResult
  func draw(on canvas: inout Canvas, in area: Area, row: Int = 0, _ context: DeskContext) -> Int {
    var line = row
    line += canvas.paragraph(title, in: area, row: line, lines: 3, style: Style(bold: true))
    line += canvas.paragraph(hint, in: area, row: line, lines: 2, style: Style(.grey)) + 1
    drawLine(editor, on: &canvas, at: area.point(line), columns: area.columns)
    if let notice {
      canvas.paragraph("✗ \(notice)", in: area, row: line + 2, lines: 2, style: Style(.red))
    } else if let offer = offer(context) {
      canvas.paragraph(offer, in: area, row: line + 2, lines: 2)
    }
    return line + 1 - row
  }
}
