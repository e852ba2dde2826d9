import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

extension CompletionScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let columns = canvas.size.columns - 2 * Frame.margin
    let frame = Frame(
      saving: walk?.entry?.saving, saysFailure: false, word: walk?.entry?.word, bar: bar(context, columns))
    let area = frame.draw(on: &canvas, context)
    if isHelping { return drawHelp(on: &canvas, in: area, context) }
    switch panel {
    case .pick(let pick): return pick.draw(on: &canvas, in: area, context)
    case .plan(let plan): return plan.draw(on: &canvas, in: area, context)
    case .elsewhere(let form): return form.draw(on: &canvas, in: area, context)
    case .find, nil: break
    }
    if let walk { return walk.draw(on: &canvas, in: area, context) }
    drawTitle(on: &canvas, in: area, context)
    let body = Area(origin: area.point(3), columns: area.columns, rows: area.rows - 5)
    drawList(on: &canvas, in: body, context)
    drawFoot(on: &canvas, in: Area(origin: area.point(area.rows - 2), columns: area.columns, rows: 2), context)
  }

  private func bar(_ context: DeskContext, _ columns: Int) -> String {
    let wording = context.wording
    if isHelping { return wording(CommonPhrase.helpBack) }
    return panel?.keys.bar(wording, columns: columns) ?? walk?.bar(wording, columns)
      ?? keymap(context).bar(wording, columns: columns)
  }

  private func drawHelp(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if let panel { return panel.keys.drawHelp(on: &canvas, in: area, context) }
    let wording = context.wording
    let title = wording(WorkPhrase.menuCompletion)
    let help = KeyHelp(title, about: [wording(CompletionPhrase.about)])
    (walk == nil ? help.adding(keymap(context), wording) : help.adding(ItemWalk.keymap, wording))
      .draw(on: &canvas, in: area, wording)
  }

  private func drawTitle(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    canvas.put(TextWidth.cut(title(context), to: area.columns), at: area.point(0), style: Style(bold: true))
    canvas.put(TextWidth.cut(filters(context), to: area.columns), at: area.point(1), style: Style(.cyan))
  }

  func title(_ context: DeskContext) -> String {
    let wording = context.wording
    let list = wording.title(shown, list?.rows.count)
    guard isFirst, shown == .all else { return wording(CompletionPhrase.title, list) }
    let whose: CompletionPhrase = holder.role == .staff ? .titleAll : .titleMine
    return wording(whose, context.named(holder.person), list)
  }

  /// What the list is narrowed to, in the order of the keys that do it.
  private func filters(_ context: DeskContext) -> String {
    let wording = context.wording
    let dueText: CompletionPhrase =
      switch due {
      case .any: .dueAny
      case .overdue: .dueOverdue
      case .thisWeek: .dueThisWeek
      }
    var parts = ["b \(className ?? wording(CompletionPhrase.allClasses))", "d \(wording(dueText))"]
    let title = item.map { context.form.fields[$0].title(context.language) }
    parts.append("i \(title.map { wording(CompletionPhrase.itemOnly, $0) } ?? wording(CompletionPhrase.itemAny))")
    // The list of everybody has no count: it is no work that waits.
    let others = counts[nextList].map { wording.title(nextList, $0) } ?? wording(WorkListPhrase.everybody)
    parts.append("u \(wording(WorkListPhrase.showNext, others))")
    parts.append("/ \(wording(search.isEmpty ? CompletionPhrase.searchNone : CompletionPhrase.searchFor, search))")
    return parts.joined(separator: "   ")
  }

  // MARK: The list

  private func drawList(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    guard let list else {
      let text =
        reading.map { wording(CompletionPhrase.reading, "\($0.done)", "\($0.total)") }
        ?? wording(CompletionPhrase.loading)
      canvas.put(text, at: area.point(0, indent: 1))
      return
    }
    let columns = SummaryColumns(area, third: shown == .all ? .state : .due)
    columns.drawHeader(
      on: &canvas, at: Point(column: area.origin.column, row: area.origin.row - 1),
      last: lastColumn, wording)
    guard !list.rows.isEmpty else {
      let isNarrowed = className != nil || due != .any || item != nil || !search.isEmpty
      let phrase: CompletionPhrase =
        switch shown {
        case .gaps: .emptyGaps
        case .unconfirmed: .emptyUnconfirmed
        case .ready: .emptyReady
        case .all, .waiting, .duplicates, .owing, .entry, .export, .number, .stray, .withdrawn: .emptyAll
        }
      let text =
        search.isEmpty
        ? "✓ " + wording(isNarrowed ? .emptyFiltered : phrase) : wording(CompletionPhrase.emptySearch, search)
      canvas.paragraph(text, in: area, row: 1, indent: 1, lines: 3)
      return
    }
    for (offset, index) in list.window(area.rows).enumerated() {
      let isHighlighted = index == list.highlighted
      columns.draw(
        list.rows[index], isMixed: list.isMixed, last: missing(list.rows[index], context), on: &canvas,
        at: area.point(offset), isHighlighted: isHighlighted, context)
      if isHighlighted { canvas.cursor = area.point(offset) }
    }
  }

  private var lastColumn: CompletionPhrase {
    switch shown {
    case .gaps: .columnMissing
    case .unconfirmed: .columnUnconfirmed
    case .all: .columnMissingStep
    case .ready, .waiting, .duplicates, .owing, .entry, .export, .number, .stray, .withdrawn: .columnStep
    }
  }

  /// What the record lacks, in the order of asking; how much of it is to be confirmed; or what it waits for.
  private func missing(_ summary: RecordSummary, _ context: DeskContext) -> String {
    let wording = context.wording
    let unconfirmed = summary.unconfirmed.isEmpty ? "" : "  ◇\(summary.unconfirmed.count)"
    let wrong = summary.errors > 0 ? "  ✗\(summary.errors)" : ""
    let doubtful = summary.warnings > 0 ? "  ！\(summary.warnings)" : ""
    let asked = summary.isReturned ? "  ？\(summary.openQueries)" : ""
    let signs = wrong + doubtful + unconfirmed + asked
    switch shown {
    case .gaps: return "\(summary.missing.count)\(signs)  \(context.missing(of: summary))"
    case .unconfirmed: return wording(CompletionPhrase.unconfirmed, "\(summary.unconfirmed.count)")
    case .all:
      let lacking = summary.missing.isEmpty ? "" : wording(CompletionPhrase.lacks, "\(summary.missing.count)")
      let parts = [lacking + signs, wording.step(summary.nextStep)].map { $0.drop { $0 == " " } }
      return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    case .ready, .waiting, .duplicates, .owing, .entry, .export, .number, .stray, .withdrawn:
      return wording.step(summary.nextStep) + unconfirmed
    }
  }

  private func drawFoot(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    if case .find(let line) = panel {
      canvas.put(
        TextWidth.cut(wording(CompletionPhrase.findAsk), to: area.columns), at: area.point(0), style: Style(bold: true))
      drawLine(line, on: &canvas, at: area.point(1), columns: area.columns)
      return
    }
    if let notice {
      canvas.paragraph(notice, in: area, row: 0, lines: counts[.ready] ?? 0 > 0 ? 1 : 2, style: Style(.yellow))
    } else if let list, let first = list.unreadable.first {
      let text = wording(CompletionPhrase.unreadable, "\(list.unreadable.count)", wording.message(first))
      canvas.paragraph("✗ \(text)", in: area, row: 0, lines: 2, style: Style(.red))
    } else if let current = list?.current {
      let missing = context.missing(of: current)
      let saysMissing = shown == .all && !missing.isEmpty
      let said = wording(
        saysMissing ? WorkListPhrase.contactMissing : .contact, current.code.text,
        current.telephone.map(wording.plain) ?? wording(WorkListPhrase.noTelephone),
        saysMissing ? missing : wording.step(current.nextStep))
      canvas.put(TextWidth.cut(said, to: area.columns), at: area.point(0), style: Style(.grey))
    }
    if isFirst, let cutOff {
      let name = cutOff.value(.childName, context.forms.form(of: cutOff))
      let whose = TextWidth.cut(name ?? wording(CompletionPhrase.noName, cutOff.code.text), to: 20)
      let said = wording(CompletionPhrase.cutOff, wording(WorkPhrase.menuGoOn, whose))
      canvas.put(TextWidth.cut(said, to: area.columns), at: area.point(1), style: Style(.yellow, bold: true))
      return
    }
    // Complete forms that were not handed in yet are mentioned in every list, also after a walk that completed them.
    guard let ready = counts[.ready], ready > 0, list?.unreadable.isEmpty != false else { return }
    let hint = wording(WorkListPhrase.handInHint, wording.title(.ready, ready))
    canvas.put(TextWidth.cut(hint, to: area.columns), at: area.point(1), style: Style(.yellow, bold: true))
  }
}

