import Records
import Standards
import Terminal
import TextLayout
import Wording

extension ReviewScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let title = title(wording)
    let room = canvas.size.columns - 2 * Frame.margin
    let frame = Frame(
      title: title, aside: dayCounts(room - TextWidth.of(title) - 2, context), keys: keymap(context),
      columns: canvas.size.columns, wording)
    guard let area = draw(frame, help: ReviewPhrase.help, on: &canvas, context) else { return }
    switch panel {
    case nil: drawList(on: &canvas, in: area, context)
    case .search(let line), .date(let line): line.draw(on: &canvas, in: area, row: 1, context)
    case .filter(let filter): filter.draw(on: &canvas, in: area, wording)
    case .lists(let lists): lists.draw(on: &canvas, in: area, wording)
    case .plan(let plan): plan.draw(on: &canvas, in: area, context)
    case .export(let export): export.draw(on: &canvas, in: area, context)
    }
  }

  // MARK: Head and foot

  private func title(_ wording: Wording) -> String {
    let count = isLoading ? "…" : "\(rows.count)"
    let title =
      switch scope {
      case .list(let list): wording(ReviewPhrase.titleList, wording.title(list, isLoading ? nil : rows.count))
      case .day(let day): wording(ReviewPhrase.titleDay, wording.dayAndWeekday(day))
      case .search(let text): wording(ReviewPhrase.titleSearch, wording.plain(text), count)
      }
    let chosen = FilterPanel.entries.compactMap { entry -> String? in
      switch entry {
      case .status(let status): statuses.contains(status) ? wording.status(status) : nil
      case .word(let word): words.contains(word) ? wording.word(word) : nil
      }
    }
    return chosen.isEmpty
      ? title : wording(ReviewPhrase.titleNarrowed, title, chosen.joined(separator: wording.comma))
  }

  /// The day's counts, as much of them as there is room for.
  private func dayCounts(_ room: Int, _ context: DeskContext) -> String? {
    guard let balance else { return nil }
    let wording = context.wording
    let counts = ["\(balance.started)", "\(balance.approved)", "\(balance.returned)"]
    let short = wording(ReviewPhrase.dayCountsShort, counts[0], counts[1], counts[2])
    guard case .list = scope else { return TextWidth.of(short) <= room ? short : nil }
    let day = wording.dayAndWeekday(day(context))
    let whole = wording(ReviewPhrase.dayCounts, day, counts[0], counts[1], counts[2])
    return [whole, short].first { TextWidth.of($0) <= room }
  }

  private func foot(_ columns: Int, _ context: DeskContext) -> (text: String, style: Style) {
    let wording = context.wording
    if let notice { return (notice, Style(.cyan, bold: true)) }
    if !marked.isEmpty { return (wording(ReviewPhrase.marked, "\(marked.count)"), Style(bold: true)) }
    if unreadable > 0 { return (wording(ReviewPhrase.unreadable, "\(unreadable)"), Style(.red)) }
    if scope == .list(.export), !rows.isEmpty { return (wording(WorkListPhrase.exportHint), Style(bold: true)) }
    if let count = self.counts[.stray], count > 0, scope != .list(.stray) {
      return (wording(WorkListPhrase.more, wording.title(.stray, count)), Style(.yellow, bold: true))
    }
    guard let balance else { return ("", .plain) }
    let counts = [
      balance.migrant, balance.leftBehind, balance.disabled, balance.orphan, balance.owing, balance.duplicates,
    ]
    let texts = counts.map { "\($0)" }
    let whole = wording.fill(ReviewPhrase.groups.text[context.language], [day(context).iso] + texts)
    guard TextWidth.of(whole) > columns else { return (whole, .plain) }
    return (wording.fill(ReviewPhrase.groupsShort.text[context.language], texts), .plain)
  }

  // MARK: The list

  private func drawList(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    let columns = ReviewColumns(columns: area.columns)
    let isNarrow = columns.className == 0
    let indent = 3
    columns.draw(
      ReviewColumns.Texts(wording, isNarrow: isNarrow), on: &canvas, at: area.point(0, indent: indent),
      style: Style(.grey))
    let height = area.rows - 3
    let day = day(context)
    let first = max(0, min(highlighted - height / 2, rows.count - height))
    for (offset, summary) in rows[min(first, rows.count)...].prefix(height).enumerated() {
      let isHighlighted = first + offset == highlighted
      let point = area.point(1 + offset)
      let signs =
        (isHighlighted ? "▸" : " ") + (marked.contains(summary.id) ? "✓" : " ")
        + (touched.contains(summary.id) ? "↻" : " ")
      canvas.put(signs, at: point, style: Style(bold: true))
      columns.draw(
        ReviewColumns.Texts(summary, day: day, isNarrow: isNarrow, isMixed: isMixed, context), on: &canvas,
        at: area.point(1 + offset, indent: indent), style: Style(Self.colour(summary), bold: isHighlighted))
      if isHighlighted { canvas.cursor = point }
    }
    if rows.isEmpty { canvas.put(empty(wording), at: area.point(2, indent: 1)) }
    Frame.rule(on: &canvas, row: area.origin.row + area.rows - 2)
    let (text, style) = foot(area.columns, context)
    canvas.put(TextWidth.cut(text, to: area.columns), at: area.point(area.rows - 1), style: style)
  }

  /// Colour only helps: what is in the way stands in the row in numbers and words.
  private static func colour(_ summary: RecordSummary) -> Style.Colour {
    if summary.status == .withdrawn { return .grey }
    if summary.errors > 0 || summary.isDuplicate { return .red }
    return summary.status == .approved ? .green : .normal
  }

  private func empty(_ wording: Wording) -> String {
    if isLoading { return reading ?? wording(ReviewPhrase.loading) }
    switch scope {
    case .list(let list):
      guard statuses.isEmpty, words.isEmpty else { return wording(ReviewPhrase.nothingFound) }
      return wording(list == .waiting ? ReviewPhrase.nothingWaits : .nothingListed)
    case .day: return wording(statuses.isEmpty && words.isEmpty ? ReviewPhrase.nothingToday : .nothingFound)
    case .search: return wording(ReviewPhrase.nothingFound)
    }
  }
}
