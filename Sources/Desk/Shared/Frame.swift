import FormModel
import Terminal
import TextLayout
import Wording

/// What every page has in common: the title, the rule under it, and the bar of keys at the foot.
struct Frame {
  /// The smallest window that a page can be shown in.
  static let smallest = Size(60, 20)
  static let margin = 2

  /// What just happened without this person's doing.
  struct Word: Hashable {
    var text: String
    /// Something that could not be done.
    var isProblem = false
  }

  static func fits(_ size: Size) -> Bool { size.columns >= smallest.columns && size.rows >= smallest.rows }

  /// What the page is called; the form's title where nothing is said.
  var title: String?
  /// What stands at the right; the code and the time of the last save where nothing is said.
  var aside: String?
  var code: String?
  var saving: FormEntry.Saving?
  /// False on a page that says itself why nothing could be saved, and so needs no line above the bar.
  var saysFailure = true
  /// What just happened to the record, said above the bar until the next key.
  var word: Word?
  var bar: String
  /// A second line of keys, above the bar, on pages that have many.
  var barAbove = ""

  /// Draws the frame and returns the room that is left.
  func draw(on canvas: inout Canvas, _ context: DeskContext) -> Area {
    let size = canvas.size
    drawTitle(on: &canvas, context)
    Self.rule(on: &canvas, row: 1)
    // Nobody is to take invented children for others, on whatever page.
    if context.settings.isSimulated {
      let practice = " \(context.wording(CommonPhrase.practice)) "
      canvas.put(practice, at: Point(column: Self.margin + 2, row: 1), style: Style(bold: true))
    }
    canvas.put(barAbove, at: Point(column: Self.margin, row: size.rows - 2), style: Style(bold: true))
    drawWord(on: &canvas, context)
    canvas.put(
      TextWidth.cut(bar, to: size.columns - 2 * Self.margin), at: Point(column: Self.margin, row: size.rows - 1),
      style: Style(bold: true))
    return Area(
      origin: Point(column: Self.margin, row: 2), columns: size.columns - 2 * Self.margin, rows: size.rows - 4)
  }

  static func rule(on canvas: inout Canvas, row: Int, indent: Int = 1) {
    canvas.fill(row: row, columns: indent..<canvas.size.columns - indent, with: "─", style: Style(.grey))
  }

  private func drawTitle(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let title = self.title ?? context.form.title[context.language]
    var column = Self.margin + canvas.put(title, at: Point(column: Self.margin, row: 0), style: Style(bold: true))
    let right = [aside, code.map { wording(CommonPhrase.code, $0) }, savingText(wording)].compactMap(\.self)
      .joined(separator: "   ")
    let start = canvas.size.columns - Self.margin - TextWidth.of(right)
    let room = start - column - 4
    if room > 3, !context.settings.kindergarten.isEmpty {
      let name = TextWidth.cut(context.settings.kindergarten, to: room)
      column += 2 + (room - TextWidth.of(name)) / 2
      canvas.put(name, at: Point(column: column, row: 0))
    }
    canvas.put(right, at: Point(column: start, row: 0), style: Style(savingColour))
  }

  /// What keeps the record from the disk stands on every page until it is over.
  private func drawWord(on canvas: inout Canvas, _ context: DeskContext) {
    let columns = canvas.size.columns - 2 * Self.margin
    let point = Point(column: Self.margin, row: canvas.size.rows - 2)
    if saysFailure, case .failed(let error) = saving {
      canvas.put(
        TextWidth.cut("✗ \(context.wording.message(error))", to: columns), at: point, style: Style(.red), width: columns
      )
    } else if let word {
      let (sign, colour): (String, Style.Colour) = word.isProblem ? ("✗", .red) : ("✓", .green)
      canvas.put(TextWidth.cut("\(sign) \(word.text)", to: columns), at: point, style: Style(colour), width: columns)
    }
  }

  private func savingText(_ wording: Wording) -> String? {
    switch saving {
    case .nothingYet, nil: nil
    case .waiting: wording(CommonPhrase.saving)
    case .saved(let at): wording(CommonPhrase.saved, at.clock)
    case .failed: "✗ " + wording(CommonPhrase.saveFailed)
    }
  }

  private var savingColour: Style.Colour {
    switch saving {
    case .failed: .red
    case .nothingYet, .waiting, .saved, nil: .normal
    }
  }
}

extension Frame {
  /// The frame of a page of the work room, its keys in as many as two lines.
  init<Action>(title: String, aside: String? = nil, keys: Keymap<Action>, columns: Int, _ wording: Wording) {
    let bars = keys.bars(wording, columns: columns - 2 * Self.margin)
    self.init(title: title, aside: aside, bar: bars.last ?? "", barAbove: bars.count > 1 ? bars[0] : "")
  }
}

extension Canvas {
  /// Puts a text in as many lines as it needs, at most so many, and returns how many it took.
  @discardableResult
  mutating func paragraph(
    _ text: String, in area: Area, row: Int, indent: Int = 0, lines: Int, style: Style = .plain
  ) -> Int {
    let wrapped = TextWidth.wrap(text, columns: area.columns - indent)
    for (offset, line) in wrapped.prefix(lines).enumerated() {
      let isCut = offset == lines - 1 && wrapped.count > lines
      put(
        isCut ? TextWidth.cut(line + "…", to: area.columns - indent) : line,
        at: area.point(row + offset, indent: indent), style: style)
    }
    return min(wrapped.count, lines)
  }
}
