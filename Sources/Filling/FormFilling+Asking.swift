import FormModel
import Records
import Standards

/// What is asked in the place of items one by one: a question that answers several, or what a brother or sister shares.
extension FormFilling {
  public enum Asking: Hashable, Sendable {
    case item
    /// A question of the form, by its index.
    case question(Int)
    /// Whether everything that the family shares is the same for this child.
    case shared
    /// Whether everything that the form before offers again is the same for this child.
    case carried
  }

  /// What is said of everything that a brother or sister shares, or that the form before offers again.
  public enum SharedAnswer: String, Sendable, CaseIterable {
    case same
    case other
  }

  // MARK: Where one is asked

  /// Goes to an item in the course of filling in; at the first item of a question, the question is asked instead.
  public mutating func arrive(at target: Int, _ context: FillingContext) {
    go(to: target, context)
    asking = asked(before: target, context)
  }

  /// One step back: to the question that led here, to one that is asked in the item's place, or to what is asked
  /// before.
  public mutating func goBack(_ context: FillingContext) {
    if case .question(let question) = asking, let leading = context.form.questions[question].leading {
      asking = .question(leading)
      isWarned = false
      return
    }
    let before = asked(before: field, context)
    if asking != .shared, before != asking, before != .item { return arrive(at: field, context) }
    arrive(at: preceding(context) ?? field, context)
  }

  /// What stands in the place of the item, for somebody who comes to it on the way.
  private func asked(before target: Int, _ context: FillingContext) -> Asking {
    if path == .sheet, record.status == .draft { return askedOnSheet(before: target, context) }
    guard asksTogether else { return .item }
    if sharedFields(context).first == target, isOpen(sharedFields(context), .copied, context) { return .shared }
    guard let question = context.form.question(answering: target), context.form.first(of: question) == target,
      isOpen(context.form.questions[question].fields, .accepted, context)
    else { return .item }
    return .question(question)
  }

  /// A sheet shows every item, so that what is known of several is asked only as long as none of them is answered.
  private func askedOnSheet(before target: Int, _ context: FillingContext) -> Asking {
    for (asking, fields) in [(Asking.shared, sharedFields(context)), (.carried, carriedFields(context))]
    where fields.first == target && fields.count > 1 && fields.allSatisfy({ value(of: $0, context) == nil }) {
      return asking
    }
    return .item
  }

  /// Only a draft that is filled in from beginning to end is asked questions for several items.
  private var asksTogether: Bool { path == .questions && record.status == .draft }

  /// Whether nobody has answered any of the items by itself: none has an answer, or all were answered together.
  private func isOpen(_ fields: [Int], _ source: Source, _ context: FillingContext) -> Bool {
    let answers = fields.map { record.answers[$0] }
    if answers.allSatisfy({ $0 == nil }) { return true }
    return zip(fields, answers).allSatisfy { field, answer in
      answer?.source == source || (answer == nil && (context.form.isClass(field) || !isAsked(field, context)))
    }
  }

  /// Whether the item was answered together with others, so that nobody is led to it by itself.
  func isCovered(_ field: Int, _ context: FillingContext) -> Bool {
    guard asksTogether, likelier(for: field, context) == nil else { return false }
    let shared = sharedFields(context)
    if shared.contains(field), isAnswered(shared, .copied, context) { return field != shared.first }
    guard let question = context.form.question(answering: field) else { return false }
    let fields = context.form.questions[question].fields
    return isAnswered(fields, .accepted, context) && field != context.form.first(of: question)
  }

  private func isAnswered(_ fields: [Int], _ source: Source, _ context: FillingContext) -> Bool {
    fields.contains { record.answers[$0] != nil } && isOpen(fields, source, context)
  }

  // MARK: A question

  /// A choice of a question, by its place in it.
  struct Choosing: Hashable, Sendable {
    var question: Int
    var choice: Int
  }

  /// Whether what was chosen in the item's question says that the item does not hold this value. After a return to the
  /// form only its answers tell: while the first item of the question is put off, what is usual is not known either.
  func isRuledOut(_ value: String, for field: Int, _ context: FillingContext) -> Bool {
    guard let question = context.form.question(answering: field) else { return false }
    if let chosen = chosen[question] {
      let choice = context.form.questions[chosen.question].choices[chosen.choice]
      let given = choice.values.first { $0.field == field }
      return choice.ruledOut.contains { $0.field == field && $0.value == value }
        || given.map { $0.value != value } ?? false
    }
    return context.form.first(of: question).map { $0 != field && record.answers[$0]?.owed != nil } ?? false
  }

  /// The choice of a question that its items hold, if they hold one.
  public func choice(of question: Int, _ context: FillingContext) -> Int? {
    context.form.questions[question].choices.firstIndex { choice in
      if let following = choice.following { return self.choice(of: following, context) != nil }
      return !choice.values.isEmpty && choice.values.allSatisfy { record.answers[$0.field]?.value == $0.value }
    }
  }

