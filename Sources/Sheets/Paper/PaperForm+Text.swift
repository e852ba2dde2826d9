import Standards
import TextLayout

extension PaperForm {
  /// The form as lines of at most 80 columns.
  var lines: [String] {
    var lines = [Self.centred(title), Self.centred(kindergarten), ""].filter { !$0.isEmpty || kindergarten.isEmpty }
    lines += Self.filled(facts.map { "\($0.name) \($0.value.isEmpty ? "____" : $0.value)" }, gap: 3)
    if later != nil { lines += remarks.flatMap { Self.wrapped("· \($0)", indent: 2) } }
    for section in sections {
      lines.append(Self.rule(section.title))
      for row in section.rows { lines += later == nil ? filledIn(row) : toFillIn(row) }
    }
    lines.append(Self.rule(""))
    if later == nil { lines += remarks.flatMap { Self.wrapped("· \($0)", indent: 2) } }
    if !declaration.isEmpty { lines += Self.wrapped(declaration) }
    lines.append("")
    return lines + Self.filled(signatures.map { "\($0) ______________" }, gap: 2)
  }

  /// An item and what stands there, in as many lines as that takes.
  private func filledIn(_ row: Row) -> [String] {
    let rows = sections.flatMap(\.rows)
    let head = 4 + (rows.map { TextWidth.of($0.label.harmless) }.max() ?? 0) + 2
    let room = Paper.columns - head - (rows.map { TextWidth.of($0.mark.harmless) + 1 }.max() ?? 0)
    let said: String =
      switch row.entry {
      case .value(let value), .absent(let value): value
      case .choices, .blanks: ""
      }
    let texts = Self.wrapped(said, columns: room) + row.remarks.flatMap { Self.wrapped($0, columns: room) }
    return texts.enumerated().map { index, text in
      guard index == 0 else { return String(repeating: " ", count: head) + text }
      let line = Self.padded(Self.head(row), to: head) + text
      return row.mark.isEmpty ? line : Self.padded(line, to: head + room + 1) + row.mark.harmless
    }
  }

  /// An item, where to look, and room to write.
  private func toFillIn(_ row: Row) -> [String] {
    let tick = row.isToFillIn ? "[ ] \(later ?? "")".harmless : row.mark.harmless
    var lines = [Self.padded(Self.head(row), to: Paper.columns - TextWidth.of(tick)) + tick]
    for remark in row.remarks { lines += Self.wrapped("    \(remark)", indent: 4) }
    let entry: [String] =
      switch row.entry {
      case .value(let value), .absent(let value): Self.wrapped(value, columns: Paper.columns - 4)
      case .choices(let choices, let other):
        Self.filled(
          choices.map { "[ ] \($0)" } + (other.map { ["\($0) ____________________"] } ?? []), gap: 3,
          columns: Paper.columns - 4)
      case .blanks(let blanks):
        Self.filled(blanks.map { Self.room(for: $0, of: blanks.count) }, gap: 1, columns: Paper.columns - 4)
      }
    lines += entry.map { "    " + $0 }
    return lines + [""]
  }

  private static func room(for blank: Blank, of parts: Int) -> String {
    let room =
      blank.boxes == 0
      ? String(repeating: "_", count: parts == 1 ? 70 : 14) : "|" + String(repeating: "_|", count: blank.boxes)
    return "\(room) \(blank.after)"
  }

  private static func head(_ row: Row) -> String {
    "\(row.number < 10 ? " " : "")\(row.number)  \(row.label.harmless)"
  }

  private static func rule(_ title: String) -> String {
    let head = title.isEmpty ? "" : "--- \(title.harmless) "
    return head + String(repeating: "-", count: max(0, Paper.columns - TextWidth.of(head)))
  }

  private static func centred(_ text: String) -> String {
    let text = TextWidth.cut(text.harmless, to: Paper.columns)
    return String(repeating: " ", count: text.isEmpty ? 0 : (Paper.columns - TextWidth.of(text)) / 2) + text
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - TextWidth.of(text)))
  }

  private static func wrapped(_ text: String, columns: Int = Paper.columns, indent: Int = 0) -> [String] {
    TextWidth.wrap(text.harmless, columns: columns - indent).enumerated().map {
      $0 == 0 ? $1 : String(repeating: " ", count: indent) + $1
    }
  }

  /// Parts side by side, none of them broken unless it is wider than a line.
  private static func filled(_ parts: [String], gap: Int, columns: Int = Paper.columns) -> [String] {
    var lines: [String] = []
    for part in parts.map(\.harmless) {
      if let last = lines.last, TextWidth.of(last) + gap + TextWidth.of(part) <= columns {
        lines[lines.count - 1] = last + String(repeating: " ", count: gap) + part
      } else {
        lines += TextWidth.wrap(part, columns: columns)
      }
    }
    return lines
  }
}
