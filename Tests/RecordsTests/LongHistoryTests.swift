import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// A record of many acts: its history moves out of its file, whole, before the file is too large to be read.
@Suite struct LongHistoryTests {
  let form: Form
  let folder: TemporaryFolder
  let store: RecordStore
  private let address: Int

  init() throws {
    form = try Samples.form()
    folder = try TemporaryFolder(inMemory: true)
    store = RecordStore(path: "\(folder.path)/store", form: form)
    address = try #require(form.index(of: "address"))
  }

  private var file: String { "store/records/2015-01-28/\(Samples.record(form).id).json" }
  private var beside: String { "store/records/2015-01-28/\(StoreLayout.history(of: Samples.record(form).id))" }

  /// Some two hundred acts of six kilobytes each.
  private func grow(_ record: inout Record, by acts: Int = 200) {
    let long = String(repeating: "路", count: 990)
    for number in 0..<acts {
      let text = "\(long)\(record.revision + number)"
      record.answer(text, for: address, source: .told, Samples.stamp(1), form: form)
    }
  }

  private func size(_ name: String) throws -> Int { try folder.read(name).utf8.count }

  @Test func `a record of any number of acts is read back with every one of them, by whoever reads it`() throws {
    var record = Samples.record(form)
    var base = 0
    var sizes: [Int] = []
    for _ in 0..<5 {
      grow(&record)
      try store.save(record, replacing: base, on: Samples.today)
      base = record.revision
      #expect(try store.record(id: record.id) == record)
      sizes.append(try size(file))
    }
    // Six megabytes of acts, and a file that stays a quarter of what is read.
    #expect(record.file(form: form).count > Record.largestFile)
    #expect(sizes.allSatisfy { $0 <= HistoryFile.longestInside } && sizes.contains { $0 < 20_000 })
    let listing = RecordIndex(store: store).list(
      SummaryFilter(), for: .staff(name: ""), setting: CheckSetting(today: Samples.today))
    #expect(listing.unreadable.isEmpty && listing.summaries.map(\.id) == [record.id])
    #expect(try store.document(code: record.code)?["history"]?.array?.count == record.history.count)
    #expect(StoreDoctor(store).examine() == [])
    // The save before is whole as well.
    let place = try Folder.open("\(folder.path)/store/records/2015-01-28", create: false)
    let previous = try #require(try place.readRecord("\(record.id).json.previous"))
    let before = try Record(previous, form: form)
    #expect(record.continues(before))
    // Written once more it is the same snapshot; what does not continue it is a conflict.
    try store.save(record, replacing: 0, on: Samples.today)
    var other = Samples.record(form)
    grow(&other, by: 3)
    let error = #expect(throws: StoreError.self) { try store.save(other, replacing: 0, on: Samples.today) }
    #expect(error?.code == .conflict)
    #expect(other.merging(record, form: form).record.history.count >= record.history.count)
  }

  @Test func `an archive has the history beside, and a restored record finds it`() throws {
    var record = Samples.record(form)
    grow(&record, by: 250)
    try store.save(record, replacing: 0, on: Samples.today)
    let backup = try store.backUp(to: "\(folder.path)/a.tar", at: Samples.stamp(5).at)
    #expect(backup.problem == nil && backup.records == 1)
    let other = RecordStore(path: "\(folder.path)/other", form: form)
    try other.restore(from: backup.path, applying: true) { _ in }
    #expect(try other.record(id: record.id) == record)
    // An archive that is older takes nothing away.
    let longer = record
    grow(&record, by: 250)
    try store.save(record, replacing: longer.revision, on: Samples.today)
    try store.restore(from: backup.path, applying: true) { _ in }
    #expect(try store.record(id: record.id) == record)
  }

  @Test func `a journal of such a record can be read, and takes no more than is read back`() throws {
    var record = Samples.record(form)
    grow(&record, by: 1_000)
    try store.save(record, replacing: 0, on: Samples.today)
    grow(&record, by: 1)
    let journal = try store.journal(of: record, session: "a", since: Samples.stamp(1).at)
    try journal.begin(record, by: Samples.guardian, page: .null)
    let paste: JSONValue = ["paste": .string(String(repeating: "字", count: 300_000))]
    var kept = 0
    let error = #expect(throws: StoreError.self) {
      for _ in 0..<20 {
        try journal.append(paste)
        kept += 1
      }
    }
    #expect(error?.code == .tooLarge && kept > 5)
    let (readings, problems) = store.journals(of: record.id, day: Samples.today)
    #expect(problems.isEmpty && readings.first?.base.record == record && readings.first?.events.count == kept)
    withExtendedLifetime(journal) {}
  }

  @Test func `a history that moved before a power cut, or is longer than its record says, changes nothing`() throws {
    var record = Samples.record(form)
    grow(&record, by: 250)
    try store.save(record, replacing: 0, on: Samples.today)
    let before = record
    let old = try folder.read(file)
    grow(&record, by: 250)
    try store.save(record, replacing: before.revision, on: Samples.today)
    // The history is on the disk, the record that needs it is not.
    try folder.write(old, to: file)
    #expect(try store.record(id: record.id) == before)
    #expect(StoreDoctor(store).examine().filter { $0.kind.code != "changed-outside" } == [])
    var third = before
    grow(&third, by: 300)
    try store.save(third, replacing: before.revision, on: Samples.today)
    #expect(try store.record(id: record.id) == third)
  }

  @Test func `a history that is damaged or gone is said and never written over`() throws {
    var record = Samples.record(form)
    grow(&record, by: 250)
    try store.save(record, replacing: 0, on: Samples.today)
    let whole = try folder.read(beside)
    for wrong in [String(whole.dropLast(10)), whole.replacingOccurrences(of: "路路", with: "巷巷"), nil] {
      if let wrong {
        try folder.write(wrong, to: beside)
      } else {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(beside)")
      }
      #expect(store.records().problems.map(\.code) == [.damaged])
      let defects = StoreDoctor(store).examine()
      #expect(!defects.isEmpty && defects.allSatisfy { !$0.isRepairable }, "\(defects)")
      var next = record
      grow(&next, by: 1)
      #expect(throws: StoreError.self) { try store.save(next, replacing: record.revision, on: Samples.today) }
    }
    try folder.write(whole, to: beside)
    #expect(try store.record(id: record.id) == record)
  }

  @Test func `answers that no file could be read with are refused when they are written`() throws {
    var record = Samples.record(form)
    try store.save(record, replacing: nil, on: Samples.today)
    for field in form.fields.indices {
      let long = String(repeating: "路", count: 150_000)
      record.answer(long, for: field, source: .told, Samples.stamp(1), form: form)
    }
    let error = #expect(throws: StoreError.self) { try store.save(record, replacing: 0, on: Samples.today) }
    #expect(error?.code == .tooLarge)
    #expect(try store.record(id: record.id)?.revision == 0)
  }

  @Test func `a record in the folder of another day takes its history along`() throws {
    var record = Samples.record(form)
    grow(&record, by: 250)
    try store.save(record, replacing: 0, on: Samples.today)
    let records = "\(folder.path)/store/records"
    try FileManager.default.moveItem(atPath: "\(records)/2015-01-28", toPath: "\(records)/2015-03-01")
    for defect in StoreDoctor(store).examine() { _ = try StoreDoctor(store).repair(defect, at: Samples.stamp(5).at) }
    #expect(try store.record(id: record.id, of: Samples.today) == record)
  }
}
