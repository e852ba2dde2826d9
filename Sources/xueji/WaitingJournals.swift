import Desk
import Records
import Standards

/// Joins what interrupted sessions left with their records, as opening the records would.
struct WaitingJournals {
  let store: RecordStore
  let context: DeskContext

  /// Joins one journal, by its path below the store, and takes it away once the record is on the disk; false where it is
  /// not there any more, or somebody has it.
  func join(_ path: String) throws(StoreError) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 3, let day = CalendarDate(iso: parts[1]) else { return false }
    let reading = store.journals(of: day) { $0 == parts[2] }.readings.first
    guard let reading, reading.owner == .gone else { return false }
    let current = try store.record(id: reading.base.record.id)
    let recovered = Desk.recovered(reading, context)
    // Where both have changed an item the record's answer stands, and its history tells of the other.
    let joined = current.map { recovered.merging($0, form: store.forms.form(of: recovered)).record } ?? recovered
    if joined.revision > 0, joined != current {
      try store.save(joined, replacing: current?.revision ?? 0, on: context.today)
    }
    store.discard(reading)
    return true
  }
}
