import FormModel
import Records

/// One record being filled in: which item is asked now, what is suggested there, what an answer leads to.
///
/// It knows no keys, no screen and no sentence. Every page on which a form is filled in holds one, and so does whoever
/// does without a screen. A move changes the record in memory; whoever made it saves what came of it.
public struct FormFilling: Hashable, Sendable {
  /// Which items Enter leads to, and which of them are unfinished.
  public enum Path: String, Hashable, Sendable {
    /// One question after the other; what is put off counts as answered.
    case questions
    /// All items; what is put off still needs something.
    case sheet
    /// Only what is blank or put off, and out after the last.
    case gaps
    /// One item of child after child.
    case item
  }

  public internal(set) var held: HeldRecord
  public var record: Record { held.record }
  /// The record of the same sitting whose family items are offered again.
  public let sibling: Record?
  /// What the form that the same person filled in before offers again.
  public let carried: CarriedAnswers
  public var path: Path
  /// The item that is asked now.
  public internal(set) var field: Int
  /// What was chosen last in a question that is asked in the place of items, or in one that it leads to.
  var chosen: [Int: Choosing] = [:]
  /// What is asked: the item, or what stands in its place.
  public internal(set) var asking = Asking.item
  /// The contradictions that have been said, each once.
  var said: Set<String> = []
  /// Whether the line may begin with a place; false where an earlier version stopped, which began with an empty line.
  var hasHead = true
  /// Enter goes back to the list of findings that the item was reached from.
  public var returnsToCheck = false
  /// What stands in the item was objected to, and a second Enter leaves it all the same.
  public var isWarned = false
  /// The number that another record bears too, as far as a family is told.
  public private(set) var knownNumber: String?
  /// Items that two desks answered differently, where nobody has chosen.
  public internal(set) var undecided: [Int] = []
  /// Lines begin with places at all; false where an earlier version stopped in somebody else's form, where it put none.
  var putsHeads = true
  /// The items that were answered together with others on a sheet, and that Enter leads to no more.
  var together: Set<Int> = []
  /// The items that a walk through gaps has passed.
  var passed: Set<Int> = []
  /// The other answers at the time when an item was left as it stood: what they make likelier is not offered again.
  var kept: [Int: [String?]] = [:]
  var undoable: [Step] = []
  var redoable: [Step] = []

  /// Begins a record, or goes on with one: at what was asked back, else at its first gap.
  public init(
    _ held: HeldRecord, sibling: Record? = nil, carried: CarriedAnswers = CarriedAnswers(), path: Path = .questions,
    _ context: FillingContext
  ) {
    self.held = held
    self.sibling = sibling
    self.carried = carried
    self.path = path
    field = context.form.order[0]
    if let asked = askedFields(context).first {
      field = asked
    } else if let gap = firstGap(context) {
      arrive(at: gap, context)
    }
  }

  // MARK: The record

  /// Makes a move; a refused one changes nothing.
  @discardableResult
  public mutating func make(_ move: Move, _ context: FillingContext) -> Refusal? {
    held.make(move, at: context.now, form: context.form, setting: context.setting)
  }

  /// Takes the record as it was read anew.
  public mutating func take(_ held: HeldRecord) { self.held = held }

  /// Gives a record that has not been saved yet another identity, where its code turned out to be taken.
  public mutating func rename(_ identity: RecordIdentity) { held.rename(identity) }

  /// Merges what another desk has saved meanwhile; where both changed an item, theirs stands until somebody chooses.
  public mutating func join(_ theirs: Record, _ context: FillingContext) -> [Merge.Conflict] {
    held.merge(theirs, form: context.form)
  }

  /// Puts one's own answer back in the place of another desk's.
  public mutating func restore(_ conflict: Merge.Conflict, _ context: FillingContext) {
    make(.restore(conflict.mine, field: conflict.field), context)
  }

  /// Nobody chose: what another desk has said stands, and the last page says so.
  public mutating func leaveOpen(_ fields: [Int]) { undecided += fields }

  /// Notes whether another record bears the number; false where another number stands here by now.
  public mutating func hear(_ number: String, isKnown: Bool, _ context: FillingContext) -> Bool {
    guard childNumber(context) == number else { return false }
    knownNumber = isKnown ? number : nil
    return true
  }

  /// The item of the child's number, where another record bears that too.
  public func knownNumberField(_ context: FillingContext) -> Int? {
    guard let knownNumber, childNumber(context) == knownNumber else { return nil }
    return context.form.field(.childNumber)
  }

  /// The child's own number, as it stands in the record.
  public func childNumber(_ context: FillingContext) -> String? {
    record.value(.childNumber, context.form)
  }

  /// What stands in an item: its value, what is proposed instead, or the class that is kept beside the form.
  public func value(of field: Int, _ context: FillingContext) -> String? {
    if context.form.isClass(field) { return record.contact.className }
    return record.proposedValue(of: context.form.fields[field].name) ?? record.answers[field]?.value
  }

  /// Goes to an item.
  public mutating func go(to target: Int, _ context: FillingContext) {
    if field != target, context.form.fields[field].likelier?.overrules == true {
      kept[field] = read(for: field, context)
    }
    field = target
    asking = .item
    isWarned = false
    hasHead = true
  }
}

extension Form {
  /// Whether the item is the class, which a desk keeps beside the answers.
  func isClass(_ field: Int) -> Bool { if case .classCode = fields[field].kind { true } else { false } }

  func isNumber(_ field: Int) -> Bool { if case .documentNumber = fields[field].kind { true } else { false } }
}
