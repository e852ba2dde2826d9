import FormModel
import Standards
import Terminal
import TextLayout
import Wording

/// Which item of the form: its number in the sheet is typed, and all items stand below with theirs.
struct ItemNumber: Hashable, Sendable {
  private(set) var line = TextEditor("", repair: .number)
  private(set) var notice: String?
  /// Whether 0 means the whole form.
  let takesWhole: Bool

  init(takesWhole: Bool = false) { self.takesWhole = takesWhole }

  var isEmpty: Bool { line.isEmpty }

  /// The item, once one was named; nil stands for the whole form.
  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<Int?> {
    switch PanelKeys.line.action(for: key) {
    case .close: return .closes
    case .take: return taken(context)
    case .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, .help, .leave, .redraw, nil:
      // Only digits make a number; anything else is not taken.
      if case .text(let scalar) = key, scalar.properties.numericType == nil { return .stays }
      if line.handle(key) == .changed { notice = nil }
      return .stays
    }
  }

  private mutating func taken(_ context: DeskContext) -> PanelOutcome<Int?> {
    let count = context.form.fields.count
    let typed = TextNormaliser.normalise(line.text, as: .code)
    line = TextEditor("", repair: .number)
    // An empty line is no error: what to type stands above.
    notice = nil
    guard !typed.isEmpty else { return .stays }
    guard let item = Int(typed), (takesWhole ? 0...count : 1...count).contains(item) else {
      refuse(
        takesWhole
          ? context.wording(ReviewRecordPhrase.returnNoItem, typed, "\(count)")
          : context.wording(GuidedPhrase.jumpNone, typed, "\(count)"))
      return .stays
    }
    return .says(item == 0 ? nil : item - 1)
  }

  /// Says why the item that was named cannot be had.
  mutating func refuse(_ text: String) { notice = text }

  mutating func paste(_ text: String) { if line.paste(text) == .changed { notice = nil } }

  var typed: JSONValue { line.typed }

  mutating func restore(_ typed: JSONValue?) { line.restore(typed) }

  // MARK: Drawing

  /// The line, why a number was not taken, and from a row on the items by number, so that nobody has to know them by heart.
  func draw(
    on canvas: inout Canvas, in area: Area, row: Int, items first: Int, _ context: DeskContext,
    item text: (Int) -> (text: String, style: Style)
  ) {
    let items = Array((takesWhole ? -1 : 0)..<context.form.fields.count)
    let height = max(1, area.rows - first)
    let blocks = (items.count + height - 1) / height
    let width = area.columns / blocks
    for (index, item) in items.enumerated() {
      let (text, style) = text(item)
      let number = item + 1 < 10 ? " \(item + 1)" : "\(item + 1)"
      let point = area.point(first + index % height, indent: index / height * width)
      canvas.put(TextWidth.cut("\(number) \(text)", to: width - 1), at: point, style: style)
    }
    if let notice { canvas.put("✗ \(notice)", at: area.point(row, indent: 14), style: Style(.red)) }
    // Last, so that the cursor stays in it.
    drawLine(line, on: &canvas, at: area.point(row), columns: 12)
  }
}

/// Which item of the form, for a list of children.
struct ItemPick: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// To see who lacks it.
    case filter
    /// To fill it in for one child after the other.
    case walk
  }

  let purpose: Purpose
  /// Whether the list also has records of another form or edition, to which the item does not belong.
  private let leavesOut: Bool
  var number = ItemNumber()

  init(_ purpose: Purpose, leavesOut: Bool = false) { (self.purpose, self.leavesOut) = (purpose, leavesOut) }

  var typed: JSONValue {
    .object(["walks": .bool(purpose == .walk), "leavesOut": .bool(leavesOut), "line": number.typed])
  }

  init(typed: JSONValue?) {
    self.init(
      typed?["walks"]?.bool == true ? .walk : .filter, leavesOut: typed?["leavesOut"]?.bool == true)
    number.restore(typed?["line"])
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let ask: CompletionPhrase = purpose == .filter ? .pickFilter : .pickWalk
    canvas.put(context.wording(ask), at: area.point(0), style: Style(bold: true))
    if leavesOut {
      let said = context.wording(CompletionPhrase.onlyForm, context.form.title[context.language])
      canvas.put(TextWidth.cut(said, to: area.columns), at: area.point(2), style: Style(.yellow))
    }
    number.draw(on: &canvas, in: area, row: 1, items: 3, context) {
      (" \(context.form.fields[$0].title(context.language))", .plain)
    }
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
