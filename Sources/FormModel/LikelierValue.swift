/// A value that other answers make likelier than an item's default, as the form's `suggest` states it.
public struct LikelierValue: Hashable, Sendable {
  public var value: String
  /// It is likelier where this certainly holds.
  public var condition: Condition
  /// Whether it is offered also where a person has said the default, and not only accepted it: once for each value that
  /// the condition reads, and in a draft alone.
  public var overrules: Bool
}

extension Form {
  /// What is likelier in a field than what stands there: an empty item or its default, `isOnlyAccepted` where nobody
  /// said it but with Enter. Nil where no rule holds, or something else was answered.
  public func likelier(
    for field: Int, isOnlyAccepted: Bool, in answers: Answers, setting: CheckSetting
  ) -> LikelierValue? {
    guard !fields[field].likelier.isEmpty else { return nil }
    let standing = answers[field].text
    guard standing == nil || standing == fields[field].suggestion else { return nil }
    let scope = ConditionScope(form: self, answers: answers, setting: setting)
    return fields[field].likelier.first { rule in
      guard standing == nil || isOnlyAccepted || rule.overrules else { return false }
      return if case .yes = rule.condition.evaluate(scope) { true } else { false }
    }
  }

  /// The fields in which an answer to this one may make another value likelier: those that read it, then those that read
  /// these.
  public func suggests(from field: Int) -> [Int] {
    var found = [field]
    var next = 0
    while next < found.count {
      for (index, other) in fields.enumerated() where !found.contains(index) {
        if other.likelier.contains(where: { $0.condition.fields.contains(found[next]) }) { found.append(index) }
      }
      next += 1
    }
    return Array(found.dropFirst())
  }
}
