import FormModel
import TextLayout
import Wording

/// A form in short lines, with the section's name before the first of each.
struct ShortForm: Hashable, Sendable {
  struct Line: Hashable, Sendable {
    /// The items that the line says something of.
    var fields: [Int]
    /// The section's name, or as many blanks.
    var lead: String
    var said: String

    var text: String { lead + said }

    /// The line in as many rows as it takes, each behind the section's name.
    func wrapped(columns: Int) -> [String] {
      let width = TextWidth.of(lead)
      return TextWidth.wrap(said, columns: columns - width).enumerated().map { row, part in
        (row == 0 ? lead : String(repeating: " ", count: width)) + part
      }
    }
  }

  let lines: [Line]

  /// The lines of those items that have something to be said; of each what `shown` says.
  init(of fields: Set<Int>, _ context: DeskContext, _ shown: (Int) -> String?) {
    let form = context.form
    let labels = form.sections.map(\.label[context.language])
    let width = labels.map(TextWidth.of).max() ?? 0
    var lines: [Line] = []
    var before: Int?
    for (section, fields) in form.shortLines(of: fields) {
      let said = fields.compactMap { field in shown(field).map { (field, $0) } }
      guard !said.isEmpty else { continue }
      let heading = section == before ? "" : labels[section]
      before = section
      let lead = heading + String(repeating: " ", count: width - TextWidth.of(heading) + 2)
      lines.append(Line(fields: said.map(\.0), lead: lead, said: said.map(\.1).joined(separator: " · ")))
    }
    self.lines = lines
  }
}
