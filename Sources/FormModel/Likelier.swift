/// What other answers make likelier than an item's default, as the form's `suggest` states it.
public struct Likelier: Hashable, Sendable {
  public struct Value: Hashable, Sendable {
    public var value: String
    /// It is likelier where this certainly holds.
    public var condition: Condition
    /// The sentence that offers this value, where it has one of its own.
    public var because: Localized?
  }

  /// The sentence that offers it, with `{}` for the value.
  public var because: Localized
  /// Whether it is offered even where a person chose the default and did not merely accept it: only in a draft, and
  /// once for each set of answers that the conditions read.
  public var overrules: Bool
  /// The first that holds is offered.
  public var values: [Value]

  /// The fields that the conditions read.
  public var fields: [Int] { values.flatMap(\.condition.fields) }
}

extension Form {
  /// The value that is likelier in a field than what stands there, if that is nothing or the default; `isOnlyAccepted`
  /// says that the default was merely accepted with Enter. Nil where no condition holds, or where a person's answer
  /// stands.
  public func likelier(
    for field: Int, isOnlyAccepted: Bool, in answers: Answers, setting: CheckSetting
  ) -> Likelier.Value? {
    guard let likelier = fields[field].likelier else { return nil }
    let current = answers[field].text
    guard current == nil || (current == fields[field].suggestion && (isOnlyAccepted || likelier.overrules)) else {
      return nil
    }
    let scope = ConditionScope(form: self, answers: answers, setting: setting)
    return likelier.values.first { if case .yes = $0.condition.evaluate(scope) { true } else { false } }
  }

  /// The fields in which an answer to this one may make another value likelier: those that read it, then those that
  /// read these.
  public func suggests(from field: Int) -> [Int] {
    var found = [field]
    var next = 0
    while next < found.count {
      found += fields.indices.filter { index in
        !found.contains(index) && fields[index].likelier?.fields.contains(found[next]) ?? false
      }
      next += 1
    }
    return Array(found.dropFirst())
  }
}
