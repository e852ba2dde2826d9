import Filling
import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// One item at a time: what is asked, the editor, and why it is asked.
extension FormEntry {
  func drawItem(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let asked = asked(context)
    canvas.put(label(context), at: area.point(0, indent: 1), style: Style(bold: true))
    let need = context.wording(
      asked.isRequired ? CommonPhrase.required : CommonPhrase.optional)
    canvas.put(need, at: area.point(0, indent: area.columns - 1 - TextWidth.of(need)), style: Style(.grey))
    // Short windows go without the empty lines.
    let isRoomy = area.rows >= 17
    var row = isRoomy ? 2 : 1
    if let caution = caution(context) {
      // Below the heading's line, which a roomy window leaves empty.
      row = 1 + canvas.paragraph(caution, in: area, row: 1, indent: 1, lines: 2, style: Style(.yellow))
    }
    row += canvas.paragraph(asked.hint[context.language], in: area, row: row, indent: 1, lines: 2)
    row += isRoomy ? 1 : 0
    row += drawShared(on: &canvas, in: area, row: row, context)
    // A list that needs the rows goes before the reason for asking; the help page has that too.
    let isShared = isShown
    let hasWhy = !isShared && hasRoomForWhy(area.rows - row, columns: area.columns, isRoomy: isRoomy, context)
    let why = hasWhy ? whyLines(asked.why, in: area, lines: isRoomy ? 3 : 2, context) : []
    let left = area.rows - row - (why.isEmpty ? 0 : why.count + 1) - (editor.isListOpen && notice == nil ? 0 : 3)
    // Both answers to what is shared are seen, however many lines it takes.
    let editorRows = max(isShared ? 2 : 1, left)
    row += drawEditor(on: &canvas, in: area, row: row, rows: editorRows, context)
    row += isRoomy ? 1 : 0
    drawNotice(on: &canvas, in: area, row: row, context)
    if hasWhy { drawWhy(why, on: &canvas, in: area, context) }
  }

  /// The reason for asking gives way to a list: to one that is open, and to one that is shown whole without it.
  private func hasRoomForWhy(_ rows: Int, columns: Int, isRoomy: Bool, _ context: DeskContext) -> Bool {
    let room = rows - 6
    switch editor {
    case .choices(let choices): return isRoomy || choices.entries.count <= room
    case .search(let search):
      guard search.isOpen || value(context) == nil else { return true }
      let count = search.count(context)
      return search.isOpen ? count < room : isRoomy && (count < room - 1 || count > rows - 4)
    case .text(let editor):
      return isRoomy || editor.lines(Self.textColumns(columns, context)).count <= rows - 6
    case .number, .date: return true
    }
  }

  /// Draws the editor and says how many rows it took.
  private func drawEditor(
    on canvas: inout Canvas, in area: Area, row: Int, rows: Int, _ context: DeskContext
  ) -> Int {
    switch editor {
    case .text(let editor):
      canvas.put("▸", at: area.point(row, indent: 1), style: Style(bold: true))
      let used = editor.drawLines(
        on: &canvas, at: area.point(row, indent: 3), columns: Self.textColumns(area.columns, context), rows: rows,
        style: Style(underlined: true))
      drawBeside(context.wording(GuidedPhrase.characterCount, "\(editor.text.count)"), on: &canvas, in: area, row: row)
      return used + drawMended(editor.text, on: &canvas, in: area, row: row + used, context)
    case .number(let editor):
      drawLine(
        editor, on: &canvas, at: area.point(row, indent: 1), columns: 40,
        grouping: filling.isCitizenNumber(editor.text, context.filling) ? [6, 14] : [])
      let count =
        filling.isCitizenNumber(editor.text, context.filling)
        ? context.wording(GuidedPhrase.characters, "\(editor.text.count)", "18")
        : context.wording(GuidedPhrase.numberCount, "\(editor.text.count)")
      drawBeside(count, on: &canvas, in: area, row: row)
      return 1 + drawReadBack(of: editor.text, on: &canvas, in: area, row: row + 1, context)
    case .date(let editor):
      drawLine(editor, on: &canvas, at: area.point(row, indent: 1), columns: 30)
      return 1 + drawDate(editor.text, on: &canvas, in: area, row: row + 1, context)
    case .choices(let choices):
      let height = max(1, min(choices.entries.count, rows))
      choices.draw(on: &canvas, at: area.point(row, indent: 1), rows: height, columns: area.columns - 2)
      return height
    case .search(let search):
      let taken = value(context).map { context.shown($0, of: field) } ?? ""
      if !search.isOpen, !taken.isEmpty {
        let isDoubted = isDoubted(context)
        canvas.put(
          "\(isDoubted ? "！" : "✓ ")\(TextWidth.cut(taken, to: area.columns - 4))", at: area.point(row, indent: 1),
          style: Style(isDoubted ? .yellow : .green))
      }
      let line = !search.isOpen && !taken.isEmpty ? row + 1 : row
      search.draw(
        on: &canvas, at: area.point(line, indent: 1), rows: rows - (line - row), columns: area.columns - 2,
        isShown: taken.isEmpty, context)
      return search.isOpen ? rows : line - row + 1 + (taken.isEmpty ? min(rows - 1, search.count(context)) : 0)
    }
  }

