import Filling
import FormModel
import Records
import Terminal

/// The guided view: one item at a time, for somebody who may never have used a terminal.
struct GuidedScreen: Page, PlainPage, Hashable {
  var edition: FormEdition? { entry.record.edition }

  var entry: FormEntry
  /// The page of help that lies over everything else until the next key: of the item, and then of the keys.
  private(set) var helpPage: Int?
  var isHelping: Bool { helpPage != nil }

  init(_ entry: FormEntry) { self.entry = entry }

  /// Begins a record, or goes on with one at its first gap.
  init(_ held: HeldRecord, sibling: Record? = nil, isStored: Bool, _ context: DeskContext) {
    self.init(FormEntry(FormFilling(held, sibling: sibling, context.filling), isStored: isStored, context))
  }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { entry.record.numberCheck(context) }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    let effects: [Effect]
    switch input {
    case .event(.key(let key)): effects = update(key, context)
    case .event(.paste(let text)):
      helpPage = nil
      effects = entry.paste(text, context)
    case .event: effects = []
    case .news(let news): effects = entry.update(news, context)
    }
    switch entry.leaving {
    case nil: return (effects, .stay)
    case .asLeft, .handedIn:
      return (effects, entry.record.revision == 0 ? .home : .replace(FarewellScreen(entry, context)))
    case .unsaved: return (effects, .homeUnsaved)
    }
  }

  mutating func commit(_ context: DeskContext) -> [Effect] { entry.commit(context) }

  func hanzi(_ context: DeskContext) -> HanziLine? { isHelping ? nil : entry.hanzi(context) }

  func idling(_ context: DeskContext) -> Idling { isWorthKeeping(context) ? .covered : .goes }

  func keysByLine(_ key: Key, in size: Size, _ context: DeskContext) -> [Key] {
    if isHelping { return [] }
    return entry.keysByLine(key, columns: FormEntry.textColumns(size.columns - 2 * Frame.margin, context))
  }

  func coveredForm(_ context: DeskContext) -> FormEntry? { entry }

  /// Whether there is something that its family may come back to: answers, or the beginning of the child's name. Anything
  /// else that is half typed would be shown to whoever sits down, since there is nothing yet that could be asked for.
  private func isWorthKeeping(_ context: DeskContext) -> Bool {
    entry.record.revision > 0
      || (entry.editor.hasChanges && context.form.fields[entry.field].role == .childName)
  }

  func place(_ context: DeskContext) -> Desk.Place? {
    var place = entry.place(context)
    if isHelping { place.page = nil }
    return place
  }

  // MARK: Line by line

  func question(_ context: DeskContext) -> PlainQuestion { entry.question(context) }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer { entry.answer(line, context) }

  // MARK: -

  private mutating func update(_ key: Key, _ context: DeskContext) -> [Effect] {
    let action = FormEntry.keymap.action(for: key)
    if let page = helpPage {
      // Over an item its words come first, and the keys behind them.
      helpPage = action == .help && entry.panel == nil && page == 0 ? 1 : nil
      if helpPage != nil { return [] }
      entry.word = nil
      guard let action, action != .help, FormEntry.isUniversal(action) else { return [] }
    } else if action == .help {
      helpPage = 0
      entry.word = nil
      return []
    }
    if entry.entersList(key, context) { return [] }
    let before = entry
    let effects = entry.update(key, context)
    entry.readBack(before, context)
    return effects
  }
}
