import Filling
import Records
import Standards
import Terminal
import Wording

extension FormEntry {
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
    case .jump, .place:
      guard let action = Self.keymap.action(for: key), action == .next || action == .back, !panel.keeps(key) else {
        break
      }
      self.panel = nil
      return perform(action, context)
    case .owed, .unlisted, .check, .filler, .unsaved, .dispute: break
    }
    return updatePanel(panel, key, context)
  }

  private mutating func updatePanel(_ panel: Panel, _ key: Key, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .jump(let number): return jump(key, number, context)
    case .owed(var owed):
      let outcome = owed.handle(key, context)
      self.panel = .owed(owed)
      return conclude(outcome) { $0.owe($1.owed, together: $1.isTogether, context) }
    case .unlisted(var unlisted):
      let outcome = unlisted.handle(key, context)
      self.panel = .unlisted(unlisted)
      return conclude(outcome) { $0.owe($1, context) }
    case .place(let search): return pick(key, search, context)
    case .check(let check): return updateCheck(key, check, context)
    case .filler(var filler):
      let outcome = filler.handle(key, context)
      self.panel = .filler(filler)
      // Back at the item, which may have been answered with what was proposed for it.
      if case .closes = outcome { load(context) }
      return conclude(outcome) { $0.finish($1, filler.purpose, context) }
    case .unsaved(let menu): return decideUnsaved(key, menu)
    case .dispute(var dispute):
      if key == .escape {
        filling.leaveOpen(dispute.fields)
        return close()
      }
      let choice = dispute.handle(key)
      self.panel = .dispute(dispute)
      return choice.map { choose($0, context) } ?? []
    }
  }

  /// A panel that is done hands over what was said; one that was left changes nothing.
  private mutating func conclude<Said>(
    _ outcome: PanelOutcome<Said>, _ say: (inout FormEntry, Said) -> [Effect]
  ) -> [Effect] {
    switch outcome {
    case .stays: return []
    case .closes: return close()
    case .says(let said): return say(&self, said)
    }
  }

  private mutating func updateCheck(_ key: Key, _ check: CheckPanel, _ context: DeskContext) -> [Effect] {
    var check = check
    let request = check.handle(key)
    panel = .check(check)
    return request.map { perform($0, context) } ?? []
  }

  private mutating func perform(_ request: CheckPanel.Request, _ context: DeskContext) -> [Effect] {
    switch request {
    case .close:
      load(context)
      filling.returnsToCheck = false
      // What was said of a key is no longer about what was pressed last.
      if case .text = notice { notice = nil }
      return close()
    case .go(let target):
      panel = nil
      comeToMend(target, context)
      return []
    case .help: return []
    case .leave:
      panel = nil
      return leave(context)
    case .later(let target):
      panel = nil
      comeToMend(target, context)
      return perform(Action.later, context)
    case .accept(let finding): return accept(finding, reason: context.wording(CheckPhrase.warningYes), context)
    case .handIn:
      guard record.status == .draft else {
        leaving = .handedIn
        return []
      }
      panel = .filler(FillerPanel(purpose: .handIn, record, beside: filling.sibling, context))
      return []
    }
  }

  /// Help comes over the panel; everything else closes it first.
  private mutating func performOverPanel(_ action: Action, _ panel: Panel, _ context: DeskContext) -> [Effect] {
    switch action {
    case .leave: return leaveFromPanel(panel, context)
    case .later: return putOff(panel, context)
    case .help, .redraw: return perform(action, context)
    case .accept, .next, .back, .search, .check, .jump, .previousUnfinished, .nextUnfinished, .pinyin, .undo, .redo,
      .close:
      self.panel = nil
      return perform(action, context)
    }
  }

  /// F2 over a panel: the item below it, or the one that is asked about.
  private mutating func putOff(_ panel: Panel, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .owed, .filler, .unsaved, .dispute: return []
    case .jump, .unlisted, .place:
      self.panel = nil
      return perform(Action.later, context)
    case .check(let check): return check.asked.map { perform(.later($0.field), context) } ?? []
    }
  }

  mutating func pasteIntoPanel(_ text: String, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .owed(var owed):
      owed.paste(text, context)
      panel = .owed(owed)
    case .unlisted(var unlisted):
      unlisted.paste(text, context)
      panel = .unlisted(unlisted)
    case .filler(var filler):
      filler.paste(text, context)
      panel = .filler(filler)
    case .place(var search):
      _ = search.paste(text, context)
      panel = .place(search)
    case .jump(var number):
      number.paste(text)
      panel = .jump(number)
    case .check, .unsaved, .dispute, nil: break
    }
    return []
  }

  mutating func close() -> [Effect] {
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
    case .dispute(let dispute):
      filling.leaveOpen(dispute.fields)
      self.panel = nil
      return leave(context)
    case .jump, .owed, .unlisted, .place, .check:
      self.panel = nil
      return leave(context)
    }
  }

  private mutating func unsaved() -> [Effect] {
    panel = .unsaved(Menu())
    return [.retry]
  }

  private mutating func decideUnsaved(_ key: Key, _ menu: Menu) -> [Effect] {
    if PanelKeys.question(leaving: .form).action(for: key) == .close { return close() }
    var menu = menu
    let answer = menu.take(key, of: 2)
    panel = .unsaved(menu)
    if answer == 1 { leaving = .unsaved }
    guard answer == 0 else { return [] }
    if case .saved = saving { leaving = .asLeft }
    return [.retry]
  }

  // MARK: Jump, places

  private mutating func jump(_ key: Key, _ number: ItemNumber, _ context: DeskContext) -> [Effect] {
    var number = number
    let outcome = number.handle(key, context)
    if case .says(let item?) = outcome {
      guard !filling.mayBeAsked(item, context.filling) else {
        panel = nil
        return leaveField(to: item, context)
      }
      number.refuse(context.wording(GuidedPhrase.notRelevantHere))
    }
    panel = outcome == .closes ? nil : .jump(number)
    return []
  }

  /// A place's name goes in front of what the text already says.
  private mutating func pick(_ key: Key, _ search: SearchEditor, _ context: DeskContext) -> [Effect] {
    var search = search
    switch SearchEditor.keymap.action(for: key) {
    case .close: return close()
    case .take:
      guard case .code(let code) = search.taken(context), case .text(var editor) = editor,
        let choice = context.form.lists.list(search.list).choice(code)
      else {
        if case .step(let name) = search.taken(context) { search.enter(name, context) }
        if case .refused(let phrase) = search.taken(context) { search.notice = context.wording(phrase) }
        panel = .place(search)
        return []
      }
      // The form is in Chinese, whatever the page is in.
      let place = context.form.lists.names(of: choice, in: .chinese).joined()
      let head = filling.head(context.filling) ?? ""
      let rest = editor.text.hasPrefix(head) ? String(editor.text.dropFirst(head.count)) : editor.text
      if !editor.text.hasPrefix(place) { editor.replace(with: place + rest) }
      self.editor = .text(editor)
      notice = nil
      return close()
    case .up, .down, .pageUp, .pageDown, .first, .last, .all, .out, .help, .later, .leave, nil:
      _ = search.handle(key, context)
      if !search.isOpen { search.begin(context) }
      panel = .place(search)
      return []
    }
  }
}

extension FormEntry.Panel {
  /// Whether ↑ and ↓ move in the panel's own list.
  func keeps(_ key: Key) -> Bool {
    if case .place = self { key == .up || key == .down } else { false }
  }
}
