import Desk
import Records

extension Session {
  /// The journals beside a record, and those that cannot be read.
  typealias JournalsBeside = (readings: [JournalReading], problems: [StoreError])

  /// Lets the family that was cut off go on, if it knows what only it can know.
  mutating func resume(_ reading: JournalReading, _ secret: String) {
    let record = reading.base.record
    let attempt = DoorTry(code: record.code, desk: ThisDesk.name, at: context.now)
    defer { tellIfUncounted() }
    if let refusal = count(attempt) { return tell(refusal) }
    let held = HeldRecord(
      record, unlockedBy: secret, knowing: Desk.known(reading, context), holder: .family(Sitting(person)),
      on: context.now.date, form: store.forms.form(of: record))
    guard let held else { return tell(.door(.refused)) }
    pass(attempt)
    do throws(StoreError) {
      resume(reading, held, current: try stored(record.id))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Where a teacher or staff member was cut off last, if they may still see it: on a form, or in a panel. Something that
  /// cannot be read may be where they were.
  private struct CutOff {
    var record: Record?
    var journal: JournalReading?
    var draft: Draft.Key?
    /// What could not be read; of the journals only those that may be readable the next time, since opening a record
    /// tells of its own damaged ones.
    var problems: [StoreError]
  }

  private mutating func cutOff(_ holder: Authority) -> CutOff {
    let (reading, problems) = store.journal(leftBy: holder)
    let passing = problems.filter(\.mayPass)
    if let reading { return CutOff(record: reading.base.record, journal: reading, problems: passing) }
    let draft = drafts.last(of: holder.person)
    var cutOff = CutOff(draft: draft.key, problems: passing + draft.problems)
    do throws(StoreError) {
      if let record = try draft.key?.record.flatMap(store.record(id:)), holder.maySee(record) { cutOff.record = record }
    } catch {
      if error.mayPass { cutOff.problems.append(error) }
    }
    return cutOff
  }

  mutating func askCutOff(_ holder: Authority) { tell(cutOff(holder)) }

  private mutating func tell(_ cutOff: CutOff) {
    tell(.work(.cutOff(cutOff.record)))
    if let problem = cutOff.problems.first { tell(.unreadable(problem)) }
  }

  /// Lets a teacher or staff member go on where they were cut off last.
  mutating func goOn(_ holder: Authority) {
    finishSaving()
    let left = cutOff(holder)
    do throws(StoreError) {
      if let reading = left.journal, let held = HeldRecord(reading.base.record, holder: holder) {
        resume(reading, held, current: try stored(held.record.id))
        tellWhoElse(held.record)
      } else if let key = left.draft, let record = left.record, let held = HeldRecord(know(record), holder: holder) {
        tell(.work(.reopened(held, key.page)))
        tellWhoElse(held.record)
      } else {
        tell(left)
      }
    } catch {
      tell(.unreadable(error))
    }
  }

  // MARK: Drafts

  mutating func recall(_ key: Draft.Key) {
    let (draft, problems) = drafts.recall(key, at: context.now)
    if let draft { tell(.desk(.draft(draft))) }
    if let problem = problems.first { tell(.unreadable(problem)) }
  }

  /// What is typed on the page is on the disk before the screen shows it; where it is not, that is said.
  mutating func keepDraft() {
    do throws(StoreError) {
      try drafts.follow(desk.draft(context), at: context.now)
    } catch {
      tell(.unreadable(error))
    }
  }

  /// The record as the store has it, which the next save replaces; nil where it was never saved.
  private mutating func stored(_ id: RecordID) throws(StoreError) -> Record? {
    return try store.record(id: id).map { know($0) }
  }

  /// Puts up again what a journal tells of, and goes on with it.
  mutating func resume(_ reading: JournalReading, _ held: HeldRecord, current: Record?) {
    // What the disk refuses now is written as soon as the disk takes it, and the next key says so.
    try? journals.adopt(reading)
    tell(.door(.resumed(reading, held, stored: current)))
  }

  /// Tells of what another desk has made of a record meanwhile.
  mutating func reread(_ record: Record) {
    do throws(StoreError) {
      let theirs = try store.record(id: record.id, of: record.created.at.date)
      if !record.continues(theirs) { tell(.record(.changedElsewhere(know(theirs)))) }
    } catch {
      // A record that was never saved is not there yet.
      if writer.hasOpened(record.id) { tell(.unreadable(error)) }
    }
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

  /// Says who else has a record open, and since when; and which file beside it cannot be read, since it may hold
  /// somebody's words.
  mutating func tellWhoElse(_ record: Record, _ beside: JournalsBeside? = nil) {
    let (readings, problems) = beside ?? store.journals(of: record.id, day: record.created.at.date)
    if let problem = problems.first { tell(.unreadable(problem)) }
    if let news = openElsewhere(record, readings) { tell(.record(news)) }
  }

  /// Says before a form is opened who else has it open, so that whoever asked can leave it to them.
  mutating func warnOfOther(_ record: Record) {
    let readings = store.journals(of: record.id, day: record.created.at.date).readings
    if let news = openElsewhere(record, readings) { tell(.record(news)) }
  }

  private func openElsewhere(_ record: Record, _ readings: [JournalReading]) -> RecordNews? {
    guard let other = readings.last(where: { $0.owner == .running && !journals.isOwn($0) }) else { return nil }
    return .openElsewhere(record.id, by: other.base.by, since: other.base.since)
  }

  /// The record as the store has it, joined with what interrupted sessions left; their journals go once it is saved.
  mutating func recovered(_ record: Record) -> Record {
    let current = know(record)
    let left = store.journals(of: record.id, day: record.created.at.date).readings.filter { $0.owner == .gone }
    guard !left.isEmpty else { return current }
    let joined = left.reduce(current) {
      Desk.recovered($1, context).merging($0, form: store.forms.form(of: current)).record
    }
    if joined != current { writer.submit(joined, today: context.now.date) }
    finishSaving()
    if !writer.hasUnsaved { left.forEach(store.discard) }
    return joined
  }
}
