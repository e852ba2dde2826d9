import FormModel
import Records
import Standards

extension GuidedScreen {
  /// Where the page stands, if nothing is half typed: enough to put it up again; nil while there is more to it.
  ///
  /// `more` is what the page around it adds.
  func restPoint(_ context: DeskContext, adding more: [String: JSONValue] = [:]) -> JSONValue? {
    // What was typed can be undone until it is left: nothing needs comparing at nearly every key.
    guard panel == nil, !isHelping, leaving == nil, !editor.hasChanges, codeRest == nil else { return nil }
    var fresh = self
    fresh.go(to: field, context)
    fresh.returnsToCheck = returnsToCheck
    // What could be undone in the line counts too: a base would forget it.
    guard fresh.editor == editor, fresh.editor.isSame(as: editor), fresh.mayGoOn == mayGoOn,
      fresh.notice == notice || saysUndone(context)
    else { return nil }
    let place: [String: JSONValue] = [
      "field": .string(context.form.fields[field].name), "returns": .bool(returnsToCheck),
      "path": .string(path.rawValue),
      "passed": .array(passed.sorted().map { .string(context.form.fields[$0].name) }),
      "sibling": sibling.map { $0.json(form: context.form) } ?? .null,
    ]
    return .object(place.merging(more) { $1 })
  }

  /// Whether all that is said is that a step was undone: a base would not know that step, so that nothing after it can
  /// be told from an older one.
  private func saysUndone(_ context: DeskContext) -> Bool {
    [GuidedPhrase.undone, .redone].contains { notice == .text(context.wording($0), isError: false) }
  }

  /// The page as it stood when a journal began, and then everything that was done since.
  ///
  /// What a later version no longer understands ends the way; nothing before it is lost.
  init?(resuming reading: JournalReading, _ held: HeldRecord, _ context: DeskContext) {
    var context = context
    let page = reading.base.page
    let sibling = page["sibling"].flatMap { try? Record(json: $0, form: context.form) }
    self.init(held, sibling: sibling, isStored: true, context)
    path = reading.way
    guard let field = page["field"]?.string.flatMap(context.form.index(of:)) else { return nil }
    go(to: field, context)
    returnsToCheck = page["returns"]?.bool ?? false
    for journalled in JournalledEvent.all(in: reading) {
      context.now = journalled.at
      _ = update(journalled.event, context)
      // Whoever was leaving had not left: the form is shown as it was.
      leaving = nil
    }
    undoable = []
    redoable = []
    if record.revision == 0 { hasCode = false }
  }

  /// Goes on where a session was cut off, joined with what another desk has saved since, and says so.
  mutating func goOn(_ standing: Record?, _ context: DeskContext) -> [Effect] {
    saving = record.revision == 0 ? .nothingYet : .waiting
    var effects: [Effect] = []
    if let standing, !record.continues(standing) {
      effects = join(standing, context)
    } else if record.revision > 0 {
      effects = [.save(record)]
    }
    word = Frame.Word(text: context.wording(GuidedPhrase.resumed))
    return effects + record.numberCheck(context)
  }
}

extension Desk {
  /// Puts the page of a family that was cut off up again.
  mutating func resume(
    _ reading: JournalReading, _ held: HeldRecord, _ standing: Record?, _ context: DeskContext
  ) -> [Effect] {
    guard var screen = GuidedScreen(resuming: reading, held, context) else {
      page = .guided(GuidedScreen(held, isStored: standing != nil, context))
      return [.save(held.record)]
    }
    let effects = screen.goOn(standing, context)
    page = .guided(screen)
    return effects
  }
}

extension Desk {
  /// The record as it was when a session was cut off, what was being typed put into its item: for whoever opens it next
  /// on another page.
  public static func recovered(_ reading: JournalReading, _ context: DeskContext) -> Record {
    let held = HeldRecord(replaying: reading)
    switch reading.way {
    case .questions:
      guard var screen = GuidedScreen(resuming: reading, held, context) else { return held.record }
      _ = screen.commit(context)
      return screen.record
    case .sheet, .gaps:
      // A sheet leaves an item by itself when it is full, which only the sheet knows.
      var sheet = SheetScreen(resuming: reading, held, context)
      _ = sheet.commit(context)
      return sheet.form(context).record
    case .item:
      var list = CompletionScreen(resuming: reading, held, context)
      _ = list.commit(context)
      return list.walk?.form?.record ?? held.record
    }
  }
}

extension JournalReading {
  /// Which items the page led to.
  var way: GuidedScreen.Path { base.page["path"]?.string.flatMap(GuidedScreen.Path.init(rawValue:)) ?? .questions }
}

extension JournalledEvent {
  /// The events of a journal, as far as this version understands them.
  static func all(in reading: JournalReading) -> [JournalledEvent] {
    var events: [JournalledEvent] = []
    for json in reading.events {
      guard let event = JournalledEvent(json: json) else { break }
      events.append(event)
    }
    return events
  }
}

extension FieldEditor {
  /// Whether two editors show the same, whatever could be undone in them.
  func isSame(as other: FieldEditor) -> Bool {
    switch (self, other) {
    case (.text(let one), .text(let two)), (.number(let one), .number(let two)), (.date(let one), .date(let two)):
      one.text.utf8.elementsEqual(two.text.utf8) && one.cursor == two.cursor
    case (.choices(let one), .choices(let two)): one == two
    case (.search(let one), .search(let two)):
      one.isOpen == two.isOpen && one.query == two.query && one.highlighted == two.highlighted
    case (.text, _), (.number, _), (.date, _), (.choices, _), (.search, _): false
    }
  }
}
