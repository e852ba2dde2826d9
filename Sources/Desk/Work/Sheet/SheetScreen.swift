import FormModel
import Records
import Terminal
import Wording

/// The sheet view (整表): all items of one record at once, edited in place, for a teacher who does not look up.
///
/// What an answer is and where Enter leads is decided where the family's view decides it; this page shows all of it at
/// once, goes on by itself from an item that is full, and asks a teacher for no relation.
public struct SheetScreen: WorkScreen {
  enum Action: Hashable, Sendable {
    case form(GuidedScreen.Action)
    case readBack
  }

  /// The keys of the family's view, and the way to the read-back.
  static let keymap = Keymap<Action>([
    Binding([.enter], .form(.accept), "Enter", .accept, bar: true),
    Binding([.function(3), .control("f")], .form(.search), "F3 Ctrl-F", .search, bar: true),
    Binding([.function(6), .control("t")], .form(.jump), "F6 Ctrl-T", .jump, bar: true),
    Binding([.function(8), .control("n")], .form(.nextWaiting), "F8 Ctrl-N", .nextWaiting, bar: true),
    Binding([.function(2), .control("o")], .form(.later), "F2 Ctrl-O", .later, bar: true),
    Binding([.control("b")], .readBack, "Ctrl-B", .readBack, bar: true),
    Binding([.function(5), .control("r")], .form(.check), "F5 Ctrl-R", .check, bar: true),
    Binding([.function(1), .control("g")], .form(.help), "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .form(.leave), "F10 Ctrl-X", .leave, bar: true),
    Binding([.function(7), .control("p")], .form(.previousWaiting), "F7 Ctrl-P", .previousWaiting),
    Binding([.down, .tab], .form(.next), "↓ Tab", .next),
    Binding([.up, .backTab], .form(.back), "↑ Shift-Tab", .back),
    Binding([.control("z")], .form(.undo), "Ctrl-Z", .undo),
    Binding([.control("y")], .form(.redo), "Ctrl-Y", .redo),
    Binding([.control("l")], .form(.redraw), "Ctrl-L", .redraw),
    Binding([.escape], .form(.close), "Esc", .close),
  ])

  /// What lies over the whole page.
  enum Cover: Hashable, Sendable {
    case help
    case reason(WarningReason)
    /// The last sentence about a record that was begun or handed in here.
    case parting
  }

  let came: HeldRecord
  private let path: GuidedScreen.Path
  /// The item that the page opens at; where it would by itself if nil.
  private let first: Int?
  /// The page opens at the list of findings, which hands the form in.
  private let showsCheck: Bool
  /// Enter goes back from there to the list of findings.
  private let returnsToCheck: Bool
  /// The record was begun on this page, which says its code in the end.
  let isNew: Bool
  /// The filling, from the first event on.
  var started: GuidedScreen?
  var cover: Cover?
  /// An item was just left by itself.
  private(set) var hasJustAdvanced = false
  /// The read-back lies over the page, and may change the record.
  var isAway = false
  /// The page with the code is not passed by the Enter that led to it.
  private var rest: EnterRest?

  /// The whole sheet, or the walk through its gaps, which ends behind the last of them.
  ///
  /// `refetching` reads the record anew when the page begins, for whoever had it before the desk began.
  public init(_ held: HeldRecord, onlyGaps: Bool = false, showingCheck: Bool = false, refetching: Bool = false) {
    came = held
    path = onlyGaps ? .gaps : .sheet
    first = nil
    showsCheck = showingCheck
    returnsToCheck = false
    isNew = held.record.revision == 0
    isAway = refetching
  }

  /// The sheet, at an item that somebody said is wrong, or where somebody was.
  init(
    _ held: HeldRecord, onlyGaps: Bool = false, at field: Int?, returnsToCheck: Bool = false, isNew: Bool? = nil
  ) {
    came = held
    path = onlyGaps ? .gaps : .sheet
    first = field
    showsCheck = false
    self.returnsToCheck = returnsToCheck
    self.isNew = isNew ?? (held.record.revision == 0)
  }

  func form(_ context: DeskContext) -> GuidedScreen {
    if let started { return started }
    var form = GuidedScreen(came, isStored: came.record.revision > 0, context)
    form.path = path
    let gap = path == .gaps && first == nil ? form.gaps(context).first : nil
    if let first = first ?? gap { form.go(to: first, context) }
    // A walk that finds no item to stop at leads to where the form is handed in.
    if showsCheck || (path == .gaps && first == nil && gap == nil) { form.panel = .check(CheckPanel(form, context)) }
    form.returnsToCheck = returnsToCheck
    return form
  }

  var isReadOnly: Bool { cover == .parting }

  func begin(_ context: DeskContext) -> [Effect] {
    let record = started?.record ?? came.record
    return isAway ? [.fetch(record.id, came.holder)] : record.numberCheck(context)
  }

  mutating func commit(_ context: DeskContext) -> [Effect] {
    var form = form(context)
    defer { started = form }
    return form.record.status == .withdrawn ? [] : form.commit(context)
  }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    var form = form(context)
    switch input {
    case .event(.key(let key)):
      let isSwallowed = hasJustAdvanced && key == .enter && form.isEnterHabit(context)
      hasJustAdvanced = false
      if isSwallowed { return ([], .stay) }
      return update(key, &form, context)
    case .event(.paste(let text)):
      let effects = paste(text, &form, context)
      return settle(&form, effects, context)
    case .event: return ([], .stay)
    case .news(let news): return update(news, &form, context)
    }
  }

