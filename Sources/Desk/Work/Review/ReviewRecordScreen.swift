import FormModel
import Records
import Standards
import Terminal
import Wording

/// The one record under review, read-only: what is to be decided first, then every item with its source.
struct ReviewRecordScreen: PanelPage, Hashable {
  var edition: FormEdition? { held.record.edition }

  enum Action: Hashable, Sendable {
    case approve, sendBack, closeQueries, withdraw, proposals, duplicates, history, readBack, edit, reveal, print
    case up, down, pageUp, pageDown, first, last, help, leave, redraw
  }

  indirect enum Panel: Hashable, Sendable {
    case approve
    /// Why a move cannot be made; what was written for it lies below.
    case refused([String], over: Panel? = nil)
    case sendBack(ReturnPanel)
    /// Why it is to be withdrawn.
    case cause(Menu)
    case reason(Purpose, LinePanel)
    case proposals(highlighted: Int)
    case duplicates(Comparison)
    case history(scroll: Int)
    case print(PrintPanel)
  }

  /// A move that is made only with a reason, or with a cause and what more there is to say.
  enum Purpose: Hashable, Sendable {
    case closeQueries
    case withdraw(WithdrawalCause?)
    case reinstate
    case take(proposal: Int)
    case decline(proposal: Int)

    func move(_ reason: String) -> Move {
      switch self {
      case .closeQueries: .closeQueries(reason: reason)
      case .withdraw(let cause): .withdraw(cause, reason: reason)
      case .reinstate: .reinstate(reason: reason)
      case .take(let proposal): .take(proposal: proposal, reason: reason)
      case .decline(let proposal): .decline(proposal: proposal, reason: reason)
      }
    }

    /// Whether it may be made without a word.
    var saysEnough: Bool {
      switch self {
      case .withdraw(let cause): cause != nil
      case .closeQueries, .reinstate, .take, .decline: false
      }
    }

    /// What is said once it is done.
    var done: ReviewRecordPhrase {
      switch self {
      case .closeQueries: .queriesClosed
      case .withdraw: .withdrawn
      case .reinstate: .reinstated
      case .take: .proposalTaken
      case .decline: .proposalDeclined
      }
    }
  }

  private(set) var held: HeldRecord
  /// Nil until the store has looked.
  private(set) var possibleDuplicates: PossibleDuplicates?
  var scroll = 0
  var panel: Panel?
  var notice: String?
  private(set) var saving: FormEntry.Saving
  private var reveal = Reveal()
  var isHelping = false

