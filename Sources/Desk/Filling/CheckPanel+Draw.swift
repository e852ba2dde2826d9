import Filling
import FormModel
import Terminal
import TextLayout
import Wording

extension CheckPanel {
  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(CheckPhrase.title), at: area.point(0), style: Style(bold: true))
    drawCounts(on: &canvas, in: area, wording)
    if let asked {
      draw(asked, on: &canvas, in: area, context)
      return
    }
    let height = area.rows - 5
    let start = max(0, min(highlighted - height / 2, rows.count - height))
    if start > 0 { canvas.put("…", at: area.point(1), style: Style(.grey)) }
    if !canHandIn {
      let isOnlyWrong = !rows.contains {
        if case .finding(let finding) = $0 { finding.severity == .missing } else { false }
      }
      let phrase: CheckPhrase = isOnlyWrong ? .wrongInTheWay : .inTheWay
      canvas.put(context.wording(phrase, "\(inTheWay)"), at: area.point(1, indent: 2))
    }
    for (offset, row) in rows[start...].prefix(height).enumerated() {
      let isHighlighted = start + offset == highlighted
      draw(row, on: &canvas, at: area.point(2 + offset), columns: area.columns, isHighlighted, context)
      if isHighlighted { canvas.cursor = area.point(2 + offset) }
    }
    if start + height < rows.count {
      canvas.put("…", at: area.point(2 + height), style: Style(.grey))
    }
    drawFoot(on: &canvas, in: area, context)
  }

  /// The whole sentence of the highlighted line, where the line has no room for it; else what comes next.
  private func drawFoot(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if let whole = wholeSentence(columns: area.columns, context) {
      canvas.paragraph(whole, in: area, row: area.rows - 2, lines: 2)
    } else if canHandIn {
      let wording = context.wording
      let next =
        owed.isEmpty
        ? wording(CheckPhrase.nextNothing) : wording(CheckPhrase.nextOwed, owed.joined(separator: wording.comma))
      canvas.put(TextWidth.cut(next, to: area.columns), at: area.point(area.rows - 2))
      if !short.lines.isEmpty, rows.contains(where: { if case .answers = $0 { true } else { false } }) {
        canvas.put(
          TextWidth.cut(wording(CheckPhrase.marks), to: area.columns), at: area.point(area.rows - 1),
          style: Style(.grey))
      }
    } else if isBlank {
      canvas.put(
        TextWidth.cut(context.wording(CheckPhrase.blanksAside), to: area.columns), at: area.point(area.rows - 1),
        style: Style(.grey))
    }
  }

  private func wholeSentence(columns: Int, _ context: DeskContext) -> String? {
    guard rows.indices.contains(highlighted) else { return nil }
    switch rows[highlighted] {
    case .finding(let finding):
      let isCut = TextWidth.of(text(finding, context)) > columns - 2
      return isCut ? "\(finding.mark) \(context.wording.message(finding, form: context.form))" : nil
    case .query(_, let query): return context.wording.asked(query)
    case .answers(let fields):
      let text = text(of: fields)
      return TextWidth.of(text) > columns - 2 ? text.drop { $0 == " " }.description : nil
    case .numberKnown, .handIn: return nil
    }
  }

  private func text(of fields: [Int]) -> String { short.lines.first { $0.fields.first == fields.first }?.text ?? "" }

  func text(_ finding: Finding, _ context: DeskContext) -> String {
    "\(finding.mark) \(words(.finding(finding), context))"
  }

  /// A line of the list without its mark.
  func words(_ row: FormFilling.Line, _ context: DeskContext) -> String {
    let wording = context.wording
    func label(_ field: Int) -> String { context.form.fields[field].label[context.language] }
    return switch row {
    case .handIn:
      wording(
        isHandedIn
          ? CheckPhrase.handedInDone
          : rows.contains { if case .finding = $0 { true } else { false } } ? .handInOwing : .handIn)
    case .answers(let fields): text(of: fields)
    case .numberKnown(let field): wording(CheckPhrase.line, label(field), wording(GuidedPhrase.numberKnown))
    case .query(let field, let query): (field.map { label($0) + wording.colon } ?? "") + wording.plain(query.text)
    case .finding(let finding):
      wording(CheckPhrase.line, label(finding.field), wording.message(finding, form: context.form))
    }
  }

  private func drawCounts(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    let indent = TextWidth.of(wording(CheckPhrase.title)) + 3
    canvas.put(counts(wording), at: area.point(0, indent: indent))
  }

  /// How many lines of each weight the list has.
  func counts(_ wording: Wording) -> String {
    var counts = [0, 0, 0, 0]
    for case .finding(let finding) in rows { counts[finding.weight] += 1 }
    let asked = rows.count { if case .query = $0 { true } else { false } }
    return counts.allSatisfy { $0 == 0 }
      ? (asked == 0
        ? wording(isHandedIn ? CheckPhrase.handedInGood : .allGood) : wording(CheckPhrase.askedCount, "\(asked)"))
      : wording(CheckPhrase.counts, "\(counts[0])", "\(counts[1])", "\(counts[2])", "\(counts[3])")
  }

  private func draw(
    _ row: FormFilling.Line, on canvas: inout Canvas, at point: Point, columns: Int, _ isHighlighted: Bool,
    _ context: DeskContext
  ) {
    let lead = isHighlighted ? "▸ " : "  "
    switch row {
    case .handIn:
      let style = Style(.green, bold: true, reversed: isHighlighted)
      canvas.put("\(lead)✓ \(words(row, context))", at: point, style: style)
    case .answers:
      canvas.put(
        TextWidth.cut(lead + words(row, context), to: columns), at: point,
        style: Style(bold: isHighlighted, reversed: isHighlighted), width: columns)
    case .numberKnown:
      canvas.put(
        TextWidth.cut("\(lead)！ \(words(row, context))", to: columns), at: point,
        style: Style(.yellow, bold: isHighlighted, reversed: isHighlighted), width: columns)
    case .query:
      canvas.put(
        TextWidth.cut("\(lead)？ \(words(row, context))", to: columns), at: point,
        style: Style(.yellow, bold: isHighlighted, reversed: isHighlighted), width: columns)
    case .finding(let finding):
      canvas.put(
        TextWidth.cut(lead + text(finding, context), to: columns), at: point,
        style: Style(finding.colour, bold: isHighlighted, reversed: isHighlighted),
        width: columns)
    }
  }

  private func draw(_ asked: Finding, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let label = context.form.fields[asked.field].label[context.language]
    canvas.put("\(asked.mark) \(label)", at: area.point(2), style: Style(asked.colour, bold: true))
    var row = 3
    for line in TextWidth.wrap(context.wording.message(asked, form: context.form), columns: area.columns - 4).prefix(3)
    {
      canvas.put(line, at: area.point(row, indent: 2))
      row += 1
    }
    let (yes, mend) = (context.wording(CheckPhrase.warningYes), context.wording(CheckPhrase.warningMend))
    answers.draw([yes, mend], on: &canvas, in: area, row: row + 1)
    answers.drawHint(
      context.wording(CheckPhrase.warningAsk), on: &canvas, in: area, row: area.rows - 1, context.wording)
  }
}

extension Finding {
  /// The sign that carries the meaning where there is no colour.
  var mark: String {
    switch severity {
    case .error: "✗"
    case .warning: "！"
    case .missing: rule == .owed ? "…" : "○"
    }
  }

  var colour: Style.Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .missing: rule == .owed ? .cyan : .normal
    }
  }
}
