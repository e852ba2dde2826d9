import FormModel
import Standards

/// What a check and a count need of a record: its answers, the warnings that were accepted, and where it stands.
///
/// It reads less strictly than the store does, because a file from elsewhere may be checked that no desk has written:
/// who said what, and when, does not matter here. `RecordSkimmer` reads the same, faster.
public struct RecordAnswers: Equatable, Sendable {
  /// A rule, and the values for which its warning was accepted.
  struct Accepted: Hashable, Sendable {
    var rule: String
    var values: [String: JSONValue]
  }

  public internal(set) var answers: Answers
  /// The form that it was made with; the usual one where the file names none.
  public let form: Form
  /// The record that it is, where the file names one.
  public internal(set) var id: RecordID?
  public internal(set) var status: Status?
  public internal(set) var revision: Int?
  /// The kindergarten's own name of the class.
  public internal(set) var className: String?
  /// The day on which it was begun, as the file says it.
  public internal(set) var begun: String?
  /// Where it was begun, as far as the file says it.
  public var origin: Origin?
  var accepted: [Accepted] = []

  /// What is said of other children does not concern one that was withdrawn.
  public var isWithdrawn: Bool { status == .withdrawn }

  private static let selection = JSONSelection.members([
    ("format", .all), ("form", .all), ("id", .all), ("status", .all), ("revision", .all), ("accepted", .all),
    ("origin", .all), ("contact", .members([("class", .all)])), ("created", .members([("at", .all)])),
    ("answers", .each(.members([("value", .all), ("owed", .all)]))),
  ])

  /// No answer yet, and nothing else.
  init(form: Form) {
    self.form = form
    answers = Answers(count: form.fields.count)
  }

  /// What a record that was read says of itself.
  public init(_ record: Record, form: Form) {
    self.init(form: form)
    answers = record.checkedAnswers
    (id, status, revision, className) = (record.id, record.status, record.revision, record.contact.className)
    (begun, origin) = (record.created.at.date.iso, record.origin)
    accepted = record.accepted.map { Accepted(rule: $0.rule, values: $0.values.mapValues { .string($0) }) }
  }

  public init(_ bytes: [UInt8], forms: FormLibrary) throws(RecordProblem) {
    var json: JSONValue
    do {
      json = try JSONValue.parse(bytes, keeping: Self.selection)
    } catch {
      throw .notJSON(error)
    }
    if json["format"]?.string != nil { json = try RecordFormat.current.brought(json) }
    guard let object = json["answers"]?.object else { throw .notARecord(key: "answers") }
    self.init(form: try Self.form(of: json, forms))
    id = json["id"]?.string.flatMap { RecordID($0) }
    status = json["status"]?.string.flatMap(Status.init)
    revision = json["revision"]?.int
    className = json["contact"]?["class"]?.string
    begun = (json["created"]?["at"]?.string).map { String($0.prefix(10)) }
    if let value = json["origin"], value != .null { origin = try Origin(json: value, place: "origin") }
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
    accepted = Self.accepted(json["accepted"])
  }

  /// A record of a form that is not here would be checked by the rules of another.
  private static func form(of json: JSONValue, _ forms: FormLibrary) throws(RecordProblem) -> Form {
    guard let pinned = json["form"], let name = pinned["name"]?.string, let version = pinned["version"]?.int else {
      return forms.form
    }
    guard let form = forms.form(FormEdition(name: name, version: version)) else {
      throw .otherForm(name: name, version: version)
    }
    return form
  }

  /// Read the same way of the same form.
  public static func == (one: RecordAnswers, other: RecordAnswers) -> Bool {
    one.form.edition == other.form.edition && one.answers == other.answers && one.id == other.id
      && one.status == other.status && one.revision == other.revision && one.className == other.className
      && one.begun == other.begun && one.origin == other.origin && one.accepted == other.accepted
  }

  static func accepted(_ json: JSONValue?) -> [Accepted] {
    (json?.array ?? []).compactMap { item in
      guard let rule = item["rule"]?.string, let values = item["values"]?.object else { return nil }
      return Accepted(rule: rule, values: values)
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

  /// What is found in the record and counts: all but the warnings that were accepted.
  public func findings(_ checker: Checker) -> [Finding] {
    let findings = checker.findings(in: answers)
    return accepted.isEmpty ? findings : findings.filter { $0.severity != .warning || !hasAccepted($0) }
  }
}
