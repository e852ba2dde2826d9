import FormModel
import Records
import Standards

/// Where somebody stands in a form, as a journal keeps it.
extension FormFilling {
  public func place(_ form: Form) -> [String: JSONValue] {
    [
      "field": .string(form.fields[field].name), "returns": .bool(returnsToCheck), "path": .string(path.rawValue),
      "passed": .array(passed.sorted().map { .string(form.fields[$0].name) }),
      "asking": .string(asking.name(form)), "said": .array(said.sorted().map { .string($0) }),
      "chosen": .array(chosenPlace(form)),
      "sibling": sibling.map { $0.json(form: form) } ?? .null, "carried": carried.json,
      "begun": .bool(putsHeads),
      "together": .array(together.sorted().map { .string(form.fields[$0].name) }),
    ]
  }

  /// The record in the hands of whoever had it, where they stood in it; nil for a place that this version does not
  /// know.
  public init?(_ held: HeldRecord, at place: JSONValue, _ context: FillingContext) {
    let sibling = place["sibling"].flatMap { try? Record(json: $0, form: context.form) }
    let carried = CarriedAnswers(json: place["carried"])
    self.init(held, sibling: sibling, carried: carried, path: Path(place: place), context)
    guard let field = place["field"]?.string.flatMap(context.form.index(of:)) else { return nil }
    go(to: field, context)
    passed = Set((place["passed"]?.array ?? []).compactMap { $0.string.flatMap(context.form.index(of:)) })
    returnsToCheck = place["returns"]?.bool ?? false
    said = Set((place["said"]?.array ?? []).compactMap(\.string))
    together = Set((place["together"]?.array ?? []).compactMap { $0.string.flatMap(context.form.index(of:)) })
    putsHeads = path == .questions || place["begun"]?.bool ?? false
    // A version that knew no questions asked for the item, and put no place in front of what was typed.
    let asking = place["asking"]?.string
    hasHead = asking != nil
    self.asking = asking.map { Asking(name: $0, context.form) } ?? .item
    for choosing in place["chosen"]?.array ?? [] {
      guard let question = choosing["question"]?.string.flatMap(context.form.question(named:)),
        let choice = choosing["choice"]?.int, context.form.questions[question].choices.indices.contains(choice)
      else { continue }
      chosen[context.form.top(of: question)] = Choosing(question: question, choice: choice)
    }
  }

  private func chosenPlace(_ form: Form) -> [JSONValue] {
    chosen.sorted { $0.key < $1.key }.map {
      .object(["question": .string(form.questions[$1.question].name), "choice": .int($1.choice)])
    }
  }
}

extension FormFilling.Path {
  /// Which items the page led to.
  public init(place: JSONValue) {
    self = place["path"]?.string.flatMap(Self.init(rawValue:)) ?? .questions
  }
}
