import City
import FormModel
import Standards
import TextLayout
import Wording

/// Figures, as they are read: on a terminal, by a spreadsheet, by a program, or on a page of a browser.
struct StatsPage {
  private let figures: Figures
  private let table: FigureTable
  private let day: CalendarDate
  private let wording: Wording

  init(_ figures: Figures, _ table: FigureTable, on day: CalendarDate, _ wording: Wording) {
    (self.figures, self.table, self.day, self.wording) = (figures, table, day, wording)
  }

  private var kinds: FigureSet { figures.set }

  private func label(_ figure: Int) -> String { kinds.figures[figure].label[wording.language] }

  private func name(_ key: [String]) -> String { wording.group(key, by: figures.grouping, kinds.form) }

  private func shown(_ cell: FigureTable.Cell) -> String {
    switch cell {
    case .count(let count): String(count)
    case .hidden: "*"
    }
  }

  private var isHiding: Bool { table.sum.contains(.hidden) || table.rows.contains { $0.cells.contains(.hidden) } }

  /// The figures that any child has: a column of zeros says nothing.
  private var columns: [Int] { kinds.figures.indices.filter { table.sum[$0] != .count(0) } }

  private var heading: String {
    func words(_ day: CalendarDate) -> String { day.words(in: wording.language) }
    guard let period = kinds.period else { return wording(StatsPhrase.title, words(day)) }
    return wording(StatsPhrase.titleBetween, words(period.from), words(period.to))
  }

  /// Why records were withdrawn, the most frequent cause first.
  private var causes: [(count: Int, label: String)] {
    figures.causes.map { ($0.value, wording.cause($0.key)) }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
  }

  private var groupHeading: String { wording.name(figures.grouping) }

  // MARK: On a terminal

  private static let barWidth = 24

  /// Every figure with a bar, then the groups.
  var text: String {
    var lines = [heading, ""]
    let width = columns.map { TextWidth.of(label($0)) }.max() ?? 0
    for figure in columns {
      lines.append(
        "\(padded(label(figure), width))  \(padded(shown(table.sum[figure]), 8, right: true))  \(bar(figure))")
    }
    if !figures.errors.isEmpty {
      lines += ["", wording(StatsPhrase.errors)]
      for (rule, count) in figures.errors { lines.append("\(padded(String(count), 8, right: true))  \(rule)") }
    }
    if !causes.isEmpty {
      lines += ["", wording(StatsPhrase.causes)]
      for (count, label) in causes { lines.append("\(padded(String(count), 8, right: true))  \(label)") }
    }
    lines += ["", groupHeading]
    for row in table.rows {
      let counts = columns.filter { row.cells[$0] != .count(0) }.map { "\(label($0)) \(shown(row.cells[$0]))" }
      lines.append("\(name(row.key))\(wording.colon)\(counts.joined(separator: wording.comma))")
    }
    if isHiding { lines += ["", wording(StatsPhrase.hidden)] }
    return lines.map { Output.plain($0) + "\n" }.joined()
  }

  private func bar(_ figure: Int) -> String {
    guard case .count(let count) = table.sum[figure], case .count(let all)? = table.sum.first, all > 0 else {
      return ""
    }
    return String(repeating: "█", count: (count * Self.barWidth + all / 2) / all)
  }

