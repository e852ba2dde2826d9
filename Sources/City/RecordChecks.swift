import FormModel
import Records
import Sheets
import Standards
import Synchronization

/// The desk's own checks of records of any form, of any kindergarten, invented or not.
public final class RecordChecks: Sendable {
  /// What a record is checked by.
  private struct Key: Hashable {
    var edition: FormEdition
    var division: String?
    var isSimulated: Bool
  }

  private let forms: FormLibrary
  private let simulated: FormLibrary
  private let setting: CheckSetting
  private let checkers = Mutex<[Key: Checker]>([:])

  /// - Parameter setting: the kindergarten's county is that of records that do not say theirs.
  public init(_ forms: FormLibrary, simulated: FormLibrary, setting: CheckSetting) {
    (self.forms, self.simulated, self.setting) = (forms, simulated, setting)
  }

  /// What the record is checked with.
  public func checker(of record: RecordAnswers) -> Checker {
    let key = Key(
      edition: record.form.edition, division: record.origin?.division ?? setting.kindergarten,
      isSimulated: record.origin?.isSimulated ?? false)
    if let checker = checkers.withLock({ $0[key] }) { return checker }
    let form = (key.isSimulated ? simulated : forms).form(key.edition) ?? record.form
    let checker = Checker(
      form: form, setting: CheckSetting(today: setting.today, kindergarten: key.division, place: setting.place))
    checkers.withLock { $0[key] = checker }
    return checker
  }

  public func findings(in record: RecordAnswers) -> [Finding] { record.findings(checker(of: record)) }
}

/// What a batch check says of one record.
public struct CheckedRecord: Sendable {
  /// Something is to be said of it.
  public struct Said: Sendable {
    public var answers: Answers
    public var form: Form
    public var findings: [Finding]
    /// What the store says of the child.
    public var stored: SheetFinding.Rule?
  }

  public enum Result: Sendable {
    /// Nothing to be said, as of nearly all.
    case right
    case said(Said)
    case unreadable(RecordProblem)
  }

  public var result: Result
  public var id: RecordID?
  /// What it is compared with others by; nil where it is withdrawn, or of another form.
  public var keys: ChildKeys?
  public var child: ChildIdentity?

  public init(
    _ found: RecordVisit<CheckedRecord>.Found, _ checks: RecordChecks, form: Form, stored: StoredChildren
  ) {
    switch found {
    case .unreadable(let problem): result = .unreadable(problem)
    case .record(let record):
      id = record.id
      let checker = checks.checker(of: record)
      let findings = record.findings(checker)
      var rule: SheetFinding.Rule?
      // Another form's children are others: the same child may be in both.
      if !record.isWithdrawn, record.form.name == form.name {
        let child = ChildIdentity(record.answers.moved(from: record.form, to: form), form: form)
        (self.child, keys) = (child, ChildKeys(child))
        rule = stored.isEmpty ? nil : stored.rule(of: child, own: record.id)
      }
      guard !findings.isEmpty || rule != nil else {
        result = .right
        return
      }
      result = .said(Said(answers: record.answers, form: checker.form, findings: findings, stored: rule))
    }
  }
}
