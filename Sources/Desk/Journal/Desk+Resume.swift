import Filling
import FormModel
import Records
import Terminal

/// What was cut off is put up again: the page as it stood when its journal began, and then everything done since.
extension Desk {
  /// A family's form takes the place of all pages but the first; a page of work takes the place of the page of its kind
  /// that asked for it.
  mutating func resume(
    _ reading: JournalReading, _ held: HeldRecord, _ stored: Record?, _ context: DeskContext
  ) -> [Request] {
    var effects: [Effect]
    switch FormFilling.Path(place: reading.base.page) {
    case .questions where held.holder.role == .guardian:
      var screen = GuidedScreen(resuming: reading, held, context)
      effects = screen?.entry.goOn(stored, context) ?? [.save(held.record)]
      let page = screen ?? GuidedScreen(held, isStored: stored != nil, context)
      show(hasHome ? [layers[0].page, page] : [page])
      resumePreedit(reading, context)
      return requests(effects)
    case .questions, .sheet, .gaps:
      var sheet = SheetScreen(resuming: reading, held, context)
      effects = sheet.goOn(stored, context)
      if page is SheetScreen { layers.removeLast() }
      lay(sheet)
    case .item:
      var list = CompletionScreen(resuming: reading, held, context)
      effects = list.walk?.goOn(stored, context) ?? []
      if page is CompletionScreen { layers.removeLast() }
      lay(list)
    }
    resumePreedit(reading, context)
    return requests(effects) + begin(again: false, context)
  }

  /// The record as it was when a session was cut off, what was being typed put into its item: for whoever opens it next
  /// on another page.
  public static func recovered(_ reading: JournalReading, _ context: DeskContext) -> Record {
    let context = context.of(reading.base.record.edition)
    let held = HeldRecord(replaying: reading)
    switch FormFilling.Path(place: reading.base.page) {
    case .questions:
      guard var screen = GuidedScreen(resuming: reading, held, context) else { return held.record }
      _ = screen.entry.commit(context)
      return screen.entry.record
    case .sheet, .gaps:
      // A sheet leaves an item by itself when it is full, which only the sheet knows.
      var sheet = SheetScreen(resuming: reading, held, context)
      _ = sheet.commit(context)
      return sheet.entry.record
    case .item:
      var list = CompletionScreen(resuming: reading, held, context)
      _ = list.commit(context)
      return list.walk?.entry?.record ?? held.record
    }
  }
}

extension GuidedScreen {
  /// The form as it stood when a journal began, and then everything that was done since, as far as this version
  /// understands it; nil where it does not know the place at which the journal began.
  init?(resuming reading: JournalReading, _ held: HeldRecord, _ context: DeskContext) {
    var context = context
    guard let entry = FormEntry(at: reading.base.page, held, context) else { return nil }
    self.init(entry)
    for journalled in JournalledEvent.all(in: reading) {
      context.now = journalled.at
      _ = update(.event(journalled.event), context)
      // Whoever was leaving had not left: the form is shown as it was.
      self.entry.leaving = nil
    }
    self.entry.filling.forgetSteps()
    if self.entry.record.revision == 0 { self.entry.hasCode = false }
  }
}

extension SheetScreen {
  /// The sheet as it stood when a journal began, and then everything that was done since.
  init(resuming reading: JournalReading, _ held: HeldRecord, _ context: DeskContext) {
    var context = context
    let entry = FormEntry(at: reading.base.page, held, context)
    let filling = FormFilling(held, path: .sheet, context.filling)
    self.init(
      entry ?? FormEntry(filling, isStored: held.record.revision > 0, context),
      isNew: reading.base.page["new"]?.bool)
    for event in JournalledEvent.all(in: reading) {
      context.now = event.at
      _ = update(.event(event.event), context)
    }
  }

  mutating func goOn(_ stored: Record?, _ context: DeskContext) -> [Effect] {
    // Whoever was leaving had not left.
    if cover != .parting { entry.leaving = nil }
    return entry.goOn(stored, context)
  }
}

extension CompletionScreen {
  /// The item as it stood when a journal began, and then everything that was done since.
  init(resuming reading: JournalReading, _ held: HeldRecord, _ context: DeskContext) {
    var context = context
    self.init(holder: held.holder)
    let field = reading.base.page["field"]?.string.flatMap(context.form.index(of:)) ?? context.form.order[0]
    var walk = ItemWalk(field: field, holder: held.holder)
    walk.open(held, context)
    self.walk = walk
    for event in JournalledEvent.all(in: reading) {
      context.now = event.at
      switch event.event {
      case .key(let key): _ = updateWalk(key, context)
      case .paste(let text): _ = self.walk?.paste(text, context)
      case .resize, .tick, .wake, .terminate, .lost: break
      }
    }
  }
}
