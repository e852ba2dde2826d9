import FormModel
import Foundation
import Standards
import TestSupport
import Testing

@testable import Records

@Suite struct RecordStoreTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  private func answered(_ value: String, seed: UInt64 = 1) throws -> Record {
    var record = Samples.record(form, seed: seed)
    record.answer(
      value, for: try #require(form.index(of: "name")), source: .told, Samples.stamp(1), form: form)
    return record
  }

  private func file(_ record: Record) -> String { "store/records/2015-01-28/\(record.id).json" }

  @Test func `nothing is made before the first save`() throws {
    #expect(try store.settings() == Settings())
    #expect(store.records().records.isEmpty)
    #expect(store.records().problems.isEmpty)
    #expect(try store.record(code: Samples.identity().code) == nil)
    #expect(try store.touched(on: Samples.today).isEmpty)
    #expect(!store.exists)
    #expect(try folder.names().isEmpty)
  }

  @Test func `a record lies under its day, by its id, for its owner alone`() throws {
    let record = try answered("潘小明")
    try store.save(record, replacing: 0, on: Samples.today)
    #expect(
      try folder.names() == [
        "store", "store/days", "store/days/2015-01-28", "store/records", "store/records/2015-01-28", file(record),
      ])
    for name in try folder.names() {
      let isFile = name.hasSuffix(".json") || name.hasSuffix("days/2015-01-28")
      #expect(try folder.mode(name) == (isFile ? 0o600 : 0o700))
    }
    #expect(try folder.read(file(record)) == Samples.text(record, form))
    #expect(try store.record(id: record.id) == record)
    #expect(store.records(of: Samples.today, status: .draft).records == [record])
    #expect(store.records(status: .submitted).records.isEmpty)
    #expect(store.records(of: Samples.today.adding(days: 1)).records.isEmpty)
  }

  // Promise 3: no change is overwritten.

  @Test func `a save over a revision that nobody here has seen is a conflict`() throws {
    var record = try answered("潘小明")
    try store.save(record, replacing: 0, on: Samples.today)
    record.handIn(Samples.stamp(2))
    let standing = try folder.read(file(record))
    let error = #expect(throws: StoreError.self) { try store.save(record, replacing: 0, on: Samples.today) }
    #expect(error?.code == .conflict)
    #expect(try folder.read(file(record)) == standing)
    try store.save(record, replacing: 1, on: Samples.today)
    #expect(try store.record(id: record.id)?.status == .submitted)
  }

  @Test func `a record that was only just begun takes no other's place`() throws {
    let first = try answered("潘小明")
    try store.save(first, replacing: 0, on: Samples.today)
    let standing = try folder.read(file(first))
    // Another child under the same identity: nothing of the two is shared.
    var second = try answered("潘小光")
    let error = #expect(throws: StoreError.self) { try store.save(second, replacing: nil, on: Samples.today) }
    #expect(error?.code == .otherRecord)
    #expect(try folder.read(file(first)) == standing)
    let given: Set<RecordCode> = [first.code]
    var generator = Steps(state: 1)
    let identity = RecordIdentity(milliseconds: 1_422_403_200_000, avoiding: given, using: &generator)
    #expect(identity.code != first.code)
    second.rename(identity)
    try store.save(second, replacing: 0, on: Samples.today)
    #expect(store.records().records.count == 2)
  }

  @Test func `a snapshot that met another record is written under the identity that it is given`() throws {
    let first = try answered("潘小明")
    try store.save(first, replacing: 0, on: Samples.today)
    let writer = SnapshotWriter(store: store) {}
    writer.submit(try answered("潘小光"), today: Samples.today)
    #expect(!writer.drain(milliseconds: 2_000))
    let identity = Samples.identity(77)
    writer.rename(first.id, to: identity)
    writer.retry()
    #expect(writer.drain())
    #expect(try store.record(id: first.id) == first)
    #expect(try store.record(id: identity.id)?.code == identity.code)
  }

  @Test func `the same snapshot again is no conflict, and a vanished file is written anew`() throws {
    let record = try answered("潘小明")
    try store.save(record, replacing: 0, on: Samples.today)
    try store.save(record, replacing: 0, on: Samples.today)
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(file(record))")
    try store.save(record, replacing: 1, on: Samples.today)
    #expect(try store.record(id: record.id) == record)
  }

  // Promise 2: no save can damage. Promise 5: what is wrong is said.

  @Test(arguments: [
    (ENOSPC, StoreError.Code.full), (EDQUOT, .full), (EROFS, .readOnly), (EIO, .io), (EACCES, .permission),
  ])
  func `a save that fails at any step leaves the old file and nothing else`(
    number: Int32, code: StoreError.Code
  ) throws {
    var record = try answered("潘小明")
    try store.save(record, replacing: 0, on: Samples.today)
    let standing = try folder.read(file(record))
    let names = try folder.names()
    record.handIn(Samples.stamp(2))
    for step in 0..<3 {
      let failing = RecordStore(path: store.path, form: form, operations: .failing(at: step, number))
      let error = #expect(throws: StoreError.self) { try failing.save(record, replacing: 1, on: Samples.today) }
      #expect(error?.code == code)
      #expect(error?.number == number)
      #expect(try folder.read(file(record)) == standing)
      #expect(try folder.names() == names)
    }
  }

  @Test func `a try that failed after its rename can be made again`() throws {
    let record = try answered("潘小明")
    let failing = RecordStore(path: store.path, form: form, operations: .failing(at: 3, EIO))
    #expect(throws: StoreError.self) { try failing.save(record, replacing: 0, on: Samples.today) }
    try store.save(record, replacing: 0, on: Samples.today)
    #expect(try store.record(id: record.id) == record)
  }

  @Test func `a short write is gone on with`() throws {
    let record = try answered("潘小明")
    var operations = FileOperations.system
    operations.write = { Glibc.write($0, $1, min($2, 7)) }
    try RecordStore(path: store.path, form: form, operations: operations).save(record, replacing: 0, on: Samples.today)
    #expect(try store.record(id: record.id) == record)
  }

  @Test func `a file in a folder's place is said`() throws {
    let record = try answered("潘小明")
    try folder.write("", to: "store/records")
    let error = #expect(throws: StoreError.self) { try store.save(record, replacing: 0, on: Samples.today) }
    #expect(error?.code == .notAFolder)
    #expect(store.records().problems.map(\.code) == [.notAFolder])
    let other = RecordStore(path: "\(folder.path)/store/records", form: form)
    #expect(throws: StoreError.self) { try other.save(record, replacing: 0, on: Samples.today) }
  }

  // Never through a symbolic link.

  @Test(arguments: ["records", "records/2015-01-28", "days", "days/2015-01-28", "store.json", "FILE"])
  func `nothing is written or read through a symbolic link`(link: String) throws {
    let record = try answered("潘小明")
    let name = link == "FILE" ? file(record) : "store/\(link)"
    let isFolder = ["records", "records/2015-01-28", "days"].contains(link)
    try folder.write("", to: "outside/kept")
    // What the link leads to is in order, so that only the link can be what is refused.
    let outside = link == "FILE" ? Samples.text(record, form) : #"{"format":"xueji-store/1"}"#
    try folder.write(outside, to: "outside.json")
    let parent = (name as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(parent)", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(name)", withDestinationPath: "\(folder.path)/outside\(isFolder ? "" : ".json")")
    try? store.save(record, replacing: 0, on: Samples.today)
    try? store.save(Settings(kindergarten: "示范幼儿园"))
    #expect(try folder.read("outside.json") == outside)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/outside") == ["kept"])
    switch link {
    case "days", "days/2015-01-28": #expect(try store.record(id: record.id) == record)
    case "store.json": #expect(throws: StoreError.self) { try store.settings() }
    default: #expect(store.records().problems.count == 1)
    }
  }

  // Promise 4: one bad file never hides the others.

  @Test func `every bad file is named with its reason beside the good ones`() throws {
    let good = try answered("潘小明", seed: 1)
    let twin = try answered("𠮷田小满", seed: 2)
    for record in [good, twin] { try store.save(record, replacing: 0, on: Samples.today) }
    let day = "store/records/2015-01-28"
    let text = try folder.read(file(good))
    func id(_ seed: UInt64) -> RecordID { Samples.identity(seed).id }
    func copy(_ seed: UInt64) -> String { text.replacingOccurrences(of: good.id.text, with: id(seed).text) }
    try folder.write(text, to: "\(day)/\(id(3)).json")
    try folder.write(String(copy(4).prefix(200)), to: "\(day)/\(id(4)).json")
    try folder.write(copy(5).replacingOccurrences(of: "record/1", with: "record/2"), to: "\(day)/\(id(5)).json")
    try folder.write(copy(6).replacingOccurrences(of: "school-28", with: "school-9"), to: "\(day)/\(id(6)).json")
    try folder.write(
      copy(7) + String(repeating: " ", count: Record.largestFile), to: "\(day)/\(id(7)).json")
    try folder.write("", to: "\(day)/\(id(8)).json/inside")
    try folder.write("", to: "\(day)/notes.json")
    try folder.write("", to: "\(day)/.\(id(9)).json.abc.new")
    try folder.write("", to: "\(day)/\(id(9)).desk.journal")
    try folder.write("", to: "store/records/notes/x")
    try folder.write("", to: "store/records/2015-01-27")
    let (records, problems) = store.records()
    #expect(Set(records) == [good, twin])
    var found: [String: StoreError.Code] = [:]
    for problem in problems { found[problem.path] = problem.code }
    #expect(
      found == [
        "records/2015-01-28/\(id(3)).json": .damaged, "records/2015-01-28/\(id(4)).json": .damaged,
        "records/2015-01-28/\(id(5)).json": .newer, "records/2015-01-28/\(id(6)).json": .otherForm,
        "records/2015-01-28/\(id(7)).json": .tooLarge, "records/2015-01-28/\(id(8)).json": .damaged,
        "records/2015-01-28/notes.json": .damaged, "records/notes": .damaged, "records/2015-01-27": .notAFolder,
      ])
    #expect(problems.count == found.count)
    #expect(try store.document(id: id(5))?["format"]?.string == "xueji-record/2")
    #expect(try store.document(id: id(6))?["form"]?["name"]?.string == "preschool-9")
    #expect(throws: StoreError.self) { try store.record(id: id(5)) }
  }

  @Test func `a damaged or newer file is never saved over`() throws {
    let record = try answered("潘小明")
    for text in ["{", "{}", "[]", "{\"revision\":\"1\"}"] {
      try folder.write(text, to: file(record))
      let error = #expect(throws: StoreError.self) { try store.save(record, replacing: 0, on: Samples.today) }
      #expect(error?.code == .damaged)
      #expect(try folder.read(file(record)) == text)
    }
  }

  // Codes.

  @Test func `a record is found by its code, the id's own or a foreign one`() throws {
    let own = try answered("潘小明", seed: 1)
    var foreign = try answered("𠮷田小满", seed: 2)
    foreign.code = try #require(RecordCode("K7M4"))
    for record in [own, foreign] { try store.save(record, replacing: 0, on: Samples.today) }
    #expect(own.code == RecordCode(spelledBy: own.id))
    #expect(try store.record(code: own.code) == own)
    #expect(try store.record(code: foreign.code) == foreign)
    #expect(try store.document(code: foreign.code)?["id"]?.string == foreign.id.text)
    #expect(try store.record(code: RecordCode(spelledBy: foreign.id)) == nil)
    #expect(try store.record(code: #require(RecordCode("2222"))) == nil)
    try folder.write("broken", to: file(own))
    #expect(throws: StoreError.self) { try store.record(code: own.code) }
    #expect(try store.record(code: foreign.code) == foreign)
  }

  @Test func `a code that a file's name spells is not given again`() throws {
    let record = try answered("潘小明", seed: 7)
    try store.save(record, replacing: 0, on: Samples.today)
    #expect(!store.isCodeTaken(of: record))
    // The last eight digits of an id spell its code.
    let text = Samples.record(form, seed: 8).id.text
    let twin = try #require(RecordID(text.dropLast(8) + record.id.text.suffix(8)))
    var second = try answered("潘小光", seed: 8)
    second.rename(RecordIdentity(id: twin, code: RecordCode(spelledBy: twin)))
    #expect(store.isCodeTaken(of: second))
    let writer = SnapshotWriter(store: store) {}
    writer.submit(second, today: Samples.today)
    #expect(!writer.drain(milliseconds: 2_000))
    guard case .failed(_, let error)? = writer.reports().last else {
      Issue.record("nothing was reported")
      return
    }
    #expect(error.code == .otherRecord && !FileManager.default.fileExists(atPath: "\(folder.path)/\(file(second))"))
  }

  @Test func `an identity is a UUID of version 7 whose tail spells the code`() throws {
    // RFC 9562 §5.7: 48 bits of time, the version, 12 random bits, the variant, 62 random bits.
    let identity = Samples.identity(3)
    let text = identity.id.text
    #expect(text.wholeMatch(of: /014b2dd6-6400-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    var codes: Set<String> = []
    for seed in 0..<2_000 as Range<UInt64> { codes.insert(Samples.identity(seed).code.text) }
    #expect(codes.count > 1_990)
    #expect(Set(codes.joined()).isSubset(of: Set("23456789ABCDEFGHJKMNPQRSTUVWXYZ")))
  }

  @Test(arguments: [
    ("K7M4", "K7M4"), (" k7 m4 ", "K7M4"), ("Ｋ７Ｍ４", "K7M4"), ("K7M", nil), ("K7M45", nil), ("K0M4", nil),
    ("KOM4", nil), ("K1M4", nil), ("KIM4", nil), ("KLM4", nil), ("ßß", nil), ("潘小明你", nil), ("", nil),
  ])
  func `a code is read as people type it`(typed: String, code: String?) {
    #expect(RecordCode(typed)?.text == code)
  }

  @Test func `the ids touched on a day are listed once each, the last last`() throws {
    let one = try answered("潘小明", seed: 1)
    let two = try answered("𠮷田小满", seed: 2)
    for record in [one, one, two, one] {
      try? store.save(record, replacing: 0, on: Samples.today)
    }
    #expect(try store.touched(on: Samples.today) == [two.id, one.id])
    #expect(try folder.read("store/days/2015-01-28") == "\(one.id)\n\(two.id)\n\(one.id)\n")
  }

  @Test func `a line that a power cut has torn spoils no other`() throws {
    let one = try answered("潘小明", seed: 1)
    let two = try answered("𠮷田小满", seed: 2)
    for torn in ["", "014b", "\(one.id)", "\(one.id)\n", "\(one.id)\n014b2dd6-6400", "\u{0}\u{0}"] {
      try folder.write(torn, to: "store/days/2015-01-28")
      for record in [one, two] { try store.save(record, replacing: 0, on: Samples.today) }
      try? FileManager.default.removeItem(atPath: "\(folder.path)/\(file(one))")
      try? FileManager.default.removeItem(atPath: "\(folder.path)/\(file(two))")
      #expect(Set(try store.touched(on: Samples.today)) == [one.id, two.id], "\(torn)")
    }
  }

  @Test func `a lax umask opens nothing`() throws {
    let before = umask(0)
    defer { umask(before) }
    try store.save(Settings(kindergarten: "示范幼儿园"))
    try store.save(answered("潘小明"), replacing: 0, on: Samples.today)
    for name in try folder.names() {
      let isFile = name.hasSuffix(".json") || name.hasSuffix("days/2015-01-28")
      #expect(try folder.mode(name) == (isFile ? 0o600 : 0o700))
    }
  }

  @Test func `a whole file is written beside and renamed`() throws {
    try folder.write("old", to: "kept.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/out.txt", withDestinationPath: "\(folder.path)/kept.txt")
    try AtomicFile.write(Array("new".utf8), to: "\(folder.path)/out.txt")
    #expect(try folder.read("kept.txt") == "old")
    #expect(try folder.read("out.txt") == "new")
    #expect(try folder.mode("out.txt") == 0o600)
    #expect(try folder.names() == ["kept.txt", "out.txt"])
    let error = #expect(throws: StoreError.self) { try AtomicFile.write([], to: "\(folder.path)/none/out.txt") }
    #expect(error?.code == .vanished)
    #expect(throws: StoreError.self) { try AtomicFile.write([], to: "\(folder.path)/") }
  }
}

extension FileOperations {
  /// The system, but for one call: 0 the write, 1 the sync of the file, 2 the rename, 3 the sync of the folder.
  static func failing(at step: Int, _ number: Int32) -> FileOperations {
    var operations = FileOperations.system
    @Sendable func fail() -> Int32 {
      errno = number
      return -1
    }
    switch step {
    case 0: operations.write = { _, _, _ in Int(fail()) }
    case 1: operations.sync = { isFolder($0) ? fsync($0) : fail() }
    case 2: operations.rename = { _, _, _ in fail() }
    default: operations.sync = { isFolder($0) ? fail() : fsync($0) }
    }
    return operations
  }

  private static func isFolder(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
