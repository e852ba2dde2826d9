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
    case .home, .settings, .comeBack, .farewell, .door, .work: nil
    }
  }

  private static func place(of screen: GuidedScreen, _ context: DeskContext) -> Place {
    Place(record: screen.record, person: screen.held.holder.person, page: screen.restPoint(context))
  }

  /// An event as a journal keeps it; nil for what says nothing about a page.
  public static func journalled(_ event: Event, at now: Timestamp) -> JSONValue? {
    JournalledEvent(event, at: now)?.json
  }
}
