import FormModel
import Records

extension FormFilling {
  /// What an undo goes back to.
  struct Step: Hashable, Sendable {
    var field: Int
    var before: RecordedAnswer?
    /// The class stands beside the answers.
    var className: String?

    init(_ field: Int, in record: Record) {
      self.field = field
      before = record.answers[field]
      className = record.contact.className
    }
  }

  /// Whether anything was changed here that can be taken back.
  public var canUndo: Bool { !undoable.isEmpty }

  /// Notes what an undo of the change just made goes back to.
  mutating func remember(_ before: Record) {
    undoable.append(Step(field, in: before))
    redoable = []
  }

  /// Takes the last change back and shows its item; false where there is none.
  public mutating func undo(_ context: FillingContext) -> Bool {
    guard let step = undoable.popLast() else { return false }
    redoable.append(Step(step.field, in: record))
    putBack(step, context)
    return true
  }

  public mutating func redo(_ context: FillingContext) -> Bool {
    guard let step = redoable.popLast() else { return false }
    undoable.append(Step(step.field, in: record))
    putBack(step, context)
    return true
  }

  /// What was done before a session was cut off is not taken back after it.
  public mutating func forgetSteps() { (undoable, redoable) = ([], []) }

  private mutating func putBack(_ step: Step, _ context: FillingContext) {
    make(.restore(step.before, field: step.field), context)
    if context.form.isClass(step.field) {
      var contact = record.contact
      contact.className = step.className
      make(.setContact(contact), context)
    }
    field = step.field
    derive(context)
    go(to: step.field, context)
  }
}
