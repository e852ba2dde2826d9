import Desk
import FormModel
import Records
import Sheets
import Standards
import Wording

/// Writes findings as text for people, or as TSV or JSON for programs.
struct FindingReport {
  private let format: CheckCommand.Format
  private let wording: Wording
  var form: Form
  private var output = Output()
  private var total = 0
  /// Whether there was an error or something missing.
  private(set) var counts = false

  init(_ format: CheckCommand.Format, _ wording: Wording, _ form: Form) {
    self.format = format
    self.wording = wording
    self.form = form
    switch format {
    case .text, .json: break
    case .tsv:
      output.row("file", "row", "item", "field", "heading", "severity", "rule", "message", "value")
    }
  }

  /// A finding about one child; the value is what stands in the record.
  mutating func finding(_ finding: Finding, in answers: Answers, file: String, row: Int) {
    write(line(finding, file: file, row: row, "", answers[finding.field].text ?? ""))
  }

  /// What other children's numbers and names say of a child; the value is what stands in the record.
  mutating func finding(_ finding: SheetFinding, value: String, file: String, row: Int) {
    let field = form.fields[finding.field]
    write(
      Line(
        file: file, row: row, beside: "", item: finding.field + 1, field: field.name, heading: field.heading,
        severity: finding.severity, rule: finding.code, message: wording.message(finding), value: value))
  }

  /// A finding about a row of a sheet; the value is what stands in the cell.
  mutating func finding(_ finding: SheetCheck.RowFinding, of check: SheetCheck, file: String, row: SheetRow) {
    let column = check.columns.columns[finding.field]
    let value = column.flatMap { row.cells.indices.contains($0) ? row.cells[$0].plainText : nil } ?? ""
    let (place, beside) = (check.place, wording.row(of: check.place))
    switch finding {
    case .child(let finding): write(line(finding, file: file, row: place.child, beside, value))
    case .sheet(let finding):
      write(
        Line(
          file: file, row: place.child, beside: beside, item: finding.field + 1,
          field: form.fields[finding.field].name, heading: form.fields[finding.field].heading,
          severity: finding.severity, rule: finding.code,
          message: wording.message(finding), value: value))
    }
  }

  /// A finding about a row of a roster; the value is what stands in the cell.
  mutating func finding(_ finding: RosterCheck.RowFinding, of check: RosterCheck, file: String, row: SheetRow) {
    let (place, beside) = (check.place, wording.row(of: check.place))
    func value(_ item: RosterItem) -> String {
      check.sheet.mapping.column(of: item).map { row.cell($0).plainText } ?? ""
    }
    switch finding {
    case .child(let finding):
      write(line(finding, file: file, row: place.child, beside, value(.field(finding.field))))
    case .sheet(let finding):
      write(
        Line(
          file: file, row: place.child, beside: beside, item: finding.field + 1, field: form.fields[finding.field].name,
          heading: form.fields[finding.field].heading, severity: finding.severity, rule: finding.code,
          message: wording.message(finding), value: value(.field(finding.field))))
    case .cell(let fault):
      write(
        Line(
          file: file, row: place.child, beside: beside, item: fault.item.field.map { $0 + 1 } ?? 0,
          field: fault.item.field.map { form.fields[$0].name } ?? "", heading: wording.name(fault.item, form),
          severity: .error, rule: fault.code, message: wording.message(fault, form), value: value(fault.item)))
    case .remark(let remark):
      write(
        Line(
          file: file, row: place.child, beside: beside, item: remark.item.field.map { $0 + 1 } ?? 0,
          field: remark.item.field.map { form.fields[$0].name } ?? "", heading: wording.name(remark.item, form),
          severity: .warning, rule: remark.code, message: wording.message(remark), value: value(remark.item)))
    }
  }

  /// The table lacks the official headings and is checked only as far as its columns go; the columns that are not
  /// checked are named.
  mutating func roster(_ file: String, _ sheet: RosterSheet) {
    about(file, "", "", .warning, "roster", wording.isRoster, "")
    for column in sheet.mapping.columns {
      guard case .neglected(let neglect) = column.use else { continue }
      let message = wording.notChecked(neglect, form)
      about(file, "", column.heading, .warning, "extra-column", "\(column.letters) \(message)", column.heading)
    }
  }

