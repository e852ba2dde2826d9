import Filling
import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// What is said about the present item: in lines at the foot of a sheet, or in a pane beside it.
struct SheetFoot {
  private let entry: FormEntry
  private let isWide: Bool
  private let columns: Int
  private let definition: Field

  init(_ entry: FormEntry, isWide: Bool, columns: Int, _ context: DeskContext) {
    self.entry = entry
    self.isWide = isWide
    self.columns = columns
    definition = context.form.fields[entry.field]
  }

  /// The rows that the foot takes, its rule included: two lines, and what a list needs.
  func rows(of area: Area) -> Int {
    if case .jump = entry.panel { return 3 }
    switch entry.editor {
    case .choices(let choices): return 2 + listRows(choices, atMost: area.rows / 2 - 1)
    case .search(let search) where search.isOpen: return 2 + min(search.entries.count + 1, area.rows / 2 - 1)
    case .text, .number, .date, .search: return 3
    }
  }

  /// In how many rows the choices stand, as many beside each other as fit.
  private func listRows(_ choices: ChoiceEditor, atMost limit: Int) -> Int {
    let number = choices.entries.count > 9 ? 2 : 1
    let widest = (choices.entries.map { TextWidth.of($0.label) }.max() ?? 0) + number + 6
    let blocks = max(1, (columns + 2) / widest)
    return max(1, min(limit, (choices.entries.count + blocks - 1) / blocks))
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if isWide { drawPane(on: &canvas, in: area, context) } else { drawFoot(on: &canvas, in: area, context) }
  }

  private func drawFoot(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if case .jump(let number) = entry.panel { return drawJump(number, on: &canvas, in: area, context) }
    let said = message(context)
    switch entry.editor {
    case .choices(let choices):
      let text = said ?? Said(hint(context), Style(.grey))
      canvas.put(TextWidth.cut(text.text, to: area.columns), at: area.point(0), style: text.style)
      choices.draw(on: &canvas, at: area.point(1), rows: area.rows - 1, columns: area.columns)
    case .search(let search) where search.isOpen:
      search.draw(
        on: &canvas, at: area.point(0), rows: area.rows, columns: area.columns, showsCodes: true, context)
    case .text, .number, .date, .search:
      if let said {
        let used = canvas.paragraph(said.text, in: area, row: 0, lines: 2, style: said.style)
        if used == 1 { put(hint(context), on: &canvas, in: area, row: 1) }
      } else {
        canvas.paragraph(hint(context), in: area, row: 0, lines: 2, style: Style(.grey))
      }
    }
  }

  private func drawPane(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if case .jump(let number) = entry.panel { return drawJump(number, on: &canvas, in: area, context) }
    let label = definition.label[context.language]
    canvas.put(TextWidth.cut(label, to: area.columns), at: area.point(0), style: Style(bold: true))
    var row = 1 + canvas.paragraph(hint(context), in: area, row: 1, lines: 3, style: Style(.grey)) + 1
    if let said = message(context) {
      row += canvas.paragraph(said.text, in: area, row: row, lines: 5, style: said.style) + 1
    }
    let (paper, why) = (definition.paper[context.language], definition.why[context.language])
    let below = 4 + [paper, why].reduce(0) { $0 + min(3, TextWidth.wrap($1, columns: area.columns - 2).count) }
    let listRows = area.rows - row - below - 1
    switch entry.editor {
    case .choices(let choices):
      let height = max(1, min(choices.entries.count, listRows))
      choices.draw(on: &canvas, at: area.point(row), rows: height, columns: area.columns)
    case .search(let search) where search.isOpen:
      search.draw(
        on: &canvas, at: area.point(row), rows: max(2, listRows), columns: area.columns, showsCodes: true, context)
    case .text, .number, .date, .search: break
    }
    row = area.rows - below
    for (title, text) in [(CommonPhrase.helpWhere.text, paper), (GuidedPhrase.why.text, why)] {
      canvas.put(title[context.language], at: area.point(row), style: Style(.cyan))
      row += 1 + canvas.paragraph(text, in: area, row: row + 1, indent: 2, lines: 3, style: Style(.grey))
    }
  }

  private func put(_ text: String, on canvas: inout Canvas, in area: Area, row: Int) {
    canvas.put(TextWidth.cut(text, to: area.columns), at: area.point(row), style: Style(.grey))
  }

