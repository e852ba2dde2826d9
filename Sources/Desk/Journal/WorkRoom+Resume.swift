import Filling
import FormModel
import Records
import Terminal

/// Where teachers and staff were cut off: on a sheet, or at the one item that is filled in for child after child.
extension WorkRoom {
  /// Whoever begins with a list at a shell goes on at once. At the door the first page offers it: a family may look on.
  var goOn: [Effect] {
    switch pages.last {
    case .completion(let screen): [.goOn(screen.holder)]
    case .review(let screen): [.goOn(screen.holder)]
    case .menu, .sheet, .readBack, .reviewRecord, .dayClose, nil: []
    }
  }

  /// Puts up again what a journal tells of, in the place of a page of its kind that has asked for the record.
  mutating func resume(
    _ reading: JournalReading, _ held: HeldRecord, _ standing: Record?, _ context: DeskContext
  ) -> [Effect] {
    let effects: [Effect]
    switch FormFilling.Path(place: reading.base.page) {
    case .questions, .sheet, .gaps:
      var sheet = SheetScreen(resuming: reading, held, context)
      effects = sheet.goOn(standing, context)
      if case .sheet = pages.last { pages.removeLast() }
      pages.append(.sheet(sheet))
    case .item:
      var list = CompletionScreen(resuming: reading, held, context)
      effects = list.walk?.goOn(standing, context) ?? []
      if case .completion = pages.last { pages.removeLast() }
      pages.append(.completion(list))
    }
    return effects + begin(context)
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

  mutating func goOn(_ standing: Record?, _ context: DeskContext) -> [Effect] {
    // Whoever was leaving had not left, or had only come to the read-back.
    if cover != .parting { entry.leaving = nil }
    isAway = false
    return entry.goOn(standing, context)
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
