import Filling
import FormModel
import Records
import Wording

extension FormEntry {
  /// What the editor holds, as the filling takes it.
  var entry: FormFilling.Entry {
    switch editor {
    case .text(let line), .number(let line), .date(let line): .line(line.text, isChanged: line.canUndo)
    case .choices(let choices): .choice(choices.choice?.code)
    case .search: .search
    }
  }

  /// Lets the filling change the record, and saves what came of it.
  @discardableResult
  mutating func change(
    _ context: DeskContext, _ body: (inout FormFilling, FillingContext) -> Void
  ) -> [Effect] {
    let before = record
    body(&filling, context.filling)
    guard record.revision != before.revision else { return [] }
    saving = .waiting
    let number = filling.childNumber(context.filling)
    let isNew = number != nil && number != before.value(.childNumber, context.form)
    return [.save(record)] + (isNew ? [.checkNumber(record)] : [])
  }

  /// Enter: takes what stands there and goes on; a wrong value is said once before it may be left.
  mutating func accept(_ context: DeskContext) -> [Effect] {
    if case .search(let search) = editor, search.isOpen { return take(search, context) }
    let entry = entry
    var entered = FormFilling.Entered.goes(.item)
    let effects = change(context) { entered = $0.enter(entry, $1) }
    show(entered, context)
    return effects
  }

  private mutating func show(_ entered: FormFilling.Entered, _ context: DeskContext) {
    switch entered {
    case .objects(let objection): say(objection, context)
    case .goes(let destination): show(destination, context)
    }
  }

  private mutating func say(_ objection: FormFilling.Objection, _ context: DeskContext) {
    switch objection {
    case .finding(let finding):
      notice = .finding(finding)
      load(context)
    case .noDate(let problem):
      notice = .text(context.wording.message(problem), isError: true)
    case .notEmptied:
      notice = .text(notEmptied(context), isError: true)
      load(context)
    case .notChosen: notice = .text(context.wording(OwedPhrase.chooseFirst), isError: true)
    }
  }

  private func notEmptied(_ context: DeskContext) -> String {
    context.wording(record.status == .approved ? GuidedPhrase.notEmptied : .notEmptiedHandedIn, label(context))
  }

  private mutating func take(_ search: SearchEditor, _ context: DeskContext) -> [Effect] {
    switch search.taken(context) {
    case .code(let code):
      var entered = FormFilling.Entered.goes(.item)
      let effects = change(context) { entered = $0.take(code, $1) }
      show(entered, context)
      return effects
    case .unlisted: panel = .unlisted(UnlistedPanel(of: context.form.fields[field], context))
    case .step(let name):
      var search = search
      search.enter(name, context)
      editor = .search(search)
    case .refused(let phrase): notice = .text(context.wording(phrase), isError: true)
    case .nothing: break
    }
    return []
  }

  /// Shows where the filling has gone.
  private mutating func show(_ destination: FormFilling.Destination, _ context: DeskContext) {
    switch destination {
    case .item: showItem(context)
    case .check:
      load(context)
      showCheck(context)
    case .out: leaving = .asLeft
    }
  }

  mutating func showCheck(_ context: DeskContext) { panel = .check(CheckPanel(filling, context)) }

  /// A draft in which nothing is blank is shown with what there is to say about it: somebody still has to hand it in.
  mutating func showWhatIsLeft(_ context: DeskContext) {
    if filling.hasOnlyToBeHandedIn(context.filling) { showCheck(context) }
  }

  /// Puts what is typed into the record.
  mutating func commit(_ context: DeskContext) -> [Effect] {
    let entry = entry
    return change(context) { $0.put(entry, $1) }
  }

  /// An answer that puts the child into a group that is counted is said once more on the next page: it took one digit.
  mutating func readBack(_ before: FormEntry, _ context: DeskContext) {
    let definition = context.form.fields[before.field]
    guard hasLeft(before), let value = record.answers[before.field]?.value, definition.counted.contains(value),
      value != before.record.answers[before.field]?.value
    else { return }
    let said =
      definition.spoken?.values[value]?[context.language]
      ?? "\(before.label(context)) \(context.shown(value, of: before.field))"
    word = Frame.Word(text: context.wording(GuidedPhrase.lastAnswer, said))
  }

  // MARK: To another item

  /// Leaves the item for another; with none to go to, it is shown afresh.
  mutating func leaveField(to target: Int?, _ context: DeskContext) -> [Effect] {
    leaveField(context) { $0.go(to: target ?? $0.field, $1) }
  }

