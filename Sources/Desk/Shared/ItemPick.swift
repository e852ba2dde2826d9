import FormModel
import Standards
import Terminal
import TextLayout
import Wording

/// Which item of the form: by its number in the sheet.
struct ItemPick: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// To see who lacks it.
    case filter
    /// To fill it in for one child after the other.
    case walk
  }

  enum Outcome: Hashable {
    case stays
    case closes
    case picks(Int)
  }

  let purpose: Purpose
  /// Whether the list has records of another form, or edition: an item of this one is none of theirs.
  private let leavesOut: Bool
  private var line = TextEditor("", repair: .number)
  private var notice: String?

  init(_ purpose: Purpose, leavesOut: Bool = false) { (self.purpose, self.leavesOut) = (purpose, leavesOut) }

  mutating func handle(_ key: Key, _ context: DeskContext) -> Outcome {
    switch PanelKeys.line.action(for: key) {
    case .close: return .closes
    case .take:
      let count = context.form.fields.count
      let typed = TextNormaliser.normalise(line.text, as: .code)
      if let item = Int(typed), (1...count).contains(item) { return .picks(item - 1) }
      notice = context.wording(GuidedPhrase.jumpNone, typed, "\(count)")
      line = TextEditor("", repair: .number)
    case .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .help, .leave, .redraw, nil:
      // Only digits make a number; anything else is not taken.
      if case .text(let scalar) = key, scalar.properties.numericType == nil { break }
      if line.handle(key) == .changed { notice = nil }
    }
    return .stays
  }

  var typed: JSONValue {
    .object(["walks": .bool(purpose == .walk), "leavesOut": .bool(leavesOut), "line": line.typed])
  }

  init(typed: JSONValue?) {
    self.init(
      typed?["walks"]?.bool == true ? .walk : .filter, leavesOut: typed?["leavesOut"]?.bool == true)
    line.restore(typed?["line"])
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let ask: CompletionPhrase = purpose == .filter ? .pickFilter : .pickWalk
    canvas.put(context.wording(ask), at: area.point(0), style: Style(bold: true))
    if let notice { canvas.put("✗ \(notice)", at: area.point(2), style: Style(.red)) }
    if leavesOut {
      let said = context.wording(CompletionPhrase.onlyForm, context.form.title[context.language])
      canvas.put(TextWidth.cut(said, to: area.columns), at: area.point(3), style: Style(.yellow))
    }
    let count = context.form.fields.count
    let height = area.rows - 4
    let blocks = (count + height - 1) / height
    let width = area.columns / blocks
    for (index, field) in context.form.fields.enumerated() {
      let point = area.point(4 + index % height, indent: index / height * width)
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      canvas.put(TextWidth.cut("\(number)  \(field.title(context.language))", to: width - 1), at: point)
    }
    // Last, so that the cursor stays in it.
    drawLine(line, on: &canvas, at: area.point(1), columns: 12)
  }
}

extension Field {
  /// The short name that lists and tables show: the sheet's own heading, in English the label.
  func title(_ language: Language) -> String {
    switch language {
    case .chinese: heading
    case .english: label.english
    }
  }
}
