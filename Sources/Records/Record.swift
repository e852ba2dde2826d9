import FormModel
import Standards

/// Where a record stands in its life; everything else is read from the record and never stored twice.
public enum Status: String, Sendable, CaseIterable {
  case draft
  case submitted
  case approved
  case withdrawn
}

/// How the desk reaches the family about a missing paper; none of it is exported.
public struct Contact: Hashable, Sendable {
  public var telephone: String?
  /// The kindergarten's own name of the class.
  public var className: String?
  var other: [String: JSONValue] = [:]

  public init(telephone: String? = nil, className: String? = nil) {
    (self.telephone, self.className) = (telephone, className)
  }
}

/// One child's record: a value that acts change and the store keeps.
///
/// Answers stand beside the form's fields: the field with index `n` has answer `n`.
public struct Record: Hashable, Sendable {
  public static let format = RecordFormat.current.name

  public var id: RecordID
  public var code: RecordCode
  public var formName: String
  public var formVersion: Int
  public internal(set) var status: Status
  /// Counts the acts; a save states the revision that it started from.
  public internal(set) var revision: Int
  public var created: Stamp
  public internal(set) var changed: Stamp
  public internal(set) var contact: Contact
  public internal(set) var answers: [RecordedAnswer?]
  public internal(set) var accepted: [AcceptedWarning]
  public internal(set) var queries: [Query] = []
  public internal(set) var proposals: [Proposal] = []
  public internal(set) var exports: [Export] = []
  public internal(set) var history: [HistoryEntry]
  /// The 学籍号 that came back from the national system.
  public internal(set) var number: String?
  /// Where it was begun, where it lies among the records of other kindergartens.
  public var origin: Origin?
  /// Keys that this version does not know, kept for the next save.
  var other: [String: JSONValue] = [:]
  /// What else is said of the form beside its name and version.
  var otherForm: [String: JSONValue] = [:]
  /// Answers to fields that the form does not have.
  var otherAnswers: [String: JSONValue] = [:]

  /// A new, empty draft.
  public init(identity: RecordIdentity, form: Form, created: Stamp) {
    id = identity.id
    code = identity.code
    formName = form.name
    formVersion = form.version
    status = .draft
    revision = 0
    self.created = created
    changed = created
    contact = Contact()
    answers = Array(repeating: nil, count: form.fields.count)
    accepted = []
    history = []
  }

  /// Whether everything that was done to the other is the beginning of what was done to this one.
  public func continues(_ other: Record) -> Bool { id == other.id && history.starts(with: other.history) }

  /// Gives a record that has not been saved yet another identity, where its code turned out to be taken.
  public mutating func rename(_ identity: RecordIdentity) {
    id = identity.id
    code = identity.code
  }

  /// Whether the warning was accepted for the values that stand there now.
  public func hasAccepted(_ finding: Finding, form: Form) -> Bool {
    isAccepted(rule: finding.rule.code, values: values(of: finding, form: form))
  }

  /// Whether somebody accepted the rule's warning for exactly these values, by field name.
  public func isAccepted(rule: String, values: [String: String]) -> Bool {
    accepted.contains { warning in
      warning.rule == rule && warning.values.count == values.count
        && values.allSatisfy { field, value in warning.values[field]?.isSpelled(like: value) ?? false }
    }
  }

  /// What the record was before it was withdrawn, as its history tells; its status where it is not withdrawn.
  public var statusBeforeWithdrawal: Status {
    guard status == .withdrawn else { return status }
    var before = Status.draft
    for entry in history {
      switch entry.act {
      case .handIn, .correct: before = .submitted
      case .return: before = .draft
      case .approve: before = .approved
      case .answer, .owe, .confirm, .accept, .query, .propose, .export, .number, .withdraw, .reinstate: continue
      }
    }
    return before
  }

  /// The findings that still count: all but accepted warnings.
  public func open(_ findings: [Finding], form: Form) -> [Finding] {
    accepted.isEmpty ? findings : findings.filter { $0.severity != .warning || !hasAccepted($0, form: form) }
  }

  func values(of finding: Finding, form: Form) -> [String: String] {
    var values: [String: String] = [:]
    for field in finding.fields { values[form.fields[field].name] = answers[field]?.value ?? "" }
    return values
  }
}
