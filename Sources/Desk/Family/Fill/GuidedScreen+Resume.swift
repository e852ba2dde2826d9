import Filling
import Records

extension GuidedScreen {
  /// The page as it stood when a journal began, and then everything that was done since.
  ///
  /// What a later version no longer understands ends the way; nothing before it is lost.
  init?(resuming reading: JournalReading, _ held: HeldRecord, _ context: DeskContext) {
    var context = context
    guard let entry = FormEntry(at: reading.base.page, held, context) else { return nil }
    self.init(entry)
    for journalled in JournalledEvent.all(in: reading) {
      context.now = journalled.at
      _ = update(journalled.event, context)
      // Whoever was leaving had not left: the form is shown as it was.
      self.entry.leaving = nil
    }
    self.entry.filling.forgetSteps()
    if self.entry.record.revision == 0 { self.entry.hasCode = false }
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
    let effects = screen.entry.goOn(standing, context)
    page = .guided(screen)
    return effects
  }
}

extension Desk {
  /// The record as it was when a session was cut off, what was being typed put into its item: for whoever opens it next
  /// on another page.
  public static func recovered(_ reading: JournalReading, _ context: DeskContext) -> Record {
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
