import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// The index's file is a cache: whatever is wrong with it, the answers are right and the desk goes on.
@Suite struct RecordIndexFileTests: StoreTesting {
  let disk: TemporaryStore
  let setting = CheckSetting(today: Samples.today)

  init() throws {
    disk = try TemporaryStore()
    for seed in 1...3 as ClosedRange<UInt64> {
      try store.save(Samples.whole(form, seed: seed), replacing: 0, on: Samples.today)
    }
  }

  private var path: String { "\(store.path)/index.sqlite" }

  private func count(_ index: RecordIndex) -> Int {
    let listing = index.list(SummaryFilter(), for: .staff(name: "王老师"), setting: setting)
    return listing.unreadable.isEmpty ? listing.summaries.count : -1
  }

  @Test func `the file is for its owner alone, and nothing is made before the first save`() throws {
    #expect(count(RecordIndex(store: store)) == 3)
    #expect(try folder.mode("store/index.sqlite") == 0o600)
    let nowhere = RecordStore(path: "\(folder.path)/nowhere", form: form)
    #expect(count(RecordIndex(store: nowhere)) == 0)
    #expect(!nowhere.exists)
  }

  @Test func `the index of a store that was empty is kept once there is a record`() throws {
    let fresh = RecordStore(path: "\(folder.path)/fresh", form: form)
    let index = RecordIndex(store: fresh)
    #expect(count(index) == 0)
    try fresh.save(Samples.whole(form), replacing: 0, on: Samples.today)
    #expect(count(index) == 1)
    #expect(!index.isInMemory)
    #expect(FileManager.default.fileExists(atPath: "\(fresh.path)/index.sqlite"))
  }

  @Test(arguments: ["", "not a database at all", String(repeating: "SQLite format 3\u{0}", count: 400)])
  func `a file that is no index is replaced`(content: String) throws {
    try folder.write(content, to: "store/index.sqlite")
    let index = RecordIndex(store: store)
    #expect(count(index) == 3)
    #expect(!index.isInMemory)
  }

  @Test(arguments: [
    "CREATE TABLE other (a)", "PRAGMA user_version = 99; CREATE TABLE setting (a)",
    "PRAGMA application_id = 2020960873; PRAGMA user_version = 99; CREATE TABLE record (a)",
    "PRAGMA application_id = 2020960873; PRAGMA user_version = 1; CREATE TABLE record (a)",
  ])
  func `a foreign or newer database is replaced`(sql: String) throws {
    try folder.write("", to: "store/index.sqlite")
    try Database(path: path).execute(sql)
    let index = RecordIndex(store: store)
    #expect(count(index) == 3)
  }

  @Test func `a file that is deleted or broken under a running desk does not stop it`() throws {
    let index = RecordIndex(store: store)
    #expect(count(index) == 3)
    try FileManager.default.removeItem(atPath: path)
    try store.save(Samples.whole(form, seed: 4), replacing: 0, on: Samples.today)
    #expect(count(index) == 4)
    #expect(FileManager.default.fileExists(atPath: path))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data(repeating: 7, count: 40_000))
    try file.close()
    try store.save(Samples.whole(form, seed: 5), replacing: 0, on: Samples.today)
    #expect(count(index) == 5)
    #expect(count(RecordIndex(store: store)) == 5)
  }

