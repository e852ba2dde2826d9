import FormModel

extension Record {
  /// What a family has changed in a form that it had handed in, by the names that the history has for it: other answers
  /// than stood there then, or what it proposes for a form that was approved.
  public var changedByFamily: [String] {
    switch status {
    case .draft, .withdrawn: return []
    case .approved: return proposals.filter { $0.by.role == .guardian }.map(\.field)
    case .submitted: break
    }
    guard let handedIn = history.lastIndex(where: { $0.act == .handIn }) else { return [] }
    var changes: [(name: String, old: RecordedAnswer?, new: RecordedAnswer?, isByFamily: Bool)] = []
    for entry in history[handedIn...] where entry.changesAnswers {
      guard let name = entry.field, name != "contact.relation" else { continue }
      let isByFamily = entry.by.role == .guardian
      if let place = changes.firstIndex(where: { $0.name == name }) {
        changes[place].new = entry.new
        changes[place].isByFamily = isByFamily
      } else {
        changes.append((name, entry.old, entry.new, isByFamily))
      }
    }
    return changes.filter { $0.isByFamily && !Self.saysSame($0.old, $0.new) }.map(\.name)
  }

  private static func saysSame(_ one: RecordedAnswer?, _ other: RecordedAnswer?) -> Bool {
    // Equal to Swift is not the same to the register: see `isSpelled`.
    one?.content == other?.content && (one?.value ?? "").isSpelled(like: other?.value ?? "")
  }
}
