import TextLayout

extension PaperForm {
  /// The form as one part of a page: see `Paper.html`.
  var html: String {
    let isBlank = later != nil
    let kind = isBlank ? "blank" : isCrowded ? "crowded" : "roomy"
    var lines = [
      "<section class=\"form \(kind)\">", "<h1>\(Paper.escaped(title))</h1>",
      "<p class=\"where\">\(Paper.escaped(kindergarten))</p>", "<ul class=\"facts\">",
    ]
    for fact in facts {
      let value = fact.value.isEmpty ? String(repeating: Self.box, count: 4) : "<b>\(Paper.escaped(fact.value))</b>"
      lines.append("<li>\(Paper.escaped(fact.name)) \(value)</li>")
    }
    lines.append("</ul>")
    if isBlank { lines += Self.list(remarks) }
    let columns = ["number", "label", "entry", "mark"].map { "<col class=\"\($0)\" />" }.joined()
    lines.append("<table><colgroup>\(columns)</colgroup>")
    for section in sections {
      let head = "<th class=\"section\" colspan=\"4\">\(Paper.escaped(section.title))</th>"
      lines.append("<tbody><tr class=\"head\">\(head)</tr>")
      lines += section.rows.map(html(of:))
      lines.append("</tbody>")
    }
    lines.append("</table>")
    if !isBlank { lines += Self.list(remarks) }
    if !declaration.isEmpty { lines.append("<p class=\"declaration\">\(Paper.escaped(declaration))</p>") }
    let signed = signatures.map { "<li>\(Paper.escaped($0)) \(Self.line)</li>" }
    lines.append("<ul class=\"signatures\">\(signed.joined())</ul>")
    return (lines + ["</section>"]).joined(separator: "\n")
  }

  /// Whether so many entries need more than a line that the page overflows in large type: then all is set smaller.
  private var isCrowded: Bool {
    func lines(_ text: String, _ columns: Int) -> Int { max(1, (TextWidth.of(text) + columns - 1) / columns) }
    let rows = sections.flatMap(\.rows).map { row in
      let entry =
        switch row.entry {
        case .value(let text), .absent(let text): lines(text, Self.entryColumns) + row.remarks.count
        case .choices, .blanks: 1
        }
      return max(entry, lines(row.label, Self.labelColumns)) - 1
    }
    return rows.reduce(remarks.count - 1, +) > Self.spareLines
  }

  /// What a line of the table holds in large type, in columns, and how many lines more than its rows fit on the page.
  private static let (labelColumns, entryColumns, spareLines) = (27, 48, 4)

  private static let box = "<span class=\"box\"></span>"
  private static let line = "<span class=\"line\"></span>"

  private static func list(_ remarks: [String]) -> [String] {
    ["<ul class=\"remarks\">\(remarks.map { "<li>\(Paper.escaped($0))</li>" }.joined())</ul>"]
  }

  private func html(of row: Row) -> String {
    let remarks = row.remarks.map { "<span class=\"remark\">\(Paper.escaped($0))</span>" }.joined()
    // The right side of a row that is to be filled in is for writing, so its remarks stand at the left.
    let label = Paper.escaped(row.label) + (row.isToFillIn ? remarks : "")
    let entry = Self.html(of: row.entry) + (row.isToFillIn ? "" : remarks)
    let tick = row.isToFillIn ? later.map { "<span class=\"choice\">☐ \(Paper.escaped($0))</span>" } : nil
    let mark = tick ?? Paper.escaped(row.mark)
    return """
      <tr><td class="number">\(row.number)</td><th>\(label)</th><td>\(entry)</td>\
      <td class="mark">\(mark)</td></tr>
      """
  }

  private static func html(of entry: Entry) -> String {
    switch entry {
    case .value(let value): return "<span class=\"value\">\(Paper.escaped(value))</span>"
    case .absent(let why): return "<span class=\"absent\">\(Paper.escaped(why))</span>"
    case .choices(let choices, let other):
      let boxes = choices.map { "<span class=\"choice\">☐ \(Paper.escaped($0))</span>" }.joined()
      let rest = other.map { "<span class=\"part open\">\(Paper.escaped($0))\(line)</span>" } ?? ""
      return "<div class=\"room\">\(boxes)\(rest)</div>"
    case .blanks(let blanks):
      let room = blanks.map { blank in
        let room = blank.boxes == 0 ? line : "<span>\(String(repeating: box, count: blank.boxes))</span>"
        return "<span class=\"part\(blank.boxes == 0 ? " open" : "")\">\(room)\(Paper.escaped(blank.after))</span>"
      }
      return "<div class=\"room\">\(room.joined())</div>"
    }
  }
}
