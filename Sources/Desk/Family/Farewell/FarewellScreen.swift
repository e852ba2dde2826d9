import Filling
import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// The last page of a sitting: the code to take home, and what is still to be brought.
struct FarewellScreen: Page, PlainPage, Hashable {
  var edition: FormEdition? { record.edition }

  enum Action: Hashable, Sendable { case done, nextChild, print, help, leave, redraw }

  static let keymap = Keymap<Action>([
    // Not Esc: the code must not vanish before it is copied.
    Binding([.enter], .done, "Enter", saying: CheckPhrase.done, bar: true),
    // Not a digit: on the first page that begins another family's form.
    Binding([.text("n"), .text("N"), .text("ｎ")], .nextChild, "n", saying: CheckPhrase.nextChild, bar: true),
    Binding([.text("p"), .text("P"), .text("ｐ")], .print, "p", saying: CheckPhrase.printSlip, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .leave),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// One minute without a key, in milliseconds: then nothing of the family is offered or shown any more but the code,
  /// which may still be copied from the page.
  static let offerLimit = 60_000

  private var filling: FormFilling
  /// Whether another child of the same family may be begun with what this one's form says.
  private let offersSibling: Bool
  /// Nobody else can have sat down since the form was left.
  private var isTheirs = true
  private var lastKey: Timestamp
  private var saving: FormEntry.Saving
  /// Somebody wants to go while it is not saved.
  private var wantsToLeave = false
  private var rest: KeyRest
  /// What became of the slip: nil while none was asked for.
  private var slip: Slip?
  /// Why nobody can say whether another desk has changed the record.
  private var unread: StoreError?

  private enum Slip: Hashable { case asked, printed, failed }

  init(_ entry: FormEntry, _ context: DeskContext) {
    filling = entry.filling
    offersSibling = filling.record.status == .submitted
    saving = entry.saving
    lastKey = context.now
    rest = KeyRest(from: context.now)
  }

  private var record: Record { filling.record }

  private func owes(_ context: DeskContext) -> [String] {
    record.owedLines(context)
  }

  var explanation: HomePhrase? { .farewellHelp }

  func idling(_ context: DeskContext) -> Idling { .goes }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { [.reread(record)] }

  /// Until when the family sits there: whoever does after a while may be somebody else.
  private var offerEnds: Timestamp {
    Timestamp(milliseconds: lastKey.milliseconds + Self.offerLimit, offset: lastKey.offset)
  }

  private func isTheirs(at now: Timestamp) -> Bool { isTheirs && now < offerEnds }

  private func isOffering(at now: Timestamp) -> Bool { offersSibling && isTheirs(at: now) }

  func wakes(at now: Timestamp) -> Timestamp? { isTheirs(at: now) ? offerEnds : nil }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch input {
    case .event(.key(let key)): return update(key, context)
    case .event: return ([], .stay)
    case .news(let news): return ([], update(news, context))
    }
  }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    isTheirs = isTheirs(at: context.now)
    lastKey = context.now
    // No key that was meant for the page before does anything here.
    guard rest.passes(context) else { return ([], .stay) }
    switch Self.keymap.action(for: key) {
    case .nextChild: return (offersSibling && isTheirs ? [.begin(.family(sibling: record))] : [], .stay)
    case .print: return (print(context), .stay)
    case .done, .leave: return leave()
    case .redraw: return ([.redraw], .stay)
    case .help, nil: return ([], .stay)
    }
  }

