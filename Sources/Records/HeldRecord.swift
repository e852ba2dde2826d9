import FormModel
import Standards

/// A record in the hands of somebody who may have it: the only way to change one.
public struct HeldRecord: Hashable, Sendable {
  public private(set) var record: Record
  public private(set) var holder: Authority

  /// The record, if this holder may be handed it.
  public init?(_ record: Record, holder: Authority) {
    guard holder.maySee(record) else { return nil }
    self.record = record
    self.holder = holder
  }

  /// A family's record, for whoever knows what only the family knows: see `Record.opens`.
  public init?(_ record: Record, openedBy secret: String, holder: Authority, on today: CalendarDate, form: Form) {
    guard record.opens(to: secret, on: today, form: form) else { return nil }
    self.record = record
    self.holder = holder.owning(record.id)
  }

  /// A new record; whoever begins it owns it.
  public init(beginning identity: RecordIdentity, holder: Authority, form: Form, at: Timestamp) {
    record = Record(identity: identity, form: form, created: Stamp(at: at, by: holder.person))
    self.holder = holder.owning(identity.id)
  }

  /// Who of the family sits at the desk, once they have said it; the history keeps it even where nothing else follows.
  public mutating func identify(relation: String, at: Timestamp) {
    guard holder.person.relation != relation else { return }
    holder = holder.identified(relation: relation)
    record.identify(Stamp(at: at, by: holder.person))
  }

  /// Gives a record that has not been saved yet another identity, where its code turned out to be taken.
  public mutating func rename(_ identity: RecordIdentity) {
    record.rename(identity)
    holder = holder.owning(identity.id)
  }

  /// A record that was left open at the desk, for whoever gives what the family that sat there knows: see
  /// `Record.unlocks`. `known` is checked instead of the record where the family has entered more by now.
  public init?(
    _ record: Record, unlockedBy secret: String, knowing known: Record? = nil, holder: Authority,
    on today: CalendarDate, form: Form
  ) {
    guard (known ?? record).unlocks(to: secret, on: today, form: form) else { return nil }
    self.record = record
    self.holder = holder.owning(record.id)
  }

  /// A journal's record in the hands of whoever had it, so that what they did can be done again; it is shown to nobody.
  public init(replaying reading: JournalReading) {
    record = reading.base.record
    switch reading.base.by.role {
    case .guardian: holder = Authority.family(Sitting(reading.base.by)).owning(record.id)
    case .teacher: holder = .teacher(name: reading.base.by.name, classes: [])
    case .staff: holder = .staff(name: reading.base.by.name)
    }
  }

  /// Joins what another desk has saved meanwhile; where both changed a field, theirs stands until somebody chooses.
  public mutating func merge(_ theirs: Record, form: Form) -> [Merge.Conflict] {
    let merge = record.merging(theirs, form: form)
    record = merge.record
    return merge.conflicts
  }

  /// Makes a move, or says why it cannot be made.
  ///
  /// `duplicate` says whether the child's number stands in another record that was not withdrawn; only the store knows.
  @discardableResult
  public mutating func make(
    _ move: Move, at: Timestamp, form: Form, setting: CheckSetting, duplicate: Bool = false
  ) -> Refusal? {
    if let refusal = refusal(of: move, form: form, setting: setting, duplicate: duplicate) { return refusal }
    let revision = record.revision
    record.apply(move, Stamp(at: at, by: holder.person), form: form, setting: setting)
    return record.revision == revision ? .nothing : nil
  }

  /// Why the holder may not make the move now; nil where they may.
  public func refusal(
    of move: Move, form: Form, setting: CheckSetting, duplicate: Bool = false
  ) -> Refusal? {
    guard holder.role.makes(move) else { return .role }
    guard record.allows(move) else { return .status(record.status) }
    if let reason = move.reason, reason.allSatisfy(\.isWhitespace) { return .reasonMissing }
    let obstacles: [Obstacle]
    switch move {
    case .handIn: obstacles = record.obstaclesToHandIn(form: form, setting: setting)
    case .approve: obstacles = record.obstaclesToApprove(form: form, setting: setting, duplicate: duplicate)
    case .sendBack where record.status == .approved:
      guard record.isAmiss(form: form, setting: setting, duplicate: duplicate) else { return .status(.approved) }
      obstacles = record.proposals.indices.map { .proposal($0) }
    case .answer, .owe, .clear, .restore, .give, .takeBack, .accept, .setContact, .confirm, .sendBack, .closeQueries,
      .withdraw,
      .reinstate, .propose, .take, .decline, .export, .number:
      obstacles = []
    }
    return obstacles.isEmpty ? nil : .obstacles(obstacles)
  }
}

extension Role {
  /// Whether the role ever makes such a move.
  fileprivate func makes(_ move: Move) -> Bool {
    switch move {
    case .answer, .owe, .clear, .restore, .accept, .setContact, .handIn, .propose: true
    // A family knows of one child.
    case .give, .takeBack: self != .guardian
    case .confirm(_, let how, _):
      switch how {
      // Anybody at the desk may note what is said there; what came by telephone or on paper only the kindergarten may.
      case .desk: true
      case .telephone, .paper: self != .guardian
      }
    case .sendBack, .closeQueries, .approve, .withdraw, .reinstate, .take, .decline, .export, .number: self == .staff
    }
  }
}

extension Record {
  /// Whether the record's status allows the move, whoever makes it.
  fileprivate func allows(_ move: Move) -> Bool {
    switch move {
    case .answer, .owe, .clear, .restore, .give, .takeBack, .accept, .confirm, .closeQueries: isOpenForChanges
    case .setContact: status != .withdrawn
    case .handIn: status == .draft
    case .approve: status == .submitted
    case .sendBack: status == .submitted || status == .approved
    case .propose: status == .approved
    case .take(let index, _), .decline(let index, _): status == .approved && proposals.indices.contains(index)
    case .number(let number): status == .approved && (self.number ?? number) == number
    case .withdraw: status != .withdrawn
    case .reinstate: status == .withdrawn
    case .export: status == .approved
    }
  }
}

extension Move {
  /// The reason that must be given with the move; nil where none is asked for.
  fileprivate var reason: String? {
    switch self {
    case .accept(_, let reason), .closeQueries(let reason), .withdraw(nil, let reason), .reinstate(let reason),
      .take(_, let reason), .decline(_, let reason):
      reason
    case .withdraw: nil
    case .sendBack(let questions): questions.map(\.text).min { $0.count < $1.count } ?? ""
    case .answer, .owe, .clear, .restore, .give, .takeBack, .setContact, .handIn, .confirm, .approve, .propose, .export,
      .number:
      nil
    }
  }
}