  private func drawJump(
    _ number: ItemNumber, on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let prompt = context.wording(GuidedPhrase.jumpPrompt, "\(context.form.fields.count)")
    let text = number.notice.map { "✗ \($0)" } ?? prompt
    canvas.put(
      TextWidth.cut(text, to: area.columns), at: area.point(0),
      style: Style(number.notice == nil ? .normal : .red, bold: true)
    )
    drawLine(number.line, on: &canvas, at: area.point(1), columns: 12)
  }

  // MARK: What is said

  private struct Said {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style) {
      (self.text, self.style) = (text, style)
    }
  }

  private func hint(_ context: DeskContext) -> String {
    let isRequired = entry.filling.isRequired(entry.field, context.filling)
    let hint = entry.filling.hint(of: entry.field, context.filling)[context.language]
    return isRequired ? hint : "\(context.wording(CommonPhrase.optional)) · \(hint)"
  }

  private func message(_ context: DeskContext) -> Said? {
    let wording = context.wording
    if entry.editor.isListOpen, entry.notice == nil { return nil }
    switch entry.notice {
    case .finding(let finding):
      var text = "\(finding.mark) \(wording.message(finding, form: context.form))"
      if entry.filling.isWarned {
        text += " " + (finding.proposal.map { wording(GuidedPhrase.upgraded, $0) } ?? wording(GuidedPhrase.enterAgain))
      }
      return Said(text, Style(finding.colour))
    case .text(let text, let isError):
      let more = entry.filling.isWarned ? " " + wording(GuidedPhrase.enterAgain) : ""
      return Said("\(isError ? "✗" : "✓") \(text)\(more)", Style(isError ? .red : .green))
    case .numberKnown: return known(context)
    case nil: break
    }
    if entry.filling.knownNumberField(context.filling) == entry.field { return known(context) }
    if entry.isTypingLetters(context) { return Said(wording(PinyinPhrase.offer), .plain) }
    let isDoubted = entry.isDoubted(context)
    if isDoubted, !entry.editor.hasChanges, entry.question(context) == nil,
      let finding = entry.filling.worstFinding(context.filling)
    {
      return Said("\(finding.mark) \(entry.message(finding, context))", Style(finding.colour))
    }
    let understood = understood(isDoubted: isDoubted, context)
    if let asked = entry.question(context) {
      return Said([asked, understood?.text].compactMap(\.self).joined(separator: "  "), Style(.yellow))
    }
    if let understood { return understood }
    // What Enter would take is said even where the item was put off.
    let offer = offer(context)
    if let owed = entry.record.answers[entry.field]?.owed {
      return Said(
        ["… \(entry.owedText(owed, context))", offer].compactMap(\.self).joined(separator: "  "), Style(.cyan))
    }
    return offer.map { Said($0, Style(.cyan)) }
  }

  private func known(_ context: DeskContext) -> Said {
    Said("\(ItemMark.warning.sign) \(context.wording(GuidedPhrase.numberKnown))", Style(.yellow))
  }

  private func offer(_ context: DeskContext) -> String? {
    guard entry.filling.isUntouched(entry.entry, context.filling),
      let suggestion = entry.filling.suggestion(context.filling)
    else { return nil }
    return entry.suggestionText(suggestion, context)
  }

  /// What is understood of a number or a date while it is typed.
  private func understood(isDoubted: Bool, _ context: DeskContext) -> Said? {
    let wording = context.wording
    func right(_ text: String) -> Said { isDoubted ? Said(text, .plain) : Said("✓ \(text)", Style(.green)) }
    switch entry.editor {
    case .number(let line):
      guard entry.filling.isCitizenNumber(line.text, context.filling), !line.isEmpty else { return nil }
      guard line.text.utf8.count == 18,
        let number = CitizenNumber.read(line.text, on: context.today, knowsArea: { _ in true }).number
      else { return Said(wording(GuidedPhrase.characters, "\(line.text.count)", "18"), Style(.grey)) }
      let region = context.form.tables.path(of: number.area, in: context.language).joined(separator: " · ")
      let said = wording(GuidedPhrase.sexBornArea, wording.sex(number.sex), wording.date(number.birthDate), region)
      return right(said)
    case .date(let line):
      guard !line.isEmpty, case .success(let date) = entry.filling.date(of: line.text, context.filling) else {
        return nil
      }
      return right(wording.date(date))
    case .text, .choices, .search: return nil
    }
  }
}
