import FormModel
import Standards

/// One value that is given to one item of many children.
public struct GivenValue: Hashable, Sendable {
  /// The form that the item is of; a record of another is left alone.
  public var edition: FormEdition
  public var field: Int
  /// A list's code, a date, or the name of a class.
  public var value: String

  public init(_ value: String, for field: Int, of edition: FormEdition) {
    (self.value, self.field, self.edition) = (value, field, edition)
  }
}

/// What giving the value does to one child: what somebody reads before saying yes, and what they have said yes to.
public struct Giving: Hashable, Sendable {
  public enum Effect: Hashable, Sendable {
    /// Nothing stood there, or it was put off.
    case fills
    case replaces
    /// It stands there already.
    case same
    /// The item is not asked of this child, or not yet known to be.
    case notAsked
    case otherForm
    case refused(Refusal)
  }

  public var summary: RecordSummary
  public var effect: Effect
  /// What stands there now.
  public var old: RecordedAnswer?
  /// What would be found then and is not found now.
  public var findings: [Finding] = []

  /// Whether it can be done at all.
  public var isPossible: Bool { effect == .fills || effect == .replaces }

  /// Whether nothing is lost by it and nothing becomes wrong.
  public var isHarmless: Bool { effect == .fills && !findings.contains { $0.severity == .error } }
}

/// What became of one child when the value was given, or taken back.
public struct GivingOutcome: Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// Something else stands there than what was looked at.
    case changedMeanwhile
    case refused(Refusal)
    /// It could not be read or saved.
    case failed(StoreError)
  }

  public var summary: RecordSummary
  /// Nil where it was done.
  public var problem: Problem?
}

/// What somebody gave to many last today, as far as it still stands: what they can take back.
public struct LastGiving: Hashable, Sendable {
  public var given: GivenValue
  public var at: Timestamp
  public var children: [RecordSummary]

  public init(_ given: GivenValue, at: Timestamp, children: [RecordSummary]) {
    (self.given, self.at, self.children) = (given, at, children)
  }
}

extension HeldRecord {
  /// What giving the value would do.
  public func giving(_ given: GivenValue, at now: Timestamp, form: Form, setting: CheckSetting) -> Giving {
    var giving = Giving(summary: RecordSummary(record, form: form, setting: setting), effect: .otherForm)
    guard record.edition == given.edition else { return giving }
    giving.old = record.given(field: given.field, form: form)
    giving.effect = effect(of: given, replacing: giving.old, form: form, setting: setting)
    guard giving.isPossible else { return giving }
    var copy = self
    if let refusal = copy.make(.give(given.value, field: given.field), at: now, form: form, setting: setting) {
      giving.effect = .refused(refusal)
    } else {
      let before = record.openFindings(form: form, setting: setting)
      giving.findings = copy.record.openFindings(form: form, setting: setting).filter { !before.contains($0) }
    }
    return giving
  }

  private func effect(
    of given: GivenValue, replacing old: RecordedAnswer?, form: Form, setting: CheckSetting
  ) -> Giving.Effect {
    let field = form.fields[given.field]
    let isClass: Bool = if case .classCode = field.kind { true } else { false }
    guard field.mayRepeat, !isClass || holder.maySee(id: record.id, className: given.value) else {
      return .refused(.role)
    }
    guard form.relevance(of: given.field, in: record.checkedAnswers, setting: setting) == .yes else { return .notAsked }
    guard let old = old?.value else { return .fills }
    return old.isSpelled(like: given.value) ? .same : .replaces
  }
}

extension Record {
  /// What stands in an item, also where it is the class, which is kept beside the answers.
  func given(field: Int, form: Form) -> RecordedAnswer? {
    guard case .classCode = form.fields[field].kind else { return answers[field] }
    return contact.className.map { RecordedAnswer(.value($0), source: .told, by: created.by, at: created.at) }
  }

  /// The name under which the history knows an item.
  static func name(inHistory field: Int, _ form: Form) -> String {
    if case .classCode = form.fields[field].kind { "contact.class" } else { form.fields[field].name }
  }

  /// The entry by which a value that was given to many came to stand in an item; nil where it was changed or confirmed
  /// since.
  func lastGiving(of field: Int, form: Form) -> HistoryEntry? {
    let name = Self.name(inHistory: field, form)
    let last = history.last { $0.field == name && $0.act != .propose && ($0.old != nil || $0.new != nil) }
    return last?.reason == Self.givenToMany ? last : nil
  }

  /// The value that somebody gave last to this record among others, and nobody has changed since.
  func lastGiving(by person: Person, form: Form) -> (field: Int, entry: HistoryEntry)? {
    guard history.contains(where: { $0.reason == Self.givenToMany && $0.by == person }) else { return nil }
    return form.fields.indices.compactMap { field in lastGiving(of: field, form: form).map { (field, $0) } }
      .filter { $0.1.by == person }.max { $0.1.at < $1.1.at }
  }

  /// Gives an item a value that is given to many at once.
  mutating func give(_ value: String, to field: Int, _ stamp: Stamp, form: Form) {
    let confirmation: ConfirmationState = stamp.by.role == .guardian ? .notNeeded : .unconfirmed
    let new = RecordedAnswer(.value(value), source: .told, by: stamp.by, at: stamp.at, confirmation: confirmation)
    put(new, in: field, reason: Self.givenToMany, stamp, form: form)
  }

  /// Takes such a value back: what stood there before stands there again.
  mutating func takeBack(_ field: Int, _ stamp: Stamp, form: Form) {
    guard let entry = lastGiving(of: field, form: form) else { return }
    put(entry.old, in: field, reason: Self.takenBack, stamp, form: form)
  }

  private mutating func put(
    _ new: RecordedAnswer?, in field: Int, reason: String, _ stamp: Stamp, form: Form
  ) {
    let old = given(field: field, form: form)
    if case .classCode = form.fields[field].kind { contact.className = new?.value } else { answers[field] = new }
    let act: Act = new?.owed == nil ? .answer : .owe
    enter(act, stamp, field: Self.name(inHistory: field, form), old: old, new: new, reason: reason)
  }

  public static let givenToMany = "given-to-many"
  public static let takenBack = "taken-back"
}
