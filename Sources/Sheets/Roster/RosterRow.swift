import FormModel
import Standards

/// One row of a roster, as far as it can be read.
public struct RosterRow: Hashable, Sendable {
  public var row: SheetRow
  /// What the record would store.
  public var values: [RosterItem: String] = [:]
  /// The cells that cannot be taken.
  public var faults: [RosterFault] = []

  public init(row: SheetRow) { self.row = row }

  /// The value of the field with a name, if the form has one.
  public func value(_ name: String, _ form: Form) -> String? {
    form.index(of: name).flatMap { values[.field($0)] }
  }

  /// The birth date that the row gives, else the one that its number bears.
  public func birthDate(_ form: Form, setting: CheckSetting) -> CalendarDate? {
    guard let field = form.index(of: "birth_date") else { return nil }
    if let value = values[.field(field)] { return CalendarDate(iso: value) }
    return answers(form).readOff(field, form: form, setting: setting).flatMap { CalendarDate(iso: $0) }
  }

  /// The row's values beside the form's fields.
  func answers(_ form: Form) -> Answers {
    Answers(form.fields.indices.map { field in values[.field(field)].map { .value($0) } ?? .blank })
  }
}

/// A cell that cannot be taken, and why.
public struct RosterFault: Hashable, Sendable {
  public enum Reason: Error, Hashable, Sendable {
    /// What the desk would say of the value.
    case rule(Rule)
    /// A spreadsheet has rounded the number.
    case lostDigits
    /// Several entries of the list are called so, as 朝阳区 is.
    case ambiguous
    /// No place of the sheet is called so in full.
    case unknownPlace
    /// A formula has failed there.
    case failedFormula
  }

  public var item: RosterItem
  public var reason: Reason

  public init(_ item: RosterItem, _ reason: Reason) {
    self.item = item
    self.reason = reason
  }
}

extension Answers {
  /// What the machine reads for a field off the number it is derived from.
  ///
  /// A roster seldom says which document a number is of. One of a citizen number's form that is right to its check
  /// character is read as one; which document it is stays for the desk to ask.
  func readOff(_ field: Int, form: Form, setting: CheckSetting) -> String? {
    guard let source = form.fields[field].derivation?.source,
      case .documentNumber(let typeField, _) = form.fields[source].kind
    else { return nil }
    var answers = self
    if answers[typeField] == .blank { answers[typeField] = .value(DocumentType.residentIdentityCard.rawValue) }
    return form.derivedValue(of: field, in: answers, setting: setting)
  }
}
