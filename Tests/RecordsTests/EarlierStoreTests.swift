import FormModel
import Foundation
import Standards
import TestSupport
import Testing

@testable import Records

/// A store that the program of 29 November 2026 has written, before the store had a seam: `Stores/2026-11-29.tar.gz`.
///
/// Every child in it is invented. Four handed in (three went out, one was withdrawn), one waits, one has an act for every
/// key of a long day, and one was cut off in the middle of a word, as was a staff member over the questions of a return.
@Suite struct EarlierStoreTests {
  private let folder: TemporaryFolder
  private let store: RecordStore
  private let setting: CheckSetting
  private let day = CalendarDate(year: 2026, month: 11, day: 29)

  init() throws {
    folder = try TemporaryFolder(inMemory: true)
    let archive = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Stores/2026-11-29.tar.gz").path
    let unpacked = try BuiltProgram.run(["/bin/tar", "-xzf", archive, "-C", folder.path])
    try #require(unpacked.status == 0, "\(unpacked.errors)")
    store = RecordStore(path: "\(folder.path)/store", form: try Samples.form())
    setting = CheckSetting(today: try #require(day), kindergarten: try store.settings().division)
  }

  @Test func `every record is read, listed and checked`() throws {
    let read = store.records()
    #expect(read.problems == [])
    let statuses = Dictionary(grouping: read.records, by: \.status).mapValues(\.count)
    #expect(statuses == [.draft: 2, .submitted: 1, .approved: 3, .withdrawn: 1])
    let listing = RecordIndex(store: store).list(SummaryFilter(), for: .staff(name: ""), setting: setting)
    #expect(listing.unreadable == [] && listing.changedOutside == [])
    #expect(listing.summaries.map(\.name) == ["潘小明", "陈小红", "王小刚", "孙小雨", "钱小五", "7-5960", "赵小兰"])
    #expect(listing.summaries.count { SummaryFilter.Condition.toNumber.isTrue(of: $0) } == 3)
    for record in read.records {
      #expect(record.history.last?.revision == record.revision)
      #expect(try store.record(code: record.code) == record)
    }
  }

  @Test func `a history that lies beside its record is whole, and goes on`() throws {
    let long = try #require(store.records().records.max { $0.history.count < $1.history.count })
    #expect(long.history.count > 5_000 && long.history.map(\.revision) == Array(1...long.revision))
    var next = long
    next.apply(
      .answer("潘小明", field: 0, source: .told), Stamp(at: long.changed.at, by: Samples.guardian),
      form: store.forms.form(of: long),
      setting: setting)
    try store.save(next, replacing: long.revision, on: setting.today)
    #expect(try store.record(id: long.id) == next)
  }

  @Test func `settings, people, the ledger and what was half typed are there`() throws {
    let settings = try store.settings()
    #expect(settings.kindergarten == "示范幼儿园" && settings.division == "350205")
    #expect(settings.classes == ["小一班", "中一班"] && settings.classCodes == ["小一班": "XY01"])
    #expect(try store.accounts().map(\.name) == ["李老师", "王园长"])
    #expect(
      try store.enter(name: "李老师", pin: "135790", at: 0) == .open(.teacher(name: "李老师", classes: ["小一班"])))
    #expect(try store.ledger().last.values.map(\.row).sorted() == [2, 3, 4])

    let left = store.journals(of: setting.today)
    #expect(left.problems == [] && left.readings.count == 1)
    let reading = try #require(left.readings.first)
    #expect(reading.owner == .gone && reading.dropped == 0 && !reading.session.isEmpty)
    #expect(reading.events.compactMap { $0["text"]?.string }.joined() == "广东惠")
    #expect(try store.record(id: reading.base.record.id)?.continues(reading.base.record) == true)
    let drafts = store.draftsLeft()
    #expect(drafts.problems == [] && drafts.readings.map(\.draft.by?.name) == ["王园长"])
  }

  @Test func `the doctor finds nothing but the word that was half typed, and an archive has all of it`() throws {
    #expect(StoreDoctor(store).examine().map(\.remedy) == [.join, .waitForOwner])
    let backup = try store.backUp(at: Samples.stamp().at)
    #expect(backup.problem == nil && backup.records == 7)
  }
}
