import FormModel
import Standards

/// Two desks changed one record: what came of it.
public struct Merge: Hashable, Sendable {
  /// Both changed this field, to different answers; the other desk's stands until a person chooses.
  public struct Conflict: Hashable, Sendable {
    public var field: Int
    public var mine: RecordedAnswer?
    public var theirs: RecordedAnswer?
  }

  public var record: Record
  public var conflicts: [Conflict]
}

extension Record {
  /// Joins this record with what another desk has saved of it meanwhile.
  ///
  /// The histories tell where the two parted. What only one of them changed is taken; where both changed a field to
  /// different answers, theirs stands, both are told, and everything that was answered here is kept in the history. Of
  /// two changes of the status theirs stands, since it was first; an approval stands only for the answers that were there.
  public func merging(_ theirs: Record, form: Form) -> Merge {
    if continues(theirs) { return Merge(record: self, conflicts: []) }
    let shared = zip(history, theirs.history).prefix { $0 == $1 }.count
    let (mine, other) = (history[shared...], theirs.history[shared...])
    let touched = Set(other.filter(\.act.changesAnswer).compactMap(\.field))
    let theirStatus = other.contains { $0.act.status != nil }
    let isApprovedThere = theirs.status == .approved && other.contains { $0.act == .approve }
    let hasOtherAnswers = touched.contains { form.index(of: $0) != nil }
    var merged = theirs
    var overtaken: [String: [RecordedAnswer?]] = [:]
    for entry in mine {
      if let name = entry.field, entry.act.changesAnswer {
        if touched.contains(name) || (isApprovedThere && form.index(of: name) != nil) {
          // What was overtaken once already, by a third desk, is still what was answered here.
          overtaken[name, default: []].append(entry.reason == Self.changedElsewhere ? entry.old : entry.new)
          continue
        }
      } else if entry.act.status != nil, theirStatus || (entry.act == .approve && hasOtherAnswers) {
        continue
      }
      merged.repeat(entry, keepingStatus: theirStatus, form: form)
    }
    merged.gather(from: self)
    merged.joinProposals(of: self, after: history[..<shared])
    if !touched.contains("contact.telephone") { merged.contact.telephone = contact.telephone }
    if !touched.contains("contact.class") { merged.contact.className = contact.className }
    let conflicts = merged.keepTheirs(beside: overtaken, of: changed, form: form)
    return Merge(record: merged, conflicts: conflicts)
  }

  /// Keeps theirs where both changed something, notes in the history what was answered here, and returns what a person
  /// must choose between. The same answer twice is no conflict; where either of the two is confirmed, the answer is.
  private mutating func keepTheirs(
    beside overtaken: [String: [RecordedAnswer?]], of mine: Stamp, form: Form
  ) -> [Merge.Conflict] {
    var conflicts: [Merge.Conflict] = []
    for (name, answers) in overtaken.sorted(by: { (form.index(of: $0.key) ?? .max) < (form.index(of: $1.key) ?? .max) })
    {
      let field = form.index(of: name)
      let current = field.map { self.answers[$0] } ?? history.last { $0.field == name }?.new
      // An answer that was empty for a moment is not worth keeping.
      for earlier in answers.dropLast() where earlier != nil && earlier?.content != current?.content {
        enter(.answer, mine, field: name, old: earlier, new: current, reason: Self.changedElsewhere)
      }
      guard let own = answers.last else { continue }
      if own?.content == current?.content {
        guard let field, let own, current?.confirmation == .unconfirmed, own.confirmation != .unconfirmed else {
          continue
        }
        self.answers[field] = own
        enter(.confirm, mine, field: name, old: current, new: own)
      } else if status == .approved, let field, let own, let value = own.value {
        // What was approved meanwhile changes by a proposal only.
        propose(value, field, Stamp(at: mine.at, by: own.by), form: form)
      } else {
        // A debt or a blank cannot be proposed, so there is nothing to choose then.
        if let field, status != .approved {
          conflicts.append(Merge.Conflict(field: field, mine: own, theirs: current))
        }
        enter(.answer, mine, field: name, old: own, new: current, reason: Self.changedElsewhere)
      }
    }
    return conflicts
  }

  /// The reason that the history gives for an answer whose place another desk's answer has taken.
  static let changedElsewhere = "changed-elsewhere"

  /// Enters what happened elsewhere, as it happened, under the next revision.
  private mutating func `repeat`(_ entry: HistoryEntry, keepingStatus: Bool, form: Form) {
    revision += 1
    var entry = entry
    entry.revision = revision
    if let field = entry.field.flatMap(form.index(of:)), entry.act.changesAnswer { answers[field] = entry.new }
    if !keepingStatus, let status = entry.act.status {
      self.status = entry.act == .reinstate ? statusBeforeWithdrawal : status
    }
    if entry.at > changed.at { changed = Stamp(at: entry.at, by: entry.by) }
    history.append(entry)
  }

  /// Takes over what stands beside the answers and is not here yet.
  private mutating func gather(from other: Record) {
    accepted += other.accepted.filter { !accepted.contains($0) }
    for query in other.queries {
      let index = queries.firstIndex { $0.field == query.field && $0.at == query.at && $0.text == query.text }
      guard let index else {
        queries.append(query)
        continue
      }
      queries[index].closed = queries[index].closed ?? query.closed
    }
    exports += other.exports.filter { !exports.contains($0) }
    number = number ?? other.number
  }

  /// Joins the proposals: one from before the two parted is dropped where either side settled or replaced it, and a new
  /// one of the other side is added where this side has none for the field.
  private mutating func joinProposals(of other: Record, after shared: ArraySlice<HistoryEntry>) {
    func isOld(_ proposal: Proposal) -> Bool {
      shared.contains { entry in
        entry.act == .propose && entry.field == proposal.field && entry.new?.value == proposal.value
          && entry.new?.at == proposal.at
      }
    }
    proposals.removeAll { isOld($0) && !other.proposals.contains($0) }
    proposals += other.proposals.filter { proposal in
      !isOld(proposal) && !proposals.contains { $0.field == proposal.field }
    }
  }
}

extension Act {
  /// Whether the act's entry holds a field's answer from then on.
  fileprivate var changesAnswer: Bool {
    switch self {
    case .answer, .owe, .confirm, .correct: true
    case .accept, .query, .handIn, .return, .approve, .propose, .export, .number, .withdraw, .reinstate: false
    }
  }

  /// The status that the act leads to; nil where it leads to none.
  fileprivate var status: Status? {
    switch self {
    case .handIn, .correct: .submitted
    case .return, .reinstate: .draft
    case .approve: .approved
    case .withdraw: .withdrawn
    case .answer, .owe, .confirm, .accept, .query, .propose, .export, .number: nil
    }
  }
}