  @Test func `a link in its place is taken away and what it leads to left alone`() throws {
    try folder.write("precious", to: "elsewhere")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "\(folder.path)/elsewhere")
    #expect(count(RecordIndex(store: store)) == 3)
    #expect(try folder.read("elsewhere") == "precious")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular)
  }

  @Test func `a store that a link leads to has its index beside its records`() throws {
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: store.path)
    let index = RecordIndex(store: RecordStore(path: link, form: form))
    #expect(count(index) == 3)
    #expect(!index.isInMemory)
  }

  @Test func `a folder or a pipe in its place leaves the index in memory`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(count(RecordIndex(store: store)) == 3)
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(count(RecordIndex(store: store)) == 3)
  }

  @Test func `while another program holds the file, the answers come from memory`() throws {
    #expect(count(RecordIndex(store: store)) == 3)
    let other = try Database(path: path)
    try other.execute("BEGIN EXCLUSIVE")
    let index = RecordIndex(store: store)
    index.patience = 10
    #expect(count(index) == 3)
    #expect(index.isInMemory)
    try store.save(Samples.whole(form, seed: 4), replacing: 0, on: Samples.today)
    #expect(count(index) == 4)
    let family = RecordIndex(store: store)
    #expect(family.isNumberKnown(of: Samples.whole(form, seed: 9), setting: setting) == nil)
  }

  @Test func `the rows of another kindergarten or another form are not taken over`() throws {
    let index = RecordIndex(store: store)
    #expect(count(index) == 3)
    for kindergarten in ["441302", nil, "110101"] {
      let setting = CheckSetting(today: Samples.today, kindergarten: kindergarten)
      let summaries = index.list(SummaryFilter(), for: .staff(name: ""), setting: setting).summaries
      let scan = store.records().records.map { RecordSummary($0, form: form, setting: setting).warnings }
      #expect(summaries.map(\.warnings).reduce(0, +) == scan.reduce(0, +))
    }
    var other = form
    other.version = 2
    let newer = RecordStore(path: store.path, form: other)
    #expect(
      RecordIndex(store: newer).list(SummaryFilter(), for: .staff(name: ""), setting: setting).unreadable.count == 3)
  }

  // MARK: Duplicates

  @Test func `another family's typo is a duplicate until one of the two is withdrawn or mended`() throws {
    var other = Samples.record(form, seed: 8)
    let number = try #require(form.index(of: "id_number"))
    other.answer("441302201103051234", for: number, source: .told, Samples.stamp(1), form: form)
    let index = RecordIndex(store: store)
    #expect(index.isNumberKnown(of: other, setting: setting) == true)
    #expect(try index.possibleDuplicates(of: other, setting: setting).sameNumber.count == 3)
    other.answer("110105194912310021", for: number, source: .told, Samples.stamp(2), form: form)
    #expect(index.isNumberKnown(of: other, setting: setting) == false)
    // Guardians share their numbers with nobody but their own children.
    other.answer("440524198001010013", for: number, source: .told, Samples.stamp(3), form: form)
    #expect(index.isNumberKnown(of: other, setting: setting) == false)
    for record in store.records().records {
      var withdrawn = record
      withdrawn.apply(.withdraw(reason: "重复"), Samples.stamp(60), form: form, setting: setting)
      try store.save(withdrawn, replacing: record.revision, on: Samples.today)
    }
    other.answer("441302201103051234", for: number, source: .told, Samples.stamp(4), form: form)
    #expect(index.isNumberKnown(of: other, setting: setting) == false)
  }

  @Test func `twins are told apart by their numbers and only said to be alike`() throws {
    var twin = Samples.whole(form, seed: 8)
    let number = try #require(form.index(of: "id_number"))
    twin.answer("441302201103051250", for: number, source: .told, Samples.stamp(40), form: form)
    let found = try RecordIndex(store: store).possibleDuplicates(of: twin, setting: setting)
    #expect(!found.isDuplicate)
    #expect(found.sameChild.count == 3)
  }

  @Test func `a family is not kept waiting for an index to be made`() throws {
    for seed in 10..<130 as Range<UInt64> {
      try store.save(Samples.record(form, seed: seed), replacing: 0, on: Samples.today)
    }
    let record = Samples.whole(form, seed: 9)
    #expect(RecordIndex(store: store).isNumberKnown(of: record, setting: setting) == nil)
    #expect(count(RecordIndex(store: store)) == 123)
  }

  @Test func `the first list says how far it is`() throws {
    for day in 1...3 {
      for seed in 0..<300 as Range<UInt64> {
        let identity = Samples.identity(1_000 * UInt64(day) + seed)
        let record = Record(identity: identity, form: form, created: Samples.stamp(day * 1_440))
        try folder.write(
          Samples.text(record, form), to: "store/records/\(record.created.at.date.iso)/\(record.id).json")
      }
    }
    var told: [[Int]] = []
    let index = RecordIndex(store: store)
    let listing = index.list(
      SummaryFilter(), for: .staff(name: ""), setting: setting, progress: { told.append([$0, $1]) })
    #expect(listing.summaries.count == 903)
    #expect(told.map { $0[0] } == [3, 259, 303, 559, 603, 859, 903])
    #expect(told.allSatisfy { $0[1] == 903 })
  }

  // MARK: A large store

  @Test func `in a large store an editor's change is seen in its day at once, and elsewhere before long`() throws {
    var days: [CalendarDate] = []
    for day in 1...6 {
      let record = Record(
        identity: Samples.identity(UInt64(20 + day)), form: form, created: Samples.stamp(day * 1_440))
      try store.save(record, replacing: 0, on: record.created.at.date)
      days.append(record.created.at.date)
    }
    let index = RecordIndex(store: store)
    index.mostLooks = 2
    index.clock = { FileMark.now + 10_000_000_000 }
    #expect(count(index) == 9)
    let day = try #require(days.last)
    let file = "store/records/\(day.iso)/\(Samples.identity(26).id).json"
    try edit(file, replacing: "\"draft\"", with: "\"withdrawn\"")
    let list = { (filter: SummaryFilter) in
      index.list(filter, for: .staff(name: ""), setting: self.setting).summaries.map(\.status)
    }
    #expect(list(SummaryFilter(day: day)) == [.withdrawn])
    try edit(file, replacing: "\"withdrawn\"", with: "\"draft\"")
    let isSeen = (0..<days.count + 1).contains { _ in !list(SummaryFilter(statuses: [.withdrawn])).contains(.withdrawn)
    }
    #expect(isSeen)
  }

  /// Writes into the file, as an editor does: the folder does not change.
  private func edit(_ file: String, replacing old: String, with new: String) throws {
    let text = try folder.read(file).replacingOccurrences(of: old, with: new)
    let handle = try #require(FileHandle(forWritingAtPath: "\(folder.path)/\(file)"))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test func `what was touched is known from the histories where the day's list is lost`() throws {
    let later = Samples.today.adding(days: 2)
    var record = try #require(store.records().records.first)
    let base = record.revision
    record.handIn(
      Stamp(at: Timestamp(milliseconds: 1_422_403_200_000 + 2 * 86_400_000, offset: 480), by: Samples.guardian))
    try store.save(record, replacing: base, on: later)
    let index = RecordIndex(store: store)
    for isLost in [false, true] {
      if isLost { try FileManager.default.removeItem(atPath: "\(store.path)/days") }
      let listing = index.list(SummaryFilter(day: later), for: .staff(name: ""), setting: setting)
      #expect(listing.summaries.map(\.id) == [record.id])
      #expect(listing.touched == [record.id])
      #expect(index.balance(of: later, setting: setting).started == 0)
      #expect(index.balance(of: Samples.today, setting: setting).started == 3)
    }
  }
}
