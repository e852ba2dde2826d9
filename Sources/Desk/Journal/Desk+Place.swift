import Records
import Standards
import Terminal

extension Desk {
  /// A record that is being changed on the page, and where in it the person stands.
  public struct Place: Hashable, Sendable {
    public var record: Record
    public var person: Person
    /// How to put the page up again; nil while something is half typed, which only its events can tell.
    public var page: JSONValue?
    /// Something is typed that is put into the record by nothing but its own Enter: a note, a reason, a telephone.
    public var holdsMore = false
  }

  /// What a journal has to be kept of; nil where no record is being changed.
  public func place(_ context: DeskContext) -> Place? {
    switch page {
    case .guided(let screen): Self.place(of: screen, context)
    // What lies under the cover is still being changed: its family may go on.
    case .locked(let lock):
      switch lock.covered {
      case .page(let screen): Self.place(of: screen, context)
      // Its journal is there already, and stays until somebody goes on from it.
      case .journal: nil
      }
    case .readBack(let screen):
      Place(record: screen.held.record, person: screen.held.holder.person, page: .null)
    case .work(let room): room.place(context)
    case .home, .settings, .comeBack, .farewell, .door, .unsaved: nil
    }
  }

  private static func place(of screen: GuidedScreen, _ context: DeskContext) -> Place {
    var place = screen.entry.place(context)
    if screen.isHelping { place.page = nil }
    return place
  }

  /// An event as a journal keeps it; nil for what says nothing about a page.
  public static func journalled(_ event: Event, at now: Timestamp) -> JSONValue? {
    JournalledEvent(event, at: now)?.json
  }
}

extension WorkRoom {
  /// What a journal has to be kept of here: the sheet, or the one item that is filled in for child after child.
  func place(_ context: DeskContext) -> Desk.Place? {
    switch pages.last {
    case .sheet(let screen): screen.place(context)
    case .completion(let screen): screen.walk?.entry?.place(context)
    case .menu, .readBack, .review, .reviewRecord, .dayClose, nil: nil
    }
  }
}

extension SheetScreen {
  func place(_ context: DeskContext) -> Desk.Place {
    var place = entry.place(context, adding: ["new": .bool(isNew)])
    if cover != nil || hasJustAdvanced || isAway { place.page = nil }
    if case .reason(let reason) = cover, reason.holdsText { place.holdsMore = true }
    return place
  }
}

extension FormEntry {
  /// What a journal keeps of the form; `more` is what the page around it adds.
  func place(_ context: DeskContext, adding more: [String: JSONValue] = [:]) -> Desk.Place {
    Desk.Place(
      record: record, person: held.holder.person, page: restPoint(context, adding: more), holdsMore: holdsMore)
  }

  /// Whether a panel holds something typed that leaving the item does not put into the record.
  var holdsMore: Bool {
    switch panel {
    case .owed(let panel): panel.holdsText
    case .unlisted(let panel): panel.holdsText
    case .filler(let panel): panel.holdsText
    // A number to go to, a place to look for: nothing of the record.
    case .jump, .place, .check, .unsaved, .dispute, nil: false
    }
  }
}