  static let keymap = Keymap<Action>([
    Binding([.text("a")], .approve, "a", saying: ReviewRecordPhrase.keyApprove, bar: true),
    Binding([.text("r")], .sendBack, "r", saying: ReviewRecordPhrase.keyReturn, bar: true),
    Binding([.text("c")], .closeQueries, "c", saying: ReviewRecordPhrase.keyCloseQueries),
    Binding([.text("e")], .edit, "e", saying: ReviewRecordPhrase.keyEdit, bar: true),
    Binding([.text("k")], .readBack, "k", saying: ReviewRecordPhrase.keyReadBack, bar: true),
    Binding([.text("h")], .history, "h", saying: ReviewRecordPhrase.keyHistory, bar: true),
    Binding([.text("v")], .reveal, "v", saying: ReviewRecordPhrase.keyReveal, bar: true),
    Binding(
      [.function(10), .control("x"), .left], .leave, "F10 Ctrl-X", saying: ReviewRecordPhrase.keyBack, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.text("d")], .duplicates, "d", saying: ReviewRecordPhrase.keyDuplicates, bar: true),
    Binding([.text("g")], .proposals, "g", saying: ReviewRecordPhrase.keyProposals, bar: true),
    Binding([.text("x")], .withdraw, "x", saying: ReviewRecordPhrase.keyWithdraw, bar: true),
    Binding([.text("p")], .print, "p", saying: PrintPhrase.keyPrint, bar: true),
    Binding([.up, .backTab], .up, "↑↓", saying: ReviewRecordPhrase.keyScroll, bar: true),
    Binding([.down, .tab, .enter], .down, "↓", saying: ReviewRecordPhrase.keyScroll),
    Binding([.pageUp], .pageUp, "PgUp", saying: ReviewRecordPhrase.keyScroll),
    Binding([.pageDown, .text(" ")], .pageDown, "PgDn", saying: ReviewRecordPhrase.keyScroll),
    Binding([.home], .first, "Home", .first),
    Binding([.end], .last, "End", .last),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// The keys of the page; a kiosk goes without printing, since nothing is written beside the store there.
  func keymap(_ context: DeskContext) -> Keymap<Action> {
    context.isKiosk ? Self.keymap.without(.print) : Self.keymap
  }

  private static let page = 12

  init(_ held: HeldRecord, panel: Panel? = nil) {
    self.held = held
    self.panel = panel
    saving = .saved(held.record.changed.at)
  }

  var record: Record { held.record }

  mutating func revealNumbers(_ context: DeskContext) { reveal.show(at: context.now) }

  func mask(_ context: DeskContext) -> NumberMask { NumberMask(isLifted: reveal.isShown(at: context.now)) }

  func wakes(at now: Timestamp) -> Timestamp? { reveal.wakes(at: now) }

  /// What a page above has changed is read anew, and so are the possible duplicates.
  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    again ? [.fetch(record.id, held.holder, for: .refresh)] : [.findPossibleDuplicates(record)]
  }

