import FormModel
import Records
import Standards
import Terminal

/// 谁在填: the relation of whoever filled the form in, and a telephone if they like.
struct FillerPanel: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case handIn
    case leave
  }

  let purpose: Purpose
  private(set) var relation: String?
  private var relations: ChoiceEditor
  private var telephone = TextEditor("", repair: .number)
  private var notice: String?

  init(purpose: Purpose, _ context: DeskContext) {
    self.purpose = purpose
    let entries = context.form.lists.list("relation").choices.map {
      ChoiceEditor.Entry(code: $0.code, label: $0.label[context.language])
    }
    relations = ChoiceEditor(Array(entries.prefix(9)), selected: nil)
  }

  /// What was said, once both are.
  struct Said: Hashable {
    var relation: String
    var telephone: String?
  }

  mutating func handle(_ key: Key, _ context: DeskContext) -> Said? {
    guard let relation else {
      guard let entry = key == .enter ? relations.choice : relations.handle(key) else { return nil }
      self.relation = entry.code
      return nil
    }
    guard key == .enter else {
      if case .refused(let problem) = telephone.handle(key) {
        notice = context.wording.refused(problem)
      } else {
        notice = nil
      }
      return nil
    }
    let digits = TextNormaliser.normalise(telephone.text, as: .code)
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-()".contains($0)) }), digits.count <= 20 else {
      notice = context.wording(CheckPhrase.telephoneWrong)
      return nil
    }
    return Said(relation: relation, telephone: digits.isEmpty ? nil : digits)
  }

  mutating func paste(_ text: String) {
    if relation != nil { _ = telephone.paste(text) }
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(CheckPhrase.fillerTitle), at: area.point(0), style: Style(bold: true))
    if relation == nil {
      canvas.put(wording(CheckPhrase.fillerAsk), at: area.point(2))
      relations.draw(on: &canvas, at: area.point(4), rows: min(9, area.rows - 6), columns: area.columns)
    } else {
      canvas.put(wording(CheckPhrase.telephoneTitle), at: area.point(2))
      for (row, line) in TextWidth.wrap(wording(CheckPhrase.telephoneHint), columns: area.columns).prefix(2)
        .enumerated()
      {
        canvas.put(line, at: area.point(3 + row), style: Style(.grey))
      }
      drawLine(telephone, on: &canvas, at: area.point(6), columns: area.columns)
    }
    if let notice { canvas.put("✗ \(notice)", at: area.point(8), style: Style(.red)) }
  }
}
