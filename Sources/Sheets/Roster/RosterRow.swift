import FormModel
import Standards

/// One row of a roster, as far as it can be read.
public struct RosterRow: Hashable, Sendable {
  public var row: SheetRow
  /// What the record would store.
  public var values: [RosterItem: String] = [:]
  /// The cells that cannot be taken.
  public var faults: [RosterFault] = []
  /// The cells whose words leave open what the record would store: a month without its day, 居民家庭户.
  public var owed: [RosterItem: String] = [:]
  /// What is to be said of cells that were taken.
  public var remarks: [RosterRemark] = []

  public init(row: SheetRow) { self.row = row }

  /// The value of the field with a role, if the form has one.
  public func value(_ role: FieldRole, _ form: Form) -> String? { form.field(role).flatMap { values[.field($0)] } }

  /// The birth date that the row gives, else the one that its number bears.
  public func birthDate(_ form: Form, setting: CheckSetting) -> CalendarDate? {
    guard let field = form.field(.childBirthDate) else { return nil }
    if let value = values[.field(field)] { return CalendarDate(iso: value) }
    return form.derivedValue(of: field, in: answers(form), setting: setting).flatMap { CalendarDate(iso: $0) }
  }

  /// Whether the row says nothing that could be taken.
  public var isBlank: Bool { values.isEmpty && faults.isEmpty && owed.isEmpty }

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
    /// It ends in zeros, as others of its column do: a spreadsheet has rounded them.
    case endsInZeros
    /// A day that is another one in another order, and nothing in its column tells which order is meant.
    case unclearDate
    /// Several entries of the list are called so, as 朝阳区 is.
    case ambiguous
    /// No place of the sheet is called so in full.
    case unknownPlace
    /// A number where a date belongs, which a spreadsheet may have made of one.
    case dateAsNumber
    /// A formula has failed there.
    case failedFormula
    /// A formula whose result was not saved with the file.
    case unsavedFormula
  }

  public var item: RosterItem
  public var reason: Reason

  public init(_ item: RosterItem, _ reason: Reason) {
    (self.item, self.reason) = (item, reason)
  }
}

/// Something to be said of a cell that was taken.
public struct RosterRemark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The word beside a name that says who that is to the child; the record has no place for it.
    case relation(String)
    /// The item is put off with these words.
    case owed(String)
    /// The words say less than what is known already: 2022.3 beside a number that has the whole date.
    case known(String)
    /// What was mended in a text as it stood there.
    case mended([TextRepair])
  }

  public var item: RosterItem
  public var kind: Kind

  public init(_ item: RosterItem, _ kind: Kind) {
    (self.item, self.kind) = (item, kind)
  }
}
