import FormModel
import Records
import Standards

/// Answers what a `MemoryStore` has by looking at every record each time.
public final class MemoryFinder: RecordFinding {
  private let store: MemoryStore
  private func summary(_ record: Record, _ setting: CheckSetting) -> RecordSummary {
    RecordSummary(record, form: store.forms.form(of: record), setting: setting)
  }

  init(store: MemoryStore) { self.store = store }

  public func list(
    _ filter: SummaryFilter, for holder: Authority, setting: CheckSetting, progress: ReadingProgress
  ) -> RecordListing {
    do throws(StoreError) {
      try store.check(.records)
    } catch {
      return RecordListing(unreadable: [error])
    }
    var accounts: [Account] = []
    var unreadable: [StoreError] = []
    do throws(StoreError) { accounts = try store.accounts() } catch { unreadable.append(error) }
    var touched: Set<RecordID> = []
    let all = store.all
    let records = all.filter { record in
      guard holder.maySee(record) else { return false }
      guard let day = filter.day, record.created.at.date != day else { return true }
      guard record.history.contains(where: { $0.at.date == day }) else { return false }
      touched.insert(record.id)
      return true
    }
    let summaries = all.map { summary($0, setting) }
    let shown = records.map { record in
      var summary = summary(record, setting)
      let others = others(than: summary, among: summaries)
      if record.status != .withdrawn {
        (summary.isDuplicate, summary.isNumberInDraft) = (others.isDuplicate, others.isNumberInDraft)
      }
      summary.hasTeacher = accounts.contains { $0.isTeaching && $0.authority.maySee(record) }
      return summary
    }
    let accepted = filter.sorted(shown.filter(filter.accepts))
    return RecordListing(summaries: accepted, touched: touched.intersection(accepted.map(\.id)), unreadable: unreadable)
  }

  private func others(than own: RecordSummary, among summaries: [RecordSummary]) -> PossibleDuplicates {
    let others = summaries.filter {
      $0.id != own.id && $0.status != .withdrawn && $0.edition.name == own.edition.name
    }
    let number = own.comparedNumber
    return PossibleDuplicates(
      sameNumber: others.filter { number != nil && $0.comparedNumber == number },
      sameChild: others.filter {
        own.birthDate != nil && $0.birthDate == own.birthDate && NameKey.of($0.name) == NameKey.of(own.name)
          && (number == nil || $0.comparedNumber != number)
      })
  }

  public func record(
    named name: String, setting: CheckSetting, progress: ReadingProgress
  ) throws(StoreError) -> Record? {
    if let id = RecordID(name) { return try store.record(id: id) }
    return try RecordCode(name).flatMap { code throws(StoreError) in try store.record(code: code) }
  }

  public func recordAtDoor(
    _ code: RecordCode?, lookAlikes: [RecordCode] = [], setting: CheckSetting
  ) throws(StoreError) -> (record: Record, bearsCode: Bool)? {
    try store.check(.records)
    let all = store.all
    if let found = all.first(where: { $0.code == code }) { return (found, true) }
    let alike = all.filter { lookAlikes.contains($0.code) }
    if alike.count == 1 { return (alike[0], true) }
    return all.first.map { ($0, false) }
  }

  public func possibleDuplicates(
    of record: Record, setting: CheckSetting, progress: ReadingProgress
  ) throws(StoreError) -> PossibleDuplicates {
    try store.check(.records)
    let own = summary(record, setting)
    return others(than: own, among: store.all.map { summary($0, setting) })
  }

  public func isNumberKnown(of record: Record, setting: CheckSetting) -> Bool? {
    (try? possibleDuplicates(of: record, setting: setting) { _, _ in }).map { !$0.sameNumber.isEmpty }
  }

  public func sendings(
    of form: String, _ day: CalendarDate?, setting: CheckSetting, progress: ReadingProgress
  ) throws(StoreError) -> (sendings: [Sending], waiting: Int, unseen: [StoreError]) {
    try store.check(.records)
    let all = store.all.filter { $0.edition.name == form && (day == nil || $0.created.at.date == day) }
    let out = all.filter { $0.status == .approved || $0.status == .withdrawn }
    return (
      try out.map { record throws(StoreError) in try sending(record, setting: setting).sending }, all.count - out.count,
      []
    )
  }

  public func sending(
    _ record: Record, setting: CheckSetting
  ) throws(StoreError) -> (sending: Sending, unseen: [StoreError]) {
    let own = summary(record, setting)
    var sending = Sending(record: record.id, begun: record.created.at.date)
    sending.doubles = store.all.map { summary($0, setting) }
      .filter { $0.id != own.id && own.comparedNumber != nil && $0.comparedNumber == own.comparedNumber }
      .map { Sending.Double(id: $0.id, status: $0.status) }
    return (sending, [])
  }
}
