import FormModel
import Standards

/// What a journal begins with: the record as it stood when nothing was half typed, who had it, and where they were.
public struct JournalBase: Hashable, Sendable {
  static let format = "xueji-journal/1"

  public var record: Record
  public var by: Person
  /// Since when the session has had the record open.
  public var since: Timestamp
  /// Where in the form the person was; made and read by whoever shows the page.
  public var page: JSONValue

  public init(record: Record, by: Person, since: Timestamp, page: JSONValue) {
    (self.record, self.by, self.since, self.page) = (record, by, since, page)
  }

  func json(form: Form, process: Int32, host: String, after earlier: HistoryFile.Part? = nil) -> JSONValue {
    .object([
      "format": .string(Self.format), "record": record.json(form: form, after: earlier), "by": by.json,
      "since": .string(since.text),
      "page": page, "pid": .int(Int(process)), "host": .string(host),
    ])
  }

  init(json: JSONValue, forms: FormLibrary) throws(RecordProblem) {
    var members = try JSONMembers(json, place: "journal")
    let format = try members.string("format")
    guard format == Self.format else { throw .newer(format: format) }
    guard let record = members.take("record") else { throw members.problem("record") }
    self.record = try Record(json: record, forms: forms)
    by = try Person(json: members.take("by"), place: "journal.by")
    since = try members.timestamp("since")
    page = members.take("page") ?? .null
  }
}

/// A journal that was found beside a record: what somebody did since the record was last written.
public struct JournalReading: Hashable, Sendable {
  public enum Owner: Hashable, Sendable {
    /// A session that still runs has it.
    case running
    /// The session ended without putting the record away.
    case gone
  }

  public var base: JournalBase
  /// The session that wrote it.
  public var session: String
  /// The events since then, in their order, as whoever wrote them coded them.
  public var events: [JSONValue]
  public var owner: Owner
  /// Bytes at the end that were torn; never more than the last entry.
  public var dropped: Int
  /// Where it lies, for the store that found it.
  package var path: String

  package init(
    base: JournalBase, session: String, events: [JSONValue], owner: Owner, dropped: Int = 0, path: String = ""
  ) {
    (self.base, self.session, self.events, self.owner) = (base, session, events, owner)
    (self.dropped, self.path) = (dropped, path)
  }

  /// Whether it tells where this teacher or staff member was cut off. Families are known by what they know, not by name.
  public func isLeft(by holder: Authority) -> Bool {
    let person = holder.person
    return owner == .gone && person.role != .guardian && base.by.role == person.role && base.by.name == person.name
  }
}
