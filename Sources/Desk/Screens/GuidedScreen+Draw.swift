import FormModel
import Records
import Standards
import Terminal

extension GuidedScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let bar = bar(context.wording, columns: canvas.size.columns - 2 * Frame.margin)
    let frame = Frame(code: hasCode ? record.code.text : nil, saving: saving, bar: bar)
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
      let hint = context.wording(GuidedPhrase.typeToSearch, "hz")
      search.draw(
        on: &canvas, at: body.point(2), rows: body.rows - 3, columns: body.columns, placeholder: hint, context)
    case .check(let check): check.draw(on: &canvas, in: body, context)
    case .filler(let filler): filler.draw(on: &canvas, in: body, context)
    case .unsaved: drawUnsaved(on: &canvas, in: body, context)
    }
  }

  private func bar(_ wording: Wording, columns: Int) -> String {
    switch panel {
    case nil: return Self.keymap.bar(wording, columns: columns)
    case .check: return CheckPanel.keymap.bar(wording, columns: columns)
    case .jump, .owed, .unlisted, .place, .filler: return Self.panelKeymap.bar(wording, columns: columns)
    case .unsaved: return ""
    }
  }

  func label(_ context: DeskContext) -> String { context.form.fields[field].label[context.language] }

  // MARK: Progress

  private func drawProgress(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let current = context.form.section(of: field) ?? 0
    let counted = progress(context)
    let text = context.wording(GuidedPhrase.progress, "\(counted)", "\(context.form.fields.count)")
    let room = area.columns - TextWidth.of(text) - 2
    var column = area.origin.column
    for (index, section) in context.form.sections.enumerated() {
      let isCurrent = index == current
      var title = section.label[context.language]
      if isCurrent { title += " " + meter(section, context) }
      guard column - area.origin.column + TextWidth.of(title) <= room else { break }
      column += canvas.put(
        title, at: Point(column: column, row: area.origin.row),
        style: Style(isCurrent ? .normal : .grey, bold: isCurrent))
      column += 3
    }
    let start = area.origin.column + area.columns - TextWidth.of(text)
    canvas.put(text, at: Point(column: start, row: area.origin.row))
  }

  /// Items that are answered, put off, or not this child's.
  private func progress(_ context: DeskContext) -> Int {
    context.form.fields.indices.count { isDone($0, context) }
  }

  private func isDone(_ field: Int, _ context: DeskContext) -> Bool {
    if record.answers[field] != nil { return true }
    if case .classCode = context.form.fields[field].kind {
      // Where there are no classes to choose from, the item is done once the next one is.
      let isSkipped =
        context.settings.classes.isEmpty && following(field, context).map { record.answers[$0] != nil } ?? true
      return record.contact.className != nil || isSkipped
    }
    return switch context.form.relevance(of: field, in: record.checkedAnswers, setting: context.setting) {
    case .no: true
    case .yes, .unknown: false
    }
  }

  private func meter(_ section: Section, _ context: DeskContext) -> String {
    let done = section.fields.count { isDone($0, context) }
    return String(repeating: "█", count: done) + String(repeating: "░", count: section.fields.count - done)
  }

  // MARK: The item

  private func drawItem(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let definition = context.form.fields[field]
    canvas.put(label(context), at: area.point(0, indent: 1), style: Style(bold: true))
    let need = context.wording(isRequired(context) ? CommonPhrase.required : CommonPhrase.optional)
    canvas.put(need, at: area.point(0, indent: area.columns - 1 - TextWidth.of(need)), style: Style(.grey))
    // Short windows go without the empty lines.
    let isRoomy = area.rows >= 17
    var row = isRoomy ? 2 : 1
    if let standing = standingNote(context.wording) {
      // Below the heading's line, which a roomy window leaves empty.
      row = 1 + canvas.paragraph(standing, in: area, row: 1, indent: 1, lines: 2, style: Style(.yellow))
    }
    row += canvas.paragraph(definition.hint[context.language], in: area, row: row, indent: 1, lines: 2)
    row += isRoomy ? 1 : 0
    let whyRows = 3
    let editorRows = area.rows - row - whyRows - 3
    row += drawEditor(on: &canvas, in: area, row: row, rows: editorRows, context)
    row += isRoomy ? 1 : 0
    drawNotice(on: &canvas, in: area, row: row, context)
    drawWhy(on: &canvas, in: area, definition, context)
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
      return 1
    case .number(let editor):
      drawLine(
        editor, on: &canvas, at: area.point(row, indent: 1), columns: 40, grouping: isCitizen(context) ? [6, 14] : [])
      let count =
        isCitizen(context)
        ? context.wording(GuidedPhrase.characters, "\(editor.text.count)", "18") : "\(editor.text.count)"
      drawBeside(count, on: &canvas, in: area, row: row)
      return 1 + drawReadBack(of: editor.text, on: &canvas, in: area, row: row + 1, context)
    case .date(let editor):
      drawLine(editor, on: &canvas, at: area.point(row, indent: 1), columns: 30)
      return 1 + drawDate(editor.text, on: &canvas, in: area, row: row + 1, context)
    case .choices(let choices):
      let height = max(1, min(choices.entries.count, rows))
      choices.draw(on: &canvas, at: area.point(row, indent: 1), rows: height, columns: area.columns - 2)
      canvas.cursor = area.point(row + (choices.highlighted ?? 0) % height, indent: 1)
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
    let start = area.columns - 1 - max(TextWidth.of(text), 12)
    canvas.put(text, at: area.point(row, indent: start), style: Style(.grey), width: 12)
  }

  private func isCitizen(_ context: DeskContext) -> Bool {
    guard case .documentNumber(let typeField) = context.form.fields[field].kind else { return false }
    return record.answers[typeField]?.value == DocumentType.residentIdentityCard.rawValue
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

  // MARK: Notice, why

  private func drawNotice(on canvas: inout Canvas, in area: Area, row: Int, _ context: DeskContext) {
    let wording = context.wording
    var line = row
    func say(_ text: String, _ style: Style, lines: Int = 2) {
      line += canvas.paragraph(text, in: area, row: line, indent: 1, lines: lines, style: style)
    }
    switch notice {
    case .finding(let finding):
      say("\(finding.mark) \(wording.message(finding, form: context.form))", Style(finding.colour))
      if let proposal = finding.proposal, mayGoOn {
        say(wording(GuidedPhrase.upgraded, proposal), .plain)
      } else if mayGoOn {
        say(wording(GuidedPhrase.enterAgain), Style(.grey), lines: 1)
      }
    case .text(let text, let isError):
      say("\(isError ? "✗" : "✓") \(text)", Style(isError ? .red : .green))
      if mayGoOn { say(wording(GuidedPhrase.enterAgain), Style(.grey), lines: 1) }
    case nil:
      if editor.isListOpen { return }
      if let owed = record.answers[field]?.owed {
        say("… \(owedText(owed, context))", Style(.cyan))
      } else if isUntouched(context), let suggestion = suggestion(for: field, context) {
        say(suggestionText(suggestion, context), Style(.cyan))
      } else if offersPlaces(context), standing(context) == nil {
        say(wording(GuidedPhrase.pickPlace), Style(.grey), lines: 1)
      }
    }
  }

  private func suggestionText(_ suggestion: Suggestion, _ context: DeskContext) -> String {
    let shown = context.shown(suggestion.value, of: field)
    return switch suggestion.source {
    case .copied: context.wording(GuidedPhrase.copied, shown)
    case .derived: context.wording(GuidedPhrase.fromNumber, shown)
    case .told, .document, .accepted: context.wording(GuidedPhrase.suggestion, shown)
    }
  }

  func owedText(_ owed: Owed, _ context: DeskContext) -> String {
    let reason = owed.note.isEmpty || owed.reason != .other ? owed.reason.text(context.wording) : owed.note
    guard let due = owed.due else { return context.wording(GuidedPhrase.owedNoDate, reason) }
    return context.wording(GuidedPhrase.owedUntil, reason, context.wording.date(due))
  }

  private func drawWhy(on canvas: inout Canvas, in area: Area, _ definition: Field, _ context: DeskContext) {
    let top = area.rows - 3
    canvas.fill(
      row: area.origin.row + top, columns: area.origin.column + 1..<area.origin.column + area.columns - 1, with: "─",
      style: Style(.grey))
    let title = context.wording(GuidedPhrase.why)
    canvas.put(title, at: area.point(top + 1, indent: 1), style: Style(.grey))
    let indent = TextWidth.of(title) + 3
    canvas.paragraph(
      definition.why[context.language], in: area, row: top + 1, indent: indent, lines: 2, style: Style(.grey))
  }
}

extension OwedReason {
  func text(_ wording: Wording) -> String {
    switch self {
    case .document: wording(OwedPhrase.document)
    case .ask: wording(OwedPhrase.family)
    case .other: wording(OwedPhrase.other)
    }
  }
}
