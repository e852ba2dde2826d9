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

  /// Where it was begun, in a store of many kindergartens.
  var kindergartenCell: String { summary.kindergarten ?? "" }

  var cells: [String] {
    [
      summary.code.text, summary.created.text, summary.status.rawValue, summary.name, summary.className ?? "",
      String(owed), String(summary.errors), String(summary.warnings), summary.id.text, String(summary.blanks.count),
      String(summary.unconfirmed.count), String(summary.openQueries), words.joined(separator: ","),
    ]
  }

  /// One object without objects in it: a table has one column a key.
  var json: JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    func names(_ fields: [Int]) -> JSONValue { .string(fields.map { form.fields[$0].name }.joined(separator: ",")) }
    return .object([
      "code": .string(summary.code.text), "id": .string(summary.id.text), "created": .string(summary.created.text),
      "changed": .string(summary.changed.text), "form": .string(formCell), "handed_in": text(summary.handedIn?.text),
      "status": .string(summary.status.rawValue), "name": .string(summary.name), "class": text(summary.className),
      "kindergarten": text(summary.kindergarten), "filler_role": .string(summary.filler.role.rawValue),
      "filler_name": .string(summary.filler.name), "filler_relation": text(summary.filler.relation),
      "owed": .int(owed), "owed_items": names(summary.debts.map(\.field)),
      "due": text(summary.debts.compactMap(\.due).min()?.iso), "errors": .int(summary.errors),
      "warnings": .int(summary.warnings), "blank": .int(summary.blanks.count), "blank_items": names(summary.blanks),
      "unconfirmed": .int(summary.unconfirmed.count), "queries": .int(summary.openQueries),
      "words": .string(words.joined(separator: ",")),
    ])
  }
}
