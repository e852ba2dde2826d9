import FormModel
import Standards

/// The JSON Schema (2020-12) of a record, made from the form's definition.
///
/// A draft may hold anything but impossible characters, so a value's list, date or length binds from the day the
/// record is handed in. Keys that the schema does not name are allowed: a later version may have written them.
public enum RecordSchema {
  public static func json(form: Form) -> JSONValue {
    object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "$id": .string("urn:xueji:record:1:\(form.name):\(form.version)"),
      "title": .string(form.title.chinese),
      "type": .string("object"),
      "required": strings([
        "format", "id", "code", "form", "status", "revision", "created", "changed", "contact", "answers", "accepted",
        "queries", "proposals", "exports", "number", "history",
      ]),
      "properties": object(properties(form)),
      "allOf": .array([handedIn(form)]),
      "$defs": object(definitions(form)),
    ])
  }

  private static func properties(_ form: Form) -> [String: JSONValue] {
    [
      "format": object(["const": .string(Record.format)]),
      "id": pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
      "code": pattern("^[\(String(RecordCode.alphabet))]{4}$"),
      "form": object([
        "type": .string("object"), "required": strings(["name", "version"]),
        "properties": object([
          "name": object(["const": .string(form.name)]), "version": object(["const": .int(form.version)]),
        ]),
      ]),
      "status": words(Status.allCases.map(\.rawValue)),
      "revision": object(["type": .string("integer"), "minimum": .int(0)]),
      "created": reference("stamp"),
      "changed": reference("stamp"),
      "contact": object([
        "type": .string("object"),
        "properties": object(["telephone": type("string"), "class": type("string")]),
      ]),
      "answers": object([
        "type": .string("object"),
        "properties": object(Dictionary(form.fields.map { ($0.name, reference("answer")) }) { first, _ in first }),
      ]),
      "accepted": list(
        object([
          "type": .string("object"), "required": strings(["rule", "values", "reason", "by", "at"]),
          "properties": object([
            "rule": type("string"), "reason": type("string"), "by": reference("person"), "at": reference("time"),
            "values": object(["type": .string("object"), "additionalProperties": type("string")]),
          ]),
        ])),
      "queries": list(type("object")),
      "proposals": list(type("object")),
      "exports": list(type("object")),
      "number": nullable("string"),
      "history": list(reference("entry")),
    ]
  }

  // MARK: Parts

  private static func definitions(_ form: Form) -> [String: JSONValue] {
    [
      "time": pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"),
      "date": pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
      // No control character, whatever else a draft may hold.
      "text": pattern("^[^\\u0000-\\u001f\\u007f-\\u009f]*$"),
      "person": object([
        "type": .string("object"), "required": strings(["role", "name"]),
        "properties": object([
          "role": words(Role.allCases.map(\.rawValue)), "name": type("string"), "relation": type("string"),
        ]),
      ]),
      "stamp": object([
        "type": .string("object"), "required": strings(["at", "by"]),
        "properties": object(["at": reference("time"), "by": reference("person")]),
      ]),
      "answer": object([
        "type": .string("object"), "required": strings(["by", "at"]),
        "properties": object([
          "value": reference("text"), "owed": reference("owed"),
          "source": words(Source.allCases.map(\.rawValue)), "from": words(form.fields.map(\.name)),
          "by": reference("person"), "at": reference("time"), "confirmed": nullable("object"),
        ]),
        "oneOf": .array([
          object(["required": strings(["value", "source"])]), object(["required": strings(["owed"])]),
        ]),
      ]),
      "owed": object([
        "type": .string("object"), "required": strings(["reason", "who"]),
        "properties": object([
          "reason": words(OwedReason.allCases.map(\.rawValue)), "who": words(Role.allCases.map(\.rawValue)),
          "due": object(["anyOf": .array([reference("date"), type("null")])]), "note": type("string"),
        ]),
      ]),
      "entry": object([
        "type": .string("object"), "required": strings(["revision", "at", "by", "act"]),
        "properties": object([
          "revision": object(["type": .string("integer"), "minimum": .int(1)]),
          "at": reference("time"), "by": reference("person"), "act": words(Act.allCases.map(\.rawValue)),
          "field": type("string"), "reason": type("string"),
          "old": object(["anyOf": .array([reference("answer"), type("null")])]),
          "new": object(["anyOf": .array([reference("answer"), type("null")])]),
        ]),
      ]),
    ]
  }

  /// What binds once the record is handed in: lists, dates and lengths.
  private static func handedIn(_ form: Form) -> JSONValue {
    var answers: [String: JSONValue] = [:]
    for (index, field) in form.fields.enumerated() {
      answers[field.name] = object(["properties": object(["value": value(index, form)])])
    }
    return object([
      "if": object(["properties": object(["status": words([Status.submitted.rawValue, Status.approved.rawValue])])]),
      "then": object(["properties": object(["answers": object(["properties": object(answers)])])]),
    ])
  }

  private static func value(_ field: Int, _ form: Form) -> JSONValue {
    switch form.fields[field].kind {
    case .text, .personName, .classCode: object(["minLength": .int(1)])
    case .select(let list), .place(let list): words(form.lists.list(list).choices.map(\.code))
    case .date: reference("date")
    case .documentNumber: object(["minLength": .int(1), "maxLength": .int(20)])
    }
  }

  // MARK: Short forms

  private static func object(_ members: [String: JSONValue]) -> JSONValue { .object(members) }
  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
  private static func words(_ texts: [String]) -> JSONValue { .object(["enum": strings(texts)]) }
  private static func type(_ name: String) -> JSONValue { .object(["type": .string(name)]) }
  private static func nullable(_ name: String) -> JSONValue { .object(["type": strings([name, "null"])]) }
  private static func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/$defs/\(name)")]) }
  private static func list(_ items: JSONValue) -> JSONValue {
    .object(["type": .string("array"), "items": items])
  }
  private static func pattern(_ pattern: String) -> JSONValue {
    .object(["type": .string("string"), "pattern": .string(pattern)])
  }
}
