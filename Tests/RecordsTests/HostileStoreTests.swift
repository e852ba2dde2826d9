import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// Issue “Nothing typed is ever lost”, hostile input: every file is untrusted.
@Suite struct HostileStoreTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", "/etc/passwd", "014b2dd6-6400-7cc1-beeb-8da1658eec6",
    "014B2DD6-6400-7CC1-BEEB-8DA1658EEC67",
    "014b2dd6-6400-7cc1-beeb-8da1658eec67\n", "014b2dd6-6400-7cc1-beeb-8da1658eec6/",
    "014b2dd6/6400-7cc1-beeb-8da1658eec67",
    "014b2dd6-6400-7cc1-beeb-8da1658eec6\u{0}", "014b2dd6-6400-7cc1-beeb-8da1658eec6\u{301}",
    "............................/../../..", "０１４b2dd6-6400-7cc1-beeb-8da1658eec67",
  ])
  func `what is no id never becomes part of a path`(text: String) {
    #expect(RecordID(text) == nil)
    // On a disk that shouts it may be a version of a record, under the name that it has there.
    switch StoreItem(path: "records/2015-01-28/\(text).json") {
    case nil: break
    case .copy(_, let id, let name)?: #expect(id.text == text.lowercased() && name == "\(text).json")
    case let item?: Issue.record("\(item)")
    }
    #expect(StoreItem(path: "records/\(text)/014b2dd6-6400-7cc1-beeb-8da1658eec67.json") == nil)
    #expect(StoreItem(path: text) == nil)
  }

  @Test(arguments: ["../..", "K7M4/", "K7M4\n", "K\u{0}M4", "....", "K7M\u{202E}4", "K7M4\u{200B}K"])
  func `what is no code is none`(text: String) {
    // White space around a code is what people type.
    #expect(RecordCode(text) == nil || RecordCode(text)?.text == "K7M4" && text == "K7M4\n")
  }

  /// Deep nesting of each kind, in each place that is read whatever its key is.
  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `deep JSON ends in an error and not in a crash`(opening: String) throws {
    let record = Samples.record(form)
    let name = "store/records/2015-01-28/\(record.id).json"
    let deep = String(repeating: opening, count: 200_000)
    try folder.write(deep, to: name)
    #expect(store.records().problems.map(\.code) == [.damaged])
    try folder.write(
      Samples.text(record, form).replacingOccurrences(of: "\"number\"", with: "\"x\": \(deep)"), to: name)
    #expect(store.records().problems.map(\.code) == [.damaged])
    try folder.write(deep, to: "store/store.json")
    #expect(throws: StoreError.self) { try store.settings() }
    let line = deep.prefix(100_000)
    try folder.write("00000000 \(line)\n", to: "store/records/2015-01-28/\(record.id).a.journal")
    #expect(store.journals(of: record.id, day: Samples.today).problems.map(\.code) == [.damaged])
    #expect(!StoreDoctor(store).examine().isEmpty)
  }

  @Test func `what is larger than a record can be is not read`() throws {
    let record = Samples.record(form)
    try folder.write("", to: "store/records/2015-01-28/\(record.id).json")
    // A file with a hole takes no room and says that it has a terabyte.
    for name in [
      "records/2015-01-28/\(record.id).json", "records/2015-01-28/\(record.id).a.journal", "store.json",
      "days/2015-01-28", "ledger.jsonl",
    ] {
      try folder.write("", to: "store/\(name)")
      #expect(truncate("\(folder.path)/store/\(name)", 1 << 40) == 0)
    }
    #expect(store.records().problems.map(\.code) == [.tooLarge])
    #expect(store.journals(of: record.id, day: Samples.today).problems.map(\.code) == [.tooLarge])
    #expect(throws: StoreError.self) { try store.settings() }
    #expect(throws: StoreError.self) { try store.touched(on: Samples.today) }
    #expect(StoreDoctor(store).examine().count >= 4)
    #expect(try store.backUp(at: Samples.stamp(1).at).skipped.count == 5)
  }

  @Test(arguments: [
    "99999999999999999999999999", "-1", "1e400", "0.0000000000000000000001", "9007199254740993",
    String(repeating: "9", count: 100_000),
  ])
  func `numbers of any length are read without harm, and refused where they count something`(number: String) throws {
    let record = Samples.record(form)
    let name = "store/records/2015-01-28/\(record.id).json"
    let text = Samples.text(record, form)
    try folder.write(text.replacingOccurrences(of: "\"revision\": 0", with: "\"revision\": \(number)"), to: name)
    #expect(store.records().problems.map(\.code) == [.damaged])
    // Where nobody knows what it means, it is kept digit by digit.
    try folder.write(
      text.replacingOccurrences(of: "\"revision\": 0", with: "\"revision\": 0, \"x\": \(number)"), to: name)
    var known = try #require(try store.record(id: record.id))
    known.answer("潘小明", for: try #require(form.index(of: "name")), source: .told, Samples.stamp(1), form: form)
    try store.save(known, replacing: 0, on: Samples.today)
    #expect(try folder.read(name).contains("\"x\": \(number)"))
    try folder.write(
      "{\"format\":\"xueji-store/1\",\"door\":{\"desks\":{\"d\":{\"failures\":\(number),\"since\":\(number),\"until\":\(number)}}}}",
      to: "store/store.json")
    switch try store.count(DoorTry(code: nil, desk: "d", at: Samples.stamp(1).at)) {
    case .mayTry: break
    case .wait(let seconds): #expect(seconds <= 300)
    case .closed: Issue.record("a desk is never closed")
    }
  }

  /// Nothing may wait for somebody to write into a pipe, or read what a device gives.
  @Test func `links, pipes and folders in a file's place are said and not opened`() throws {
    let day = "store/records/2015-01-28"
    let good = Samples.record(form)
    try store.save(good, replacing: 0, on: Samples.today)
    func id(_ seed: UInt64) -> RecordID { Samples.identity(seed).id }
    func place(_ name: String) -> String { "\(folder.path)/\(day)/\(name)" }
    for (seed, target) in [(3, "/dev/zero"), (4, "/etc/passwd"), (5, "."), (6, place("\(good.id).json"))]
      as [(UInt64, String)]
    {
      try FileManager.default.createSymbolicLink(atPath: place("\(id(seed)).json"), withDestinationPath: target)
      try FileManager.default.createSymbolicLink(
        atPath: place("\(id(seed)).a.journal"), withDestinationPath: target)
    }
    #expect(mkfifo(place("\(id(7)).json"), 0o600) == 0)
    #expect(mkfifo(place("\(good.id).p.journal"), 0o600) == 0)
    #expect(mkfifo("\(folder.path)/store/store.json", 0o600) == 0)
    try folder.write("", to: "\(day)/\(id(8)).json/inside")
    #expect(store.records().records == [good])
    #expect(store.records().problems.count == 6)
    #expect(store.journals(of: Samples.today).problems.count == 5)
    #expect(throws: StoreError.self) { try store.settings() }
    #expect(throws: StoreError.self) { try store.save(Settings()) }
    let defects = StoreDoctor(store).examine()
    #expect(defects.count { $0.kind == .link } == 8)
    #expect(defects.count { $0.kind == .notAFile } == 4)
    // A folder that was moved is closed to others in a second round.
    for _ in 0..<2 {
      for defect in StoreDoctor(store).examine() where defect.isRepairable {
        _ = try StoreDoctor(store).repair(defect, at: Samples.stamp(1).at)
      }
    }
    #expect(store.records().problems.isEmpty)
    #expect(StoreDoctor(store).examine().isEmpty)
    #expect(access("/etc/passwd", F_OK) == 0 && access("/dev/zero", F_OK) == 0)
  }

  @Test func `a pipe in the place of a day's list is no place to write`() throws {
    try folder.write("", to: "store/days/x")
    #expect(mkfifo("\(folder.path)/store/days/2015-01-28", 0o600) == 0)
    let record = Samples.record(form)
    try store.save(record, replacing: 0, on: Samples.today)
    #expect(try store.record(id: record.id) == record)
  }

  @Test func `names with line breaks, escape sequences and wrong bytes hide nothing`() throws {
    let good = Samples.record(form)
    try store.save(good, replacing: 0, on: Samples.today)
    let day = "\(folder.path)/store/records/2015-01-28"
    let names: [[UInt8]] =
      ["a\nb.json", "\u{1B}[2J.json", "\u{202E}nosj.json", " .json", String(repeating: "n", count: 250) + ".json"].map {
        Array($0.utf8)
      } + [[0xFF, 0xFE] + Array(".json".utf8)]
    for name in names {
      let path = Array("\(day)/".utf8) + name
      let opened = path.withUnsafeBufferPointer { bytes in
        (Array(bytes) + [0]).withUnsafeBytes {
          Glibc.open($0.bindMemory(to: CChar.self).baseAddress!, O_WRONLY | O_CREAT, 0o600)
        }
      }
      #expect(opened >= 0)
      close(opened)
    }
    #expect(store.records().records == [good])
    #expect(store.records().problems.count == names.count)
    let doctor = StoreDoctor(store)
    for defect in doctor.examine() where defect.isRepairable {
      #expect(try doctor.repair(defect, at: Samples.stamp(1).at))
    }
    // Only the name that is no text cannot even be said to the system.
    #expect(doctor.examine().map(\.remedy) == [.person])
    #expect(try store.setAside().count == names.count - 1)
    for reason in try store.setAside() { #expect(StoreItem.isPlain(String(reason.path.dropFirst(6)))) }
  }
}