  /// The columns of a line of text on a page that has so many: behind it stands how long the text is.
  static func textColumns(_ columns: Int, _ context: DeskContext) -> Int {
    columns - 6 - TextWidth.of(context.wording(GuidedPhrase.characterCount, "000"))
  }

  private func drawBeside(_ text: String, on canvas: inout Canvas, in area: Area, row: Int) {
    canvas.put(text, at: area.point(row, indent: area.columns - 1 - TextWidth.of(text)), style: Style(.grey))
  }

  /// What a text is stored as, where more is mended than spaces.
  private func drawMended(
    _ typed: String, on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext
  ) -> Int {
    let kind = context.form.fields[field].kind.normalised
    guard let mended = context.wording.message(TextNormaliser.repairs(in: typed, as: kind)) else { return 0 }
    let said = context.wording(GuidedPhrase.mended, TextNormaliser.normalise(typed, as: kind), mended)
    return canvas.paragraph(said, in: area, row: row, indent: 3, lines: 2, style: Style(.cyan))
  }

  /// What the number says, once it is whole.
  private func drawReadBack(
    of text: String, on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext
  ) -> Int {
    guard filling.isCitizenNumber(text, context.filling), text.utf8.count == 18 else { return 1 }
    let reading = CitizenNumber.read(text, on: context.today) { _ in true }
    guard let number = reading.number else { return 1 }
    let region = context.form.tables.path(of: number.area, in: context.language).joined(separator: " · ")
    let said = context.wording(
      GuidedPhrase.sexBornArea, context.wording.sex(number.sex), context.wording.date(number.birthDate), region)
    let isDoubted = isDoubted(context)
    canvas.put(
      TextWidth.cut(isDoubted ? said : "✓ \(said)", to: area.columns - 4), at: area.point(row, indent: 3),
      style: Style(isDoubted ? .normal : .green))
    return 1
  }

  private func drawDate(
    _ text: String, on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext
  ) -> Int {
    if text.isEmpty {
      let days = offeredDays(context)
      let rows = days.map { canvas.paragraph($0, in: area, row: row + 1, indent: 3, lines: 2) } ?? 0
      canvas.put(context.wording(GuidedPhrase.dateExamples), at: area.point(row, indent: 3), style: Style(.grey))
      return 1 + rows
    } else if case .success(let date) = filling.date(of: text, context.filling) {
      let isBirth = context.form.fields[field].derivation != nil
      let age = date.age(on: context.today)
      let said =
        isBirth && date <= context.today
        ? context.wording(GuidedPhrase.readDate, context.wording.date(date), "\(age.years)", "\(age.months)")
        : context.wording.date(date)
      canvas.put(said, at: area.point(row, indent: 3), style: Style(.cyan))
    }
    return 1
  }
}
