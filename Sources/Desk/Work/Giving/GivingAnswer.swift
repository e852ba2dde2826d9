import Filling
import FormModel
import Records
import Standards
import Terminal
import Wording

/// The value that is given to many, in the item's own editor: on a form of nobody, which is never saved.
struct GivingAnswer: Hashable, Sendable {
  static let keymap = Keymap<FormEntry.Action>([
    Binding([.enter], .accept, "Enter", saying: GivingPhrase.keyPreview, bar: true),
    Binding([.function(3), .control("f")], .search, "F3 Ctrl-F", .search, bar: true),
    Binding([.escape], .close, "Esc", .stepBack, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", saying: ReadBackPhrase.keyBack, bar: true),
    Binding([.control("z")], .undo, "Ctrl-Z", .undo),
    Binding([.control("y")], .redo, "Ctrl-Y", .redo),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  let field: Int
  private(set) var entry: FormEntry

  /// The editor, with a value that was given before.
  init(_ field: Int, with value: String? = nil, _ holder: Authority, _ context: DeskContext) {
    var chance = NoChance()
    let identity = RecordIdentity(milliseconds: context.now.milliseconds, using: &chance)
    let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
    var filling = FormFilling(held, path: .item, context.filling)
    filling.go(to: field, context.filling)
    if let value { filling.answer(value, context.filling) }
    self.field = field
    entry = FormEntry(filling, isStored: false, context)
    entry.go(to: field, context)
  }

  var keys: any KeyTable {
    if case .search(let search) = entry.editor, search.isOpen { search.keys } else { Self.keymap }
  }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<String> {
    if entry.entersList(key, context) { return .stays }
    if !entry.editor.owns(key) {
      switch Self.keymap.action(for: key) {
      case .close: return .closes
      case .accept, .search, .undo, .redo: break
      // What leads to another item, or says that this one comes later, is nothing here.
      case nil: if FormEntry.keymap.action(for: key) != nil { return .stays }
      case .next, .back, .help, .later, .check, .jump, .previousUnfinished, .nextUnfinished, .pinyin, .leave,
        .redraw:
        return .stays
      }
    }
    _ = entry.updateQuickly(key, context)
    return said(context)
  }

  mutating func paste(_ text: String, _ context: DeskContext) { _ = entry.paste(text, context) }

  private mutating func said(_ context: DeskContext) -> PanelOutcome<String> {
    // What stands in no list is one child's matter.
    if entry.panel != nil {
      entry.panel = nil
      entry.notice = .text(context.wording(GivingPhrase.onlyListed), isError: true)
    }
    guard entry.leaving != nil else { return .stays }
    entry.leaving = nil
    guard let value = entry.value(context), isWhole(value, context) else {
      entry.go(to: field, context)
      entry.notice = .text(context.wording(GivingPhrase.noValue), isError: true)
      return .stays
    }
    return .says(value)
  }

  private func isWhole(_ value: String, _ context: DeskContext) -> Bool {
    context.form.fields[field].kind == .date ? CalendarDate(iso: value) != nil : !value.isEmpty
  }

  // MARK: Drafts

  var typed: JSONValue? {
    guard let line = entry.editor.textEditor, !line.isEmpty else { return nil }
    return line.typed
  }

  mutating func restore(_ typed: JSONValue?, _ context: DeskContext) {
    switch entry.editor {
    case .text(var line):
      line.restore(typed)
      entry.editor = .text(line)
    case .number(var line):
      line.restore(typed)
      entry.editor = .number(line)
    case .date(var line):
      line.restore(typed)
      entry.editor = .date(line)
    case .search(var search):
      search.restore(typed, context)
      entry.editor = .search(search)
    case .choices: break
    }
  }
}

/// For an identity that nothing ever bears.
private struct NoChance: RandomNumberGenerator {
  mutating func next() -> UInt64 { 0 }
}
