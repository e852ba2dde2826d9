import Filling
import FormModel
import Records
import Terminal
import Wording

/// One item, every child: each record that lacks it is opened in turn, and only this item of it is edited.
struct ItemWalk: Hashable, Sendable {
  static let keymap = Keymap<FormEntry.Action>([
    Binding([.enter], .accept, "Enter", .nextChild, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.up, .backTab], .back, "↑ Shift-Tab", .previousChild, bar: true),
    Binding([.function(2), .control("o")], .later, "F2 Ctrl-O", .later, bar: true),
    Binding([.function(3), .control("f")], .search, "F3 Ctrl-F", .search, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .toList, bar: true),
    Binding(PinyinInput.switchKeys, .pinyin, "F4 Ctrl-]", saying: PinyinPhrase.key),
    Binding([.down, .tab], .next, "↓ Tab", .skipChild),
    Binding([.escape], .close, "Esc", .close),
    Binding([.control("z")], .undo, "Ctrl-Z", .undo),
    Binding([.control("y")], .redo, "Ctrl-Y", .redo),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  let field: Int
  private let holder: Authority
  /// Nil until the list has come.
  private(set) var list: SummaryList?
  /// The child whose item is edited; nil while the record is being opened.
  private(set) var entry: FormEntry?
  /// What stands in the item, for each child that was visited; `answered` are those who have an answer now.
  private(set) var shown: [RecordID: String] = [:]
  private var answered: Set<RecordID> = []
  private(set) var notice: String?
  private(set) var isDone = false
  private var hasJustAdvanced = false

  init(field: Int, holder: Authority) {
    (self.field, self.holder) = (field, holder)
  }

  /// What is said when the list is shown again.
  func farewell(_ context: DeskContext) -> String? {
    let title = context.form.fields[field].title(context.language)
    guard let list else { return nil }
    if list.rows.isEmpty { return context.wording(CompletionPhrase.walkNone, title) }
    return context.wording(CompletionPhrase.walkDone, title, "\(answered.count)", "\(list.rows.count)")
  }

  mutating func commit(_ context: DeskContext) -> [Effect] { entry?.commit(context) ?? [] }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] { entry?.paste(text, context) ?? [] }

  // MARK: Keys

  mutating func update(_ key: Key, _ context: DeskContext) -> [Effect] {
    let isSwallowed = hasJustAdvanced && key == .enter && entry?.isEnterHabit(context) ?? true
    hasJustAdvanced = false
    if isSwallowed { return [] }
    guard var entry else {
      // Nobody is open: the record is on its way, or could not be opened.
      switch Self.keymap.action(for: key) {
      case .leave, .close: isDone = true
      case .back: return move(by: -1)
      case .accept, .next: return move(by: 1)
      case .redraw: return [.redraw]
      case .later, .search, .pinyin, .help, .check, .jump, .previousUnfinished, .nextUnfinished, .undo, .redo, nil:
        break
      }
      return []
    }
    notice = nil
    if entry.panel == nil, !entry.editor.isListOpen {
      switch Self.keymap.action(for: key) {
      case .leave: return leave(&entry, by: 0, context)
      case .back: return leave(&entry, by: -1, context)
      case .next: return leave(&entry, by: 1, context)
      case .accept, .later, .search, .pinyin, .help, .undo, .redo, .close, .redraw, nil: break
      case .check, .jump, .previousUnfinished, .nextUnfinished: return []
      }
      if Self.keymap.action(for: key) == nil, isElsewhere(key) { return [] }
    } else if key == .function(10) || key == .control("x") {
      entry.panel = nil
      return leave(&entry, by: 0, context)
    } else if entry.panel != nil, isElsewhere(key) {
      return []
    }
    let (effects, hasAdvanced) = entry.updateQuickly(key, context)
    self.entry = entry
    guard entry.leaving != nil else { return effects }
    hasJustAdvanced = hasAdvanced
    remember(entry, context)
    return effects + move(by: 1)
  }