  /// Leaves the item for one that needs something, which says there what.
  mutating func mend(_ target: Int?, _ context: DeskContext) -> [Effect] {
    let effects = leaveField(to: target, context)
    if notice == nil, let finding = filling.worstFinding(context.filling) {
      notice = .finding(finding)
      filling.knowBrokenRule(context.filling)
    }
    return effects
  }

  /// Leaves the item for wherever the move leads.
  mutating func leaveField(
    _ context: DeskContext, _ move: (inout FormFilling, FillingContext) -> Void
  ) -> [Effect] {
    let isRefused = filling.refusesToEmpty(entry, context.filling)
    let refusal = notEmptied(context)
    let effects = commit(context)
    filling.returnsToCheck = false
    move(&filling, context.filling)
    showItem(context)
    if isRefused { notice = .text(refusal, isError: true) }
    return effects
  }

  /// Shows an item afresh.
  mutating func go(to target: Int, _ context: DeskContext) {
    filling.go(to: target, context.filling)
    showItem(context)
  }

  /// Goes to an item from the list of findings, which says there what is wrong, also beside another item.
  mutating func comeToMend(_ target: Int, _ context: DeskContext) {
    filling.go(to: target, context.filling)
    filling.returnsToCheck = true
    filling.knowBrokenRule(context.filling)
    showItem(context)
  }

  mutating func showItem(_ context: DeskContext) {
    load(context)
    // A wrong value says so again when somebody comes back to it.
    let finding =
      filling.returnsToCheck ? filling.worstFinding(context.filling) : filling.valueFinding(context.filling)
    notice = finding.map { .finding($0) }
  }

  mutating func load(_ context: DeskContext) {
    let suggestion = filling.suggestion(context.filling)
    // Where another answer is likelier than the one that was only accepted, it is the one that Enter takes.
    let value = suggestion?.isLikelier == true ? suggestion?.value : value(context) ?? filling.head(context.filling)
    if let choices = choicesTogether(context) {
      editor = .choices(choices)
      return
    }
    editor = FieldEditor(field: field, value: value, suggestion: suggestion?.value, filling, context)
  }

  /// What stands in the present item.
  func value(_ context: DeskContext) -> String? { filling.value(of: field, context.filling) }

  func label(_ context: DeskContext) -> String { asked(context).label[context.language] }

  // MARK: Undoing

  mutating func takeBack(
    _ phrase: GuidedPhrase, _ context: DeskContext, _ step: (inout FormFilling, FillingContext) -> Bool
  ) -> [Effect] {
    var isDone = false
    let effects = change(context) { isDone = step(&$0, $1) }
    guard isDone else { return [] }
    load(context)
    notice = .text(context.wording(phrase), isError: false)
    return effects
  }

  // MARK: Putting off, handing in, leaving

  mutating func owe(_ owed: Owed, together: Bool = false, _ context: DeskContext) -> [Effect] {
    var destination = FormFilling.Destination.item
    let effects = change(context) { destination = together ? $0.oweTogether(owed, $1) : $0.owe(owed, $1) }
    panel = nil
    show(destination, context)
    return effects
  }

  mutating func accept(_ finding: Finding, reason: String, _ context: DeskContext) -> [Effect] {
    let effects = change(context) { $0.make(.accept(finding, reason: reason), $1) }
    showCheck(context)
    return effects
  }

  mutating func handIn(_ context: DeskContext) -> [Effect] {
    let effects = change(context) { $0.make(.handIn, $1) }
    leaving = .handedIn
    return effects
  }

  /// F10: everything is saved; who owes something is asked where to be reached.
  mutating func leave(_ context: DeskContext) -> [Effect] {
    let effects = commit(context)
    if case .failed = saving {
      panel = .unsaved(Menu())
      return effects + [.retry]
    }
    if filling.asksWhoFills {
      panel = .filler(FillerPanel(purpose: .leave, record, beside: filling.sibling, context))
    } else {
      leaving = .asLeft
    }
    return effects
  }

  /// Takes what was said about who filled the form in; then the form is handed in or left.
  mutating func finish(
    _ said: FillerPanel.Said, _ purpose: FillerPanel.Purpose, _ context: DeskContext
  ) -> [Effect] {
    filling.identify(relation: said.relation, telephone: said.telephone, context.filling)
    saving = .waiting
    switch purpose {
    case .handIn:
      filling.make(.handIn, context.filling)
      leaving = .handedIn
    case .leave: leaving = .asLeft
    }
    return [.save(record)]
  }
}
