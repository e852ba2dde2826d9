import FormModel
import Records
import Standards
import Terminal
import Wording

/// 谁在填: the relation of whoever filled the form in, and a telephone if they like.
struct FillerPanel: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case handIn
    case leave
  }

  let purpose: Purpose
  private var relation: String?
  private var relations: ChoiceEditor
  private var telephone: TextEditor
  private var notice: String?

  /// What was said at another sitting stands there again.
  init(purpose: Purpose, _ record: Record, _ context: DeskContext) {
    self.purpose = purpose
    let entries = context.form.lists.list("relation").choices.map {
      ChoiceEditor.Entry(code: $0.code, label: $0.label[context.language])
    }
    relations = ChoiceEditor(entries, selected: record.changed.by.relation)
    telephone = TextEditor(record.contact.telephone ?? "", repair: .number)
  }

  /// What was said, once both are.
  struct Said: Hashable, Sendable {
    var relation: String
    var telephone: String?
  }

  /// Whether something was typed that no record has yet.
  var holdsText: Bool { telephone.canUndo }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<Said> {
    if relation == nil, relations.walk(key) { return .stays }
    switch key {
    case .escape: return .closes
    case .backTab, .up: return back()
    case .enter, .tab, .down: return advance(context)
    case .text, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert, .wordLeft, .wordRight,
      .deleteWordBack, .deleteWordForward, .function, .control:
      return edit(key, context)
    }
  }

  private mutating func edit(_ key: Key, _ context: DeskContext) -> PanelOutcome<Said> {
    guard relation != nil else { return relations.handle(key) == nil ? .stays : advance(context) }
    notice = telephone.handle(key).complaint(context.wording)
    return .stays
  }

  private mutating func back() -> PanelOutcome<Said> {
    notice = nil
    guard relation != nil else { return .closes }
    relation = nil
    return .stays
  }

  private mutating func advance(_ context: DeskContext) -> PanelOutcome<Said> {
    guard let relation else {
      relation = relations.choice?.code
      notice = relation == nil ? context.wording(OwedPhrase.chooseFirst) : nil
      return .stays
    }
    let digits = TextNormaliser.normalise(telephone.text, as: .code)
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-()".contains($0)) }), digits.count <= 20 else {
      notice = context.wording(CheckPhrase.telephoneWrong)
      return .stays
    }
    return .says(Said(relation: relation, telephone: digits.isEmpty ? nil : digits))
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    if relation != nil { notice = telephone.paste(text).complaint(context.wording) }
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(CheckPhrase.fillerTitle), at: area.point(0), style: Style(bold: true))
    if relation == nil {
      canvas.put(wording(CheckPhrase.fillerAsk), at: area.point(1))
      relations.draw(on: &canvas, at: area.point(3), rows: min(9, area.rows - 5), columns: area.columns)
    } else {
      canvas.put(wording(CheckPhrase.telephoneTitle), at: area.point(2))
      canvas.paragraph(wording(CheckPhrase.telephoneHint), in: area, row: 3, lines: 2, style: Style(.grey))
      drawLine(telephone, on: &canvas, at: area.point(6), columns: area.columns)
    }
    if let notice { canvas.put("✗ \(notice)", at: area.point(area.rows - 1), style: Style(.red)) }
  }
}