/// Where the columns of a list of records stand.
struct SummaryColumns {
  private let name: Range<Int>
  private let className: Range<Int>
  private let third: Range<Int>?
  private let kind: Third?
  private let last: Range<Int>

  /// What stands between the class and the last column.
  enum Third {
    case due, state
  }

  /// Name and class, one column that tells them apart, and the rest for the last.
  init(_ area: Area, third kind: Third?) {
    self.kind = kind
    let isRoomy = area.columns >= 70
    name = 2..<(isRoomy ? 18 : 14)
    className = name.upperBound + 1..<name.upperBound + (isRoomy ? 11 : 9)
    let width = kind.map { $0 == .due ? 12 : 7 }
    third = width.map { [upper = className.upperBound] in upper + 1..<upper + 1 + $0 }
    last = ((third ?? className).upperBound + 1)..<area.columns
  }

  /// Where the last column begins, and how wide it is.
  var lastColumn: Range<Int> { last }

  func drawHeader(
    on canvas: inout Canvas, at point: Point, last title: CompletionPhrase, _ wording: Wording
  ) {
    put(wording(CompletionPhrase.columnName), name, on: &canvas, at: point, Style(.grey))
    put(wording(CompletionPhrase.columnClass), className, on: &canvas, at: point, Style(.grey))
    guard let third, let kind else { return }
    put(wording(kind == .due ? CompletionPhrase.columnDue : .columnState), third, on: &canvas, at: point, Style(.grey))
    put(wording(title), last, on: &canvas, at: point, Style(.grey))
  }

