import FormModel
import Standards

extension Record {
  /// What is larger is something else: a history is moved out of the file long before, see ``HistoryFile``.
  public static let largestFile = 4 << 20

  /// Reads a record that was made with this form.
  public init(_ bytes: [UInt8], form: Form) throws(RecordProblem) {
    try self.init(bytes, forms: FormLibrary(form))
  }

  /// Reads a record from its JSON.
  public init(json: JSONValue, form: Form) throws(RecordProblem) {
    var members = try JSONMembers(RecordFormat.current.brought(json), place: "")
    _ = members.take("format")
    guard let id = RecordID(try members.string("id")) else { throw members.problem("id") }
    self.id = id
    guard let code = RecordCode(try members.string("code")) else { throw members.problem("code") }
    self.code = code
    var pinned = try JSONMembers(members.take("form"), place: "form")
    formName = try pinned.string("name")
    formVersion = try pinned.integer("version")
    guard formName == form.name, formVersion == form.version else {
      throw .otherForm(name: formName, version: formVersion)
    }
    otherForm = pinned.rest
    status = try members.word("status")
    revision = try members.integer("revision")
    created = try Stamp(json: members.take("created"), place: "created")
    changed = try Stamp(json: members.take("changed"), place: "changed")
    contact = try Contact(json: members.take("contact"))
    number = try members.optionalString("number")
    answers = Array(repeating: nil, count: form.fields.count)
    var answered = try JSONMembers(members.take("answers"), place: "answers")
    for (index, field) in form.fields.enumerated() {
      guard let value = answered.take(field.name), value != .null else { continue }
      answers[index] = try RecordedAnswer(json: value, place: "answers.\(field.name)")
    }
    otherAnswers = answered.rest
    accepted = []
    for (index, value) in try members.list("accepted").enumerated() {
      accepted.append(try AcceptedWarning(json: value, place: "accepted[\(index)]"))
    }
    queries = []
    for (index, value) in try members.list("queries").enumerated() {
      queries.append(try Query(json: value, place: "queries[\(index)]"))
    }
    proposals = []
    for (index, value) in try members.list("proposals").enumerated() {
      proposals.append(try Proposal(json: value, place: "proposals[\(index)]"))
    }
    exports = []
    for (index, value) in try members.list("exports").enumerated() {
      exports.append(try Export(json: value, place: "exports[\(index)]"))
    }
    history = []
    for (index, value) in try members.list("history").enumerated() {
      history.append(try HistoryEntry(json: value, place: "history[\(index)]"))
    }
    if let value = members.take("origin"), value != .null { origin = try Origin(json: value, place: "origin") }
    // The part of the history that lies beside the file must be joined before: otherwise the next save would lose it.
    if members.take(HistoryFile.key) != nil { throw members.problem(HistoryFile.key) }
    // It is the file's and not the record's: see `file(form:)`.
    _ = members.take(Self.checksumKey)
    other = members.rest
  }

  /// The record as JSON, as it is written but for the checksum of its file.
  public func json(form: Form) -> JSONValue { json(form: form, after: nil) }

  /// The same without the part of its history that stands beside it.
  func json(form: Form, after earlier: HistoryFile.Part?) -> JSONValue {
    var object = other
    object[HistoryFile.key] = earlier?.json
    object["format"] = .string(Self.format)
    object["id"] = .string(id.text)
    object["code"] = .string(code.text)
    var pinned = otherForm
    pinned["name"] = .string(formName)
    pinned["version"] = .int(formVersion)
    object["form"] = .object(pinned)
    object["status"] = .string(status.rawValue)
    object["revision"] = .int(revision)
    object["created"] = created.json
    object["changed"] = changed.json
    object["contact"] = contact.json
    object["number"] = number.map { .string($0) } ?? .null
    var answered = otherAnswers
    for (index, answer) in answers.enumerated() { answered[form.fields[index].name] = answer?.json }
    object["answers"] = .object(answered)
    object["origin"] = origin?.json
    object["accepted"] = .array(accepted.map(\.json))
    object["queries"] = .array(queries.map(\.json))
    object["proposals"] = .array(proposals.map(\.json))
    object["exports"] = .array(exports.map(\.json))
    object["history"] = .array(history.dropFirst(earlier?.entries ?? 0).map(\.json))
    return .object(object)
  }
}

extension Contact {
  init(json: JSONValue?) throws(RecordProblem) {
    guard let json, json != .null else {
      self.init()
      return
    }
    var members = try JSONMembers(json, place: "contact")
    self.init(
      telephone: try members.optionalString("telephone"), className: try members.optionalString("class"))
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["telephone"] = telephone.map { .string($0) }
    object["class"] = className.map { .string($0) }
    return .object(object)
  }
}
