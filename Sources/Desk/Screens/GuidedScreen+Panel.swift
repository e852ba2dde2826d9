import Records
import Standards
import Terminal

extension GuidedScreen {
  /// Hands a key to what lies over the item. F10 leaves from everywhere, Esc closes and changes nothing.
  mutating func updatePanel(_ key: Key, _ context: DeskContext) -> [Effect] {
    guard let panel else { return [] }
    if case .check(let check) = panel, check.asked == nil, CheckPanel.keymap.action(for: key) != nil {
      return updateCheck(key, check, context)
    }
    if let action = Self.keymap.action(for: key), Self.isUniversal(action) {
      return performOverPanel(action, panel, context)
    }
    switch panel {
    case .jump(let editor, _): return jump(key, editor, context)
    case .owed(var owed):
      if key == .escape { return close() }
      let done = owed.handle(key, context)
      self.panel = .owed(owed)
      return done.map { owe($0, context) } ?? []
    case .unlisted(var unlisted):
      if key == .escape { return close() }
      let done = unlisted.handle(key, context)
      self.panel = .unlisted(unlisted)
      return done.map { owe($0, context) } ?? []
    case .place(let search): return pick(key, search, context)
    case .check(let check): return updateCheck(key, check, context)
    case .filler(var filler):
      if key == .escape { return close() }
      let said = filler.handle(key, context)
      self.panel = .filler(filler)
      return said.map { finish($0, filler.purpose, context) } ?? []
    case .unsaved: return decideUnsaved(key)
    }
  }

  private mutating func updateCheck(_ key: Key, _ check: CheckPanel, _ context: DeskContext) -> [Effect] {
    var check = check
    let request = check.handle(key)
    panel = .check(check)
    return request.map { perform($0, context) } ?? []
  }

  /// Help comes over the panel; everything else closes it first.
  private mutating func performOverPanel(_ action: Action, _ panel: Panel, _ context: DeskContext) -> [Effect] {
    if action == .leave { return leaveFromPanel(panel, context) }
    if action != .help, action != .redraw { self.panel = nil }
    return perform(action, context)
  }

  mutating func pasteIntoPanel(_ text: String, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .owed(var owed):
      owed.paste(text)
      panel = .owed(owed)
    case .unlisted(var unlisted):
      unlisted.paste(text)
      panel = .unlisted(unlisted)
    case .filler(var filler):
      filler.paste(text)
      panel = .filler(filler)
    case .place(var search):
      _ = search.paste(text, context)
      panel = .place(search)
    case .jump(var editor, let notice):
      _ = editor.paste(text)
      panel = .jump(editor, notice: notice)
    case .check, .unsaved, nil: break
    }
    return []
  }

  private mutating func close() -> [Effect] {
    panel = nil
    return []
  }

  /// A second F10 does not ask again.
  private mutating func leaveFromPanel(_ panel: Panel, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .filler, .unsaved:
      if case .failed = saving { return unsaved() }
      leaving = .asLeft
      return []
    case .jump, .owed, .unlisted, .place, .check:
      self.panel = nil
      return leave(context)
    }
  }

  private mutating func unsaved() -> [Effect] {
    panel = .unsaved
    return [.retry]
  }

  private mutating func decideUnsaved(_ key: Key) -> [Effect] {
    if key == .escape { return close() }
    if key == .text("2") || key == .text("２") { leaving = .unsaved }
    guard key == .enter || key == .text("1") || key == .text("１") else { return [] }
    if case .saved = saving { leaving = .asLeft }
    return [.retry]
  }

  // MARK: Jump, places

  private mutating func jump(_ key: Key, _ editor: TextEditor, _ context: DeskContext) -> [Effect] {
    if key == .escape { return close() }
    var editor = editor
    guard key == .enter else {
      // Only digits make a number; anything else is not taken.
      if case .text(let scalar) = key, scalar.properties.numericType == nil { return [] }
      _ = editor.handle(key)
      panel = .jump(editor, notice: nil)
      return []
    }
    let count = context.form.fields.count
    let typed = TextNormaliser.normalise(editor.text, as: .code)
    guard let item = Int(typed), (1...count).contains(item) else {
      let notice = context.wording(GuidedPhrase.jumpNone, typed, "\(count)")
      panel = .jump(TextEditor(), notice: notice)
      return []
    }
    guard mayBeAsked(item - 1, context) else {
      panel = .jump(TextEditor(), notice: context.wording(GuidedPhrase.notRelevantHere))
      return []
    }
    panel = nil
    return leaveField(to: item - 1, context)
  }

  /// A place's name goes in front of what the text already says.
  private mutating func pick(_ key: Key, _ search: SearchEditor, _ context: DeskContext) -> [Effect] {
    if key == .escape { return close() }
    var search = search
    guard key == .enter else {
      _ = search.handle(key, context)
      if !search.isOpen { search.open(context) }
      panel = .place(search)
      return []
    }
    guard let row = search.choice, row.retired == nil, case .text(var editor) = editor else { return [] }
    let place = (row.path.split(separator: " · ").map(String.init) + [row.name]).joined()
    if !editor.text.hasPrefix(place) { editor.replace(with: place + editor.text) }
    self.editor = .text(editor)
    notice = nil
    return close()
  }

  // MARK: Owed, check, hand in

  private mutating func owe(_ owed: Owed, _ context: DeskContext) -> [Effect] {
    let before = record
    make(.owe(owed, field: field), context)
    panel = nil
    let effects = changed(since: before, context)
    if returnsToCheck {
      returnsToCheck = false
      panel = .check(CheckPanel(self, context))
    } else {
      goOnward(context)
    }
    return effects
  }

  private mutating func perform(_ request: CheckPanel.Request, _ context: DeskContext) -> [Effect] {
    switch request {
    case .close:
      load(context)
      return close()
    case .go(let target):
      panel = nil
      go(to: target, context)
      returnsToCheck = true
      return []
    case .help: return perform(Action.help, context)
    case .leave:
      panel = nil
      return leave(context)
    case .later(let target):
      panel = nil
      go(to: target, context)
      returnsToCheck = true
      return perform(Action.later, context)
    case .accept(let finding):
      let before = record
      let reason = context.wording(CheckPhrase.warningYes)
      make(.accept(finding, reason: reason), context)
      panel = .check(CheckPanel(self, context))
      guard record.revision != before.revision else { return [] }
      saving = .waiting
      return [.save(record)]
    case .handIn:
      guard record.status == .draft else {
        leaving = .handedIn
        return []
      }
      panel = .filler(FillerPanel(purpose: .handIn, context))
      return []
    }
  }

  private mutating func finish(
    _ said: FillerPanel.Said, _ purpose: FillerPanel.Purpose, _ context: DeskContext
  ) -> [Effect] {
    held.identify(relation: said.relation)
    var contact = record.contact
    contact.telephone = said.telephone
    make(.reach(contact), context)
    switch purpose {
    case .handIn:
      make(.handIn, context)
      leaving = .handedIn
    case .leave:
      leaving = .asLeft
    }
    saving = .waiting
    return [.save(record)]
  }
}
