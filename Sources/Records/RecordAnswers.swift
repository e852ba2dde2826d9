import FormModel
import Standards

/// What a check needs of a record: its answers and the warnings that were accepted.
///
/// It reads less strictly than the store does, because a file from elsewhere may be checked that no desk has written:
/// who said what, and when, does not matter here.
public struct RecordAnswers: Sendable {
  public private(set) var answers: Answers
  /// The form that it was made with, where that is here; else the usual one.
  public let form: Form
  /// The record that it is, where the file names one.
  public let id: RecordID?
  /// What is said of other children does not concern one that was withdrawn.
  public let isWithdrawn: Bool
  private static let selection = JSONSelection.members([
    ("format", .all), ("form", .all), ("id", .all), ("status", .all), ("accepted", .all),
    ("answers", .each(.members([("value", .all), ("owed", .all)]))),
  ])
  /// By rule, the values that were accepted.
  private var accepted: [(rule: String, values: [String: JSONValue])] = []

  public init(_ bytes: [UInt8], forms: FormLibrary) throws(RecordProblem) {
    var json: JSONValue
    do {
      json = try JSONValue.parse(bytes, keeping: Self.selection)
    } catch {
      throw .notJSON(error)
    }
    if json["format"]?.string != nil { json = try RecordFormat.current.brought(json) }
    guard let object = json["answers"]?.object else { throw .notARecord(key: "answers") }
    form = forms.form(pinnedIn: json) ?? forms.form
    id = json["id"]?.string.flatMap { RecordID($0) }
    isWithdrawn = json["status"]?.string == Status.withdrawn.rawValue
    answers = Answers(count: form.fields.count)
    // By index: a field taken out of its array is copied whole.
    for index in form.fields.indices {
      guard let answer = object[form.fields[index].name], answer != .null else { continue }
      if answer["owed"]?.object != nil {
        answers[index] = .owed
      } else if let value = answer["value"]?.string ?? answer.string {
        answers[index] = value.isEmpty ? .blank : .value(value)
      } else {
        throw .notARecord(key: "answers.\(form.fields[index].name)")
      }
    }
    for item in json["accepted"]?.array ?? [] {
      guard let rule = item["rule"]?.string, let values = item["values"]?.object else { continue }
      accepted.append((rule, values))
    }
  }

  /// Whether the warning was accepted for the values that stand there now.
  public func hasAccepted(_ finding: Finding) -> Bool {
    accepted.contains { accepted in
      guard accepted.rule == finding.rule.code else { return false }
      return finding.fields.allSatisfy { field in
        (accepted.values[form.fields[field].name]?.string ?? "") == (answers[field].value ?? "")
      }
    }
  }
}
