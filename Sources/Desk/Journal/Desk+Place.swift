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
    public var hasMore = false
  }

  /// What a journal has to be kept of; nil where no record is being changed.
  public func place(_ context: DeskContext) -> Place? {
    var place = page.place(known(context))
    if pinyin.isOn, case .object(var object) = place?.page {
      object["pinyin"] = true
      place?.page = .object(object)
    }
    return place
  }

  /// An event as a journal keeps it; nil for what says nothing about a page.
  public static func journalled(_ event: Event, at now: Timestamp) -> JSONValue? {
    JournalledEvent(event, at: now)?.json
  }
}

extension SheetScreen {
  func place(_ context: DeskContext) -> Desk.Place? {
    var place = entry.place(context, adding: ["new": .bool(isNew)])
    if cover != nil || isHelping || hasJustAdvanced { place.page = nil }
    if case .reason(let reason) = cover, reason.hasText { place.hasMore = true }
    return place
  }
}

extension FormEntry {
  /// What a journal keeps of the form; `more` is what the page around it adds.
  func place(_ context: DeskContext, adding more: [String: JSONValue] = [:]) -> Desk.Place {
    Desk.Place(
      record: record, person: held.holder.person, page: restPoint(context, adding: more), hasMore: hasMore)
  }

  /// Whether a panel holds something typed that leaving the item does not put into the record.
  var hasMore: Bool {
    switch panel {
    case .owed(let panel): panel.hasText
    case .unlisted(let panel): panel.hasText
    case .filler(let panel): panel.hasText
    // A number to go to, a place to look for: nothing of the record.
    case .jump, .place, .check, .unsaved, .dispute, nil: false
    }
  }
}
