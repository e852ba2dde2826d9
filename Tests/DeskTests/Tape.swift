import Standards
import Terminal

@testable import Desk
@testable import Records

/// A journal as a session keeps it: a base with the first event after a rest, then every event.
struct Tape {
  var base: Desk.Place?
  var next: Desk.Place?
  var events: [JSONValue] = []

  mutating func keep(_ event: Event, at now: Timestamp) {
    guard let line = Desk.journalled(event, at: now) else { return }
    if next?.page != nil { (base, next, events) = (next, nil, []) }
    events.append(line)
  }

  mutating func follow(_ place: Desk.Place?, after key: Key? = nil) {
    if let id = (next ?? base)?.record.id, id != place?.record.id { self = Tape() }
    if let place, place.page != nil { next = place }
    // What reaches back behind the base begins a new one at once.
    if key == .control("z") || key == .control("y"), next?.page != nil { (base, next, events) = (next, nil, []) }
  }

  func reading(_ now: Timestamp) -> JournalReading? {
    base.map { base in
      JournalReading(
        base: JournalBase(record: base.record, by: base.person, since: now, page: base.page ?? .null),
        session: "x", events: events, owner: .gone)
    }
  }
}
