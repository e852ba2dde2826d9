import FormModel
import Records
import Standards

/// What Enter would take, and why.
extension FormFilling {
  public struct Suggestion: Hashable, Sendable {
    public var value: String
    public var source: Source
    /// The field that it was read off.
    public var from: String?
    /// It stands in the place of what was only accepted before.
    public var isLikelier = false
  }

  /// What Enter would accept in an item that has no answer yet, or that another answer is likelier for.
  public func suggestion(for field: Int, _ context: FillingContext) -> Suggestion? {
    if let likelier = likelier(for: field, context) {
      return Suggestion(value: likelier, source: .accepted, isLikelier: true)
    }
    guard record.answers[field]?.value == nil else { return nil }
    let definition = context.form.fields[field]
    if let copied = sibling.flatMap({ definition.isLent ? $0.answers[field]?.value : nil }) {
      return Suggestion(value: copied, source: .copied)
    }
    if case .place(let list) = definition.kind, let place = registrationPlace(list, context) {
      return Suggestion(value: place.code, source: .derived, from: place.field)
    }
    return definition.suggestion.map { Suggestion(value: $0, source: .accepted) }
  }

  /// What is suggested in the present item.
  public func suggestion(_ context: FillingContext) -> Suggestion? { suggestion(for: field, context) }

  /// What the form says is likelier than what stands there. What overrules a person's word does so in a draft alone, and
  /// not again where the item was left with the same answers to what it goes by.
  private func likelier(for field: Int, _ context: FillingContext) -> String? {
    guard let likelier = context.form.fields[field].likelier,
      !likelier.overrules || (record.status == .draft && kept[field] != read(for: field, context))
    else { return nil }
    return context.form.likelier(
      for: field, isOnlyAccepted: record.answers[field]?.source == .accepted, in: record.checkedAnswers,
      setting: context.setting)
  }

  /// What stands in the items by which another value of this one is likelier.
  func read(for field: Int, _ context: FillingContext) -> [String?] {
    (context.form.fields[field].likelier?.fields ?? []).map { record.answers[$0]?.value }
  }

  /// An item that the present one has made another answer likelier for.
  func likelierElsewhere(_ context: FillingContext) -> Int? {
    context.form.suggests(from: field).first { likelier(for: $0, context) != nil }
  }

  /// The county in the child's number, if the list has it: often the birthplace, often the registration, never surely.
  func registrationPlace(_ list: String, _ context: FillingContext) -> (code: String, field: String)? {
    for (index, field) in context.form.fields.enumerated() {
      guard context.form.fields.contains(where: { $0.derivation?.source == index }),
        let value = record.answers[index]?.value,
        let number = CitizenNumber.read(value, on: context.today, knowsArea: { _ in true }).number
      else { continue }
      let code = "\(number.area)000000"
      if context.form.lists.list(list).index(of: code) != nil { return (code, field.name) }
    }
    return nil
  }
}