  func draw(
    _ summary: RecordSummary, isMixed: Bool = false, last text: String, on canvas: inout Canvas, at point: Point,
    isHighlighted: Bool,
    _ context: DeskContext
  ) {
    let wording = context.wording
    let style = Style(bold: isHighlighted)
    if isHighlighted { canvas.put("▸", at: point, style: style) }
    // The code of no other child than the highlighted one: another family may look on.
    let nobody = wording(CompletionPhrase.noName, isHighlighted ? summary.code.text : "")
    let shownName = summary.name.isEmpty ? nobody : summary.name
    let nameOfForm = isMixed ? context.marked(shownName, of: summary) : shownName
    let sign = summary.mark.map { "\($0.sign) " } ?? ""
    put(sign + nameOfForm, name, on: &canvas, at: point, style)
    if let mark = summary.mark {
      put(mark.sign, name.lowerBound..<name.lowerBound + 2, on: &canvas, at: point, Style(mark.colour, bold: true))
    }
    put(summary.className ?? wording(CompletionPhrase.noClass), className, on: &canvas, at: point, style)
    put(text, last, on: &canvas, at: point, style)
    guard let due = third else { return }
    guard kind == .due else { return put(wording.state(summary), due, on: &canvas, at: point, style) }
    guard let day = summary.debts.compactMap(\.due).min() else { return }
    let isLate = day < context.today
    let short = day.year == context.today.year ? String(day.iso.dropFirst(5)) : day.iso
    let shown = isLate ? ItemMark.warning.sign + wording(CompletionPhrase.lateDue, short) : short
    put(shown, due, on: &canvas, at: point, Style(isLate ? .yellow : .normal, bold: isHighlighted))
  }

  private func put(_ text: String, _ columns: Range<Int>, on canvas: inout Canvas, at point: Point, _ style: Style) {
    canvas.put(
      TextWidth.cut(text, to: columns.count), at: Point(column: point.column + columns.lowerBound, row: point.row),
      style: style)
  }
}

extension DeskContext {
  /// What the record lacks, in the order of asking.
  func missing(of summary: RecordSummary) -> String {
    let form = forms.form(of: summary)
    let missing = Set(summary.missing)
    return form.order.filter(missing.contains).map { form.fields[$0].title(language) }
      .joined(separator: language == .chinese ? "、" : ", ")
  }
}
