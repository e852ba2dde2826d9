import Filling
import FormModel
import Records
import Terminal
import Wording

/// The sheet view (整表): all items of one record at once, edited in place, for a teacher who does not look up.
///
/// What an answer is and where Enter leads is decided where the family's view decides it; this page shows all of it at
/// once, goes on by itself from an item that is full, and asks a teacher for no relation.
struct SheetScreen: Page, Hashable {
  var edition: FormEdition? { entry.record.edition }

  enum Action: Hashable, Sendable {
    case form(FormEntry.Action)
    case readBack
  }

  /// The keys of the family's view, and the way to the read-back.
  static let keymap = Keymap<Action>([
    Binding([.enter], .form(.accept), "Enter", .accept, bar: true),
    Binding([.function(3), .control("f")], .form(.search), "F3 Ctrl-F", .search, bar: true),
    Binding([.function(6), .control("t")], .form(.jump), "F6 Ctrl-T", .jump, bar: true),
    Binding([.function(8), .control("n")], .form(.nextUnfinished), "F8 Ctrl-N", .nextUnfinished, bar: true),
    Binding([.function(2), .control("o")], .form(.later), "F2 Ctrl-O", .later, bar: true),
    Binding([.control("b")], .readBack, "Ctrl-B", .readBack, bar: true),
    Binding([.function(5), .control("r")], .form(.check), "F5 Ctrl-R", .check, bar: true),
    Binding([.function(1), .control("g")], .form(.help), "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .form(.leave), "F10 Ctrl-X", .leave, bar: true),
    Binding([.function(7), .control("p")], .form(.previousUnfinished), "F7 Ctrl-P", .previousUnfinished),
    Binding(PinyinInput.switchKeys, .form(.pinyin), "F4 Ctrl-]", saying: PinyinPhrase.key),
    Binding([.down, .tab], .form(.next), "↓ Tab", .next),
    Binding([.up, .backTab], .form(.back), "↑ Shift-Tab", .back),
    Binding([.control("z")], .form(.undo), "Ctrl-Z", .undo),
    Binding([.control("y")], .form(.redo), "Ctrl-Y", .redo),
    Binding([.control("l")], .form(.redraw), "Ctrl-L", .redraw),
    Binding([.escape], .form(.close), "Esc", .close),
  ])

  /// What lies over the whole page.
  enum Cover: Hashable, Sendable {
    case reason(WarningReason)
    /// The last sentence about a record that was begun or handed in here.
    case parting
  }

  var entry: FormEntry
  /// The record was begun on this page, which says its code in the end.
  let isNew: Bool
  var cover: Cover?
  /// The help lies over everything else until the next key.
  private(set) var isHelping = false
  /// An item was just left by itself, and when.
  private var afterAdvance: KeyRest?
  var hasJustAdvanced: Bool { afterAdvance != nil }
  /// The page with the code is not passed by the Enter that led to it.
  var rest: KeyRest?

  /// The whole sheet or, with `onlyGaps`, a walk through its gaps that ends after the last. It begins at `field`, which
  /// somebody said is wrong, or at the list of findings, from which the form is handed in.
  init(
    _ held: HeldRecord, sibling: Record? = nil, carried: CarriedAnswers = CarriedAnswers(), onlyGaps: Bool = false,
    at field: Int? = nil, showingCheck: Bool = false, _ context: DeskContext
  ) {
    var filling = FormFilling(
      held, sibling: sibling, carried: carried, path: onlyGaps ? .gaps : .sheet, context.filling)
    let gap = onlyGaps && field == nil ? filling.gaps(context.filling).first : nil
    if let first = field ?? gap { filling.go(to: first, context.filling) }
    self.init(FormEntry(filling, isStored: held.record.revision > 0, context))
    if field ?? gap != nil { entry.go(to: filling.field, context) }
    // A walk that finds no item to stop at leads to where the form is handed in.
    if showingCheck || (onlyGaps && field == nil && gap == nil) { entry.showCheck(context) }
  }

  init(_ entry: FormEntry, isNew: Bool? = nil) {
    self.entry = entry
    self.isNew = isNew ?? (entry.record.revision == 0)
  }

  var isReadOnly: Bool { cover == .parting }

  func hanzi(_ context: DeskContext) -> HanziLine? {
    if isHelping { return nil }
    return switch cover {
    case .parting: nil
    case .reason(let reason): reason.steps.hanzi
    case nil: entry.record.status == .withdrawn ? nil : entry.hanzi(context)
    }
  }

  /// The read-back may have confirmed or changed something meanwhile.
  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    again ? [.fetch(entry.record.id, entry.held.holder, for: .refresh)] : entry.record.numberCheck(context)
  }