  /// A row that is no child's.
  mutating func leftOut(_ line: RosterSheet.Line, file: String) {
    about(file, "", "", .warning, "left-out", wording.notChecked(line), wording.text(of: line.row))
  }

  /// A sheet without headings in a file that has others.
  mutating func unread(_ file: String) { about(file, "", "", .warning, "not-read", wording.notRead, "") }

  private func line(_ finding: Finding, file: String, row: Int, _ beside: String, _ value: String) -> Line {
    let field = form.fields[finding.field]
    return Line(
      file: file, row: row, beside: beside, item: finding.field + 1, field: field.name, heading: field.heading,
      severity: finding.severity, rule: finding.rule.code, message: wording.message(finding, form: form), value: value)
  }

  /// Something about a sheet's headings.
  mutating func columns(_ file: String, _ problem: SheetColumns.Problem) {
    switch problem {
    case .missing(let field):
      about(
        file, form.fields[field].name, form.fields[field].heading, .error, "missing-column", wording.missingColumn, "")
    case .doubled(let field):
      about(
        file, form.fields[field].name, form.fields[field].heading, .error, "doubled-column", wording.doubledColumn, "")
    case .extra(let heading):
      about(file, "", heading, .warning, "extra-column", wording.extraColumn, heading)
    }
  }

  /// A sheet without a child: the national system would take it, and have nothing.
  mutating func onlyHeadings(_ file: String) {
    about(file, "", "", .error, "only-headings", wording.onlyHeadings, "")
  }

  /// A file that cannot be checked.
  mutating func file(_ file: String, _ problem: FileProblem) {
    about(file, "", "", .error, "unreadable", wording.message(problem), "")
  }

  private mutating func about(
    _ file: String, _ field: String, _ heading: String, _ severity: Severity, _ rule: String, _ message: String,
    _ value: String
  ) {
    write(
      Line(
        file: file, row: 0, beside: "", item: 0, field: field, heading: heading, severity: severity,
        rule: rule, message: message,
        value: value))
  }

  private struct Line {
    var file: String
    var row: Int
    /// The spreadsheet's own row, for people, where it is another than they would count to.
    var beside: String
    var item: Int
    var field: String
    var heading: String
    var severity: Severity
    var rule: String
    var message: String
    var value: String
  }

  private mutating func write(_ line: Line) {
    total += 1
    if line.severity != .warning { counts = true }
    switch format {
    case .tsv:
      output.row(
        line.file, String(line.row), String(line.item), line.field, line.heading, line.severity.rawValue,
        line.rule,
        line.message, line.value)
    case .text:
      let place = line.row == 0 ? line.file : "\(line.file):\(line.row)\(line.beside)"
      let heading = line.heading.isEmpty ? "" : " \(line.item == 0 ? "" : "\(line.item) ")\(line.heading)"
      let value = line.value.isEmpty ? "" : "  [\(line.value)]"
      let said = heading + wording.colon + line.message + value
      output.write(Output.plain("\(line.severity.mark) \(place)\(said)") + "\n")
    case .json:
      let object: [String: JSONValue] = [
        "file": .string(line.file), "row": .int(line.row), "item": .int(line.item),
        "field": .string(line.field),
        "heading": .string(line.heading), "severity": .string(line.severity.rawValue), "rule": .string(line.rule),
        "message": .string(line.message), "value": .string(line.value),
      ]
      output.line(.object(object))
    }
  }

  mutating func finish() {
    switch format {
    case .text:
      if total == 0 { output.write(wording.nothingFound + "\n") }
    case .tsv, .json: break
    }
    output.flush()
  }
}

extension Severity {
  fileprivate var mark: String {
    switch self {
    case .error: "✗"
    case .warning: "！"
    case .missing: "○"
    }
  }
}
