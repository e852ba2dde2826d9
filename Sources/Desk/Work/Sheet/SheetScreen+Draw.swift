import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

extension SheetScreen {
  /// From so many columns on, help and lists stand in a pane at the right.
  private static let wide = 100
  private static let paneColumns = 46

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let form = form(context)
    let columns = canvas.size.columns - 2 * Frame.margin
    let frame = Frame(
      code: form.hasCode ? form.record.code.text : nil, saving: form.saving, saysFailure: form.panel != .unsaved,
      word: form.word, bar: bar(form, context.wording, columns))
    let area = frame.draw(on: &canvas, context)
    switch cover {
    case .help: return drawHelp(on: &canvas, in: area, context.wording)
    case .parting: return drawParting(form, on: &canvas, in: area, context)
    case .reason(let reason): return reason.draw(on: &canvas, in: area, context)
    case nil: break
    }
    switch form.panel {
    case nil, .jump: drawSheet(form, on: &canvas, in: area, context)
    case .owed(let owed): owed.draw(on: &canvas, in: area, title: form.label(context), context)
    case .unlisted(let unlisted): unlisted.draw(on: &canvas, in: area, title: form.label(context), context)
    case .place(let search):
      canvas.put(form.label(context), at: area.point(0), style: Style(bold: true))
      search.draw(
        on: &canvas, at: area.point(2), rows: area.rows - 3, columns: area.columns,
        placeholder: context.wording(GuidedPhrase.typeToSearch, "hz"), context)
    case .check(let check): check.draw(on: &canvas, in: area, context)
    case .filler: break
    case .unsaved: form.drawUnsaved(on: &canvas, in: area, context)
    case .dispute(let dispute): dispute.draw(on: &canvas, in: area, context)
    }
  }

  private func bar(_ form: GuidedScreen, _ wording: Wording, _ columns: Int) -> String {
    switch cover {
    case .help: return wording(CommonPhrase.helpClose)
    case .parting: return wording(SheetPhrase.partingKeys)
    case .reason: return GuidedScreen.panelKeymap.bar(wording, columns: columns)
    case nil: break
    }
    let isPlain = form.panel == nil && !form.editor.isListOpen
    return isPlain ? Self.keymap.bar(wording, columns: columns) : form.bar(wording, columns: columns)
  }

  private func drawSheet(
    _ form: GuidedScreen, on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let marks = form.marks(context)
    drawStatus(form, marks, on: &canvas, in: area, context)
    let isWide = canvas.size.columns >= Self.wide
    let foot = SheetFoot(form, isWide: isWide, columns: isWide ? Self.paneColumns : area.columns, context)
    let footRows = isWide ? 0 : foot.rows(of: area)
    let table = Area(
      origin: area.point(1), columns: isWide ? area.columns - Self.paneColumns - 3 : area.columns,
      rows: area.rows - 1 - footRows)
    drawTable(form, marks, on: &canvas, in: table, context)
    // The cursor stays in the line of the table, unless something else is typed below.
    let cursor = canvas.cursor
    if isWide {
      for row in 0..<area.rows - 1 {
        canvas.put("│", at: area.point(row + 1, indent: table.columns + 1), style: Style(.grey))
      }
      foot.draw(
        on: &canvas,
        in: Area(
          origin: area.point(1, indent: table.columns + 3), columns: Self.paneColumns, rows: area.rows - 1),
        context)
    } else {
      Frame.rule(on: &canvas, row: area.origin.row + area.rows - footRows)
      foot.draw(
        on: &canvas,
        in: Area(origin: area.point(area.rows - footRows + 1), columns: area.columns, rows: footRows - 1), context)
    }
    if case .jump = form.panel { return }
    canvas.cursor = cursor
  }

  private func drawStatus(
    _ form: GuidedScreen, _ marks: [ItemMark], on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let wording = context.wording
    let status: SheetPhrase =
      switch form.record.status {
      case .draft: .draft
      case .submitted: .submitted
      case .approved: .approved
      case .withdrawn: .withdrawn
      }
    let isOpen = form.record.isOpenForChanges
    let used = canvas.put(wording(status), at: area.point(0), style: Style(isOpen ? .normal : .yellow, bold: true))
    func count(_ mark: ItemMark) -> String { "\(marks.count { $0 == mark })" }
    // Items that may stay empty are no gaps.
    let blanks = form.gaps(context).count { form.record.answers[$0] == nil }
    let unconfirmed = form.record.unconfirmedFields.count
    let text = wording(
      SheetPhrase.counts, count(.error), count(.warning), "\(blanks)", count(.owed), "\(unconfirmed)")
    let start = area.columns - TextWidth.of(text)
    canvas.put(text, at: area.point(0, indent: start))
    // Whose form it is, wherever the table has been scrolled to.
    let name = context.form.index(of: "name").flatMap { form.shownValue(of: $0, context) } ?? ""
    canvas.put(TextWidth.cut(name, to: max(0, start - used - 5)), at: area.point(0, indent: used + 3))
  }

  // MARK: The table

  private enum Line {
    case section(Int)
    case item(Int)
  }

  private func lines(_ form: Form) -> [Line] {
    form.sections.enumerated().flatMap { index, section in
      [.section(index)] + section.fields.map { .item($0) }
    }
  }

  private func drawTable(
    _ form: GuidedScreen, _ marks: [ItemMark], on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let lines = lines(context.form)
    let current = lines.firstIndex { if case .item(form.field) = $0 { true } else { false } } ?? 0
    // The present item keeps its place on the screen while the lines move under it.
    let start = max(0, min(current - min(5, area.rows / 2), lines.count - area.rows))
    let width = min(
      context.form.fields.map { TextWidth.of($0.title(context.language)) }.max() ?? 0, area.columns > 60 ? 24 : 20)
    for (offset, line) in lines[start...].prefix(area.rows).enumerated() {
      switch line {
      case .section(let index):
        canvas.put(
          "── \(context.form.sections[index].label[context.language])", at: area.point(offset), style: Style(.grey))
      case .item(let field):
        drawItem(
          field, marks[field], labelWidth: width, form, on: &canvas,
          in: Area(origin: area.point(offset), columns: area.columns, rows: 1), context)
      }
    }
  }

  private func drawItem(
    _ field: Int, _ mark: ItemMark, labelWidth: Int, _ form: GuidedScreen, on canvas: inout Canvas, in area: Area,
    _ context: DeskContext
  ) {
    let isCurrent = field == form.field
    let grey = mark == .notAsked
    let number = field + 1 < 10 ? " \(field + 1)" : "\(field + 1)"
    canvas.put(
      "\(isCurrent ? "▸" : " ")\(number)", at: area.point(0), style: Style(grey ? .grey : .normal, bold: isCurrent))
    canvas.put(mark.sign, at: area.point(0, indent: 4), style: Style(mark.colour, bold: mark == .error), width: 2)
    let label = context.form.fields[field].title(context.language)
    canvas.put(
      TextWidth.cut(label, to: labelWidth), at: area.point(0, indent: 7),
      style: Style(grey ? .grey : .normal, bold: isCurrent))
    let value = Area(
      origin: area.point(0, indent: labelWidth + 9), columns: area.columns - labelWidth - 9, rows: 1)
    if isCurrent, form.record.status != .withdrawn {
      form.drawLineEditor(on: &canvas, in: value, context)
    } else {
      if isCurrent { canvas.cursor = value.point(0) }
      drawValue(field, mark, form, on: &canvas, in: value, context)
    }
  }

  private func drawValue(
    _ field: Int, _ mark: ItemMark, _ form: GuidedScreen, on canvas: inout Canvas, in area: Area,
    _ context: DeskContext
  ) {
    if let value = form.shownValue(of: field, context) {
      let isProposed = form.record.proposedValue(of: context.form.fields[field].name) != nil
      canvas.put(
        TextWidth.cut(isProposed ? "→ \(value)" : value, to: area.columns), at: area.point(0),
        style: Style(isProposed ? .yellow : .normal))
    } else if let owed = form.record.answers[field]?.owed {
      canvas.put(TextWidth.cut(form.owedText(owed, context), to: area.columns), at: area.point(0), style: Style(.cyan))
    } else if mark == .notAsked {
      canvas.put(context.wording(SheetPhrase.notAsked), at: area.point(0), style: Style(.grey))
    } else if !context.form.isRequired(field, in: form.record.checkedAnswers, setting: context.setting) {
      canvas.put(context.wording(CommonPhrase.optional), at: area.point(0), style: Style(.grey))
    }
  }

  // MARK: Covers

  private func drawHelp(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    KeyHelp(
      wording(SheetPhrase.title), notes: [wording(SheetPhrase.signs, ItemMark.warning.sign), wording(SheetPhrase.note)]
    )
    .adding(Self.keymap, wording).draw(on: &canvas, in: area, wording)
  }

  private func drawParting(
    _ form: GuidedScreen, on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let wording = context.wording
    let isHandedIn = form.leaving == .handedIn
    canvas.put(
      "✓ \(wording(isHandedIn ? SheetPhrase.partingHandedIn : SheetPhrase.partingSaved))",
      at: area.point(1, indent: 1), style: Style(.green, bold: true))
    let title = wording(SheetPhrase.partingCode)
    let used = canvas.put(title, at: area.point(3, indent: 3))
    let code = form.record.code.text.map(String.init).joined(separator: " ")
    canvas.put(code, at: area.point(3, indent: 3 + used + 3), style: Style(bold: true))
    canvas.cursor = area.point(3, indent: 3 + used + 3)
    var row = 5
    let unconfirmed = form.record.unconfirmedFields.count
    if unconfirmed > 0 {
      row += canvas.paragraph(
        wording(SheetPhrase.partingConfirm, "\(unconfirmed)"), in: area, row: row, indent: 1, lines: 3)
    }
  }
}

extension GuidedScreen {
  /// The present item's line, in its place in a table.
  func drawLineEditor(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let style = Style(underlined: true)
    switch editor {
    case .text(let line), .date(let line):
      line.draw(on: &canvas, at: area.point(0), columns: area.columns, style: style)
    case .number(let line):
      let grouping = isCitizenNumber(context) ? [6, 14] : []
      line.draw(on: &canvas, at: area.point(0), columns: min(24, area.columns), style: style, grouping: grouping)
    case .search(let search) where search.isOpen:
      search.editor.draw(on: &canvas, at: area.point(0), columns: min(30, area.columns), style: style)
    case .search, .choices:
      canvas.put("", at: area.point(0), style: style, width: min(30, area.columns))
      canvas.put(TextWidth.cut(shownValue(of: field, context) ?? "", to: area.columns), at: area.point(0), style: style)
      canvas.cursor = area.point(0)
    }
  }
}