  /// Goes on where a session was cut off, with the child that its last key may have led away from.
  mutating func goOn(_ stored: Record?, _ context: DeskContext) -> [Effect] {
    isDone = false
    guard var entry else { return [] }
    if entry.leaving != nil {
      entry.leaving = nil
      entry.go(to: field, context)
    }
    let effects = entry.goOn(stored, context)
    self.entry = entry
    return effects
  }

  /// A key that leads to another item of the same child.
  private func isElsewhere(_ key: Key) -> Bool {
    switch FormEntry.keymap.action(for: key) {
    case .check, .jump, .previousUnfinished, .nextUnfinished: true
    case .accept, .next, .back, .help, .later, .search, .pinyin, .undo, .redo, .leave, .redraw, .close, nil:
      false
    }
  }

  private mutating func leave(_ entry: inout FormEntry, by step: Int, _ context: DeskContext) -> [Effect] {
    let effects = entry.commit(context)
    self.entry = entry
    remember(entry, context)
    if step == 0 {
      isDone = true
      return effects
    }
    return effects + move(by: step)
  }

  /// Remembers what stands in the item now, for the child's line in the list.
  private mutating func remember(_ entry: FormEntry, _ context: DeskContext) {
    let id = entry.record.id
    answered.remove(id)
    if let value = entry.shownValue(of: field, context) {
      answered.insert(id)
      shown[id] = value
    } else {
      shown[id] = entry.record.answers[field]?.owed.map { "… \(entry.owedText($0, context))" }
    }
    list?.show(entry.record, context)
  }

  /// Opens the next child's record; behind the last, the walk is done.
  private mutating func move(by step: Int) -> [Effect] {
    guard let list else { return [] }
    let target = list.highlighted + step
    guard target < list.rows.count else {
      isDone = true
      return []
    }
    entry = nil
    self.list?.move(by: step)
    return fetch()
  }

  func fetch() -> [Effect] { list?.current.map { [.fetch($0.id, holder, for: .walk)] } ?? [] }

  // MARK: News

  /// Whether the news is the walk's and not the list's behind it.
  func concerns(_ news: News) -> Bool {
    switch news {
    case .work(.listed(let filter, _, _, _, _)): list == nil && filter.gap == field
    case .opened, .unreadable, .record: true
    case .work, .door, .desk: false
    }
  }

  mutating func update(_ news: News, _ context: DeskContext) -> [Effect] {
    switch news {
    case .work(.listed(_, _, let rows, _, let unreadable)):
      guard let entry else {
        list = SummaryList(rows, unreadable: unreadable)
        isDone = rows.isEmpty
        return fetch()
      }
      // Whoever was cut off goes on with their child, also where it lacks the item no more.
      let own = SummaryList(
        [RecordSummary(entry.record, form: context.form, setting: context.setting)], unreadable: unreadable)
      let isMissing = !rows.contains { $0.id == entry.record.id }
      list = SummaryList(isMissing ? own.rows + rows : rows, unreadable: unreadable, keeping: own)
    case .opened(let held, _):
      guard held.record.id == list?.current?.id else { break }
      if let entry, entry.record.id == held.record.id, entry.editor.hasChanges {
        self.entry?.filling.take(held)
      } else {
        open(held, context)
      }
      return held.record.numberCheck(context)
    case .unreadable(let error):
      entry = nil
      notice = context.wording.message(error)
    case .record(let news):
      if case .failed(_, let error) = news { notice = context.wording.message(error) }
      // The answer may come when the walk has gone on: it stands at the child's name.
      if case .numberKnown(let id, _, let isKnown) = news { list?.show(isNumberKnown: isKnown, of: id) }
      return entry?.update(news, context) ?? []
    case .work, .door, .desk: break
    }
    return []
  }

  mutating func open(_ held: HeldRecord, _ context: DeskContext) {
    var filling = FormFilling(held, path: .item, context.filling)
    filling.go(to: field, context.filling)
    entry = FormEntry(filling, isStored: true, context)
    entry?.go(to: field, context)
    notice = nil
  }
}
