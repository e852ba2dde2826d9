import FormModel
import Standards

/// The JSON Schema (2020-12) of a record made with a form, for any validator.
public enum RecordSchema {
  /// The schema as a document of its own.
  ///
  /// A draft may hold anything, so that only its structure is described. A record that was handed in must also have
  /// an answer, or a debt, for every item that is required as far as other answers decide it, and values that their
  /// lists, dates and lengths allow; an approved one owes nothing that is required and awaits no confirmation. What
  /// takes arithmetic, such as a number's check character, is for `xueji check`. Unknown keys are allowed everywhere.
  public static func json(form: Form) -> JSONValue {
    var definitions = RecordSchemaParts.definitions
    for name in Set(form.fields.compactMap(\.kind.list)) {
      definitions[listKey(name)] = .object([
        "type": "string", "enum": .array(form.lists.list(name).choices.map { .string($0.code) }),
      ])
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string("urn:xueji:record:1:\(form.name):\(form.version)"),
      "title": .string("\(form.title[.chinese]) · \(form.title[.english])"),
      "type": "object",
      "required": [
        "format", "id", "code", "form", "status", "revision", "created", "changed", "answers", "history",
      ],
      "properties": .object(properties(form)),
      "allOf": [
        handedIn(["submitted", "approved"], answers: .object(strictAnswers(form))),
        handedIn(["approved"], answers: .object(approvedAnswers(form))),
      ],
      "$defs": .object(definitions),
    ]
  }

  private static func properties(_ form: Form) -> [String: JSONValue] {
    var answers: [String: JSONValue] = [:]
    for (index, field) in form.fields.enumerated() {
      answers[field.name] = [
        "$ref": "#/$defs/answer",
        "title": .string(field.heading),
        "description": .string("\(index + 1). \(field.label[.chinese]) · \(field.label[.english])"),
      ]
    }
    var properties = RecordSchemaParts.properties
    properties["form"] = [
      "type": "object", "required": ["name", "version"],
      "properties": ["name": ["const": .string(form.name)], "version": ["const": .int(form.version)]],
    ]
    properties["answers"] = ["type": "object", "properties": .object(answers)]
    return properties
  }

  private static func handedIn(_ statuses: [JSONValue], answers: JSONValue) -> JSONValue {
    [
      "if": ["required": ["status"], "properties": ["status": ["enum": .array(statuses)]]],
      "then": ["properties": ["answers": answers]],
    ]
  }

  /// What holds for the answers of a record without errors.
  private static func strictAnswers(_ form: Form) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    var required: [JSONValue] = []
    var rules: [JSONValue] = []
    for field in form.fields {
      values[field.name] = ["properties": ["value": value(of: field.kind)]]
      if let condition = field.demand.schema(.yes, form) {
        rules.append(["if": condition, "then": ["required": [.string(field.name)]]])
      } else if field.demand == .always {
        required.append(.string(field.name))
      }
      if let condition = field.relevant.schema(.no, form) {
        rules.append(["if": condition, "then": ["not": ["required": [.string(field.name)]]]])
      }
    }
    var schema: [String: JSONValue] = ["properties": .object(values), "required": .array(required)]
    if !rules.isEmpty { schema["allOf"] = .array(rules) }
    return schema
  }

  /// What holds for the answers of a record that staff have approved.
  private static func approvedAnswers(_ form: Form) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    var rules: [JSONValue] = []
    for field in form.fields {
      var answer: [String: JSONValue] = ["properties": ["confirmed": ["type": "object"]]]
      let settled: JSONValue = ["properties": .object([field.name: ["required": ["value"]]])]
      if let condition = field.demand.schema(.yes, form) {
        rules.append(["if": condition, "then": settled])
      } else if field.demand == .always {
        answer["required"] = ["value"]
      }
      values[field.name] = .object(answer)
    }
    var schema: [String: JSONValue] = ["properties": .object(values)]
    if !rules.isEmpty { schema["allOf"] = .array(rules) }
    return schema
  }

  /// What a value must look like to be right; lengths count characters here, so that the limits in bytes are the
  /// loosest that can be stated.
  private static func value(of kind: FieldKind) -> JSONValue {
    // No control characters, and nothing that a spreadsheet would run.
    let safe: JSONValue = #"^[^=+@\u0000-\u0020\u007f-\u009f-][^\u0000-\u001f\u007f-\u009f]*$"#
    switch kind {
    case .text(let kind): return ["type": "string", "maxLength": .int(kind.maximumBytes), "pattern": safe]
    case .classCode(let maximum): return ["type": "string", "pattern": .string("^[0-9A-Za-z]{1,\(maximum)}$")]
    case .select(let list), .place(let list): return ["$ref": .string("#/$defs/\(listKey(list))")]
    case .date: return ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    // How long it may be hangs on the document.
    case .documentNumber: return ["type": "string", "minLength": 1, "pattern": safe]
    }
  }

  private static func listKey(_ name: String) -> String { "list-\(name)" }
}

extension Field {
  /// When a blank is a finding: the item is required, and asked at all.
  fileprivate var demand: Condition {
    switch (required, relevant) {
    case (_, .always): required
    case (.always, _): relevant
    case (.never, _), (_, .never): .never
    default: .all([relevant, required])
    }
  }
}

extension Condition {
  /// The schema of the answers for which the condition certainly holds, or certainly does not; nil where that is
  /// always so, never so, or takes more than looking at codes.
  fileprivate func schema(_ truth: Truth, _ form: Form) -> JSONValue? {
    func answer(_ field: Int, _ schema: JSONValue) -> JSONValue {
      let name = form.fields[field].name
      return ["required": [.string(name)], "properties": .object([name: schema])]
    }
    func value(_ field: Int, _ schema: JSONValue) -> JSONValue {
      answer(field, ["required": ["value"], "properties": ["value": truth == .yes ? schema : ["not": schema]]])
    }
    switch self {
    case .isOne(let field, let values):
      return value(field, ["enum": .array(values.map { .string($0) })])
    case .begins(let field, let words, let characters):
      // A word with a sign of its own in a pattern is left to the checks, and so is how long a text is.
      guard characters == nil, words.allSatisfy({ $0.utf8.allSatisfy(Self.isLetterOrDigit) }) else { return nil }
      return value(field, ["pattern": .string("^(\(words.joined(separator: "|")))")])
    case .answered(let field):
      let answered = answer(field, ["required": ["value"]])
      return truth == .yes ? answered : ["not": answered]
    case .not(let condition):
      return condition.schema(truth == .yes ? .no : .yes, form)
    case .all(let conditions):
      return Self.join(conditions, truth == .yes ? "allOf" : "anyOf", truth, form)
    case .any(let conditions):
      return Self.join(conditions, truth == .yes ? "anyOf" : "allOf", truth, form)
    case .always, .never, .same, .lacks, .letterOrDigit, .pinyin, .shorter, .inKindergarten, .outsideKindergarten,
      .years, .after:
      return nil
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func join(_ conditions: [Condition], _ word: String, _ truth: Truth, _ form: Form) -> JSONValue? {
    let schemas = conditions.compactMap { $0.schema(truth, form) }
    // A part that cannot be stated would make the whole say too much.
    guard schemas.count == conditions.count, !schemas.isEmpty else { return nil }
    return .object([word: .array(schemas)])
  }
}