  /// Once at a time: whoever leans on the key wastes no paper.
  private mutating func print(_ context: DeskContext) -> [Effect] {
    guard context.settings.printer != nil, slip != .asked else { return [] }
    slip = .asked
    return [.printSlip(record)]
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
      // The page says how the form stands now, even if staff gave it back a moment ago.
      guard theirs.id == record.id else { break }
      _ = filling.join(theirs, context.filling)
      unread = nil
    case .desk(.slipPrinted(let isDone)): slip = isDone ? .printed : .failed
    case .unreadable(let error): unread = error
    case .record, .door, .work, .desk, .opened: break
    }
    return .stay
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = keymap(context).bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(saving: saving, saysFailure: false, bar: bar).draw(on: &canvas, context)
    drawTitle(on: &canvas, in: area, context)
    drawCode(on: &canvas, in: area, wording)
    var row = 6
    row += canvas.paragraph(wording.spelled(record.code.text), in: area, row: row, indent: 3, lines: 2)
    if let known = birthDate(context) { row += canvas.paragraph(known, in: area, row: row, indent: 3, lines: 2) }
    // Short windows go without the empty lines.
    let gap = area.rows >= 17 ? 1 : 0
    row += gap
    for line in [changed(context), next(context)].compactMap(\.self) {
      row += canvas.paragraph(line, in: area, row: row, indent: 1, lines: 2)
    }
    row += canvas.paragraph(wording(keep(context)), in: area, row: row, indent: 1, lines: 3) + gap
    if let slip { row += drawSlip(slip, on: &canvas, in: area, row: row, wording) }
    if let said = undecided(context) {
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

  /// The keys that count now.
  private func keymap(_ context: DeskContext) -> Keymap<Action> {
    let keymap = isOffering(at: context.now) ? Self.keymap : Self.keymap.without(.nextChild)
    return context.settings.printer == nil ? keymap.without(.print) : keymap
  }

  /// What became of the slip.
  private func drawSlip(_ slip: Slip, on canvas: inout Canvas, in area: Area, row: Int, _ wording: Wording) -> Int {
    switch slip {
    case .asked: canvas.paragraph("… \(wording(CheckPhrase.slipAsked))", in: area, row: row, indent: 1, lines: 1)
    case .printed:
      canvas.paragraph(
        "✓ \(wording(CheckPhrase.slipPrinted))", in: area, row: row, indent: 1, lines: 2, style: Style(.green))
    case .failed:
      canvas.paragraph(
        "✗ \(wording(CheckPhrase.slipFailed))", in: area, row: row, indent: 1, lines: 2, style: Style(.red))
    }
  }

  /// The birth date as it was entered, which opens the form together with the code: said to the family, and on no slip.
  private func birthDate(_ context: DeskContext) -> String? {
    guard isTheirs(at: context.now) else { return nil }
    return record.value(.childBirthDate, context.form).map { value in
      context.wording(
        CheckPhrase.birthDateGiven, context.form.field(.childBirthDate).map { context.shown(value, of: $0) } ?? value)
    }
  }

  /// What was changed in a form that had been handed in.
  private func changed(_ context: DeskContext) -> String? {
    let classItem = context.form.fields.firstIndex { if case .classCode = $0.kind { true } else { false } }
    let labels = record.changedByFamily.map { name in
      let field = name == "contact.class" ? classItem : context.form.index(of: name)
      return field.map { context.form.fields[$0].title(context.language) } ?? context.wording(CheckPhrase.telephone)
    }
    guard !labels.isEmpty else { return nil }
    return context.wording(CheckPhrase.changed, "\(labels.count)", labels.joined(separator: context.wording.comma))
  }

  /// What happens next with a form that waits for staff, once it is on the disk.
  private func next(_ context: DeskContext) -> String? {
    switch saving {
    case .waiting, .failed: nil
    case .nothingYet, .saved: record.status == .submitted ? context.wording(CheckPhrase.next) : nil
    }
  }

  /// What is done with the code.
  private func keep(_ context: DeskContext) -> CheckPhrase {
    if record.status == .submitted || record.status == .approved { return .handedInKeep }
    if isReady(context) { return .readyKeep }
    return record.knowsBirthDateOrTelephone(context.form) ? .leaveKeep : .leaveCodeLater
  }

  /// The items in which the other desk's answer stands, since nobody has chosen.
  private func undecided(_ context: DeskContext) -> String? {
    guard !filling.undecided.isEmpty else { return nil }
    let labels = Set(filling.undecided).sorted().map { context.form.fields[$0].label[context.language] }
    return context.wording(CheckPhrase.undecided, labels.joined(separator: context.wording.comma))
  }

  /// Whether the form only has to be handed in.
  private func isReady(_ context: DeskContext) -> Bool {
    RecordSummary(record, form: context.form, setting: context.setting).isReady
  }

  private func drawTitle(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let (mark, title, colour) = title(context)
    canvas.paragraph("\(mark) \(title)", in: area, row: 1, indent: 1, lines: 2, style: Style(colour, bold: true))
  }

  /// How the form was left.
  private func title(_ context: DeskContext) -> (mark: String, text: String, Style.Colour) {
    let wording = context.wording
    switch saving {
    case .failed: return ("✗", wording(CheckPhrase.farewellUnsaved), .red)
    case .waiting: return ("…", wording(CheckPhrase.farewellSaving), .normal)
    case .nothingYet, .saved: break
    }
    let questions = record.queries.count { $0.closed == nil }
    if record.status == .draft, questions > 0 {
      return ("！", wording(CheckPhrase.returnedTitle, "\(questions)"), .yellow)
    }
    let title: CheckPhrase =
      switch record.status {
      case .draft where isReady(context): .readyTitle
      case .submitted: .handedInTitle
      case .approved: record.proposals.isEmpty ? .approvedTitle : .proposedTitle
      case .draft, .withdrawn: .leaveTitle
      }
    return ("✓", wording(title), .green)
  }

  // MARK: Line by line

  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    let title = title(context).text
    var question = PlainQuestion(
      id: "farewell \(title)", lines: [title],
      prompt: wording(isOffering(at: context.now) ? PlainPhrase.anotherChild : .allDone))
    question.lines += [
      wording(CheckPhrase.handedInCode) + wording.colon + record.code.text, wording.spelled(record.code.text),
    ]
    question.lines += [birthDate(context), changed(context), next(context)].compactMap(\.self)
    question.lines.append(wording(keep(context)))
    if context.settings.printer != nil { question.lines.append(wording(PlainPhrase.printSlip)) }
    question.lines += [undecided(context)].compactMap(\.self)
    let owes = owes(context)
    if !owes.isEmpty { question.lines += [wording(CheckPhrase.owedTitle)] + owes }
    switch slip {
    case .printed: question.lines.append(wording(CheckPhrase.slipPrinted))
    case .failed: question.remark = wording(PlainPhrase.error, wording(CheckPhrase.slipFailed))
    case .asked, nil: break
    }
    if case .failed(let error) = saving { question.remark = wording(PlainPhrase.error, wording.message(error)) }
    question.word = unread.map { wording(CheckPhrase.farewellUnread, wording.message($0)) }
    question.help = [wording(HomePhrase.farewellHelp)]
    return question
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .accept: .keys(.function(10))
    case .text("n"), .text("N"), .text("ｎ"): .keys(.text("n"))
    case .text("p"), .text("P"), .text("ｐ"):
      context.settings.printer == nil ? .notHere(context) : .keys(.text("p"))
    case .help, .back, .later, .check, .more, .empty, .text: .notHere(context)
    }
  }

  // MARK: -

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