  // MARK: Keys

  private mutating func update(
    _ key: Key, _ form: inout GuidedScreen, _ context: DeskContext
  ) -> (effects: [Effect], step: WorkRoom.Step) {
    switch cover {
    case .help:
      cover = nil
      return ([], .stay)
    case .parting: return part(key, context)
    case .reason(var reason):
      let outcome = reason.handle(key, context)
      cover = .reason(reason)
      return settle(&form, answer(outcome, reason.finding, &form, context), context)
    case nil: break
    }
    switch Self.keymap.action(for: key) {
    case .readBack: return readBack(&form, context)
    case .form(.help):
      cover = .help
      return ([], .stay)
    case .form(let action) where !isAllowed(action, form, context):
      form.notice = .text(refusal(of: action, form, context), isError: true)
      started = form
      return ([], .stay)
    case .form, nil: break
    }
    if form.record.status == .withdrawn { return settle(&form, walk(key, &form, context), context) }
    if case .check(let check) = form.panel, let asked = check.asked, key == .text("1") || key == .text("１") {
      cover = .reason(WarningReason(asked))
      return ([], .stay)
    }
    let (effects, hasAdvanced) = form.updateQuickly(key, context)
    hasJustAdvanced = hasAdvanced
    return settle(&form, effects, context)
  }

  private mutating func paste(_ text: String, _ form: inout GuidedScreen, _ context: DeskContext) -> [Effect] {
    switch cover {
    case .reason(var reason):
      reason.paste(text)
      cover = .reason(reason)
      return []
    case .help, .parting: return []
    case nil: break
    }
    guard form.record.status != .withdrawn else {
      form.notice = .text(context.wording(SheetPhrase.readOnly), isError: true)
      return []
    }
    return form.update(.paste(text), context)
  }

  /// What a record that is no longer open cannot take.
  private func isAllowed(_ action: GuidedScreen.Action, _ form: GuidedScreen, _ context: DeskContext) -> Bool {
    guard form.record.status == .approved, form.panel == nil else { return true }
    return switch action {
    case .later: false
    // The line that is typed in can be undone all the same.
    case .undo, .redo: form.editor.textEditor?.canUndo ?? false
    case .accept, .next, .back, .help, .search, .check, .jump, .previousWaiting, .nextWaiting, .leave,
      .redraw, .close:
      true
    }
  }

  private func refusal(of action: GuidedScreen.Action, _ form: GuidedScreen, _ context: DeskContext) -> String {
    context.wording(action == .later ? SheetPhrase.noLaterNow : SheetPhrase.takeBack)
  }

  /// A withdrawn record: the keys that only walk, and a sentence for the others.
  private func walk(_ key: Key, _ form: inout GuidedScreen, _ context: DeskContext) -> [Effect] {
    if case .jump = form.panel { return form.update(.key(key), context) }
    switch GuidedScreen.keymap.action(for: key) {
    case .accept, .next:
      form.go(to: form.following(context) ?? form.field, context)
      return []
    case .back:
      form.go(to: form.preceding(context) ?? form.field, context)
      return []
    case .jump, .previousWaiting, .nextWaiting, .redraw, .close: return form.update(.key(key), context)
    case .leave:
      form.leaving = .asLeft
      return []
    case .later, .search, .check, .undo, .redo, .help, nil:
      form.notice = .text(context.wording(SheetPhrase.readOnly), isError: true)
      return []
    }
  }

