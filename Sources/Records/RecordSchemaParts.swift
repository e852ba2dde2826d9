import Standards

/// What the schemas of all records share, whatever their form.
enum RecordSchemaParts {
  /// The record's keys, but for its form and its answers.
  static let properties: [String: JSONValue] = [
    "format": ["const": .string(Record.format)],
    "id": ["type": "string", "format": "uuid", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"],
    "checksum": ["type": "string"],
    "code": ["type": "string", "pattern": .string("^[\(String(RecordCode.alphabet))]{4}$")],
    "status": words(Status.self),
    "revision": count,
    "created": ref("stamp"),
    "changed": ref("stamp"),
    "contact": [
      "type": ["object", "null"],
      "properties": ["telephone": ["type": ["string", "null"]], "class": ["type": ["string", "null"]]],
    ],
    "accepted": list("accepted"),
    "queries": list("query"),
    "proposals": list("proposal"),
    "exports": list("export"),
    "number": ["type": ["string", "null"]],
    "history": list("entry"),
    "origin": [
      "type": ["object", "null"],
      "properties": [
        "kindergarten": text, "division": ["type": ["string", "null"]], "simulated": ["type": "boolean"],
      ],
    ],
  ]

  /// The parts that occur in several places.
  static let definitions: [String: JSONValue] = [
    "timestamp": [
      "type": "string", "format": "date-time",
      "pattern": #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"#,
    ],
    "person": object(
      ["role", "name"], ["role": words(Role.self), "name": text, "relation": ["type": ["string", "null"]]]),
    "stamp": object(["at", "by"], byAndAt),
    "owed": object(
      ["reason"],
      [
        "reason": words(OwedReason.self), "who": words(Role.self), "note": ["type": ["string", "null"]],
        "due": ["anyOf": [.object(["type": "null"]), .object(["type": "string", "format": "date"])]],
      ]),
    "confirmation": object(
      ["how", "who", "by", "at"],
      byAndAt.merging(["how": words(Confirmation.Means.self), "who": text], uniquingKeysWith: { _, new in new })),
    "answer": answer,
    "accepted": object(
      ["rule", "values", "by", "at"],
      byAndAt.merging(
        ["rule": text, "reason": text, "values": ["type": "object", "additionalProperties": text]],
        uniquingKeysWith: { _, new in new })),
    "query": object(
      ["text", "by", "at"],
      byAndAt.merging(
        ["field": ["type": ["string", "null"]], "text": text, "closed": optional("stamp")],
        uniquingKeysWith: { _, new in new })),
    "proposal": object(
      ["field", "value", "by", "at"],
      byAndAt.merging(["field": text, "value": text], uniquingKeysWith: { _, new in new })),
    "export": object(
      ["sheet", "row", "revision", "at"],
      ["sheet": text, "row": count, "revision": count, "at": ref("timestamp")]),
    "entry": object(
      ["revision", "at", "by", "act"],
      byAndAt.merging(
        [
          "revision": count, "act": words(Act.self), "field": ["type": ["string", "null"]],
          "old": optional("answer"), "new": optional("answer"), "reason": ["type": ["string", "null"]],
          "cause": words(WithdrawalCause.self),
        ], uniquingKeysWith: { _, new in new })),
  ]

  /// An answer is a value or a debt, with where it came from.
  private static var answer: JSONValue {
    [
      "type": "object",
      "required": ["by", "at"],
      "oneOf": [["required": ["value"]], ["required": ["owed"]]],
      "properties": .object(
        byAndAt.merging(
          [
            // Nothing is refused to a draft but impossible characters.
            "value": ["type": "string", "pattern": #"^[^\u0000-\u001f\u007f-\u009f]*$"#], "owed": ref("owed"),
            "source": words(Source.self), "from": text,
            "confirmed": optional("confirmation"),
          ], uniquingKeysWith: { _, new in new })),
    ]
  }

  private static var text: JSONValue { ["type": "string"] }
  private static var count: JSONValue { ["type": "integer", "minimum": 0] }
  private static var byAndAt: [String: JSONValue] { ["by": ref("person"), "at": ref("timestamp")] }

  private static func ref(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }

  private static func optional(_ name: String) -> JSONValue {
    ["anyOf": [.object(["type": "null"]), ref(name)]]
  }

  private static func list(_ name: String) -> JSONValue { ["type": ["array", "null"], "items": ref(name)] }

  private static func object(_ required: [JSONValue], _ properties: [String: JSONValue]) -> JSONValue {
    ["type": "object", "required": .array(required), "properties": .object(properties)]
  }

  private static func words<Word: RawRepresentable<String> & CaseIterable>(_ word: Word.Type) -> JSONValue {
    ["enum": .array(word.allCases.map { .string($0.rawValue) })]
  }
}
