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
  /// different answers, theirs stands, both are told, and everything that was answered here is kept in the history. Of two
  /// changes of the status theirs stands, since it was first.
  public func merging(_ theirs: Record, form: Form) -> Merge {
    if continues(theirs) { return Merge(record: self, conflicts: []) }
    let shared = zip(history, theirs.history).prefix { $0 == $1 }.count
    let (mine, other) = (history[shared...], theirs.history[shared...])
    let touched = Set(other.compactMap(\.field))
    let theirStatus = other.contains { $0.act.status != nil }
    var merged = theirs
    var overtaken: [(field: String, answer: RecordedAnswer?)] = []
    for entry in mine {
      if let name = entry.field, touched.contains(name), entry.act.changesAnswer {
        // What was overtaken once already, by a third desk, is still what was answered here.
        overtaken.append((name, entry.reason == Self.changedElsewhere ? entry.old : entry.new))
        continue
      }
      if entry.act.status != nil, theirStatus { continue }
      merged.repeat(entry, form: form)
    }
    merged.gather(from: self)
    if !touched.contains("contact.telephone") { merged.contact.telephone = contact.telephone }
    if !touched.contains("contact.class") { merged.contact.className = contact.className }
    let conflicts = merged.keep(overtaken, of: self, form: form)
    return Merge(record: merged, conflicts: conflicts)
  }

  /// Notes what was answered in fields in which another desk's answer stands, and gives the last of each that differs.
  private mutating func keep(
    _ overtaken: [(field: String, answer: RecordedAnswer?)], of other: Record, form: Form
  ) -> [Merge.Conflict] {
    var last: [String: Int] = [:]
    for (place, own) in overtaken.enumerated() { last[own.field] = place }
    var conflicts: [Merge.Conflict] = []
    for (place, own) in overtaken.enumerated() {
      let field = form.index(of: own.field)
      let standing = field.map { answers[$0] } ?? history.last { $0.field == own.field }?.new
      let isLast = last[own.field] == place
      // That a field was empty for a moment is nothing to keep.
      guard own.answer?.content != standing?.content, isLast || own.answer != nil else { continue }
      note(
        .answer, other.changed, field: own.field, old: own.answer, new: standing, reason: Self.changedElsewhere)
      if isLast, let field { conflicts.append(Merge.Conflict(field: field, mine: own.answer, theirs: standing)) }
    }
    return conflicts.sorted { $0.field < $1.field }
  }

  /// The reason in the history for an answer that another desk's stands in the place of.
  static let changedElsewhere = "changed-elsewhere"

  /// Enters what happened elsewhere, as it happened, under the next revision.
  private mutating func `repeat`(_ entry: HistoryEntry, form: Form) {
    revision += 1
    var entry = entry
    entry.revision = revision
    if let field = entry.field.flatMap(form.index(of:)), entry.act.changesAnswer { answers[field] = entry.new }
    if let status = entry.act.status { self.status = entry.act == .reinstate ? standing : status }
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
    let settled = Set(
      history.filter { $0.act == .correct || ($0.act == .propose && $0.new == nil) }.compactMap(\.field))
    proposals += other.proposals.filter { proposal in
      !settled.contains(proposal.field) && !proposals.contains { $0.field == proposal.field }
    }
    exports += other.exports.filter { !exports.contains($0) }
    number = number ?? other.number
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
