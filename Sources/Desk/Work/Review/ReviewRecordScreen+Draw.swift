import FormModel
import Records
import Terminal
import TextLayout
import Wording

extension ReviewRecordScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let room = canvas.size.columns - 2 * Frame.margin
    let name = record.value(.childName, context.form) ?? ""
    let title = TextWidth.cut(wording(ReviewRecordPhrase.title, wording.plain(name)), to: room / 2)
    var frame = frame(title, columns: canvas.size.columns, context)
    frame.code = record.code.text
    frame.saving = saving
    guard var area = draw(frame, help: ReviewRecordPhrase.help, on: &canvas, context) else { return }
    guard let panel else {
      if let notice {
        let used = canvas.paragraph(notice, in: area, row: 0, lines: 2, style: Style(.green, bold: true))
        area = Area(origin: area.point(used), columns: area.columns, rows: area.rows - used)
      }
      let lines = ReviewLines(record, possibleDuplicates, mask: mask(context), columns: area.columns - 1, context).lines
      return lines.draw(
        from: scroll, on: &canvas, in: Area(origin: area.origin, columns: area.columns - 1, rows: area.rows))
    }
    draw(panel, on: &canvas, in: area, context)
  }

  private func draw(_ panel: Panel, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    switch panel {
    case .approve: drawApprove(on: &canvas, in: area, context)
    case .refused(let sentences, _):
      canvas.put(wording(ReviewRecordPhrase.refusedTitle), at: area.point(0), style: Style(.red, bold: true))
      var row = 2
      for sentence in sentences where row < area.rows {
        row += canvas.paragraph("✗ \(sentence)", in: area, row: row, indent: 2, lines: min(4, area.rows - row))
      }
    case .sendBack(let asked): asked.draw(on: &canvas, in: area, context)
    case .cause(let menu):
      canvas.put(wording(ReviewRecordPhrase.causeTitle), at: area.point(0), style: Style(bold: true))
      canvas.put(wording(ReviewRecordPhrase.causeHint), at: area.point(1), style: menu.hintStyle)
      menu.draw(WithdrawalCause.allCases.map { wording($0.phrase) }, on: &canvas, in: area, row: 3)
    case .reason(_, let line):
      line.draw(on: &canvas, in: area, row: 1, context)
    case .print(let panel): panel.draw(on: &canvas, in: area, context)
    case .proposals(let highlighted): drawProposals(highlighted, on: &canvas, in: area, context)
    case .duplicates(let comparison): drawDuplicates(comparison, on: &canvas, in: area, context)
    case .history(let scroll):
      canvas.put(wording(ReviewRecordPhrase.historyTitle), at: area.point(0), style: Style(bold: true))
      let body = Area(origin: area.point(1), columns: area.columns - 1, rows: area.rows - 1)
      HistoryLines(record, mask: mask(context), columns: body.columns, context).lines.draw(
        from: scroll, on: &canvas, in: body)
    }
  }

  /// What was not confirmed at the desk itself is read before it is approved.
  private func drawApprove(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(ReviewRecordPhrase.approveTitle), at: area.point(0), style: Style(bold: true))
    let elsewhere = record.confirmedElsewhere
    guard !elsewhere.isEmpty else {
      canvas.put(wording(ReviewRecordPhrase.approveNothingElsewhere), at: area.point(2))
      return
    }
    canvas.put(wording(ReviewRecordPhrase.approveElsewhere), at: area.point(2), style: Style(.yellow))
    var groups: [(text: String, labels: [String])] = []
    for (field, _) in elsewhere {
      let text = record.answers[field].map { context.confirmation(of: $0) } ?? ""
      let label = wording.short(context.form.fields[field])
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].labels.append(label)
      } else {
        groups.append((text, [label]))
      }
    }
    var row = 3
    for group in groups where row < area.rows {
      let line = "\(group.text)\(wording.colon)\(group.labels.joined(separator: wording.comma))"
      row += canvas.paragraph(line, in: area, row: row, indent: 2, lines: min(8, area.rows - row))
    }
  }

  private func drawProposals(_ highlighted: Int, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(ReviewRecordPhrase.proposalsTitle), at: area.point(0), style: Style(bold: true))
    if record.proposals.isEmpty { canvas.put(wording(ReviewRecordPhrase.proposalsNone), at: area.point(2)) }
    var row = 2
    for (index, proposal) in record.proposals.enumerated() where row < area.rows {
      let change = context.change(proposal, in: record, mask: mask(context))
      let head = "\(index == highlighted ? "▸" : " ") \(change.label)"
      let by = "\(context.named(proposal.by)) \(proposal.at.date.iso)"
      canvas.put("\(head)  \(by)", at: area.point(row), style: Style(bold: index == highlighted))
      if index == highlighted { canvas.cursor = area.point(row) }
      row += 1
      row += canvas.paragraph("\(change.old) → \(change.new)", in: area, row: row, indent: 4, lines: 3)
    }
  }

  private func drawDuplicates(
    _ comparison: Comparison, on canvas: inout Canvas, in area: Area, _ context: DeskContext
  ) {
    let wording = context.wording
    guard others.indices.contains(comparison.index) else {
      let unseen = possibleDuplicates?.unseen ?? 0
      let none = wording(unseen > 0 ? ReviewRecordPhrase.duplicateUnseen : .duplicateNone, "\(unseen)")
      canvas.paragraph(none, in: area, row: 0, lines: 3)
      return
    }
    let choices = Comparison.Choice.all(others: others.count)
    let foot = area.rows - choices.count
    let title = others.count == 1 ? "" : "  \(comparison.index + 1) / \(others.count)"
    canvas.put(wording(ReviewRecordPhrase.duplicateTitle) + title, at: area.point(0), style: Style(bold: true))
    if comparison.menu.isPuzzled { comparison.menu.drawHint("", on: &canvas, in: area, row: 0, wording) }
    let body = Area(origin: area.point(1), columns: area.columns - 1, rows: foot - 2)
    ComparisonLines(record, comparison.other, mask(context), columns: body.columns, context).lines.draw(
      from: comparison.scroll, on: &canvas, in: body)
    Frame.rule(on: &canvas, row: area.origin.row + foot - 1)
    let other = others[comparison.index].code.text
    let rows = choices.map { wording($0.phrase(isDraft: record.status == .draft), other) }
    comparison.menu.draw(rows, on: &canvas, in: area, row: foot)
  }
}

extension WithdrawalCause {
  fileprivate var phrase: ReviewRecordPhrase {
    switch self {
    case .transfer: .causeTransfer
    case .left: .causeLeft
    case .duplicate: .causeDuplicate
    case .mistake: .causeMistake
    }
  }
}
