import FormModel
import Standards

/// What lists show of a record, and what they find and count it by; everything in it is read off the record.
public struct RecordSummary: Hashable, Sendable {
  /// An item put off, as the work lists show it.
  public struct Debt: Hashable, Sendable {
    public var field: Int
    public var reason: OwedReason
    public var who: Role
    public var due: CalendarDate?
    public var note: String
    /// Whether the item is required, so that the debt stands in the way of approving.
    public var isRequired: Bool

    public init(field: Int, reason: OwedReason, who: Role, due: CalendarDate?, note: String, isRequired: Bool) {
      self.field = field
      self.reason = reason
      self.who = who
      self.due = due
      self.note = note
      self.isRequired = isRequired
    }
  }

  /// The groups that a day's page counts at its foot.
  public struct Groups: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let migrant = Groups(rawValue: 1)
    public static let leftBehind = Groups(rawValue: 2)
    public static let disabled = Groups(rawValue: 4)
    public static let orphan = Groups(rawValue: 8)

    static let roles: [(FieldRole, Groups)] = [
      (.migrantChild, .migrant), (.leftBehindChild, .leftBehind), (.disabledChild, .disabled), (.orphan, .orphan),
    ]
  }

  public var id: RecordID
  public var code: RecordCode
  /// The form that it was made with, whose fields the numbers of fields are.
  public var edition: FormEdition
  public var status: Status
  public var revision: Int
  /// When the record was begun; its day is the folder that it stands in.
  public var created: Timestamp
  public var changed: Timestamp
  /// When it was last handed in; nil for one that never was.
  public var handedIn: Timestamp?
  public var name: String
  public var className: String?
  /// Where it was begun, in a store of many kindergartens.
  public var kindergarten: String?
  public var telephone: String?
  /// Who filled it in: the last of the family that acted, else whoever began it.
  public var filler: Person
  /// The child's document number, if there is one, and the birth date: what duplicates are found by.
  public var number: String?
  public var birthDate: CalendarDate?
  public var debts: [Debt]
  /// Required items without an answer.
  public var blanks: [Int]
  public var errors: Int
  public var warnings: Int
  /// The items that these are about.
  public var amiss: [Int]
  public var unconfirmed: [Int]
  public var openQueries: Int
  public var proposals: Int
  public var isExported: Bool
  /// The 学籍号 has come back.
  public var isNumbered: Bool
  public var groups: Groups
  /// The day of entry, if there is one.
  public var entry: CalendarDate?
  /// The day of entry had not come when the summary was made; it is made anew on that day.
  public var isEntryAhead: Bool
  /// Another record that was handed in or approved bears the same number; only a list that knows all records can say
  /// so. One that is withdrawn itself is no duplicate: the matter is settled.
  public var isDuplicate = false
  /// The number stands in another record, but in drafts alone.
  public var isNumberInDraft = false
  /// A teacher's account may see the record; only a list that knows all accounts can say so.
  public var hasTeacher = true
  /// The first day on which errors and warnings were as they are now, since some depend on today; nil where they always
  /// were.
  public var validSince: CalendarDate?
  /// The first day on which errors and warnings may differ, since some depend on today; nil where they never will.
  public var validUntil: CalendarDate?

  public init(_ record: Record, form: Form, setting: CheckSetting) {
    id = record.id
    code = record.code
    edition = record.edition
    status = record.status
    revision = record.revision
    created = record.created.at
    changed = record.changed.at
    handedIn = record.history.last { $0.act == .handIn }?.at
    name = record.value(.childName, form) ?? ""
    className = record.contact.className
    kindergarten = record.origin?.kindergarten
    telephone = record.contact.telephone
    filler = record.history.last { $0.by.role == .guardian }?.by ?? record.created.by
    number = record.value(.childNumber, form)
    birthDate = record.value(.childBirthDate, form).flatMap { CalendarDate(iso: $0) }
    let findings = record.openFindings(form: form, setting: setting)
    let required = Set(findings.filter { $0.rule == .owed }.map(\.field))
    let answers = record.checkedAnswers
    debts = record.answers.indices.compactMap { field in
      // What became another child's matter after it was put off is not missing.
      guard let owed = record.answers[field]?.owed,
        form.relevance(of: field, in: answers, setting: setting) != .no
      else { return nil }
      return Debt(
        field: field, reason: owed.reason, who: owed.who, due: owed.due, note: owed.note,
        isRequired: required.contains(field))
    }
    blanks = findings.filter { $0.rule == .required }.map(\.field)
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
    amiss = Set(findings.filter { $0.severity != .missing }.map(\.field)).sorted()
    unconfirmed = record.unconfirmedFields
    openQueries = record.queries.count { $0.closed == nil }
    proposals = record.proposals.count
    isExported = record.isExported
    isNumbered = record.number != nil
    entry = record.value(.entryDate, form).flatMap { CalendarDate(iso: $0) }
    isEntryAhead = entry.map { $0 > setting.today } ?? false
    groups = []
    for (role, group) in Groups.roles {
      guard let field = form.field(role), let value = record.answers[field]?.value else { continue }
      if form.fields[field].counted.contains(value) { groups.insert(group) }
    }
    (validSince, validUntil) = Self.span(of: record, form: form, around: setting.today)
  }

  /// The days between which no date in the record comes to pass, nor comes to lie within a year.
  private static func span(
    of record: Record, form: Form, around today: CalendarDate
  ) -> (since: CalendarDate?, until: CalendarDate?) {
    var (since, until): (CalendarDate?, CalendarDate?)
    func change(on day: CalendarDate) {
      if day > today { until = min(until ?? day, day) } else { since = max(since ?? day, day) }
    }
    for (field, answer) in record.answers.enumerated() {
      guard let value = answer?.value else { continue }
      if let date = CalendarDate(iso: value) ?? birthDate(in: value) {
        let yearBefore = date.adding(months: -12)
        // A year after the 28th of February is not yet the 29th: that one comes within a year a day later.
        for day in [date, yearBefore, yearBefore.adding(days: 1)] { change(on: day) }
      } else if form.fields[field].kind == .date, !value.isEmpty {
        // How an unfinished date is read may depend on the year.
        change(on: today)
        change(on: today.adding(days: 1))
      }
    }
    return (since, until)
  }

  /// The birth date that a citizen number bears, whatever else is wrong with it.
  private static func birthDate(in number: String) -> CalendarDate? {
    let number = CitizenNumber.repair(number)
    guard number.utf8.count == 18, let digits = Int(number.dropFirst(6).prefix(8)) else { return nil }
    return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }
}

