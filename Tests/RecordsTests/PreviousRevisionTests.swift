import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// Issue “Nothing typed is ever lost”: the previous good revision is kept.
@Suite struct PreviousRevisionTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  private func revisions(_ count: Int) throws -> [Record] {
    var record = Samples.record(form)
    let name = try #require(form.index(of: "name"))
    return (1...count).map { number in
      record.answer("小\(number)", for: name, source: .told, Samples.stamp(number), form: form)
      return record
    }
  }

  private func file(_ record: Record) -> String { "store/records/2015-01-28/\(record.id).json" }

  @Test func `the save before stays beside the record, for its owner alone, and is listed nowhere`() throws {
    let records = try revisions(3)
    for (index, record) in records.enumerated() {
      try store.save(record, replacing: index, on: Samples.today)
      let previous = "\(file(record)).previous"
      guard index > 0 else {
        #expect(try !folder.names().contains(previous))
        continue
      }
      #expect(try folder.read(previous) == Samples.text(records[index - 1], form))
      #expect(try folder.mode(previous) == 0o600)
    }
    #expect(store.records().records == [records[2]])
    #expect(store.records().problems.isEmpty)
    #expect(try folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
    // The settings too.
    try store.save(Settings(kindergarten: "甲园"))
    try store.save(Settings(kindergarten: "乙园"))
    #expect(try folder.read("store/store.json.previous").contains("甲园"))
  }

  @Test(arguments: [EPERM, EMLINK, ENOTSUP, ENOSYS])
  func `a file system without second names keeps a copy`(number: Int32) throws {
    let records = try revisions(2)
    var operations = FileOperations.system
    operations.link = { _, _, _ in
      errno = number
      return -1
    }
    let store = RecordStore(path: store.path, form: form, operations: operations)
    for (index, record) in records.enumerated() { try store.save(record, replacing: index, on: Samples.today) }
    #expect(try folder.read("\(file(records[0])).previous") == Samples.text(records[0], form))
    #expect(try folder.read(file(records[0])) == Samples.text(records[1], form))
    #expect(try folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
  }

  @Test func `the typing path waits for no more syncs than without it`() throws {
    let count = Counter()
    var operations = FileOperations.system
    operations.sync = {
      count.add()
      return fsync($0)
    }
    let records = try revisions(3)
    let store = RecordStore(path: store.path, form: form, operations: operations)
    try store.save(records[0], replacing: 0, on: Samples.today)
    try store.save(records[1], replacing: 1, on: Samples.today)
    let before = count.value
    try store.save(records[2], replacing: 2, on: Samples.today)
    // The file and the folder.
    #expect(count.value - before == 2)
  }

  @Test func `where both names are one file's, as a power cut may leave them, the next save leaves nothing behind`()
    throws
  {
    let records = try revisions(2)
    try store.save(records[0], replacing: 0, on: Samples.today)
    let path = "\(folder.path)/\(file(records[0]))"
    #expect(link(path, "\(path).previous") == 0)
    try store.save(records[1], replacing: 1, on: Samples.today)
    #expect(try folder.read("\(file(records[0])).previous") == Samples.text(records[0], form))
    #expect(try store.record(id: records[0].id) == records[1])
    #expect(try folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
  }

  @Test func `a link in the place of the save before is replaced, never followed`() throws {
    let records = try revisions(2)
    try store.save(records[0], replacing: 0, on: Samples.today)
    try folder.write("outside", to: "outside.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(file(records[0])).previous", withDestinationPath: "\(folder.path)/outside.txt")
    try store.save(records[1], replacing: 1, on: Samples.today)
    #expect(try folder.read("outside.txt") == "outside")
    #expect(try folder.read("\(file(records[0])).previous") == Samples.text(records[0], form))
  }

  @Test func `a record of a newer version is not saved over, even where the revision is the same`() throws {
    let records = try revisions(2)
    let newer = Samples.text(records[0], form).replacingOccurrences(of: "xueji-record/1", with: "xueji-record/2")
    try folder.write(newer, to: file(records[0]))
    let error = #expect(throws: StoreError.self) { try store.save(records[1], replacing: 1, on: Samples.today) }
    #expect(error?.code == .newer)
    #expect(try folder.read(file(records[0])) == newer)
  }
}

/// Counts across threads.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  var value: Int { lock.withLock { count } }

  func add() { lock.withLock { count += 1 } }
}
