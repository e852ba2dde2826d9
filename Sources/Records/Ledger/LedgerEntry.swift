import Standards

/// One line of the ledger: that a child went out in a row of a sheet.
public struct LedgerEntry: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case first
    /// Something was corrected since it went out.
    case correction
    /// Sent once more, with a reason.
    case again
    /// It was withdrawn since it went out: whoever keeps the national system was told.
    case withdrawn
  }

  public var kind: Kind
  public var record: RecordID
  /// The record's revision that went out.
  public var revision: Int
  /// The file's name, without its folder.
  public var sheet: String
  /// The row as a spreadsheet numbers it.
  public var row: Int
  /// The class code that stood there, where the record has none of its own.
  public var classCode: String?
  public var reason: String?
  public var stamp: Stamp

  public init(
    _ kind: Kind, record: RecordID, revision: Int, sheet: String, row: Int, classCode: String? = nil,
    reason: String? = nil, stamp: Stamp
  ) {
    self.kind = kind
    self.record = record
    self.revision = revision
    self.sheet = sheet
    self.row = row
    self.classCode = classCode
    self.reason = reason
    self.stamp = stamp
  }

  init(json: JSONValue) throws(RecordProblem) {
    var members = try JSONMembers(json, place: "")
    kind = try members.word("kind")
    guard let id = RecordID(try members.string("record")) else { throw members.problem("record") }
    record = id
    revision = try members.integer("revision")
    sheet = try members.string("sheet")
    row = try members.integer("row")
    classCode = try members.optionalString("class_code")
    reason = try members.optionalString("reason")
    stamp = try Stamp(json: json, place: "")
  }

  var json: JSONValue {
    var object = stamp.json.object ?? [:]
    object["kind"] = .string(kind.rawValue)
    object["record"] = .string(record.text)
    object["revision"] = .int(revision)
    object["sheet"] = .string(sheet)
    object["row"] = .int(row)
    object["class_code"] = classCode.map { .string($0) }
    object["reason"] = reason.map { .string($0) }
    return .object(object)
  }
}
