import FormModel
import Records
import Standards

/// What a row of a roster does to a child's record: what it fills, and where the two differ.
public struct ImportPlan: Hashable, Sendable {
  /// A value for what is blank.
  public struct Fill: Hashable, Sendable {
    public var item: RosterItem
    public var value: String
    /// The field whose number the value was read off.
    public var readOff: Int?
  }

  /// The record says one thing and the roster another.
  public struct Difference: Hashable, Sendable {
    public var item: RosterItem
    /// What stands in the record; nil for a blank of an approved one.
    public var current: String?
    public var offered: String
  }

  public private(set) var fills: [Fill] = []
  public private(set) var differences: [Difference] = []
  /// The cells that are not taken: those that cannot be read, and those that do not apply to this child.
  public private(set) var faults: [RosterFault]
  /// The blank items that are put off, with the roster's words.
  public private(set) var owes: [Debt] = []
  /// What is to be said of cells that were taken.
  public private(set) var remarks: [RosterRemark]

  /// A blank item that waits for somebody who knows, with what the roster says.
  public struct Debt: Hashable, Sendable {
    public var field: Int
    public var words: String
  }

  /// Plans a row for a record, or for a new one.
  public init(_ row: RosterRow, onto record: Record?, form: Form, setting: CheckSetting) {
    (faults, remarks) = (row.faults, row.remarks)
    for (field, _) in form.fields.enumerated() {
      guard let value = row.values[.field(field)] else { continue }
      compare(value, .field(field), with: record, form)
    }
    leaveOutIrrelevant(record, form: form, setting: setting)
    readOffNumbers(record, form: form, setting: setting)
    putOff(row, record, form: form, setting: setting)
    for item in [RosterItem.className, .telephone] {
      guard let value = row.values[item] else { continue }
      compare(value, item, with: record, form)
    }
  }

  private mutating func compare(_ value: String, _ item: RosterItem, with record: Record?, _ form: Form) {
    let current = record.flatMap { Self.current(item, in: $0, form) }
    if let current, current.utf8.elementsEqual(value.utf8) { return }
    let isProposal = item.field != nil && record?.status == .approved
    if current == nil, !isProposal {
      fills.append(Fill(item: item, value: value))
    } else {
      differences.append(Difference(item: item, current: current, offered: value))
    }
  }

  /// What the record says now; of an approved one the last proposal, so that nothing is proposed twice.
  private static func current(_ item: RosterItem, in record: Record, _ form: Form) -> String? {
    switch item {
    case .field(let field): record.proposedValue(of: form.fields[field].name) ?? record.answers[field]?.value
    case .className: record.contact.className
    case .telephone: record.contact.telephone
    case .studentNumber: record.number
    }
  }

  /// Leaves out items that do not apply: the form would drop them at once, and the next import bring them back.
  private mutating func leaveOutIrrelevant(_ record: Record?, form: Form, setting: CheckSetting) {
    while true {
      let answers = answers(record, form)
      let items = fills.map(\.item) + differences.filter { $0.current == nil }.map(\.item)
      let stranger = items.first { item in
        item.field.map { form.relevance(of: $0, in: answers, setting: setting) == .no } ?? false
      }
      guard let stranger else { return }
      fills.removeAll { $0.item == stranger }
      differences.removeAll { $0.item == stranger }
      faults.append(RosterFault(stranger, .rule(.notRelevant)))
    }
  }

  /// Fills what the desk reads off a new number, where nothing else is known.
  private mutating func readOffNumbers(_ record: Record?, form: Form, setting: CheckSetting) {
    let answers = answers(record, form)
    for (field, definition) in form.fields.enumerated() {
      guard let source = definition.derivation?.source, answers[field].value == nil,
        fills.contains(where: { $0.item == .field(source) }),
        let value = form.derivedValue(of: field, in: answers, setting: setting)
      else { continue }
      fills.append(Fill(item: .field(field), value: value, readOff: source))
    }
  }

  /// Puts off the items that the roster's words leave open, for somebody who knows, unless they have a value already.
  private mutating func putOff(_ row: RosterRow, _ record: Record?, form: Form, setting: CheckSetting) {
    let answers = answers(record, form)
    for (item, words) in row.owed.sorted(by: { ($0.key.field ?? 0) < ($1.key.field ?? 0) }) {
      guard let field = item.field else { continue }
      if form.relevance(of: field, in: answers, setting: setting) == .no {
        faults.append(RosterFault(item, .rule(.notRelevant)))
        continue
      }
      guard answers[field].value == nil else {
        remarks.append(RosterRemark(item, .known(words)))
        continue
      }
      if record?.status != .approved, answers[field] == .blank { owes.append(Debt(field: field, words: words)) }
      remarks.append(RosterRemark(item, .owed(words)))
    }
  }

  /// The record's answers with what is filled.
  func answers(_ record: Record?, _ form: Form) -> Answers {
    var answers = record?.checkedAnswers ?? Answers(count: form.fields.count)
    for fill in fills { if let field = fill.item.field { answers[field] = .value(fill.value) } }
    return answers
  }

  // MARK: Doing it

  /// Fills the record, and takes those of the differences that somebody has chosen; into an approved record they go as
  /// proposals.
  public func apply(
    to held: inout HeldRecord, taking taken: [Difference] = [], at: Timestamp, form: Form, setting: CheckSetting
  ) -> Refusal? {
    var refusal: Refusal?
    func make(_ move: Move) {
      guard refusal == nil, let refused = held.make(move, at: at, form: form, setting: setting) else { return }
      if refused != .nothing { refusal = refused }
    }
    for fill in fills {
      guard let field = fill.item.field else { continue }
      let from = fill.readOff.map { form.fields[$0].name }
      make(.answer(fill.value, field: field, source: from == nil ? .copied : .derived, from: from))
    }
    for owed in owes {
      make(.owe(Owed(reason: .ask, who: .guardian, due: nil, note: owed.words), field: owed.field))
    }
    for difference in taken {
      guard let field = difference.item.field else { continue }
      guard held.record.status != .approved else {
        make(.propose(difference.offered, field: field))
        continue
      }
      make(.answer(difference.offered, field: field, source: .copied))
      for move in Self.following(field, in: held.record, form: form, setting: setting) { make(move) }
    }
    var contact = held.record.contact
    for (item, value) in fills.map({ ($0.item, $0.value) }) + taken.map({ ($0.item, $0.offered) }) {
      switch item {
      case .className: contact.className = value
      case .telephone: contact.telephone = value
      case .field, .studentNumber: continue
      }
    }
    if contact != held.record.contact { make(.setContact(contact)) }
    return refusal
  }

  /// What was read off a number follows when the number changes.
  private static func following(
    _ source: Int, in record: Record, form: Form, setting: CheckSetting
  ) -> [Move] {
    form.fields.indices.compactMap { field in
      guard form.fields[field].derivation?.source == source, record.answers[field]?.source == .derived else {
        return nil
      }
      guard let value = form.derivedValue(of: field, in: record.checkedAnswers, setting: setting) else {
        return .clear(field: field)
      }
      return .answer(value, field: field, source: .derived, from: form.fields[source].name)
    }
  }
}
