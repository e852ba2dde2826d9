import Desk
import Records

/// One value for many children, read and saved one by one.
extension Session {
  mutating func weigh(_ given: GivenValue, _ ids: [RecordID], _ holder: Authority) {
    finishSaving()
    let desk = desk(for: holder)
    var givings: [Giving] = []
    for id in ids {
      do throws(StoreError) {
        let giving = try desk.weigh(given, forRecordNamed: id.text, at: context.now, progress: { show($0, $1) })
        if let giving { givings.append(giving) }
      } catch {
        tell(.unreadable(error))
      }
    }
    tell(.work(.weighed(given, givings)))
  }

  mutating func give(_ given: GivenValue, _ seen: [Giving], _ holder: Authority) {
    finishSaving()
    let desk = desk(for: holder)
    // One moment for all of them, by which the histories say that it was one giving.
    let now = context.now
    let done = seen.map { seen in desk.give(given, seen, at: now, progress: { show($0, $1) }) }
    know(done)
    tell(.work(.given(given, done.map(\.outcome))))
  }

  mutating func takeBack(_ given: GivenValue, from children: [RecordSummary], _ holder: Authority) {
    finishSaving()
    let desk = desk(for: holder)
    let done = children.map { child in
      desk.takeBack(given, from: child, at: context.now, progress: { show($0, $1) })
    }
    know(done)
    tell(.work(.takenBack(given, done.map(\.outcome))))
  }

  func lastGiving(_ holder: Authority) -> LastGiving? {
    finishSaving()
    return desk(for: holder).lastGiving()
  }

  func desk(for holder: Authority) -> RecordDesk {
    RecordDesk(store: store, index: index, holder: holder, setting: context.setting)
  }

  private mutating func know(_ done: [(outcome: GivingOutcome, record: Record?)]) {
    for record in done.compactMap(\.record) { know(record) }
  }
}
