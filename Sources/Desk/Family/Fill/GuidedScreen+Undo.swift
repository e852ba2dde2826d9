import FormModel
import Records
import Wording

extension GuidedScreen {
  /// Notes what an undo of the change just made goes back to.
  mutating func remember(_ before: Record) {
    undoable.append(step(of: field, in: before))
    redoable = []
  }

  mutating func undo(_ context: DeskContext) -> [Effect] {
    guard let step = undoable.popLast() else { return [] }
    redoable.append(self.step(of: step.field, in: record))
    return putBack(step, GuidedPhrase.undone, context)
  }

  mutating func redo(_ context: DeskContext) -> [Effect] {
    guard let step = redoable.popLast() else { return [] }
    undoable.append(self.step(of: step.field, in: record))
    return putBack(step, GuidedPhrase.redone, context)
  }

  private func step(of field: Int, in record: Record) -> Step {
    Step(field: field, before: record.answers[field], className: record.contact.className)
  }

  private mutating func putBack(_ step: Step, _ phrase: GuidedPhrase, _ context: DeskContext) -> [Effect] {
    let revision = record.revision
    make(.restore(step.before, field: step.field), context)
    if case .classCode = context.form.fields[step.field].kind {
      var contact = record.contact
      contact.className = step.className
      make(.reach(contact), context)
    }
    field = step.field
    derive(context)
    go(to: step.field, context)
    notice = .text(context.wording(phrase), isError: false)
    guard record.revision != revision else { return [] }
    saving = .waiting
    return [.save(record)]
  }
}
