import FormModel
import Records
import Standards
import Terminal

/// The guided view: one item at a time, for somebody who may never have used a terminal.
public struct GuidedScreen: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case accept, next, back, help, later, search, check, jump, previousWaiting, nextWaiting, undo, redo
    case leave, redraw, close
  }

  /// What lies over the item for a while.
  enum Panel: Hashable, Sendable {
    case jump(TextEditor, notice: String?)
    case owed(OwedPanel)
    case unlisted(UnlistedPanel)
    case place(SearchEditor)
    case check(CheckPanel)
    case filler(FillerPanel)
    case unsaved
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

  /// How the family leaves.
  enum Leaving: Hashable, Sendable {
    case asLeft
    case handedIn
    /// Leaves although the last change is not on the disk.
    case unsaved
  }

  /// Which items Enter and F7/F8 lead to.
  enum Path: String, Hashable, Sendable {
    /// One question after the other; what is put off has been answered.
    case questions
    /// All items; what is put off still needs something.
    case sheet
    /// Only what is blank or put off, and out after the last.
    case gaps
    /// One item of child after child.
    case item
  }

  /// What an undo goes back to.
  struct Step: Hashable, Sendable {
    var field: Int
    var before: RecordedAnswer?
    /// The class stands beside the answers.
    var className: String?
  }

  var held: HeldRecord
  public var record: Record { held.record }
  /// The record of the same sitting whose family items are offered again.
  let sibling: Record?
  var path = Path.questions
  var field: Int
  var editor: FieldEditor
  var panel: Panel?
  /// The help page lies over everything else until the next key.
  var isHelping = false
  var notice: Notice?
  /// What just happened to the record without this person's doing; gone with the next key.
  var word: Frame.Word?
  var saving: Saving = .nothingYet
  /// What `saving` was before it failed.
  var savingBefore: Saving = .nothingYet
  /// The code is shown once something of the record is on the disk.
  var hasCode = false
  /// The items that a walk through gaps has passed.
  var passed: Set<Int> = []
  /// Enter goes back to the list of findings that the item was reached from.
  var returnsToCheck = false
  /// The rest of a code whose first digit has chosen already, as the 0 of 30; it is no answer to the next item.
  var codeRest: Unicode.Scalar?
  /// A wrong value was shown and may be left by a second Enter.
  var mayGoOn = false
  /// The number with which the identity card was left as the child's document, so that no other is offered again.
  var keptNumber: String?
  var undoable: [Step] = []
  var redoable: [Step] = []
  /// The number that another record bears too, as far as a family is told.
  var knownNumber: String?
  /// Items that two desks answered differently, where nobody has chosen.
  var unsettled: [Int] = []
  /// Set when the page is done; the desk shows what comes next.
  var leaving: Leaving?

  static let keymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .accept, bar: true),
    Binding([.up, .backTab], .back, "↑ Shift-Tab", .back, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(5), .control("r")], .check, "F5 Ctrl-R", .check, bar: true),
    Binding([.function(2), .control("o")], .later, "F2 Ctrl-O", .later, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
    Binding([.function(3), .control("f")], .search, "F3 Ctrl-F", .search),
    Binding([.down, .tab], .next, "↓ Tab", .next),
    Binding([.function(6), .control("t")], .jump, "F6 Ctrl-T", .jump),
    Binding([.function(7), .control("p")], .previousWaiting, "F7 Ctrl-P", .previousWaiting),
    Binding([.function(8), .control("n")], .nextWaiting, "F8 Ctrl-N", .nextWaiting),
    Binding([.control("z")], .undo, "Ctrl-Z", .undo),
    Binding([.control("y")], .redo, "Ctrl-Y", .redo),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
    Binding([.escape], .close, "Esc", .close),
  ])

  /// The keys of a small panel that asks something.
  static let panelKeymap = Keymap<Action>([
    Binding([.enter], .accept, "Enter", .confirm, bar: true),
    Binding([.up, .backTab], .back, "↑ Shift-Tab", .stepBack, bar: true),
    Binding([.escape], .close, "Esc", .cancel, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave, bar: true),
  ])

  /// Begins a record, or goes on with one at its first gap.
  public init(_ held: HeldRecord, sibling: Record? = nil, isStored: Bool, _ context: DeskContext) {
    self.held = held
    self.sibling = sibling
    field = context.form.order[0]
    editor = .text(TextEditor())
    hasCode = isStored
    if isStored { saving = .saved(held.record.changed.at) }
    field = askedFields(context).first ?? firstGap(context) ?? context.form.order[0]
    load(context)
  }

  /// Makes a move with the record; a refused one changes nothing.
  mutating func make(_ move: Move, _ context: DeskContext) {
    held.make(move, at: context.now, form: context.form, setting: context.setting)
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

  private mutating func update(_ key: Key, _ context: DeskContext) -> [Effect] {
    word = nil
    if isHelping {
      isHelping = false
      guard let action = Self.keymap.action(for: key), action != .help, Self.isUniversal(action) else { return [] }
    }
    if panel != nil { return updatePanel(key, context) }
    if editor.isListOpen, key == .up || key == .down || key == .escape || key == .pageUp || key == .pageDown {
      _ = editor.edit(key, context)
      return edited(context)
    }
    // Undo belongs to the line while there is something in it to take back.
    if key == .control("z") || key == .control("y"), editor.edit(key, context) == .changed { return edited(context) }
    if let action = Self.keymap.action(for: key) { return perform(action, context) }
    return type(key, context)
  }

  private mutating func type(_ key: Key, _ context: DeskContext) -> [Effect] {
    if case .choices(var choices) = editor {
      let chosen = choices.handle(key)
      editor = .choices(choices)
      return chosen == nil ? [] : accept(context)
    }
    return react(to: editor.edit(key, context), context)
  }

  private mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    isHelping = false
    if panel != nil { return pasteIntoPanel(text, context) }
    return react(to: editor.paste(text, context), context)
  }

  private mutating func react(to outcome: TextEditor.Outcome, _ context: DeskContext) -> [Effect] {
    switch outcome {
    case .changed: return edited(context)
    case .moved, .ignored: return []
    case .refused(let problem): notice = .text(context.wording.refused(problem), isError: true)
    case .full: notice = .text(context.wording(GuidedPhrase.textFull), isError: true)
    }
    return []
  }

  /// A message about what stood there goes with the first change.
  private mutating func edited(_ context: DeskContext) -> [Effect] {
    notice = nil
    mayGoOn = false
    return []
  }

  // MARK: Actions

  /// What works wherever one is, over a panel as well: nobody is trapped.
  static func isUniversal(_ action: Action) -> Bool {
    switch action {
    case .help, .later, .jump, .previousWaiting, .nextWaiting, .check, .leave, .redraw: true
    case .accept, .next, .back, .search, .undo, .redo, .close: false
    }
  }

  mutating func perform(_ action: Action, _ context: DeskContext) -> [Effect] {
    switch action {
    case .accept: return accept(context)
    case .next: return leaveField(to: following(context), context)
    case .back: return leaveField(to: preceding(context), context)
    case .help:
      isHelping = true
      return []
    case .later:
      let effects = commit(context)
      panel = .owed(OwedPanel(record.answers[field]?.owed, context))
      return effects
    case .search:
      search(context)
      return []
    case .check:
      let effects = commit(context)
      panel = .check(CheckPanel(self, context))
      return effects
    case .jump:
      panel = .jump(TextEditor(), notice: nil)
      return []
    case .previousWaiting: return leaveField(to: waiting(before: field, context), context)
    case .nextWaiting: return leaveField(to: waiting(after: field, context), context)
    case .undo: return undo(context)
    case .redo: return redo(context)
    case .leave: return leave(context)
    case .redraw: return [.redraw]
    case .close: return []
    }
  }

  private mutating func search(_ context: DeskContext) {
    switch editor {
    case .search(var search):
      search.open(context)
      editor = .search(search)
    case .text where offersPlaces(context):
      var search = SearchEditor(list: Self.places, offersUnlisted: false)
      search.open(context)
      panel = .place(search)
    case .text, .number, .date, .choices:
      notice = .text(context.wording(GuidedPhrase.nothingToSearch), isError: false)
    }
  }

  /// Texts whose head can be taken from the list of places, where there is no input method.
  func offersPlaces(_ context: DeskContext) -> Bool {
    if case .text = context.form.fields[field].kind { true } else { false }
  }

  static let places = "region"
}