  // MARK: Input

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .record(.saved(let id, let revision, let at)):
      if id == record.id, revision >= record.revision { saving = .saved(at) }
    case .record(.failed(let id, let error)):
      guard id == record.id else { break }
      saving = .failed(error)
      notice = "✗ " + context.wording.message(error)
    case .work(.possibleDuplicates(let id, let found)):
      guard id == record.id else { break }
      possibleDuplicates = found
      return (compare(), .stay)
    case .work(.printed(let path, let problem)):
      guard case .print(var asked) = panel else { break }
      asked.hear(path, problem, context)
      panel = .print(asked)
    case .opened(let other, for: .open): return ([], .open(Self(other)))
    case .opened(let other, for: .withdraw):
      let reason = context.wording(ReviewRecordPhrase.duplicateSameReason, record.code.text)
      return ([], .open(Self(other, panel: withdrawPanel(.duplicate, reason, context))))
    case .opened(let other, for: .compare):
      guard case .duplicates(var comparison) = panel else { break }
      comparison.other = other.record
      panel = .duplicates(comparison)
    case .opened(let other, _):
      guard other.record.id == record.id else { break }
      let before = record
      held = other
      follow(from: before)
      saving = .saved(record.changed.at)
      return ([.findPossibleDuplicates(record)], .stay)
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .record(.changedElsewhere(let theirs)):
      guard theirs.id == record.id else { break }
      guard !record.continues(theirs) else { break }
      // Nobody is asked to choose, since nothing is typed here; where both desks answered, the history keeps this
      // desk's answer.
      let before = record
      _ = held.merge(theirs, form: context.form)
      follow(from: before)
      notice = context.wording(GuidedPhrase.joined)
      saving = .waiting
      return ([.save(record), .findPossibleDuplicates(record)], .stay)
    case .record(.openElsewhere(let id, let person, let since)):
      guard id == record.id else { break }
      notice = context.wording(GuidedPhrase.openElsewhere, context.namedElsewhere(person), since.clock)
    case .record, .work, .door, .desk: break
    }
    return ([], .stay)
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .approve: askApprove(context)
    case .sendBack:
      if !refuses(.sendBack([Move.Question("?", field: nil)]), context) { panel = .sendBack(ReturnPanel()) }
    case .closeQueries: askToCloseQueries(context)
    case .withdraw: askWithdraw(context)
    case .proposals: panel = .proposals(highlighted: 0)
    case .duplicates:
      panel = .duplicates(Comparison())
      return (compare(), .stay)
    case .history: panel = .history(scroll: 0)
    case .readBack: return ([], .open(ReadBackScreen(held)))
    case .edit: return ([], .open(SheetScreen(held, context)))
    case .reveal: revealNumbers(context)
    case .print: panel = .print(PrintPanel(.form(record), context))
    case .up: scroll(by: -1, context)
    case .down: scroll(by: 1, context)
    case .pageUp: scroll(by: -Self.page, context)
    case .pageDown: scroll(by: Self.page, context)
    case .first: scroll = 0
    case .last: scroll(by: Int(Int16.max), context)
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  /// The bottom is known to the drawing alone; here it is enough not to run far past it.
  private mutating func scroll(by step: Int, _ context: DeskContext) {
    let count = ReviewLines(record, possibleDuplicates, mask: mask(context), columns: 56, context).lines.count
    scroll = max(0, min(count, scroll + step))
  }

  // MARK: Moves

  var isDuplicate: Bool { possibleDuplicates?.isDuplicate ?? false }

  /// Whether the move cannot be made now; then a panel says all that is in the way.
  mutating func refuses(_ move: Move, _ context: DeskContext) -> Bool {
    let refusal = held.refusal(of: move, form: context.form, setting: context.setting, duplicate: isDuplicate)
    guard let refusal else { return false }
    panel = .refused(context.wording.message(refusal, form: context.form, record: record))
    return true
  }

  /// Makes a move and saves; a refused one says why.
  mutating func make(_ move: Move, saying phrase: ReviewRecordPhrase, _ context: DeskContext) -> [Effect] {
    let refusal = held.make(
      move, at: context.now, form: context.form, setting: context.setting, duplicate: isDuplicate)
    if let refusal {
      panel = .refused(
        context.wording.message(refusal, form: context.form, record: record),
        over: panel.flatMap { $0.isWritten ? $0 : nil })
      return []
    }
    panel = nil
    scroll = 0
    notice = context.wording(phrase)
    saving = .waiting
    return [.save(record)]
  }

  private mutating func askApprove(_ context: DeskContext) {
    guard possibleDuplicates != nil else {
      notice = context.wording(ReviewRecordPhrase.lookingForDuplicates)
      return
    }
    if !refuses(.approve, context) { panel = .approve }
  }

  /// A question whose answer was right all along closes with no change of its item.
  private mutating func askToCloseQueries(_ context: DeskContext) {
    guard !refuses(.closeQueries(reason: "?"), context) else { return }
    guard record.queries.contains(where: { $0.closed == nil }) else {
      notice = context.wording(ReviewRecordPhrase.nothingAsked)
      return
    }
    panel = .reason(
      .closeQueries,
      LinePanel(
        title: context.wording(ReviewRecordPhrase.closeQueriesTitle),
        hint: context.wording(ReviewRecordPhrase.closeQueriesHint), for: .text))
  }

  private mutating func askWithdraw(_ context: DeskContext) {
    let wording = context.wording
    if record.status == .withdrawn {
      guard !refuses(.reinstate(reason: "?"), context) else { return }
      panel = .reason(
        .reinstate,
        LinePanel(
          title: wording(ReviewRecordPhrase.reinstateTitle), hint: wording(ReviewRecordPhrase.reinstateHint),
          for: .text))
    } else {
      guard !refuses(.withdraw(reason: "?"), context) else { return }
      panel = .cause(Menu())
    }
  }

  func withdrawPanel(_ cause: WithdrawalCause, _ reason: String, _ context: DeskContext) -> Panel {
    .reason(
      .withdraw(cause),
      LinePanel(
        title: context.wording(ReviewRecordPhrase.withdrawTitle),
        hint: context.wording(ReviewRecordPhrase.withdrawHint), text: reason, for: .text))
  }
}
