import Records
import Testing

@testable import Desk

/// What a session does with a journal, for a program that is killed.
extension WorkDesk {
  /// Opens a page of the work room, of which a journal is kept.
  mutating func watch(_ page: any Page) {
    tape = Tape()
    sit(page)
    tape?.follow(desk.place(context))
  }

  /// The program is killed: what it leaves is its journal.
  mutating func kill() throws {
    left.append(try #require(tape?.reading(context.now)))
    tape = nil
  }

  func left(by holder: Authority) -> JournalReading? { left.last { $0.isLeft(by: holder) } }

  mutating func goOn(_ reading: JournalReading, _ holder: Authority) {
    guard let held = HeldRecord(reading.base.record, holder: holder) else { return }
    left.removeAll { $0 == reading }
    let place = Desk.Place(record: reading.base.record, person: reading.base.by, page: reading.base.page)
    tape = Tape(base: place, next: nil, events: reading.events)
    tell(.door(.resumed(reading, held, stored: stored[held.record.id])))
  }

  var sheet: SheetScreen? { desk.page as? SheetScreen }
  var completion: CompletionScreen? { desk.page as? CompletionScreen }
}