extension RecordSummary {
  /// The items that are still to be given: put off, or required and without an answer. What is not asked of the child is
  /// none of them, and a withdrawn record waits for nothing.
  ///
  /// 待补 is counted by these and by nothing else: how many of a child, and how many children have any.
  public var missing: [Int] { status == .withdrawn ? [] : (debts.map(\.field) + blanks).sorted() }

  /// Whether the record waits for staff: handed in, or approved with a correction beside it or with something wrong.
  public var isWaiting: Bool { status == .submitted || (status == .approved && (proposals > 0 || isAmiss)) }

  /// Whether staff gave it back and something is still asked.
  public var isReturned: Bool { status == .draft && openQueries > 0 }

  /// Whether the item is still to be given or mended.
  public func hasGap(at field: Int) -> Bool {
    debts.contains { $0.field == field } || blanks.contains(field) || isOpenForChanges && amiss.contains(field)
  }

  /// Whether an answer may still be given to it without a proposal.
  var isOpenForChanges: Bool { status == .draft || status == .submitted }

  /// Whether the family has to bring something: put off, not yet answered, or wrong.
  public var isOwing: Bool {
    !missing.isEmpty || isOpenForChanges && errors > 0
  }

  /// Whether something has to be given or mended: owing, doubtful, or asked about.
  public var hasGaps: Bool { isOwing || isOpenForChanges && (warnings > 0 || openQueries > 0) }

  /// Whether a draft only has to be handed in; what is owed may come later.
  public var isReady: Bool {
    status == .draft && errors == 0 && warnings == 0 && blanks.isEmpty && openQueries == 0
  }

  /// Whether something in the record itself would keep it from being approved again, were it not.
  var isAmiss: Bool { errors > 0 || !blanks.isEmpty || debts.contains(where: \.isRequired) || openQueries > 0 }

  /// Whether it is approved and whole, and may go out.
  var isWhole: Bool { status == .approved && proposals == 0 && !isAmiss && !isDuplicate }
}

extension RecordSummary {
  /// The number as duplicates are found by it: its spelling is repaired, and the form's name stands before it, since a
  /// child may be in two forms.
  package var comparedNumber: String? {
    guard let number = number.map(CitizenNumber.repair), !number.isEmpty else { return nil }
    return "\(edition.name)/\(number)"
  }
}
