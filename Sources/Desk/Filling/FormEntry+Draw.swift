import Filling
import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// What every page on which a form is filled in shows alike.
extension FormEntry {
  /// The frame around the page, with how far the record has come to the disk.
  func frame(_ bar: String) -> Frame {
    Frame(
      code: hasCode ? record.code.text : nil, saving: saving, saysFailure: !isLeavingUnsaved, word: word, bar: bar)
  }

  var isLeavingUnsaved: Bool { if case .unsaved = panel { true } else { false } }

  /// The bar while a panel or a list lies over the item; else the keys of the family's view.
  func bar(_ wording: Wording, columns: Int) -> String {
    keys.bar(wording, columns: columns)
  }

  /// The keys that count: those of what lies over the item, else those of the family's view.
  var keys: any KeyTable {
    switch panel {
    case nil: if case .search(let search) = editor, search.isOpen { search.keys } else { Self.keymap }
    case .place(let search): search.keys
    case .check(let check): if check.asked == nil { check.keys } else { PanelKeys.question() }
    case .owed(let panel): panel.steps.keys
    case .unlisted(let panel): panel.steps.keys
    case .filler(let panel): panel.steps.keys
    case .jump: PanelKeys.steps
    case .dispute: PanelKeys.question()
    case .unsaved: PanelKeys.question(leaving: .form)
    }
  }

  /// Draws what lies over the whole page; false where nothing does.
  func drawPanel(on canvas: inout Canvas, in area: Area, _ context: DeskContext) -> Bool {
    switch panel {
    case nil, .jump: return false
    case .owed(let owed): owed.draw(on: &canvas, in: area, context)
    case .unlisted(let unlisted): unlisted.draw(on: &canvas, in: area, context)
    case .place(let search):
      canvas.put(label(context), at: area.point(0), style: Style(bold: true))
      if let notice = search.notice { canvas.put("✗ \(notice)", at: area.point(1), style: Style(.red)) }
      search.draw(on: &canvas, at: area.point(2), rows: area.rows - 3, columns: area.columns, context)
    case .check(let check): check.draw(on: &canvas, in: area, context)
    case .filler(let filler): filler.draw(on: &canvas, in: area, context)
    case .unsaved(let menu): drawUnsaved(menu, on: &canvas, in: area, context)
    case .dispute(let dispute): dispute.draw(on: &canvas, in: area, context)
    }
    return true
  }

  private func drawUnsaved(_ menu: Menu, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put("✗ \(wording(CheckPhrase.unsavedTitle))", at: area.point(0), style: Style(.red, bold: true))
    var row = 2
    if case .failed(let error) = saving {
      row += canvas.paragraph(wording.message(error), in: area, row: row, lines: 3) + 1
    }
    row += canvas.paragraph(wording(CheckPhrase.unsavedAsk), in: area, row: row, lines: 2) + 1
    let answers = [wording(CheckPhrase.unsavedRetry), wording(CheckPhrase.unsavedLeave)]
    menu.draw(answers, on: &canvas, in: area, row: row)
    menu.drawHint("", on: &canvas, in: area, row: area.rows - 1, wording)
  }

  /// The present item's line, in its place in a table.
  func drawLineEditor(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let style = Style(underlined: true)
    switch editor {
    case .text(let line) where area.rows > 1:
      _ = line.drawLines(on: &canvas, at: area.point(0), columns: area.columns, rows: area.rows, style: style)
    case .text(let line), .date(let line):
      line.draw(on: &canvas, at: area.point(0), columns: area.columns, style: style)
    case .number(let line):
      let grouping = filling.isCitizenNumber(line.text, context.filling) ? [6, 14] : []
      line.draw(on: &canvas, at: area.point(0), columns: min(24, area.columns), style: style, grouping: grouping)
    case .search(let search) where search.isOpen:
      search.editor.draw(on: &canvas, at: area.point(0), columns: min(30, area.columns), style: style)
    case .search, .choices:
      canvas.put("", at: area.point(0), style: style, width: min(30, area.columns))
      canvas.put(TextWidth.cut(shownValue(of: field, context) ?? "", to: area.columns), at: area.point(0), style: style)
      canvas.cursor = area.point(0)
    }
  }

  /// The marks of all items.
  func marks(_ context: DeskContext) -> [ItemMark] {
    ItemMarks(record, isNumberKnown: filling.knownNumberField(context.filling) != nil, context).marks
  }

  /// Whether there is a doubt about what stands in the item, or would be about what is typed there: then it is not marked
  /// as right.
  func isDoubted(_ context: DeskContext) -> Bool {
    var tried = filling
    tried.put(entry, context.filling)
    return tried.doubtedFields(context.filling).contains(field)
  }

  /// What a reader sees of an item: what was proposed for it, else what stands.
  func shownValue(of field: Int, _ context: DeskContext) -> String? {
    filling.value(of: field, context.filling).map { context.shown($0, of: field) }
  }

  /// What was asked about the present item, or about the form.
  func question(_ context: DeskContext) -> String? { filling.query(context.filling).map { context.wording.asked($0) } }

  /// The day on which the form was handed in, as long as it waits for staff.
  func handedIn(_ context: DeskContext) -> String? {
    guard record.status == .submitted else { return nil }
    return record.history.last { $0.act == .handIn }.map { context.wording.date($0.at.date) }
  }

  /// What to have at hand, on the first item of a form that is just begun.
  private func atHand(_ context: DeskContext) -> String? {
    guard let needs = context.form.atHand, record.revision == 0, filling.path == .questions, filling.asking == .item,
      field == context.form.order[0]
    else { return nil }
    let papers = needs.papers.compactMap { context.form.papers[$0]?[context.language] }
    return context.wording(GuidedPhrase.atHand, papers.joined(separator: context.wording.comma), "\(needs.minutes)")
  }

  /// What has to be known of a form that can no longer simply be changed, or that came back with a question.
  func caution(_ context: DeskContext) -> String? {
    switch record.status {
    case .draft: question(context) ?? atHand(context)
    case .submitted: question(context) ?? handedIn(context).map { context.wording(CheckPhrase.handedInBefore, $0) }
    case .approved: "！ \(context.wording(ReadBackPhrase.approvedFamily))"
    case .withdrawn: "！ \(context.wording(ReadBackPhrase.withdrawnFamily))"
    }
  }
}
