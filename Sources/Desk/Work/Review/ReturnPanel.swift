import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// 退回: which items are asked about, by number, and the question for each; or one about the whole record.
struct ReturnPanel: Hashable, Sendable {
  enum Outcome: Hashable {
    case done([Move.Question])
    case cancelled
  }

  private enum Step: Hashable {
    case which
    case text(field: Int?, LinePanel)
  }

  private(set) var questions: [Move.Question] = []
  private var step = Step.which
  private var number = ItemNumber(takesWhole: true)

  init() {}

  /// Asks about one item at once, with words to begin with.
  static func asking(_ field: Int, text: String, _ context: DeskContext) -> ReturnPanel {
    var panel = ReturnPanel()
    panel.ask(field, text: text, context)
    return panel
  }

  /// The line in which the question is typed.
  var hanzi: HanziLine? { if case .text(_, let line) = step { line.hanzi } else { nil } }

  private mutating func ask(_ field: Int?, text: String, _ context: DeskContext) {
    let wording = context.wording
    let title =
      field.map { wording(ReviewRecordPhrase.returnText, context.form.fields[$0].label[context.language]) }
      ?? wording(ReviewRecordPhrase.returnTextWhole)
    step = .text(
      field: field, LinePanel(title: title, hint: wording(ReviewRecordPhrase.returnTextHint), text: text, for: .text))
  }

  mutating func handle(_ key: Key, _ context: DeskContext) -> Outcome? {
    switch step {
    case .which: return choose(key, context)
    case .text(let field, var line):
      switch line.handle(key, context) {
      case nil: step = .text(field: field, line)
      case .cancelled: step = .which
      case .done(let typed):
        let text = TextNormaliser.normalise(typed, as: .freeText)
        guard !text.isEmpty else {
          line.notice = context.wording.message(.reasonMissing, form: context.form).joined()
          step = .text(field: field, line)
          return nil
        }
        questions.removeAll { $0.field == field }
        questions.append(Move.Question(text, field: field))
        step = .which
      }
      return nil
    }
  }

  private mutating func choose(_ key: Key, _ context: DeskContext) -> Outcome? {
    if PanelKeys.line.action(for: key) == .take, number.isEmpty, !questions.isEmpty { return .done(questions) }
    switch number.handle(key, context) {
    case .stays: return nil
    case .closes: return .cancelled
    case .says(let field):
      ask(field, text: questions.first { $0.field == field }?.text ?? "", context)
      return nil
    }
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    switch step {
    case .which: number.paste(text)
    case .text(let field, var line):
      line.paste(text, context)
      step = .text(field: field, line)
    }
  }

  // MARK: Drafts

  /// All that was asked so far, what is being asked, and about which item, by its name.
  func typed(_ context: DeskContext) -> JSONValue {
    func name(_ field: Int?) -> JSONValue { field.map { .string(context.form.fields[$0].name) } ?? .null }
    let asked = questions.map { JSONValue.object(["text": .string($0.text), "field": name($0.field)]) }
    var typed: [String: JSONValue] = ["questions": .array(asked), "number": number.typed]
    if case .text(let field, let line) = step { (typed["field"], typed["asks"]) = (name(field), line.typed) }
    return .object(typed)
  }

  init(typed: JSONValue?, _ context: DeskContext) {
    func field(_ json: JSONValue?) -> Int? { json?["field"]?.string.flatMap(context.form.index(of:)) }
    for asked in typed?["questions"]?.array ?? [] {
      guard let text = asked["text"]?.string else { continue }
      questions.append(Move.Question(text, field: field(asked)))
    }
    number.restore(typed?["number"])
    if let line = LinePanel(typed: typed?["asks"]) { step = .text(field: field(typed), line) }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    if case .text(_, let line) = step {
      line.draw(on: &canvas, in: area, context)
      return
    }
    canvas.put(wording(ReviewRecordPhrase.returnTitle), at: area.point(0), style: Style(bold: true))
    let ask = wording(questions.isEmpty ? ReviewRecordPhrase.returnWhich : .returnAgain)
    var row = 1 + canvas.paragraph(ask, in: area, row: 1, lines: 2, style: Style(.cyan))
    for question in questions.suffix(5) {
      let label =
        question.field.map { wording.short(context.form.fields[$0]) } ?? wording(ReviewRecordPhrase.returnWhole)
      canvas.put(
        TextWidth.cut("？ \(label)\(wording.colon)\(question.text)", to: area.columns), at: area.point(row),
        style: Style(.yellow))
      row += 1
    }
    number.draw(on: &canvas, in: area, row: row, items: row + 1, context) { item in
      let label = item < 0 ? wording(ReviewRecordPhrase.returnWhole) : wording.short(context.form.fields[item])
      return (label, Style(.grey))
    }
  }
}