  private func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - TextWidth.of(text)))
    return right ? space + text : text + space
  }

  /// The children behind a figure.
  var names: String {
    let rows =
      [["kindergarten", "class", "name", "id"]]
      + figures.listed.map { [$0.kindergarten, $0.className, $0.name, $0.id] }
    return rows.map { $0.map { Output.plain($0).replacing("\t", with: " ") }.joined(separator: "\t") + "\n" }.joined()
  }

  // MARK: For programs

  var csv: String {
    let head = [groupHeading] + kinds.figures.indices.map(label)
    let rows =
      [head] + table.rows.map { [name($0.key)] + $0.cells.map(shown) } + [
        [wording(StatsPhrase.sum)] + table.sum.map(shown)
      ]
    // With the mark by which spreadsheets know UTF-8.
    return "\u{FEFF}" + rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    // What begins so a spreadsheet would run.
    let safe = text.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } == true ? "'" + text : text
    return safe.contains { ",\"\r\n".contains($0) } ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
  }

  /// A group a line, the sum last.
  var json: String {
    func object(_ key: JSONValue, _ cells: [FigureTable.Cell]) -> JSONValue {
      var members: [String: JSONValue] = [
        "by": .string(figures.grouping.rawValue), "group": key, "on": .string(day.iso),
      ]
      if let period = kinds.period {
        (members["from"], members["to"]) = (.string(period.from.iso), .string(period.to.iso))
      }
      for (figure, cell) in cells.enumerated() {
        members[kinds.figures[figure].name] = if case .count(let count) = cell { .int(count) } else { .null }
      }
      return .object(members)
    }
    let lines = table.rows.map { object(.array($0.key.map { .string($0) }), $0.cells) } + [object(.null, table.sum)]
    return lines.map { String(decoding: $0.serialized(pretty: false), as: UTF8.self) + "\n" }.joined()
  }

  // MARK: In a browser

  /// A page without scripts and without anything from elsewhere.
  var html: String {
    let shownFigures = columns.dropFirst()
    let charts = shownFigures.map { chart($0) }.joined()
    let head = ([groupHeading] + columns.map(label)).map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    func cells(_ cells: [FigureTable.Cell]) -> String { columns.map { "<td>\(shown(cells[$0]))</td>" }.joined() }
    let rows = table.rows.map { "<tr><th scope=\"row\">\(escaped(name($0.key)))</th>\(cells($0.cells))</tr>\n" }
      .joined()
    return """
      <!DOCTYPE html>
      <html lang="\(wording.language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(escaped(heading))</title>
      <style>
      \(Self.style)</style>
      </head>
      <body>
      <h1>\(escaped(heading))</h1>
      <div class="charts">
      \(charts)</div>
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      <tfoot><tr><th scope="row">\(escaped(wording(StatsPhrase.sum)))</th>\(cells(table.sum))</tr></tfoot>
      </table>
      \(isHiding ? "<p>\(escaped(wording(StatsPhrase.hidden)))</p>\n" : "")</body>
      </html>

      """
  }

  /// Groups of one figure, the largest first, each with its number: nothing is told by colour alone.
  private func chart(_ figure: Int) -> String {
    let groups = table.rows.compactMap { row -> (String, Int)? in
      if case .count(let count) = row.cells[figure], count > 0 { (name(row.key), count) } else { nil }
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let most = groups.first?.1 ?? 0
    guard most > 0 else { return "" }
    let bars = groups.prefix(Self.mostBars)
    let height = bars.count * 22 + 4
    let drawn = bars.enumerated().map { index, group in
      let (y, width) = (index * 22 + 2, max(1, group.1 * 150 / most))
      return """
        <text x="148" y="\(y + 14)" text-anchor="end">\(escaped(Self.cut(group.0)))</text><rect x="154" y="\(y)" width="\(width)" height="18"/><text x="\(
          158 + width)" y="\(y + 14)">\(group.1)</text>

        """
    }.joined()
    let label = "\(label(figure)) \(shown(table.sum[figure]))"
    return """
      <figure><figcaption>\(escaped(label))</figcaption>
      <svg viewBox="0 0 360 \(height)" role="img" aria-label="\(escaped(label))">
      \(drawn)</svg></figure>

      """
  }

  private static let mostBars = 12

  private static func cut(_ text: String) -> String { TextWidth.of(text) <= 20 ? text : String(text.suffix(10)) }

  private func escaped(_ text: String) -> String {
    Output.plain(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --bar: #2f6db3; --line: #bbb; }
    @media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #161616; --bar: #7fb2ea; --line: #555; } }
    body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--paper); margin: 2em auto; max-width: 60em; padding: 0 1em; }
    h1 { font-size: 1.3em; }
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20em, 1fr)); gap: 1em; }
    figure { margin: 0; break-inside: avoid; }
    figcaption { font-weight: bold; }
    svg { width: 100%; } svg text { font-size: 11px; fill: var(--ink); } rect { fill: var(--bar); stroke: var(--ink); stroke-width: .5; }
    table { border-collapse: collapse; margin-top: 1.5em; font-variant-numeric: tabular-nums; display: block; overflow-x: auto; }
    th, td { border: 1px solid var(--line); padding: .15em .5em; text-align: right; } th { text-align: left; }
    @page { size: A4 landscape; margin: 12mm; }
    @media print { :root { --ink: #000; --paper: #fff; --bar: #888; --line: #999; } body { margin: 0; max-width: none; font-size: 9px; } table { display: table; } tr { break-inside: avoid; } }

    """
}
