import FormModel
import Records

/// The way through the form.
extension FormFilling {
  /// Whether the item is asked of this child.
  public func isAsked(_ field: Int, _ context: FillingContext) -> Bool {
    isAsked(field, in: record.checkedAnswers, context)
  }

  /// The same, for whoever asks about many items of one record.
  private func isAsked(_ field: Int, in answers: Answers, _ context: FillingContext) -> Bool {
    if context.form.isClass(field), context.settings.classes.isEmpty { return false }
    return context.form.relevance(of: field, in: answers, setting: context.setting) == .yes
  }

  /// Whether the item can be gone to by its number: also while it is not known yet whether it applies.
  public func mayBeAsked(_ field: Int, _ context: FillingContext) -> Bool {
    let answers = record.checkedAnswers
    return switch context.form.relevance(of: field, in: answers, setting: context.setting) {
    case .no: false
    case .unknown: true
    case .yes: isAsked(field, in: answers, context)
    }
  }

  /// The item asked after the present one.
  public func following(_ context: FillingContext) -> Int? { following(field, context) }

  public func following(_ field: Int, _ context: FillingContext) -> Int? {
    step(from: field, by: 1, context) { isAsked($0, context) && !isCovered($0, context) }
  }

  public func preceding(_ context: FillingContext) -> Int? {
    step(from: field, by: -1, context) { isAsked($0, context) && !isCovered($0, context) }
  }

  /// Items that are put off, required and blank, wrong, or asked about, in the order of asking.
  public func gaps(_ context: FillingContext) -> [Int] {
    let answers = record.checkedAnswers
    let wrong = record.isOpenForChanges ? findings(context).filter { $0.severity == .error }.map(\.field) : []
    let stops = Set(askedFields(context) + wrong)
    return context.form.order.filter { field in
      if stops.contains(field) { return true }
      guard record.answers[field]?.value == nil, isAsked(field, in: answers, context) else { return false }
      return record.answers[field]?.owed != nil
        || context.form.isRequired(field, in: answers, setting: context.setting)
    }
  }

  /// Where a record that is opened again goes on.
  public func firstGap(_ context: FillingContext) -> Int? {
    context.form.order.first { field in
      isAsked(field, context) && record.answers[field]?.value == nil && context.form.fields[field].required != .never
    }
  }

  /// The next item that needs something: an error, an open warning, or an answer; round to the first again.
  public func unfinished(after field: Int, _ context: FillingContext) -> Int? {
    let unfinished = unfinished(context)
    return step(from: field, by: 1, context) { unfinished.contains($0) }
      ?? context.form.order.first { unfinished.contains($0) }
  }

  public func unfinished(before field: Int, _ context: FillingContext) -> Int? {
    let unfinished = unfinished(context)
    return step(from: field, by: -1, context) { unfinished.contains($0) }
      ?? context.form.order.last { unfinished.contains($0) }
  }

  private func unfinished(_ context: FillingContext) -> Set<Int> {
    switch path {
    case .questions: Set(findings(context).filter { $0.rule != .owed }.map(\.field) + askedFields(context))
    case .sheet, .item: Set(findings(context).map(\.field) + askedFields(context))
    case .gaps: Set(gaps(context))
    }
  }

  // MARK: Onward

  /// Where an item that is done leads to.
  public enum Destination: Hashable, Sendable {
    /// The present item, which is another one now.
    case item
    /// The list of everything there is to say, which hands the form in.
    case check
    /// Out of the walk.
    case out
  }

  /// Goes to the next item; after the last, to the list of findings, or out of a walk.
  ///
  /// Where a walk has filled a draft, the list is shown too: nobody else would look at it or hand it in.
  public mutating func goOnward(_ context: FillingContext) -> Destination {
    switch path {
    case .item: return .out
    case .gaps: passed.insert(field)
    case .questions, .sheet: break
    }
    if let next = onward(context) {
      arrive(at: next, context)
      return .item
    }
    let isOver =
      path == .gaps && held.refusal(of: .handIn, form: context.form, setting: context.setting) != nil
      && (record.status != .draft || !gaps(context).isEmpty)
    return isOver ? .out : .check
  }

  /// The next item that Enter leads to: what the machine has just filled in is passed over.
  private func onward(_ context: FillingContext) -> Int? {
    if path == .gaps {
      // Begun in the middle, the walk comes back to the gaps before it; each is passed once.
      let gaps = Set(gaps(context)).subtracting(passed)
      return step(from: field, by: 1, context) { gaps.contains($0) }
        ?? context.form.order.first { gaps.contains($0) }
    }
    return step(from: field, by: 1, context) {
      let answer = record.answers[$0]
      if answer?.source == .derived || isCovered($0, context) { return false }
      // What was answered together stands on the sheet already.
      if together.contains($0), value(of: $0, context) != nil, likelier(for: $0, context) == nil { return false }
      // What was put off with its paper is not asked for one by one.
      return isAsked($0, context) && (answer?.owed == nil || !passed.contains($0))
    }
  }

  private func step(
    from start: Int, by direction: Int, _ context: FillingContext, where fits: (Int) -> Bool
  ) -> Int? {
    let order = context.form.order
    guard var place = order.firstIndex(of: start) else { return nil }
    while true {
      place += direction
      guard order.indices.contains(place) else { return nil }
      if fits(order[place]) { return order[place] }
    }
  }

  // MARK: How far

  /// Of each item, whether it is answered, put off, or not this child's.
  public func doneItems(_ context: FillingContext) -> [Bool] {
    let (answers, setting) = (record.checkedAnswers, context.setting)
    return context.form.fields.indices.map { field in
      if record.answers[field] != nil { return true }
      if context.form.isClass(field) {
        // Where there are no classes to choose from, the item is done once the next one is.
        let isPassed =
          context.settings.classes.isEmpty && following(field, context).map { record.answers[$0] != nil } ?? true
        return record.contact.className != nil || isPassed
      }
      return context.form.relevance(of: field, in: answers, setting: setting) == .no
    }
  }
}
