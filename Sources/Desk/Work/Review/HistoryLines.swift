import FormModel
import Records
import Standards
import Terminal
import Wording

/// Who changed what and when, the newest first: old → new, with the reason where one was given.
struct HistoryLines {
  let lines: [ReviewText]

  init(_ record: Record, mask: NumberMask, columns: Int, _ context: DeskContext) {
    var lines: [ReviewText] = []
    for entry in record.history.reversed() {
      let moment = "\(entry.at.date.iso) \(entry.at.clock.prefix(5))"
      let head = "\(moment)  \(context.named(entry.by)) \(context.wording(HistoryPhrase(entry)))"
      let text = [head, Self.what(entry, mask, context)].filter { !$0.isEmpty }.joined(separator: " ")
      lines += ReviewText.wrapped(text + Self.reason(entry, context), columns: columns)
    }
    self.lines = lines
  }

  private static func what(_ entry: HistoryEntry, _ mask: NumberMask, _ context: DeskContext) -> String {
    guard let name = entry.field else {
      if let cause = entry.cause { return context.wording.cause(cause) }
      guard entry.act == .number, let number = entry.new?.value else { return "" }
      return context.wording.plain(mask.isLifted ? number : DocumentNumber.masked(number))
    }
    let field = context.form.index(of: name)
    let label =
      field.map { context.wording.short(context.form.fields[$0]) }
      ?? context.wording(contact(name))
    switch entry.act {
    case .confirm: return [label, entry.new.map { context.confirmation(of: $0) } ?? ""].joined(separator: " ")
    case .accept, .query: return label
    case .answer, .owe, .correct, .propose, .handIn, .return, .approve, .export, .number, .withdraw, .reinstate:
      let old = shown(entry.old, name, field, mask, context)
      let new = shown(entry.new, name, field, mask, context)
      // A proposal that was declined never stood there.
      if entry.act == .propose, entry.new == nil { return "\(label) \(old)" }
      if entry.old == nil { return "\(label) \(new)" }
      return "\(label) \(old) → \(new)"
    }
  }

  /// What the record keeps beside the form.
  private static func contact(_ name: String) -> HistoryPhrase {
    switch name {
    case "contact.telephone": .telephone
    case "contact.relation": .relation
    default: .className
    }
  }

  private static func shown(
    _ answer: RecordedAnswer?, _ name: String, _ field: Int?, _ mask: NumberMask, _ context: DeskContext
  ) -> String {
    switch answer?.content {
    case .value(let value) where name == "contact.relation":
      context.form.lists.list("relation").choice(value)?.label[context.language] ?? context.wording.plain(value)
    case .value(let value):
      context.wording.plain(field.map { mask.shown(value, of: $0, context) } ?? value)
    case .owed(let owed): context.wording.debt(owed)
    case nil: context.wording(HistoryPhrase.blank)
    }
  }

  private static func reason(_ entry: HistoryEntry, _ context: DeskContext) -> String {
    guard let reason = entry.reason else { return "" }
    let text =
      switch reason {
      case "not-relevant": context.wording(HistoryPhrase.notRelevant)
      case "relevant-again": context.wording(HistoryPhrase.relevantAgain)
      case Record.givenToMany: context.wording(HistoryPhrase.givenToMany)
      case Record.takenBack: context.wording(HistoryPhrase.takenBack)
      default: context.wording.plain(reason)
      }
    return context.wording(HistoryPhrase.reason, text)
  }
}
