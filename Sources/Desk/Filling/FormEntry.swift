import Filling
import FormModel
import Records
import Standards
import Terminal
import Wording

/// A form under somebody's hands: the editor of the present item, what lies over it, what was just said, and how far all
/// of it has come to the disk.
///
/// Where an answer leads is decided by `FormFilling`; the pages on which a form is filled in draw this, each in its way.
struct FormEntry: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case accept, next, back, help, later, search, check, jump, previousUnfinished, nextUnfinished, undo, redo
    case pinyin, leave, redraw, close
  }

  /// What lies over the item for a while.
  enum Panel: Hashable, Sendable {
    case jump(ItemNumber)
    case owed(OwedPanel)
    case unlisted(UnlistedPanel)
    case place(SearchEditor)
    case check(CheckPanel)
    case filler(FillerPanel)
    case unsaved(Menu)
    case dispute(DisputePanel)
  }

  /// The line under the item: what was just said about it.
  enum Notice: Hashable, Sendable {
    case finding(Finding)
    case text(String, isError: Bool)
    /// The child's number may be registered already: never in the way of anything.
    case numberKnown
  }

  /// How far the record has come to the disk.
  enum Saving: Hashable, Sendable {
    case nothingYet
    case waiting
    case saved(Timestamp)
    case failed(StoreError)
  }

  /// How the form is left.
  enum Leaving: Hashable, Sendable {
    case asLeft
    case handedIn
    /// Although the last change is not on the disk.
    case unsaved
  }

  var filling: FormFilling
  var editor: FieldEditor
  var panel: Panel?
  var notice: Notice?
  /// What just happened to the record without this person's doing; gone with the next key.
  var word: Frame.Word?
  var saving: Saving = .nothingYet
  /// What `saving` was before it failed.
  var savingBefore: Saving = .nothingYet
  /// The code is shown once something of the record is on the disk.
  var hasCode: Bool
  /// The rest of a code whose first digit has chosen already, as the 0 of 30; it is no answer to the next item.
  var codeRest: Unicode.Scalar?
  /// Set when the form is done; the page decides what comes next.
  var leaving: Leaving?

  var held: HeldRecord { filling.held }
  var record: Record { filling.record }
  var field: Int { filling.field }

  /// The keys of filling in a form, on every page where one is.
  static let keymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .accept, bar: true),
    Binding([.up, .backTab], .back, "↑ Shift-Tab", .back, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(5), .control("r")], .check, "F5 Ctrl-R", .check, bar: true),
    Binding([.function(2), .control("o")], .later, "F2 Ctrl-O", .later, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    Binding([.function(3), .control("f")], .search, "F3 Ctrl-F", .search),
    Binding([.down, .tab], .next, "↓ Tab", .next),
    Binding(PinyinInput.switchKeys, .pinyin, "F4 Ctrl-]", saying: PinyinPhrase.key),
    Binding([.function(6), .control("t")], .jump, "F6 Ctrl-T", .jump),
    Binding([.function(7), .control("p")], .previousUnfinished, "F7 Ctrl-P", .previousUnfinished),
    Binding([.function(8), .control("n")], .nextUnfinished, "F8 Ctrl-N", .nextUnfinished),
    Binding([.control("z")], .undo, "Ctrl-Z", .undo),
    Binding([.control("y")], .redo, "Ctrl-Y", .redo),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
    Binding([.escape], .close, "Esc", .close),
  ])

  init(_ filling: FormFilling, isStored: Bool, _ context: DeskContext) {
    self.filling = filling
    hasCode = isStored
    if isStored { saving = .saved(filling.record.changed.at) }
    editor = .text(TextEditor())
    load(context)
  }

  // MARK: Events

  mutating func update(_ event: Event, _ context: DeskContext) -> [Effect] {
    switch event {
    case .key(let key): return update(key, context)
    case .paste(let text): return paste(text, context)
    case .terminate, .lost: return commit(context)
    case .resize, .tick, .wake: return []
    }
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> [Effect] {
    word = nil
    if panel != nil { return updatePanel(key, context) }
    if editor.owns(key) {
      _ = editor.edit(key, context)
      return edited()
    }
    // Undo belongs to the line while there is something in it to take back.
    if key == .control("z") || key == .control("y"), editor.edit(key, context) == .changed { return edited() }
    if let action = Self.keymap.action(for: key) { return perform(action, context) }
    return type(key, context)
  }

  /// ↓ into a list whose first rows stand below an item that has no answer yet.
  mutating func entersList(_ key: Key, _ context: DeskContext) -> Bool {
    guard key == .down, panel == nil, value(context) == nil, case .search(var search) = editor, !search.isOpen else {
      return false
    }
    search.begin(context)
    editor = .search(search)
    notice = nil
    word = nil
    return true
  }

  /// Whether a digit would answer something now.
  var takesDigits: Bool {
    switch panel {
    case nil: if case .choices = editor { true } else { false }
    case .check(let check): check.asked != nil
    case .dispute, .unsaved: true
    case .owed(let panel): panel.steps.isChoice
    case .unlisted(let panel): panel.steps.isChoice
    case .filler(let panel): panel.steps.isChoice
    case .jump, .place: false
    }
  }

  /// Whether something else is asked than before.
  func hasLeft(_ before: FormEntry) -> Bool {
    field != before.field || filling.asking != before.filling.asking || (panel == nil) != (before.panel == nil)
  }

  /// The keys that lead where ↑ or ↓ does within a text that stands in several lines of so many columns.
  func keysByLine(_ key: Key, columns: Int) -> [Key] {
    guard panel == nil, case .text(let line) = editor else { return [] }
    return line.keys(for: key, columns: columns)
  }

  private mutating func type(_ key: Key, _ context: DeskContext) -> [Effect] {
    if case .choices(var choices) = editor {
      let chosen = choices.handle(key)
      editor = .choices(choices)
      if chosen != nil { return accept(context) }
      if !choices.isMoved(by: key) { notice = .text(context.wording(GuidedPhrase.otherKey), isError: true) }
      return []
    }
    let effects = react(to: editor.edit(key, context), context)
    if case .text(let scalar) = key { tellStandard(String(scalar), context) }
    return effects
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    if panel != nil { return pasteIntoPanel(text, context) }
    let effects = react(to: editor.paste(text, context), context)
    tellStandard(text, context)
    return effects
  }

  /// Says where a character of an old font became the standard one.
  private mutating func tellStandard(_ typed: String, _ context: DeskContext) {
    guard notice == nil, TextNormaliser.standard(typed) != typed else { return }
    let repairs = TextNormaliser.repairs(in: typed, as: .freeText).filter {
      if case .privateUse = $0 { true } else { false }
    }
    notice = context.wording.message(repairs).map { .text($0, isError: false) }
  }

  private mutating func react(to outcome: TextEditor.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .changed: return edited()
    case .moved, .ignored: return []
    case .refused(let problem): notice = .text(context.wording.refused(problem), isError: true)
    case .full: notice = .text(context.wording(GuidedPhrase.textFull), isError: true)
    }
    return []
  }

  /// A message about what stood there goes with the first change.
  private mutating func edited() -> [Effect] {
    notice = nil
    filling.isWarned = false
    return []
  }

  // MARK: Actions

  /// What works wherever one is, over a panel as well: nobody is trapped.
  static func isUniversal(_ action: Action) -> Bool {
    switch action {
    case .help, .later, .jump, .previousUnfinished, .nextUnfinished, .check, .leave, .redraw: true
    case .accept, .next, .back, .search, .pinyin, .undo, .redo, .close: false
    }
  }

  mutating func perform(_ action: Action, _ context: DeskContext) -> [Effect] {
    switch action {
    case .accept: return accept(context)
    case .next: return leaveField(context) { $0.arrive(at: $0.following($1) ?? $0.field, $1) }
    case .back: return leaveField(context) { $0.goBack($1) }
    case .later:
      let effects = commit(context)
      panel = .owed(
        OwedPanel(
          record.answers[field]?.owed, of: context.form.fields[field],
          with: filling.unread(with: field, context.filling),
          context))
      return effects
    case .search:
      search(context)
      return []
    case .check:
      let effects = commit(context)
      showCheck(context)
      return effects
    case .jump:
      panel = .jump(ItemNumber())
      return []
    case .previousUnfinished: return mend(filling.unfinished(before: field, context.filling), context)
    case .nextUnfinished: return mend(filling.unfinished(after: field, context.filling), context)
    case .undo: return takeBack(GuidedPhrase.undone, context) { $0.undo($1) }
    case .redo: return takeBack(GuidedPhrase.redone, context) { $0.redo($1) }
    case .leave: return leave(context)
    case .redraw: return [.redraw]
    // Where hanzi are typed, the desk has taken it.
    case .pinyin:
      notice = .text(context.wording(PinyinPhrase.notHere), isError: false)
      return []
    // The page shows its help.
    case .help, .close: return []
    }
  }

  private mutating func search(_ context: DeskContext) {
    switch editor {
    case .search(var search):
      search.open(context)
      editor = .search(search)
    case .text:
      guard let places = context.form.fields[field].places else { fallthrough }
      var search = SearchEditor(
        list: places, offersUnlisted: false, atHand: filling.placesAtHand(places, context.filling))
      search.begin(context)
      panel = .place(search)
    case .number, .date, .choices:
      notice = .text(context.wording(GuidedPhrase.nothingToSearch), isError: false)
    }
  }
}
