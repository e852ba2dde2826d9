/// One question that answers several items together, in words that a family knows: each of the items is still an answer
/// of its own, which can be seen and changed.
public struct Question: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    public var label: Localized
    /// What the items hold then; none where they are asked one by one.
    public var values: [Value]
    /// What no item is offered then, though it is its usual value.
    public var ruledOut: [Value]
    /// The question that has to be asked first, by its index.
    public var following: Int?
  }

  public struct Value: Hashable, Sendable {
    public var field: Int
    public var value: String
  }

  public var name: String
  public var label: Localized
  public var hint: Localized
  public var paper: Localized
  public var why: Localized
  public var choices: [Choice]
  /// The question that leads to this one; nil for one that is asked in the place of its items.
  public var leading: Int?
  /// The items that it answers, with those of what follows it.
  public var fields: [Int]
}

extension Form {
  /// The question that is asked in the place of the item.
  public func question(answering field: Int) -> Int? {
    questions.firstIndex { $0.leading == nil && $0.fields.contains(field) }
  }

  /// The question that is asked in the place of items, for itself or for one that it leads to.
  public func top(of question: Int) -> Int {
    var top = question
    while let leading = questions[top].leading { top = leading }
    return top
  }

  /// Where a question stands: before the first of its items.
  public func first(of question: Int) -> Int? { order.first { questions[question].fields.contains($0) } }

  /// The question of this name.
  public func question(named name: String) -> Int? { questions.firstIndex { $0.name == name } }

  /// Whether the number in the field is the child's, since something about the child is read off it.
  public func isChildsNumber(_ field: Int) -> Bool {
    fields.contains { $0.derivation.map { $0.source == field && $0.part != .document } ?? false }
  }
}
