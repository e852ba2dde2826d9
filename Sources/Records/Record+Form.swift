import FormModel
import Standards

extension Record {
  /// The form that the record was made with.
  public var edition: FormEdition { FormEdition(name: formName, version: formVersion) }

  /// Reads a record with the form that it was made with.
  public init(_ bytes: [UInt8], forms: FormLibrary) throws(RecordProblem) {
    let json: JSONValue
    do {
      json = try JSONValue.parse(bytes)
    } catch {
      throw .notJSON(error)
    }
    try self.init(json: json, forms: forms)
  }

  /// The same without the answers before and after each act, which are most of a record and which no list wants.
  init(glancingAt bytes: [UInt8], forms: FormLibrary) throws(RecordProblem) {
    let json: JSONValue
    do {
      json = try JSONValue.parse(bytes, keeping: Self.glance)
    } catch {
      throw .notJSON(error)
    }
    try self.init(json: json, forms: forms)
  }

  private static let glance = JSONSelection.members(
    [
      "format", "id", "code", "form", "status", "revision", "created", "changed", "contact", "number", "answers",
      "accepted", "queries", "proposals", "exports", "origin",
    ].map { ($0, .all) } + [
      ("history", .each(.members(["revision", "at", "by", "act", "field", "reason"].map { ($0, .all) })))
    ])

  init(json: JSONValue, forms: FormLibrary) throws(RecordProblem) {
    // A form that is not here is said by whoever reads the rest.
    try self.init(json: json, form: forms.form(pinnedIn: json) ?? forms.form)
  }
}

extension FormLibrary {
  /// The form that a record was made with, which it was read with.
  public func form(of record: Record) -> Form { form(record.edition) ?? form }

  public func form(of summary: RecordSummary) -> Form { form(summary.edition) ?? form }

  /// The form that a record's file says it was made with.
  public func form(pinnedIn record: JSONValue) -> Form? {
    guard let pinned = record["form"], let name = pinned["name"]?.string, let version = pinned["version"]?.int else {
      return nil
    }
    return form(FormEdition(name: name, version: version))
  }
}
