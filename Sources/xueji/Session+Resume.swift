import Desk
import Records

extension Session {
  /// Lets the family that was cut off go on, if it knows what only it can know.
  mutating func resume(_ reading: JournalReading, _ secret: String) {
    let record = reading.base.record
    let held = HeldRecord(
      record, unlockedBy: secret, knowing: Desk.known(reading, context), holder: .family(Sitting(person)),
      on: context.now.date, form: context.form)
    if let refusal = refuse(unless: held != nil) { return tell(refusal) }
    guard let held else { return }
    do throws(StoreError) {
      resume(reading, held, standing: try standing(record.id))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Says whether a teacher or staff member was cut off, and in which record.
  mutating func askCutOff(_ holder: Authority) {
    do throws(StoreError) {
      tell(.work(.cutOff(try store.journal(leftBy: holder)?.base.record)))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Lets a teacher or staff member go on where they were cut off last.
  mutating func goOn(_ holder: Authority) {
    settle()
    do throws(StoreError) {
      let left = try store.journal(leftBy: holder)
      guard let reading = left, let held = HeldRecord(reading.base.record, holder: holder) else {
        return tell(.work(.cutOff(nil)))
      }
      resume(reading, held, standing: try standing(held.record.id))
      tellWhoElse(held.record)
    } catch {
      tell(.unreadable(error))
    }
  }

  /// The record as the store has it, which the next save replaces; nil where it was never saved.
  private mutating func standing(_ id: RecordID) throws(StoreError) -> Record? {
    return try store.record(id: id).map { hold($0) }
  }

  /// Puts up again what a journal tells of, and goes on with it.
  mutating func resume(_ reading: JournalReading, _ held: HeldRecord, standing: Record?) {
    // What the disk refuses now is written as soon as it takes it, and said with the next key.
    try? journals.adopt(reading)
    tell(.door(.resumed(reading, held, standing: standing)))
  }

  /// Joins a record that another desk has saved meanwhile with the one that waits here; false where that is not possible
  /// now.
  mutating func joined(_ id: RecordID) -> Bool {
    // Where nobody has the page open any more, what can be joined is joined, and the history keeps the rest.
    guard let theirs = writer.join(id) else { return false }
    tell(.record(.changedElsewhere(theirs)))
    writer.retry()
    return true
  }

  /// Says who else has a record open, and since when.
  mutating func tellWhoElse(_ record: Record, _ beside: [JournalReading]? = nil) {
    let readings = beside ?? store.journals(of: record.id, day: record.created.at.date).readings
    guard let other = readings.last(where: { $0.owner == .running && !journals.isOwn($0) }) else { return }
    tell(.record(.openElsewhere(record.id, by: other.base.by, since: other.base.since)))
  }

  /// The record as the store has it, joined with what sessions left that were cut off; their journals go once it is saved.
  mutating func recovered(_ record: Record) -> Record {
    let standing = hold(record)
    let left = store.journals(of: record.id, day: record.created.at.date).readings.filter { $0.owner == .gone }
    guard !left.isEmpty else { return standing }
    let joined = left.reduce(standing) { Desk.recovered($1, context).merging($0, form: context.form).record }
    if joined != standing { writer.submit(joined, today: context.now.date) }
    settle()
    if !writer.hasUnsaved { left.forEach(store.discard) }
    return joined
  }
}
