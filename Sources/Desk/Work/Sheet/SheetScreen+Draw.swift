import Filling
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
    let bar = bar(context.wording, canvas.size.columns - 2 * Frame.margin)
    let area = entry.frame(bar).draw(on: &canvas, context)
    if isHelping { return drawHelp(on: &canvas, in: area, context) }
    switch cover {
    case .parting: return drawParting(on: &canvas, in: area, context)
    case .reason(let reason): return reason.draw(on: &canvas, in: area, context)
    case nil: break
    }
    if entry.drawPanel(on: &canvas, in: area, context) { return }
    // What is known of several items is looked at before it is taken, and hides the sheet.
    if entry.filling.asking != .item { return entry.drawItem(on: &canvas, in: area, context) }
    drawSheet(on: &canvas, in: area, context)
  }

  private func bar(_ wording: Wording, _ columns: Int) -> String {
    if isHelping { return wording(CommonPhrase.helpClose) }
    switch cover {
    case .parting: return Self.partingKeymap.bar(wording, columns: columns)
    case .reason: return PanelKeys.steps.bar(wording, columns: columns)
    case nil: break
    }
    let isPlain = entry.panel == nil && !entry.editor.isListOpen
    return isPlain ? Self.keymap.bar(wording, columns: columns) : entry.bar(wording, columns: columns)
  }

  private func drawSheet(
    on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let marks = entry.marks(context)
    drawStatus(marks, on: &canvas, in: area, context)
    let isWide = Self.isWide(canvas.size.columns)
    let foot = SheetFoot(entry, isWide: isWide, columns: isWide ? Self.paneColumns : area.columns, context)
    let footRows = isWide ? 0 : foot.rows(of: area)
    let table = Area(
      origin: area.point(1), columns: Self.tableColumns(canvas.size.columns),
      rows: area.rows - 1 - footRows)
    drawTable(marks, on: &canvas, in: table, context)
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
    if case .jump = entry.panel { return }
    canvas.cursor = cursor
  }

  private func drawStatus(
    _ marks: [ItemMark], on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let wording = context.wording
    let status: SheetPhrase =
      switch entry.record.status {
      case .draft: .draft
      case .submitted: .submitted
      case .approved: .approved
      case .withdrawn: .withdrawn
      }
    let isOpen = entry.record.isOpenForChanges
    let used = canvas.put(wording(status), at: area.point(0), style: Style(isOpen ? .normal : .yellow, bold: true))
    func count(_ mark: ItemMark) -> String { "\(marks.count { $0 == mark })" }
    // Items that may stay empty are no gaps.
    let blanks = entry.filling.gaps(context.filling).count { entry.record.answers[$0] == nil }
    let unconfirmed = entry.record.unconfirmedFields.count
    let text = wording(
      SheetPhrase.counts, count(.error), count(.warning), "\(blanks)", count(.owed), "\(unconfirmed)")
    let start = area.columns - TextWidth.of(text)
    canvas.put(text, at: area.point(0, indent: start))
    // Whose form it is, wherever the table has been scrolled to.
    let name = context.form.field(.childName).flatMap { entry.shownValue(of: $0, context) } ?? ""
    canvas.put(TextWidth.cut(name, to: max(0, start - used - 5)), at: area.point(0, indent: used + 3))
  }

  // MARK: The table

  private enum Line {
    case section(Int)
    case item(Int)
    /// The present item goes on.
    case more
    /// Room for what letters may stand for.
    case gap
  }

  private func lines(_ form: Form, currentRows: Int, hasGap: Bool) -> [Line] {
    let more = Array(repeating: Line.more, count: currentRows - 1) + (hasGap ? [.gap] : [])
    return form.sections.enumerated().flatMap { index, section in
      [.section(index)]
        + section.fields.flatMap { field in
          [.item(field)] + (field == entry.field ? more : [])
        }
    }
  }

  /// In how many rows the present item stands: a long text in as many as it takes, and some of the others beside it.
  private func currentRows(in area: Area, _ context: DeskContext) -> Int {
    guard entry.record.status != .withdrawn, case .text(let line) = entry.editor else { return 1 }
    let columns = area.columns - Self.labelColumns(area.columns, context.form, context.language) - 9
    return max(1, min(line.lines(columns).count, area.rows - 6))
  }

  // MARK: Columns

  private static func isWide(_ columns: Int) -> Bool { columns >= wide }

  /// The columns of the table in a window that has so many.
  private static func tableColumns(_ columns: Int) -> Int {
    columns - 2 * Frame.margin - (isWide(columns) ? paneColumns + 3 : 0)
  }

  private static func labelColumns(_ table: Int, _ form: Form, _ language: Language) -> Int {
    min(form.fields.map { TextWidth.of($0.title(language)) }.max() ?? 0, table > 60 ? 24 : 20)
  }

  /// The columns of a value in a window that has so many.
  static func valueColumns(_ columns: Int, _ form: Form, _ language: Language) -> Int {
    let table = tableColumns(columns)
    return table - labelColumns(table, form, language) - 9
  }

  private func drawTable(
    _ marks: [ItemMark], on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let lines = lines(
      context.form, currentRows: currentRows(in: area, context),
      hasGap: context.desk.typesPinyin && hanzi(context) != nil)
    let current = lines.firstIndex { if case .item(entry.field) = $0 { true } else { false } } ?? 0
    // The present item keeps its place on the screen while the lines move under it.
    let start = max(0, min(current - min(5, area.rows / 2), lines.count - area.rows))
    let width = Self.labelColumns(area.columns, context.form, context.language)
    for (offset, line) in lines[start...].prefix(area.rows).enumerated() {
      switch line {
      case .section(let index):
        canvas.put(
          "── \(context.form.sections[index].label[context.language])", at: area.point(offset), style: Style(.grey))
      case .item(let field):
        let rows = 1 + lines[(start + offset + 1)...].prefix { if case .more = $0 { true } else { false } }.count
        drawItem(
          field, marks[field], labelWidth: width, on: &canvas,
          in: Area(origin: area.point(offset), columns: area.columns, rows: rows), context)
      case .more, .gap: break
      }
    }
  }

  private func drawItem(
    _ field: Int, _ mark: ItemMark, labelWidth: Int, on canvas: inout Canvas, in area: Area,
    _ context: DeskContext
  ) {
    let isCurrent = field == entry.field
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
      origin: area.point(0, indent: labelWidth + 9), columns: area.columns - labelWidth - 9, rows: area.rows)
    if isCurrent, entry.record.status != .withdrawn {
      entry.drawLineEditor(on: &canvas, in: value, context)
    } else {
      if isCurrent { canvas.cursor = value.point(0) }
      drawValue(field, mark, on: &canvas, in: value, context)
    }
  }

  private func drawValue(
    _ field: Int, _ mark: ItemMark, on canvas: inout Canvas, in area: Area,
    _ context: DeskContext
  ) {
    if let value = entry.shownValue(of: field, context) {
      let isProposed = entry.record.proposedValue(of: context.form.fields[field].name) != nil
      canvas.put(
        TextWidth.cut(isProposed ? "→ \(value)" : value, to: area.columns), at: area.point(0),
        style: Style(isProposed ? .yellow : .normal))
    } else if let owed = entry.record.answers[field]?.owed {
      canvas.put(TextWidth.cut(entry.owedText(owed, context), to: area.columns), at: area.point(0), style: Style(.cyan))
    } else if mark == .notAsked {
      canvas.put(context.wording(SheetPhrase.notAsked), at: area.point(0), style: Style(.grey))
    } else if !entry.filling.isRequired(field, context.filling) {
      canvas.put(context.wording(CommonPhrase.optional), at: area.point(0), style: Style(.grey))
    }
  }

  // MARK: Covers

  private func drawHelp(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if case .reason = cover { return PanelKeys.steps.drawHelp(on: &canvas, in: area, context) }
    if entry.panel != nil || entry.editor.isListOpen { return entry.keys.drawHelp(on: &canvas, in: area, context) }
    let wording = context.wording
    KeyHelp(
      wording(SheetPhrase.title),
      about: [wording(SheetPhrase.signs, ItemMark.warning.sign), wording(SheetPhrase.about)]
    )
    .adding(Self.keymap, wording).draw(on: &canvas, in: area, wording)
  }
}
