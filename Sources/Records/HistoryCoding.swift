import Standards

extension HistoryEntry {
  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    revision = try members.integer("revision")
    (by, at) = try members.signature()
    act = try members.word("act")
    field = try members.optionalString("field")
    if let value = members.take("old"), value != .null { old = try RecordedAnswer(json: value, place: "\(place).old") }
    if let value = members.take("new"), value != .null { new = try RecordedAnswer(json: value, place: "\(place).new") }
    reason = try members.optionalString("reason")
    cause = members.take("cause")?.string.flatMap(WithdrawalCause.init)
    other = members.rest
    // A later version may know more causes: what this one does not know is kept as it stands.
    if cause == nil, let unknown = json["cause"] { other["cause"] = unknown }
  }

  var json: JSONValue {
    var object = other
    if let cause { object["cause"] = .string(cause.rawValue) }
    object["revision"] = .int(revision)
    object.sign(by, at)
    object["act"] = .string(act.rawValue)
    object["field"] = field.map { .string($0) }
    if field != nil {
      object["old"] = old?.json ?? .null
      object["new"] = new?.json ?? .null
    } else {
      // An entry that has lost its field, as by an edit of the file, keeps its answers.
      object["old"] = old?.json
      object["new"] = new?.json
    }
    object["reason"] = reason.map { .string($0) }
    return .object(object)
  }
}

extension AcceptedWarning {
  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    rule = try members.string("rule")
    reason = try members.optionalString("reason") ?? ""
    (by, at) = try members.signature()
    guard let object = members.take("values")?.object else { throw members.problem("values") }
    var values: [String: String] = [:]
    for (field, value) in object {
      guard let text = value.string else { throw members.problem("values") }
      values[field] = text
    }
    self.values = values
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["rule"] = .string(rule)
    object["values"] = .object(values.mapValues { .string($0) })
    object["reason"] = .string(reason)
    object.sign(by, at)
    return .object(object)
  }
}

extension Query {
  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    field = try members.optionalString("field")
    text = try members.string("text")
    (by, at) = try members.signature()
    if let value = members.take("closed"), value != .null {
      closed = try Stamp(json: value, place: "\(place).closed")
    }
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["field"] = field.map { .string($0) } ?? .null
    object["text"] = .string(text)
    object.sign(by, at)
    object["closed"] = closed?.json ?? .null
    return .object(object)
  }
}

extension Proposal {
  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    field = try members.string("field")
    value = try members.string("value")
    (by, at) = try members.signature()
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["field"] = .string(field)
    object["value"] = .string(value)
    object.sign(by, at)
    return .object(object)
  }
}

extension Export {
  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    sheet = try members.string("sheet")
    row = try members.integer("row")
    revision = try members.integer("revision")
    at = try members.timestamp("at")
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["sheet"] = .string(sheet)
    object["row"] = .int(row)
    object["revision"] = .int(revision)
    object["at"] = .string(at.text)
    return .object(object)
  }
}