  // MARK: What follows

  /// What the family's view would ask of a family is not asked of a teacher; then the page may be done.
  private mutating func settle(
    _ form: inout GuidedScreen, _ new: [Effect], _ context: DeskContext
  ) -> (effects: [Effect], step: WorkRoom.Step) {
    var effects = new
    if case .filler(let filler) = form.panel {
      form.panel = nil
      switch filler.purpose {
      case .leave: form.leaving = .asLeft
      case .handIn:
        form.make(.handIn, context)
        form.leaving = .handedIn
        form.saving = .waiting
        effects.append(.save(form.record))
      }
    }
    started = form
    switch form.leaving {
    case nil: return (effects, .stay)
    case .unsaved: return (effects, .back)
    case .handedIn:
      show(.parting, context)
      return (effects, .stay)
    case .asLeft:
      guard isNew, form.record.revision > 0 else { return (effects, .back) }
      show(.parting, context)
      return (effects, .stay)
    }
  }

  private mutating func show(_ cover: Cover, _ context: DeskContext) {
    self.cover = cover
    rest = EnterRest(from: context.now)
  }

  private mutating func answer(
    _ outcome: WarningReason.Outcome, _ finding: Finding, _ form: inout GuidedScreen, _ context: DeskContext
  ) -> [Effect] {
    switch outcome {
    case .stays: return []
    case .closes:
      cover = nil
      form.panel = .check(CheckPanel(form, context))
      return []
    case .says(let reason):
      cover = nil
      let revision = form.record.revision
      form.make(.accept(finding, reason: reason), context)
      form.panel = .check(CheckPanel(form, context))
      guard form.record.revision != revision else { return [] }
      form.saving = .waiting
      return [.save(form.record)]
    }
  }

  private mutating func readBack(
    _ form: inout GuidedScreen, _ context: DeskContext
  ) -> (effects: [Effect], step: WorkRoom.Step) {
    let effects = form.record.status == .withdrawn ? [] : form.commit(context)
    form.load(context)
    guard form.record.revision > 0 else {
      form.notice = .text(context.wording(SheetPhrase.nothingYet), isError: true)
      started = form
      return (effects, .stay)
    }
    form.panel = nil
    started = form
    isAway = true
    return (effects, .open(.readBack(ReadBackScreen(form.held))))
  }

  /// The code stands on the page; any way to leave leaves, `n` begins the next form.
  private mutating func part(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    switch key {
    case .enter: (rest?.passes(at: context.now) ?? true) ? ([], .back) : ([], .stay)
    case .escape, .function(10), .control("x"): ([], .back)
    case .text("n"), .text("N"), .text("ｎ"): ([.begin(.work(came.holder))], .stay)
    case .control("l"): ([.redraw], .stay)
    case .text, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
      .insert, .wordLeft, .wordRight, .deleteWordBack, .deleteWordForward, .function, .control:
      ([], .stay)
    }
  }

  // MARK: News

  private mutating func update(
    _ news: News, _ form: inout GuidedScreen, _ context: DeskContext
  ) -> (effects: [Effect], step: WorkRoom.Step) {
    defer { started = form }
    switch news {
    case .opened(let held):
      // The read-back has confirmed or changed something meanwhile.
      guard held.record.id == form.record.id, held.record.revision >= form.record.revision else { return ([], .stay) }
      isAway = false
      form.held = held
      form.saving = .saved(held.record.changed.at)
      // What is half typed stays in its line.
      if !form.editor.hasChanges { form.go(to: form.field, context) }
      return (form.record.numberCheck(context), .stay)
    case .unreadable(let error):
      isAway = false
      form.notice = .text(context.wording.message(error), isError: true)
    case .record(let news):
      let effects = form.update(news, context)
      // Whoever had asked to leave need not ask again once everything is saved.
      return settle(&form, effects, context)
    case .desk, .door, .work: break
    }
    return ([], .stay)
  }
}
