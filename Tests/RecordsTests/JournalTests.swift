import FormModel
import Foundation
import Standards
import Testing

@testable import Records

@Suite struct JournalTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  private func journal(_ record: Record, session: String = "a") throws -> Journal {
    try store.journal(of: record, session: session, since: Samples.stamp(1).at)
  }

  private func readings(_ record: Record) -> [JournalReading] {
    store.journals(of: record.id, day: Samples.today).readings
  }

  /// The check value of the CRC-32 catalogues.
  @Test func `the checksum is the one of IEEE 802.3`() {
    #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.crc32([]) == 0)
  }

  @Test func `a journal holds the base and every event, for its owner alone`() throws {
    let record = Samples.whole(form)
    let journal = try journal(record)
    #expect(readings(record).isEmpty)
    try journal.begin(record, by: Samples.guardian, page: ["field": "address"])
    for number in 1...3 { try journal.append(["key": .int(number)]) }
    let reading = try #require(readings(record).first)
    #expect(reading.base.record == record)
    #expect(reading.base.by == Samples.guardian)
    #expect(reading.base.page == ["field": "address"])
    #expect(reading.events == [["key": 1], ["key": 2], ["key": 3]])
    #expect(reading.owner == .running)
    #expect(reading.dropped == 0)
    #expect(try folder.mode("store/\(reading.path)") == 0o600)
    // It stands among the records and is no record.
    #expect(store.records().problems.isEmpty)
    journal.remove()
    #expect(readings(record).isEmpty)
  }

  @Test func `the last journal that a teacher left is found on any day, by nobody who may not see the record`() throws {
    let (old, new) = (Samples.whole(form), Samples.record(form, seed: 2, minutes: 3 * 1_440))
    for (record, minute) in [(old, 2), (new, 1)] {
      let journal = try store.journal(of: record, session: "a", since: Samples.stamp(minute).at)
      try journal.begin(record, by: Samples.teacher, page: .null)
    }
    let running = try journal(Samples.record(form, seed: 3))
    try running.begin(Samples.record(form, seed: 3), by: Samples.teacher, page: .null)
    let teacher = Authority.teacher(name: "李老师", classes: ["中二班"])
    #expect(store.journal(leftBy: teacher).reading?.base.record.id == old.id)
    for other in [Authority.teacher(name: "陈老师", classes: ["中二班"]), .staff(name: "李老师")] {
      #expect(store.journal(leftBy: other).reading == nil)
    }
    // Meanwhile the child has come to another class.
    var moved = old
    moved.setContact(Contact(className: "大一班"), Samples.stamp(60))
    try store.save(moved, replacing: 0, on: Samples.today)
    #expect(store.journal(leftBy: teacher).reading?.base.record.id == new.id)
  }

  @Test func `a new base takes the place of all before it`() throws {
    let record = Samples.whole(form)
    let journal = try journal(record)
    try journal.begin(Samples.record(form), by: Samples.guardian, page: .null)
    try journal.append(["key": 1])
    try journal.begin(record, by: Samples.guardian, page: .null)
    try journal.append(["key": 2])
    #expect(readings(record).map(\.base.record) == [record])
    #expect(readings(record).first?.events == [["key": 2]])
    #expect(try folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
  }

  @Test func `a session that ended leaves its journal to whoever comes`() throws {
    let record = Samples.whole(form)
    var journal: Journal? = try journal(record)
    try journal?.begin(record, by: Samples.guardian, page: .null)
    journal = nil
    let reading = try #require(readings(record).first)
    #expect(reading.owner == .gone)
    store.discard(reading)
    #expect(readings(record).isEmpty)
  }

  /// Every length that a crash could leave, and every byte that could be wrong.
  @Test func `of a torn or damaged journal only what follows the tear is dropped`() throws {
    let record = Samples.record(form)
    let events: [JSONValue] = (1...4).map { ["key": .int($0)] }
    let lines =
      [
        JournalBase(record: record, by: Samples.guardian, since: Samples.stamp(1).at, page: .null)
          .json(form: form, process: 1, host: "a")
      ] + events
    let bytes = lines.flatMap { JournalLine.bytes($0) }
    let ends = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + JournalLine.bytes($1).count) }
    for length in 0...bytes.count {
      let (values, dropped) = JournalLine.read(Array(bytes[..<length]))
      let whole = ends.lastIndex { $0 <= length } ?? 0
      #expect(values == Array(lines[..<whole]))
      #expect(dropped == length - ends[whole])
    }
    for place in bytes.indices {
      var wrong = bytes
      wrong[place] ^= 0x01
      let line = (ends.firstIndex { $0 > place } ?? 1) - 1
      #expect(JournalLine.read(wrong).values == Array(lines[..<line]), "byte \(place)")
    }
  }

  @Test func `a journal that cannot be read is told and hides no other`() throws {
    let record = Samples.whole(form)
    let journal = try journal(record)
    try journal.begin(record, by: Samples.guardian, page: .null)
    let broken = "store/records/2015-01-28/\(record.id).b.journal"
    try folder.write("no journal", to: broken)
    let (readings, problems) = store.journals(of: record.id, day: Samples.today)
    #expect(readings.count == 1)
    #expect(problems.map(\.code) == [.damaged])
    withExtendedLifetime(journal) {}
  }
}
