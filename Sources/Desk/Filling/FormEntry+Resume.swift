import Filling
import FormModel
import Records
import Standards
import Wording

extension FormEntry {
  /// Where the form stands, if nothing is half typed: enough to put it up again; nil while there is more to it.
  ///
  /// `more` is what the page around it adds.
  func restPoint(_ context: DeskContext, adding more: [String: JSONValue] = [:]) -> JSONValue? {
    // What was typed can be undone until the item is left, so that hardly any key needs the comparison below.
    guard panel == nil, leaving == nil, !editor.hasChanges, codeRest == nil else { return nil }
    var fresh = self
    fresh.filling.isWarned = false
    fresh.showItem(context)
    // What can be undone in the line counts too: a journal that begins here would forget it.
    guard fresh.editor == editor, fresh.editor.isSame(as: editor), fresh.filling.isWarned == filling.isWarned,
      fresh.notice == notice || saysUndone(context)
    else { return nil }
    return .object(filling.place(context.form).merging(more) { $1 })
  }

  /// Whether the notice says only that a step was undone or redone. A journal may have begun after that step and not
  /// know it, so what follows cannot be replayed from there and needs a new beginning.
  private func saysUndone(_ context: DeskContext) -> Bool {
    [GuidedPhrase.undone, .redone].contains { notice == .text(context.wording($0), isError: false) }
  }

  /// The form where it stood when a journal began; nil where this version does not know the place.
  init?(at place: JSONValue, _ held: HeldRecord, _ context: DeskContext) {
    guard let filling = FormFilling(held, at: place, context.filling) else { return nil }
    self.init(filling, isStored: true, context)
    showItem(context)
  }

  /// Goes on where a session was cut off, joined with what another desk has saved since, and says so.
  mutating func goOn(_ stored: Record?, _ context: DeskContext) -> [Effect] {
    saving = record.revision == 0 ? .nothingYet : .waiting
    var effects: [Effect] = []
    if let stored, !record.continues(stored) {
      effects = join(stored, context)
    } else if record.revision > 0 {
      effects = [.save(record)]
    }
    word = Frame.Word(text: context.wording(GuidedPhrase.resumed))
    return effects + record.numberCheck(context)
  }
}

extension JournalledEvent {
  /// The events of a journal, as far as this version understands them.
  static func all(in reading: JournalReading) -> [JournalledEvent] {
    var events: [JournalledEvent] = []
    // Letters that are not taken yet are the desk's: see `resumePreedit`.
    for json in reading.events where json["pinyin"] == nil {
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
