import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

extension GuidedScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let bar = bar(context.wording, columns: canvas.size.columns - 2 * Frame.margin)
    let frame = Frame(
      code: hasCode ? record.code.text : nil, saving: saving, saysFailure: panel != .unsaved, word: word,
      bar: bar)
    let area = frame.draw(on: &canvas, context)
    drawProgress(on: &canvas, in: area, context)
    let body = Area(origin: area.point(2), columns: area.columns, rows: area.rows - 2)
    if isHelping { return drawHelp(on: &canvas, in: body, context) }
    switch panel {
    case nil: drawItem(on: &canvas, in: body, context)
    case .jump(let editor, let notice): drawJump(editor, notice, on: &canvas, in: body, context)
    case .owed(let owed): owed.draw(on: &canvas, in: body, title: label(context), context)
    case .unlisted(let unlisted): unlisted.draw(on: &canvas, in: body, title: label(context), context)
    case .place(let search):
      canvas.put(label(context), at: body.point(0), style: Style(bold: true))
      let hint = context.wording(GuidedPhrase.typeToSearch, Self.exampleQuery(search.list))
      search.draw(
        on: &canvas, at: body.point(2), rows: body.rows - 3, columns: body.columns, placeholder: hint, context)
    case .check(let check): check.draw(on: &canvas, in: body, context)
    case .filler(let filler): filler.draw(on: &canvas, in: body, context)
    case .unsaved: drawUnsaved(on: &canvas, in: body, context)
    case .dispute(let dispute): dispute.draw(on: &canvas, in: body, context)
    }
  }

  func bar(_ wording: Wording, columns: Int) -> String {
    if isHelping { return wording(CommonPhrase.helpClose) }
    return switch panel {
    case nil: editor.isListOpen ? Self.listBar(wording, columns) : Self.keymap.bar(wording, columns: columns)
    case .place: Self.listBar(wording, columns)
    case .check(let check):
      check.asked == nil
        ? CheckPanel.keymap.bar(wording, columns: columns) : CheckPanel.askedBar(wording, columns: columns)
    case .jump, .owed, .unlisted, .filler, .dispute: Self.panelKeymap.bar(wording, columns: columns)
    case .unsaved:
      KeyBar.text(
        [
          KeyBar.Part("1", wording(CheckPhrase.unsavedRetry)), KeyBar.Part("2", wording(CheckPhrase.unsavedLeave)),
          KeyBar.Part("Esc", wording(KeyPhrase.form)),
        ], columns: columns)
    }
  }

  /// While a list is open, Enter and the arrows are the list's.
  private static func listBar(_ wording: Wording, _ columns: Int) -> String {
    let keys: [(KeyName, KeyPhrase)] = [
      (KeyName("Enter"), .take), (KeyName("↑↓"), .highlight), (KeyName("Esc"), .close), (.help, .help),
      (.later, .later), (.leave, .leave),
    ]
    return KeyBar.text(keys.map { KeyBar.Part($0, wording($1)) }, columns: columns)
  }

  func label(_ context: DeskContext) -> String { context.form.fields[field].label[context.language] }

  // MARK: The item

  private func drawItem(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let definition = context.form.fields[field]
    canvas.put(label(context), at: area.point(0, indent: 1), style: Style(bold: true))
    let need = context.wording(isRequired(context) ? CommonPhrase.required : CommonPhrase.optional)
    canvas.put(need, at: area.point(0, indent: area.columns - 1 - TextWidth.of(need)), style: Style(.grey))
    // Short windows go without the empty lines.
    let isRoomy = area.rows >= 17
    var row = isRoomy ? 2 : 1
    if let standing = standingNote(context) {
      // Below the heading's line, which a roomy window leaves empty.
      row = 1 + canvas.paragraph(standing, in: area, row: 1, indent: 1, lines: 2, style: Style(.yellow))
    }
    row += canvas.paragraph(definition.hint[context.language], in: area, row: row, indent: 1, lines: 2)
    row += isRoomy ? 1 : 0
    // A list that needs the rows goes before the reason for asking; the help page has that too.
    let hasWhy = isRoomy || !editor.needsRows(beyond: area.rows - row - 6)
    let why = hasWhy ? whyLines(definition, in: area, lines: isRoomy ? 3 : 2, context) : []
    let editorRows = area.rows - row - (why.isEmpty ? 0 : why.count + 1) - 3
    row += drawEditor(on: &canvas, in: area, row: row, rows: editorRows, context)
    row += isRoomy ? 1 : 0
    drawNotice(on: &canvas, in: area, row: row, context)
    if hasWhy { drawWhy(why, on: &canvas, in: area, context) }
  }

  private func isRequired(_ context: DeskContext) -> Bool {
    context.form.isRequired(field, in: record.checkedAnswers, setting: context.setting)
  }

  /// Draws the editor and says how many rows it took.
  private func drawEditor(
    on canvas: inout Canvas, in area: Area, row: Int, rows: Int, _ context: DeskContext
  ) -> Int {
    switch editor {
    case .text(let editor):
      drawLine(editor, on: &canvas, at: area.point(row, indent: 1), columns: area.columns - 14)
      drawBeside(context.wording(GuidedPhrase.characterCount, "\(editor.text.count)"), on: &canvas, in: area, row: row)
      return 1 + drawMended(editor.text, on: &canvas, in: area, row: row + 1, context)
    case .number(let editor):
      drawLine(
        editor, on: &canvas, at: area.point(row, indent: 1), columns: 40, grouping: isCitizen(context) ? [6, 14] : [])
      let count =
        isCitizen(context)
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
      let taken = standing(context).map { context.shown($0, of: field) } ?? ""
      if !search.isOpen, !taken.isEmpty {
        canvas.put(
          "✓ \(TextWidth.cut(taken, to: area.columns - 4))", at: area.point(row, indent: 1), style: Style(.green))
      }
      let line = !search.isOpen && !taken.isEmpty ? row + 1 : row
      let hint = context.wording(GuidedPhrase.typeToSearch, Self.exampleQuery(search.list))
      search.draw(
        on: &canvas, at: area.point(line, indent: 1), rows: rows - (line - row), columns: area.columns - 2,
        placeholder: hint, context)
      return search.isOpen ? rows : line - row + 1
    }
  }

  private static func exampleQuery(_ list: String) -> String {
    switch list {
    case "ethnic": "hz"
    case "country": "zg"
    case "region": "hcq"
    default: "qt"
    }
  }

  private func drawBeside(_ text: String, on canvas: inout Canvas, in area: Area, row: Int) {
    canvas.put(text, at: area.point(row, indent: area.columns - 1 - TextWidth.of(text)), style: Style(.grey))
  }

  private func isCitizen(_ context: DeskContext) -> Bool {
    guard case .documentNumber(let typeField, _) = context.form.fields[field].kind else { return false }
    return record.answers[typeField]?.value == DocumentType.residentIdentityCard.rawValue
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
    guard isCitizen(context), text.utf8.count == 18 else { return 1 }
    let reading = CitizenNumber.read(text, on: context.today) { _ in true }
    guard let number = reading.number else { return 1 }
    let region = context.form.tables.path(of: number.area).joined(separator: " · ")
    let said = context.wording(
      GuidedPhrase.sexBornArea, context.wording.sex(number.sex), context.wording.date(number.birthDate), region)
    canvas.put(TextWidth.cut("✓ \(said)", to: area.columns - 4), at: area.point(row, indent: 3), style: Style(.green))
    return 1
  }

  private func drawDate(
    _ text: String, on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext
  ) -> Int {
    if text.isEmpty {
      canvas.put(context.wording(GuidedPhrase.dateExamples), at: area.point(row, indent: 3), style: Style(.grey))
    } else if case .success(let date) = read(text, context) {
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