  mutating func commit(_ context: DeskContext) -> [Effect] {
    entry.record.status == .withdrawn ? [] : entry.commit(context)
  }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)):
      let isSwallowed = key == .enter && isHabit(context)
      afterAdvance = nil
      return isSwallowed ? ([], .stay) : update(key, context)
    case .event(.paste(let text)): return conclude(paste(text, context), context)
    case .event: return ([], .stay)
    case .news(let news): return update(news, context)
    }
  }

  /// Whether an Enter belongs to the line that was full. Before the list of findings somebody stops to look: a moment
  /// later it is meant for the list.
  private mutating func isHabit(_ context: DeskContext) -> Bool {
    guard hasJustAdvanced, entry.isEnterHabit(context) else { return false }
    return entry.panel == nil || afterAdvance?.passes(context) == false
  }

  func keysByLine(_ key: Key, in size: Size, _ context: DeskContext) -> [Key] {
    guard cover == nil, !isHelping, entry.record.status != .withdrawn else { return [] }
    return entry.keysByLine(key, columns: Self.valueColumns(size.columns, context.form, context.language))
  }

  // MARK: Keys

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if isHelping || (FormEntry.keymap.action(for: key) == .help && cover != .parting) {
      isHelping.toggle()
      return ([], .stay)
    }
    switch cover {
    case .parting: return part(key, context)
    case .reason(var reason):
      let outcome = reason.handle(key, context)
      cover = .reason(reason)
      return conclude(answer(outcome, reason.finding, context), context)
    case nil: break
    }
    switch Self.keymap.action(for: key) {
    case .readBack: return readBack(context)
    case .form(let action) where !isAllowed(action):
      refuse(action == .later ? .noLaterNow : .takeBack, context)
      return ([], .stay)
    case .form, nil: break
    }
    if entry.record.status == .withdrawn { return conclude(walk(key, context), context) }
    // A teacher answers for a warning in words.
    if case .check(var check) = entry.panel, case .accept(let asked) = check.handle(key) {
      cover = .reason(WarningReason(asked, context))
      return ([], .stay)
    }
    let (effects, hasAdvanced) = entry.updateQuickly(key, context)
    afterAdvance = hasAdvanced ? KeyRest(from: context.now) : nil
    return conclude(effects, context)
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    switch cover {
    case .reason(var reason):
      reason.paste(text, context)
      cover = .reason(reason)
      return []
    case .parting: return []
    case nil: break
    }
    guard entry.record.status != .withdrawn else {
      refuse(.readOnly, context)
      return []
    }
    return entry.paste(text, context)
  }

  private mutating func refuse(_ phrase: SheetPhrase, _ context: DeskContext) {
    entry.notice = .text(context.wording(phrase), isError: true)
  }

  /// Whether the record takes the action: once it is approved nothing is put off, and only typing can be undone.
  private func isAllowed(_ action: FormEntry.Action) -> Bool {
    guard entry.record.status == .approved, entry.panel == nil else { return true }
    return switch action {
    case .later: false
    // The line that is typed in can be undone all the same.
    case .undo, .redo: entry.editor.textEditor?.canUndo ?? false
    case .accept, .next, .back, .help, .search, .check, .jump, .previousUnfinished, .nextUnfinished, .pinyin,
      .leave, .redraw, .close:
      true
    }
  }

  /// A withdrawn record: the keys that only walk, and a sentence for the others.
  private mutating func walk(_ key: Key, _ context: DeskContext) -> [Effect] {
    if case .jump = entry.panel { return entry.update(key, context) }
    switch FormEntry.keymap.action(for: key) {
    case .accept, .next: entry.go(to: entry.filling.following(context.filling) ?? entry.field, context)
    case .back: entry.go(to: entry.filling.preceding(context.filling) ?? entry.field, context)
    case .jump, .previousUnfinished, .nextUnfinished, .redraw, .close: return entry.update(key, context)
    case .leave: entry.leaving = .asLeft
    case .later, .search, .check, .pinyin, .undo, .redo, .help, nil: refuse(.readOnly, context)
    }
    return []
  }

  // MARK: What follows

  /// What the family's view would ask of a family is not asked of a teacher; then the page may be done.
  private mutating func conclude(
    _ new: [Effect], _ context: DeskContext
  ) -> (effects: [Effect], step: Step) {
    var effects = new
    if case .filler(let filler) = entry.panel {
      entry.panel = nil
      switch filler.purpose {
      case .leave: entry.leaving = .asLeft
      case .handIn: effects += entry.handIn(context)
      }
    }
    switch entry.leaving {
    case nil: return (effects, .stay)
    case .unsaved: return (effects, .back)
    case .asLeft where !isNew || entry.record.revision == 0: return (effects, .back)
    case .asLeft, .handedIn:
      cover = .parting
      rest = KeyRest(from: context.now)
      return (effects, .stay)
    }
  }

  private mutating func answer(
    _ outcome: PanelOutcome<String>, _ finding: Finding, _ context: DeskContext
  ) -> [Effect] {
    switch outcome {
    case .stays: return []
    case .closes:
      cover = nil
      entry.showCheck(context)
      return []
    case .says(let reason):
      cover = nil
      return entry.accept(finding, reason: reason, context)
    }
  }

  private mutating func readBack(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    let effects = commit(context)
    entry.load(context)
    guard entry.record.revision > 0 else {
      refuse(.nothingYet, context)
      return (effects, .stay)
    }
    entry.panel = nil
    return (effects, .open(ReadBackScreen(entry.held)))
  }

  // MARK: News

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .opened(let held, _):
      guard held.record.id == entry.record.id, held.record.revision >= entry.record.revision else { return ([], .stay) }
      entry.filling.take(held)
      entry.saving = .saved(held.record.changed.at)
      // What is half typed stays in its line.
      if !entry.editor.hasChanges { entry.go(to: entry.field, context) }
      return (entry.record.numberCheck(context), .stay)
    case .unreadable(let error):
      entry.notice = .text(context.wording.message(error), isError: true)
    case .record(let news):
      let effects = entry.update(news, context)
      // Whoever had asked to leave need not ask again once everything is saved.
      return conclude(effects, context)
    case .desk, .door, .work: break
    }
    return ([], .stay)
  }
}
