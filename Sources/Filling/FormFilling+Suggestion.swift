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
    /// The form that the same person filled in before has it too.
    public var isCarried = false
    /// It stands in the place of what was only accepted before.
    public var isLikelier = false
    /// The sentence that offers this value, where it has one of its own.
    public var because: Localized?
  }

  /// What Enter would accept in an item that has no answer yet, or that another answer is likelier for.
  public func suggestion(for field: Int, _ context: FillingContext) -> Suggestion? {
    if let likelier = likelier(for: field, context) {
      return Suggestion(value: likelier.value, source: .accepted, isLikelier: true, because: likelier.because)
    }
    guard value(of: field, context) == nil else { return nil }
    let definition = context.form.fields[field]
    if let copied = lent(field, context), !isRuledOut(copied, for: field, context) {
      return Suggestion(value: copied, source: .copied)
    }
    if case .place(let list) = definition.kind, let place = registrationPlace(list, context) {
      return Suggestion(value: place.code, source: .derived, from: place.field)
    }
    if let carried = carriedValue(of: field, context), !isRuledOut(carried, for: field, context) {
      return Suggestion(value: carried, source: .accepted, isCarried: true)
    }
    return usual(field, context).map { Suggestion(value: $0, source: .accepted) }
  }

  /// What the item usually holds, unless something else was chosen.
  func usual(_ field: Int, _ context: FillingContext) -> String? {
    context.form.fields[field].suggestion.flatMap { isRuledOut($0, for: field, context) ? nil : $0 }
  }

  /// What is suggested in the present item.
  public func suggestion(_ context: FillingContext) -> Suggestion? {
    asking == .item ? suggestion(for: field, context) : nil
  }

  /// What the form says is likelier than what stands there. It overrules a person's word only in a draft, and not again
  /// where the item was left while the conditions read the same answers.
  func likelier(for field: Int, _ context: FillingContext) -> Likelier.Value? {
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

  /// An earlier item for which the present one has made another answer likelier; later items are still to come.
  func likelierElsewhere(_ context: FillingContext) -> Int? {
    let order = context.form.order
    let behind = order.firstIndex(of: field).map { Set(order[..<$0]) } ?? []
    return context.form.suggests(from: field).first { behind.contains($0) && likelier(for: $0, context) != nil }
  }

  // MARK: Places and days

  /// The county that the item's text begins with, or that stands first in its list: from the item that the form names
  /// for it, else from the child's number.
  public func nearestPlace(_ context: FillingContext) -> String? {
    let definition = context.form.fields[field]
    guard let head = definition.head, let list = definition.places else { return nil }
    return record.answers[head.field]?.value ?? registrationPlace(list, context)?.code
  }

  /// What the line of the item begins with while nothing stands there: the place of the household, as long as that lies
  /// where the kindergarten is. Whoever lives away from it begins with nothing.
  public func head(_ context: FillingContext) -> String? {
    let definition = context.form.fields[field]
    guard hasHead, putsHeads, asking == .item, value(of: field, context) == nil, suggestion(context) == nil,
      let head = definition.head, head.isTyped, let list = definition.places,
      let code = record.answers[head.field]?.value, isNear(code, context),
      let choice = context.form.lists.list(list).choice(code)
    else { return nil }
    // The form is in Chinese, whatever the page is in.
    return context.form.lists.names(of: choice, in: .chinese).joined()
  }

  private func isNear(_ code: String, _ context: FillingContext) -> Bool {
    guard let own = context.settings.division else { return true }
    let level = Condition.AreaLevel.prefecture
    return level.key(of: code) == level.key(of: own)
  }

  /// The days that are offered for the item, each by its number.
  public func offeredDays(_ context: FillingContext) -> [CalendarDate] {
    context.form.fields[field].offers.flatMap { $0.days(context.today) }
  }

  /// The county in the child's number, if the list has it: often the birthplace, often the registration, never surely.
  func registrationPlace(_ list: String, _ context: FillingContext) -> (code: String, field: String)? {
    for (index, field) in context.form.fields.enumerated() {
      guard context.form.isChildsNumber(index),
        let value = record.answers[index]?.value,
        let number = CitizenNumber.read(value, on: context.today, knowsArea: { _ in true }).number
      else { continue }
      let code = "\(number.area)000000"
      if context.form.lists.list(list).index(of: code) != nil { return (code, field.name) }
    }
    return nil
  }
}
