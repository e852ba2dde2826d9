import Standards

extension Person {
  init(json: JSONValue?, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    role = try members.word("role")
    name = try members.string("name")
    relation = try members.optionalString("relation")
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["role"] = .string(role.rawValue)
    object["name"] = .string(name)
    object["relation"] = relation.map { .string($0) }
    return .object(object)
  }
}

extension Stamp {
  init(json: JSONValue?, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    (by, at) = try members.signature()
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object.sign(by, at)
    return .object(object)
  }
}

extension Owed {
  init(json: JSONValue?, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    reason = try members.word("reason")
    who = try members.optionalWord("who") ?? .guardian
    if let text = try members.optionalString("due") {
      guard let date = CalendarDate(iso: text) else { throw members.problem("due") }
      due = date
    }
    note = try members.optionalString("note") ?? ""
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["reason"] = .string(reason.rawValue)
    object["who"] = .string(who.rawValue)
    object["due"] = due.map { .string($0.iso) } ?? .null
    object["note"] = .string(note)
    return .object(object)
  }
}

extension RecordedAnswer {
  init(json: JSONValue?, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    if let owed = members.take("owed"), owed != .null {
      content = .owed(try Owed(json: owed, place: "\(place).owed"))
    } else {
      content = .value(try members.string("value"))
    }
    source = try members.optionalWord("source")
    from = try members.optionalString("from")
    (by, at) = try members.signature()
    switch members.take("confirmed") {
    case nil: confirmation = .notNeeded
    case .null: confirmation = .unconfirmed
    case let given?: confirmation = .confirmed(try Confirmation(json: given, place: "\(place).confirmed"))
    }
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    switch content {
    case .value(let value): object["value"] = .string(value)
    case .owed(let owed): object["owed"] = owed.json
    }
    object["source"] = source.map { .string($0.rawValue) }
    object["from"] = from.map { .string($0) }
    object.sign(by, at)
    switch confirmation {
    case .notNeeded: break
    case .unconfirmed: object["confirmed"] = .null
    case .confirmed(let confirmation): object["confirmed"] = confirmation.json
    }
    return .object(object)
  }
}

extension Confirmation {
  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    how = try members.word("how")
    who = try members.string("who")
    (by, at) = try members.signature()
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["how"] = .string(how.rawValue)
    object["who"] = .string(who)
    object.sign(by, at)
    return .object(object)
  }
}
