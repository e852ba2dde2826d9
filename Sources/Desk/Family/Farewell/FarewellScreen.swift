import Filling
import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// The last page of a sitting: the code to take home, and what is still to be brought.
struct FarewellScreen: Page, Hashable {
  var edition: FormEdition? { record.edition }

  enum Action: Hashable, Sendable { case done, nextChild, help, leave, redraw }

  static let keymap = Keymap<Action>([
    // Not Esc: the code must not vanish before it is copied.
    Binding([.enter], .done, "Enter", saying: CheckPhrase.done, bar: true),
    // Not a digit: on the first page that begins another family's form.
    Binding([.text("n"), .text("N"), .text("ｎ")], .nextChild, "n", saying: CheckPhrase.nextChild, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// One minute without a key, in milliseconds: then nothing of the family is offered any more, though the code is still
  /// being copied from the page.
  static let offerLimit = 60_000

  private var filling: FormFilling
  /// Whether another child of the same family may be begun with what this one's form says: not by whoever sits down later.
  private var offersSibling: Bool
  private var lastKey: Timestamp
  private var saving: FormEntry.Saving
  /// Somebody wants to go while it is not saved.
  private var wantsToLeave = false
  private var rest: EnterRest
  /// Why nobody can say whether another desk has changed the record.
  private var unread: StoreError?

  init(_ entry: FormEntry, _ context: DeskContext) {
    filling = entry.filling
    offersSibling = filling.record.status == .submitted
    saving = entry.saving
    lastKey = context.now
    rest = EnterRest(from: context.now)
  }

  private var record: Record { filling.record }

  private func owes(_ context: DeskContext) -> [String] {
    record.owedLines(context)
  }

  var explanation: HomePhrase? { .farewellHelp }

  func idling(_ context: DeskContext) -> Idling { .goes }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { [.reread(record)] }

  /// Whoever sits there after a while may be somebody else.
  private var offerEnds: Timestamp {
    Timestamp(milliseconds: lastKey.milliseconds + Self.offerLimit, offset: lastKey.offset)
  }

  private func isOffering(at now: Timestamp) -> Bool { offersSibling && now < offerEnds }

  func wakes(at now: Timestamp) -> Timestamp? { isOffering(at: now) ? offerEnds : nil }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)): return update(key, context)
    case .event: return ([], .stay)
    case .news(let news): return ([], update(news, context))
    }
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    offersSibling = isOffering(at: context.now)
    lastKey = context.now
    switch Self.keymap.action(for: key) {
    case .nextChild:
      return (offersSibling && rest.passes(at: context.now) ? [.begin(.family(sibling: record))] : [], .stay)
    // Nor does the Enter that was meant for the page before lead away.
    case .done: return rest.passes(at: context.now) ? leave() : ([], .stay)
    case .leave: return leave()
    case .redraw: return ([.redraw], .stay)
    case .help, nil: return ([], .stay)
    }
  }

  private mutating func leave() -> (effects: [Effect], step: Step) {
    switch saving {
    case .nothingYet, .saved: return ([], .home)
    case .waiting, .failed:
      if wantsToLeave { return ([], .homeUnsaved) }
      wantsToLeave = true
      return ([.retry], .stay)
    }
  }

  /// Takes what came back from the store; who had wanted to go goes as soon as it is saved.
  private mutating func update(_ news: News, _ context: DeskContext) -> Step {
    switch news {
    case .record(.saved(let id, let revision, let at)):
      guard id == record.id, revision >= record.revision else { break }
      saving = .saved(at)
      return wantsToLeave ? .home : .stay
    case .record(.failed(let id, let error)):
      guard id == record.id else { break }
      // What they wanted was to go with everything saved.
      if case .failed = saving {} else { wantsToLeave = false }
      saving = .failed(error)
    case .record(.renamed(let id, let identity)): if id == record.id { filling.rename(identity) }
    case .record(.changedElsewhere(let theirs)):
      // What the page says is how the form stands, also where staff gave it back a moment ago.
      guard theirs.id == record.id else { break }
      _ = filling.join(theirs, context.filling)
      unread = nil
    case .unreadable(let error): unread = error
    case .record, .door, .work, .desk, .opened: break
    }
    return .stay
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let keymap = isOffering(at: context.now) ? Self.keymap : Self.keymap.without(.nextChild)
    let bar = keymap.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(saving: saving, saysFailure: false, bar: bar).draw(on: &canvas, context)
    drawTitle(on: &canvas, in: area, context)
    drawCode(on: &canvas, in: area, wording)
    var row = 8
    let isOver = record.status == .submitted || record.status == .approved
    let keep: CheckPhrase =
      isOver
      ? .handedInKeep
      : isReady(context)
        ? .readyKeep : record.knowsBirthDateOrTelephone(context.form) ? .leaveKeep : .leaveCodeLater
    row += canvas.paragraph(wording(keep), in: area, row: row, indent: 1, lines: 3) + 1
    if !filling.undecided.isEmpty {
      // In these the other desk's answer stands, since nobody has chosen.
      let labels = Set(filling.undecided).sorted().map { context.form.fields[$0].label[context.language] }
      let said = wording(CheckPhrase.undecided, labels.joined(separator: wording.comma))
      row += canvas.paragraph("！ \(said)", in: area, row: row, indent: 1, lines: 3, style: Style(.yellow)) + 1
    }
    if case .failed(let error) = saving {
      row += canvas.paragraph(
        "✗ \(wording.message(error))", in: area, row: row, indent: 1, lines: 3, style: Style(.red))
      if wantsToLeave {
        canvas.paragraph(wording(CheckPhrase.farewellAsk), in: area, row: row, indent: 1, lines: 2)
      }
      return
    }
    if let unread {
      let said = wording(CheckPhrase.farewellUnread, wording.message(unread))
      row += canvas.paragraph("！ \(said)", in: area, row: row, indent: 1, lines: 3, style: Style(.yellow)) + 1
    }
    let owes = owes(context)
    guard !owes.isEmpty else { return }
    canvas.put(wording(CheckPhrase.owedTitle), at: area.point(row, indent: 1), style: Style(bold: true))
    for owed in owes.prefix(max(1, area.rows - row - 2)) {
      row += 1
      canvas.put("… \(TextWidth.cut(owed, to: area.columns - 6))", at: area.point(row, indent: 3))
    }
  }

  /// Whether the form only has to be handed in.
  private func isReady(_ context: DeskContext) -> Bool {
    RecordSummary(record, form: context.form, setting: context.setting).isReady
  }

  private func drawTitle(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    if case .failed = saving {
      canvas.paragraph(
        "✗ \(wording(CheckPhrase.farewellUnsaved))", in: area, row: 1, indent: 1, lines: 2,
        style: Style(.red, bold: true))
      return
    }
    if case .waiting = saving {
      canvas.put("… \(wording(CheckPhrase.farewellSaving))", at: area.point(1, indent: 1), style: Style(bold: true))
      return
    }
    let questions = record.queries.count { $0.closed == nil }
    if record.status == .draft, questions > 0 {
      canvas.put(
        "！ \(wording(CheckPhrase.returnedTitle, "\(questions)"))", at: area.point(1, indent: 1),
        style: Style(.yellow, bold: true))
      return
    }
    let title: CheckPhrase =
      switch record.status {
      case .draft where isReady(context): .readyTitle
      case .submitted: .handedInTitle
      case .approved: record.proposals.isEmpty ? .approvedTitle : .proposedTitle
      case .draft, .withdrawn: .leaveTitle
      }
    canvas.put("✓ \(wording(title))", at: area.point(1, indent: 1), style: Style(.green, bold: true))
  }

  /// The code, wide apart in a box: it is copied by hand.
  private func drawCode(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    let code = record.code.text.map(String.init).joined(separator: " ")
    let title = wording(CheckPhrase.handedInCode)
    canvas.put(title, at: area.point(4, indent: 3))
    let left = 3 + TextWidth.of(title) + 2
    let width = code.count + 6
    canvas.put("┌" + String(repeating: "─", count: width - 2) + "┐", at: area.point(3, indent: left))
    canvas.put("│  ", at: area.point(4, indent: left))
    canvas.put(code, at: area.point(4, indent: left + 3), style: Style(bold: true))
    canvas.put("  │", at: area.point(4, indent: left + width - 3))
    canvas.put("└" + String(repeating: "─", count: width - 2) + "┘", at: area.point(5, indent: left))
  }
}
