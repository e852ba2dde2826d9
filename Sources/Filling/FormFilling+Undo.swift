import FormModel
import Records

extension FormFilling {
  /// What an undo goes back to: one answer, or several that were given together.
  struct Step: Hashable, Sendable {
    /// Where the person stood.
    var field: Int
    var asking: Asking
    var before: [Int: RecordedAnswer?]
    /// The class stands beside the answers.
    var className: String?

    init(_ field: Int, _ asking: Asking, answering fields: [Int], in record: Record) {
      (self.field, self.asking) = (field, asking)
      before = Dictionary(uniqueKeysWithValues: fields.map { ($0, record.answers[$0]) })
      className = record.contact.className
    }

    /// What doing it again goes back to.
    func now(in record: Record) -> Step { Step(field, asking, answering: Array(before.keys), in: record) }
  }

  /// Whether anything was changed here that can be taken back.
  public var canUndo: Bool { !undoable.isEmpty }

  /// Notes what an undo of the change just made goes back to.
  mutating func remember(_ before: Record, _ fields: [Int]? = nil, asking: Asking = .item) {
    undoable.append(Step(field, asking, answering: fields ?? [field], in: before))
    redoable = []
  }

  /// Takes the last change back and shows its item; false where there is none.
  public mutating func undo(_ context: FillingContext) -> Bool {
    guard let step = undoable.popLast() else { return false }
    redoable.append(step.now(in: record))
    putBack(step, context)
    return true
  }

  public mutating func redo(_ context: FillingContext) -> Bool {
    guard let step = redoable.popLast() else { return false }
    undoable.append(step.now(in: record))
    putBack(step, context)
    return true
  }

  /// What was done before a session was cut off is not taken back after it.
  public mutating func forgetSteps() { (undoable, redoable) = ([], []) }

  private mutating func putBack(_ step: Step, _ context: FillingContext) {
    for (field, before) in step.before.sorted(by: { $0.key < $1.key }) {
      make(.restore(before, field: field), context)
      guard context.form.isClass(field) else { continue }
      var contact = record.contact
      contact.className = step.className
      make(.setContact(contact), context)
    }
    field = step.field
    together.subtract(step.before.keys)
    derive(context)
    go(to: step.field, context)
    asking = step.asking
  }
}
