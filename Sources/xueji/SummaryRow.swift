import FormModel
import Records
import Standards

/// A summary as a line of a list, and as JSON.
struct SummaryRow {
  static let columns = [
    "code", "created", "status", "name", "class", "owed", "errors", "warnings", "id", "blank", "unconfirmed",
    "queries", "words",
  ]

  private let summary: RecordSummary
  private let form: Form
  private let words: [String]

  init(_ summary: RecordSummary, isTouched: Bool, _ form: Form) {
    self.summary = summary
    self.form = form
    words =
      SummaryFilter.Condition.allCases.filter { $0.isTrue(of: summary) }.map(\.rawValue)
      + (isTouched ? ["touched"] : [])
  }

  /// Items put off; with the blanks they are what is missing.
  private var owed: Int { summary.debts.count }

  /// Which form it was made with, where a list has several.
  var formCell: String { "\(summary.edition.name)/\(summary.edition.version)" }

  var cells: [String] {
    [
      summary.code.text, summary.created.text, summary.status.rawValue, summary.name, summary.className ?? "",
      String(owed), String(summary.errors), String(summary.warnings), summary.id.text, String(summary.blanks.count),
      String(summary.unconfirmed.count), String(summary.openQueries), words.joined(separator: ","),
    ]
  }

  var json: JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return .object([
      "code": .string(summary.code.text), "id": .string(summary.id.text), "created": .string(summary.created.text),
      "changed": .string(summary.changed.text),
      "form": .object(["name": .string(summary.edition.name), "version": .int(summary.edition.version)]),
      "handed_in": text(summary.handedIn?.text),
      "status": .string(summary.status.rawValue), "name": .string(summary.name), "class": text(summary.className),
      "filler": .object([
        "role": .string(summary.filler.role.rawValue), "name": .string(summary.filler.name),
        "relation": text(summary.filler.relation),
      ]),
      "owed": .int(owed), "errors": .int(summary.errors), "warnings": .int(summary.warnings),
      "blank": .int(summary.blanks.count), "unconfirmed": .int(summary.unconfirmed.count),
      "queries": .int(summary.openQueries), "words": .array(words.map { .string($0) }),
      "debts": .array(summary.debts.map { Self.json($0, form) }),
    ])
  }

  static func json(_ debt: RecordSummary.Debt, _ form: Form) -> JSONValue {
    .object([
      "item": .int(debt.field + 1), "field": .string(form.fields[debt.field].name),
      "reason": .string(debt.reason.rawValue), "who": .string(debt.who.rawValue),
      "due": debt.due.map { .string($0.iso) } ?? .null, "note": .string(debt.note),
      "required": .bool(debt.isRequired),
    ])
  }
}
