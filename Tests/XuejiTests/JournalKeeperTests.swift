import FormModel
import Foundation
import Standards
import Terminal
import Testing

@testable import Commands
@testable import Desk
@testable import Records

/// A journal that a disk refuses for a while says the same in the end.
@Suite struct JournalKeeperTests {
  private let store: WorkStore
  private let record: Record
  private let now = Timestamp(milliseconds: 1_422_415_800_000, offset: 480)
  private let family = Person(role: .guardian, name: "潘女士")

  init() throws {
    store = try WorkStore(Form.load(from: .embedded))
    record = try store.add(1)
  }

  private func place(_ page: JSONValue? = ["field": "address"]) -> Desk.Place {
    Desk.Place(record: record, person: family, page: page)
  }

  private func readings() -> [JournalReading] {
    store.records.journals(of: record.id, day: record.created.at.date).readings
  }

  /// A file in the place of the day's folder refuses everything below it, to root as well.
  private func refuse(_ isRefusing: Bool) throws {
    let day = "\(store.path)/records/\(record.created.at.date.iso)"
    if isRefusing {
      try FileManager.default.moveItem(atPath: day, toPath: day + "-away")
      try Data().write(to: URL(fileURLWithPath: day))
    } else {
      try FileManager.default.removeItem(atPath: day)
      try FileManager.default.moveItem(atPath: day + "-away", toPath: day)
    }
  }

  @Test func `what was typed while the disk refused is written once it does not, without another key`() throws {
    var keeper = JournalKeeper(store: store.records)
    keeper.follow(place())
    try refuse(true)
    #expect(throws: StoreError.self) { try keeper.write(.key(.text("示")), at: now) }
    keeper.follow(place(nil))
    #expect(throws: StoreError.self) { try keeper.write(.key(.text("范")), at: now) }
    #expect(keeper.isBehind)
    try refuse(false)
    try keeper.catchUp()
    #expect(!keeper.isBehind)
    #expect(readings().first?.events.compactMap { $0["text"]?.string } == ["示", "范"])
    try keeper.write(.key(.text("路")), at: now)
    #expect(readings().first?.events.compactMap { $0["text"]?.string } == ["示", "范", "路"])
    #expect(readings().count == 1)
    #expect(readings().allSatisfy(keeper.isOwn))
  }

  @Test func `the next key writes all that came before it`() throws {
    var keeper = JournalKeeper(store: store.records)
    keeper.follow(place())
    try refuse(true)
    #expect(throws: StoreError.self) { try keeper.write(.key(.text("示")), at: now) }
    keeper.follow(place(nil))
    try refuse(false)
    try keeper.write(.key(.text("范")), at: now)
    #expect(readings().first?.events.compactMap { $0["text"]?.string } == ["示", "范"])
  }

  @Test func `an undo begins anew at once, since the base does not know what was undone`() throws {
    var keeper = JournalKeeper(store: store.records)
    keeper.follow(place())
    try keeper.write(.key(.enter), at: now)
    keeper.follow(place(["field": "entry_date"]))
    try keeper.write(.key(.control("z")), at: now)
    keeper.follow(place(["field": "address"]))
    #expect(readings().first?.events == [])
    #expect(readings().first?.base.page == ["field": "address"])
  }

  @Test func `a journal goes with its record, once that is saved`() throws {
    var keeper = JournalKeeper(store: store.records)
    keeper.follow(place())
    try keeper.write(.key(.text("示")), at: now)
    keeper.follow(nil)
    keeper.clear { [record.id] }
    #expect(readings().count == 1)
    keeper.clear { [] }
    #expect(readings().isEmpty)
  }

  @Test func `what a disk refuses to take over is taken over as soon as it does not, and stands there once`() throws {
    var dead: JournalKeeper? = JournalKeeper(store: store.records)
    dead?.follow(place())
    try dead?.write(.key(.text("示")), at: now)
    dead = nil
    let left = try #require(readings().first)
    var keeper = JournalKeeper(store: store.records)
    try refuse(true)
    #expect(throws: StoreError.self) { try keeper.adopt(left) }
    keeper.follow(place(nil))
    try refuse(false)
    #expect(readings() == [left])
    try keeper.catchUp()
    let reading = try #require(readings().first)
    #expect(readings().count == 1 && keeper.isOwn(reading))
    #expect(reading.events == left.events)
  }

  @Test func `a journal that is gone on with ends nobody else's`() throws {
    let other = try store.add(2)
    var dead: JournalKeeper? = JournalKeeper(store: store.records)
    dead?.follow(place())
    try dead?.write(.key(.text("示")), at: now)
    dead = nil
    var keeper = JournalKeeper(store: store.records)
    keeper.follow(Desk.Place(record: other, person: family, page: ["field": "address"]))
    try keeper.write(.key(.text("范")), at: now)
    try keeper.adopt(try #require(readings().first))
    let (left, _) = store.records.journals(of: other.id, day: other.created.at.date)
    #expect(left.count == 1)
    keeper.clear { [] }
    #expect(store.records.journals(of: other.id, day: other.created.at.date).readings.isEmpty)
    #expect(readings().count == 1)
  }

  @Test func `what a dead session left is gone on with under this session's name`() throws {
    var dead: JournalKeeper? = JournalKeeper(store: store.records)
    dead?.follow(place())
    try dead?.write(.key(.text("示")), at: now)
    dead = nil
    let left = try #require(readings().first)
    #expect(left.owner == .gone)
    var keeper = JournalKeeper(store: store.records)
    try keeper.adopt(left)
    try keeper.write(.key(.text("范")), at: now)
    let reading = try #require(readings().first)
    #expect(readings().count == 1 && keeper.isOwn(reading) && reading.owner == .running)
    #expect(reading.events.compactMap { $0["text"]?.string } == ["示", "范"])
  }
}
