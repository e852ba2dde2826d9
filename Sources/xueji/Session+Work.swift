import Desk
import Records

extension Session {
  /// How many records are read before the screen says so.
  private static var mostUnseen: Int { 500 }

  /// The records that a filter shows to somebody; what cannot be read is told beside them.
  mutating func list(_ filter: SummaryFilter, _ holder: Authority, for purpose: Purpose) {
    finishSaving()
    let listing = index.list(filter, for: holder, setting: context.setting, progress: { show($0, $1) })
    tell(
      .work(
        .listed(
          filter, for: purpose, listing.summaries, touched: listing.touched, unreadable: listing.unreadable)))
  }

  mutating func count(_ lists: [WorkList], _ holder: Authority) {
    finishSaving()
    let (counts, unreadable) = index.counts(
      of: lists, for: holder, setting: context.setting, progress: { show($0, $1) })
    tell(.work(.counted(counts)))
    // The page's own list says how much is damaged.
    if let problem = unreadable.first(where: \.mayPass) { tell(.unreadable(problem)) }
  }

  /// Tells whoever looks after the store that there is no archive of today, and why.
  mutating func askArchive() {
    do throws(StoreError) {
      let told = archive.takeFailure()
      let kept = try store.archiveFailure()?.error
      if let error = told ?? kept { tell(.desk(.archiveFailed(error))) }
    } catch {
      tell(.unreadable(error))
    }
  }

  /// What was submitted is written before anybody reads the files.
  func finishSaving() {
    if writer.hasUnsaved { _ = writer.drain(milliseconds: 2_000) }
  }

  mutating func show(_ done: Int, _ total: Int) {
    if total > Self.mostUnseen { show(done: done, total: total) }
  }

  /// A record for somebody who may have it; anybody else is told what they would be told of one that is not there.
  mutating func fetch(_ id: RecordID, _ holder: Authority, for purpose: Purpose) {
    finishSaving()
    do throws(StoreError) {
      let record = try index.record(named: id.text, setting: context.setting, progress: { show($0, $1) })
      guard let record, holder.maySee(record) else { throw StoreError(.notFound, path: id.text) }
      let left = store.journals(of: record.id, day: record.created.at.date)
      if let own = left.readings.last(where: { $0.isLeft(by: holder) }),
        let held = HeldRecord(own.base.record, holder: holder)
      {
        resume(own, held, current: know(record))
        return tellWhoElse(record, left)
      }
      guard let held = HeldRecord(recovered(record), holder: holder) else {
        throw StoreError(.notFound, path: id.text)
      }
      if case .open = purpose { warnOfOther(held.record) }
      tell(.opened(held, for: purpose))
      tellWhoElse(held.record)
    } catch {
      tell(.unreadable(error))
    }
  }

  mutating func findPossibleDuplicates(_ record: Record) {
    finishSaving()
    do throws(StoreError) {
      let found = try index.possibleDuplicates(of: record, setting: context.setting, progress: { show($0, $1) })
      tell(.work(.possibleDuplicates(record.id, found)))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Asks what a family is told of only with yes or no, and only where that is found out quickly.
  func checkNumber(_ record: Record) {
    guard let number = record.value(.childNumber, store.forms.form(of: record)) else { return }
    writer.check(number, of: record, setting: context.setting)
  }

  /// Makes a move where it can be made, and tells of the rest why not.
  mutating func make(_ move: ManyMove, of ids: [RecordID], _ holder: Authority) {
    finishSaving()
    let desk = desk(for: holder)
    var outcomes: [MoveOutcome] = []
    for id in ids {
      do throws(StoreError) {
        let outcome = try desk.make(move.move, ofRecordNamed: id.text, at: context.now, progress: { show($0, $1) })
        guard let outcome else { continue }
        if outcome.refusal == nil { know(outcome.held.record) }
        let summary = RecordSummary(
          outcome.held.record, form: store.forms.form(of: outcome.held.record), setting: context.setting)
        outcomes.append(MoveOutcome(summary, refusal: outcome.refusal))
      } catch {
        tell(.unreadable(error))
      }
    }
    tell(.work(.made(move, outcomes)))
  }
}
