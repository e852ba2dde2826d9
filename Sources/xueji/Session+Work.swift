import Desk
import Records

extension Session {
  /// The records that a filter shows to somebody; what cannot be read is told beside them.
  mutating func list(_ filter: SummaryFilter, _ holder: Authority) {
    settle()
    let (records, unreadable) = store.records(of: filter.day)
    let summaries = records.filter(holder.maySee).map {
      RecordSummary($0, form: context.form, setting: context.setting)
    }
    tell(.listed(filter, filter.sorted(summaries.filter(filter.accepts)), unreadable: unreadable))
  }

  /// A record for somebody who may have it; anybody else is told what they would be told of one that is not there.
  mutating func fetch(_ id: RecordID, _ holder: Authority) {
    settle()
    do throws(StoreError) {
      guard let record = try store.record(id: id), holder.maySee(record),
        let held = HeldRecord(hold(record), holder: holder)
      else {
        return tell(.unreadable(StoreError(.notFound, path: id.text)))
      }
      tell(.opened(held))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Has what this desk just typed on the disk before it is read from there again: whoever goes back to a list must
  /// not find it as it was, nor an older revision be taken for the newest.
  private func settle() {
    if writer.hasUnsaved { _ = writer.drain(milliseconds: 2_000) }
  }

  func neighbours(of record: Record) -> Neighbours {
    let own = RecordSummary(record, form: context.form, setting: context.setting)
    var neighbours = Neighbours()
    for other in store.records().records where other.id != record.id && other.status != .withdrawn {
      let summary = RecordSummary(other, form: context.form, setting: context.setting)
      if let number = own.number, summary.number == number {
        neighbours.sameNumber.append(summary)
      } else if let born = own.birthDate, summary.birthDate == born, summary.name == own.name {
        neighbours.sameChild.append(summary)
      }
    }
    return neighbours
  }

  /// Approves what can be approved, and tells of the rest why not.
  mutating func approve(_ ids: [RecordID], _ holder: Authority) {
    var outcomes: [ApproveOutcome] = []
    for id in ids {
      guard let record = try? store.record(id: id), var held = HeldRecord(record, holder: holder) else { continue }
      let refusal = held.make(
        .approve, at: context.now, form: context.form, setting: context.setting,
        duplicate: neighbours(of: record).isDuplicate)
      outcomes.append(
        ApproveOutcome(
          RecordSummary(held.record, form: context.form, setting: context.setting), refusal: refusal))
      guard refusal == nil else { continue }
      hold(record)
      writer.submit(held.record, today: context.now.date)
    }
    tell(.approved(outcomes))
  }
}