  mutating func choose(_ number: Int, in question: Int, _ context: FillingContext) -> Destination {
    let choice = context.form.questions[question].choices[number]
    let top = context.form.top(of: question)
    chosen[top] = Choosing(question: question, choice: number)
    if let following = choice.following {
      asking = .question(following)
      return .item
    }
    let fields = context.form.questions[top].fields
    let before = record
    for field in Set(fields).sorted()
    where record.answers[field] != nil && !choice.values.contains(where: { $0.field == field }) {
      make(.clear(field: field), context)
    }
    for value in choice.values {
      make(.answer(value.value, field: value.field, source: .accepted), context)
    }
    if record.revision != before.revision { remember(before, Array(Set(fields)), asking: .question(question)) }
    asking = .item
    isWarned = false
    return choice.values.isEmpty ? .item : goOnward(context)
  }

  // MARK: What a family shares

  /// What a brother or sister lends to the item.
  func lent(_ field: Int, _ context: FillingContext) -> String? {
    guard let sibling, context.form.fields[field].isLent else { return nil }
    guard context.form.isClass(field) else { return sibling.answers[field]?.value }
    return sibling.contact.className.flatMap { context.settings.classes.contains($0) ? $0 : nil }
  }

  /// The items that a brother or sister lends, in the order of asking, with what they lend.
  public func sharedFields(_ context: FillingContext) -> [Int] {
    sibling == nil ? [] : context.form.order.filter { lent($0, context) != nil }
  }

  /// What a brother or sister lends to the item, to be looked at.
  public func sharedValue(of field: Int, _ context: FillingContext) -> String? { lent(field, context) }

  mutating func share(_ answer: SharedAnswer, _ context: FillingContext) -> Destination {
    let shared = sharedFields(context).compactMap { field in lent(field, context).map { (field, $0) } }
    return take(answer, shared, .copied, asking: .shared, context)
  }

  private mutating func take(
    _ answer: SharedAnswer, _ offered: [(field: Int, value: String)], _ source: Source, asking before: Asking,
    _ context: FillingContext
  ) -> Destination {
    asking = .item
    isWarned = false
    switch answer {
    case .other:
      if asksTogether { asking = context.form.question(answering: field).map { .question($0) } ?? .item }
      return .item
    case .same: break
    }
    let old = record
    for (field, value) in offered where isAsked(field, context) {
      give(value, to: field, source, context)
      if path == .sheet { together.insert(field) }
    }
    if record.revision != old.revision { remember(old, offered.map(\.field), asking: before) }
    return goOnward(context)
  }

  // MARK: What the form before offers again

  /// What the form before had in an item that repeats from child to child, as far as it can be so again.
  public func carriedValue(of field: Int, _ context: FillingContext) -> String? {
    let definition = context.form.fields[field]
    guard record.status == .draft, definition.isCarried, lent(field, context) == nil,
      let value = carried.values[definition.name]
    else { return nil }
    switch definition.kind {
    case .classCode: return context.settings.classes.contains(value) ? value : nil
    case .select(let list), .place(let list): return context.form.lists.list(list).index(of: value).map { _ in value }
    case .date: return CalendarDate(iso: value).flatMap { $0 <= context.today.adding(months: 12) ? value : nil }
    case .text, .documentNumber: return nil
    }
  }

  /// The items that the form before offers again, in the order of asking.
  public func carriedFields(_ context: FillingContext) -> [Int] {
    carried.values.isEmpty ? [] : context.form.order.filter { carriedValue(of: $0, context) != nil }
  }

  mutating func carry(_ answer: SharedAnswer, _ context: FillingContext) -> Destination {
    let offered = carriedFields(context).compactMap { field in carriedValue(of: field, context).map { (field, $0) } }
    return take(answer, offered, .accepted, asking: .carried, context)
  }

  // MARK: A paper

  /// The paper that the item is read from, and the items that are read from it and wait for an answer: they are put off
  /// together.
  public func unread(with field: Int, _ context: FillingContext) -> (paper: String, fields: [Int])? {
    guard asking == .item, let paper = context.form.fields[field].readFrom else { return nil }
    let fields = context.form.order.filter {
      context.form.fields[$0].readFrom == paper && ($0 == field || (record.answers[$0] == nil && isAsked($0, context)))
    }
    return fields.count > 1 ? (paper, fields) : nil
  }

  /// Puts everything off that is read from the item's paper, with one reason and one day, and goes on.
  public mutating func oweTogether(_ owed: Owed, _ context: FillingContext) -> Destination {
    let before = record
    let fields = unread(with: field, context)?.fields ?? [field]
    for field in fields { make(.owe(owed, field: field), context) }
    passed.formUnion(fields)
    if record.revision != before.revision { remember(before, fields) }
    return leaveOwed(context)
  }
}

extension FormFilling.Asking {
  func name(_ form: Form) -> String {
    switch self {
    case .item: "item"
    case .question(let index): "question:\(form.questions[index].name)"
    case .shared: "shared"
    case .carried: "carried"
    }
  }

  /// What this version does not know is asked for item by item.
  init(name: String, _ form: Form) {
    if name == "shared" {
      self = .shared
    } else if name == "carried" {
      self = .carried
    } else if name.hasPrefix("question:"), let index = form.question(named: String(name.dropFirst("question:".count))) {
      self = .question(index)
    } else {
      self = .item
    }
  }
}
