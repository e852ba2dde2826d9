import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// Promise 4, by trying: a record's file is cut off at every length, and each of its bytes is changed.
@Suite struct DamagedRecordTests {
  let form: Form
  let folder: TemporaryFolder

  init() throws {
    form = try Samples.form()
    folder = try TemporaryFolder(inMemory: true)
  }

  @Test func `every truncation and every changed byte is detected, or leaves the record as it was`() throws {
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    let (good, record) = try store.saveTwice()
    let other = Samples.record(form, seed: 2)
    try store.save(other, replacing: 0, on: Samples.today)
    let file = URL(fileURLWithPath: "\(folder.path)/store/records/2015-01-28/\(record.id).json")
    let bytes = [UInt8](try Data(contentsOf: file))
    var (unreadable, changed, harmless, recovered) = (0, 0, 0, 0)
    /// What becomes of a wrong file; where it cannot be read, the save before comes back, which is tried for some.
    func attempt(_ wrong: [UInt8], isTried: Bool, _ comment: Comment) throws {
      try Data(wrong).write(to: file)
      chmod(file.path, 0o600)
      let (records, problems) = store.records()
      #expect(records.contains(other))
      guard problems.isEmpty else {
        unreadable += 1
        guard isTried else { return }
        let doctor = StoreDoctor(store)
        for _ in 0..<2 {
          for defect in doctor.examine() where defect.isRepairable {
            _ = try doctor.repair(defect, at: Samples.stamp(3).at)
          }
        }
        #expect(try store.record(id: record.id) == good, comment)
        recovered += 1
        return
      }
      #expect(records.count == 2, comment)
      guard Record.isChangedOutside(wrong) else {
        // Nothing of the record was hit: at worst the name of its checksum.
        var read = try #require(try store.record(id: record.id))
        read.other = [:]
        #expect(read == record, comment)
        harmless += 1
        return
      }
      changed += 1
      guard isTried else { return }
      let said = StoreDoctor(store).examine().filter { $0.path.hasSuffix("\(record.id).json") }
      #expect(said.contains { $0.kind == .changedOutside }, comment)
    }
    // The last byte is the line break at the end, which says nothing.
    for length in 0..<bytes.count - 1 {
      try attempt(Array(bytes[..<length]), isTried: length % 50 == 0, "cut at \(length)")
    }
    #expect(unreadable == bytes.count - 1)
    let cut = unreadable
    for place in bytes.indices {
      var wrong = bytes
      wrong[place] ^= 0x10
      try attempt(wrong, isTried: place % 50 == 0, "byte \(place)")
    }
    #expect(recovered > 30)
    #expect(harmless <= "checksum".utf8.count)
    print(
      "record of \(bytes.count) bytes: unreadable and said \(cut) truncations of \(bytes.count - 1); of \(bytes.count)"
        + " changed bytes \(unreadable - cut) unreadable, \(changed) read and said to be changed outside, \(harmless)"
        + " harmless; the save before brought back \(recovered) times; unnoticed 0")
  }

  @Test func `what somebody has changed by hand is read, said, listed, and kept beside the next save`() throws {
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    let name = try #require(form.index(of: "name"))
    var record = Samples.record(form)
    record.answer("潘小明", for: name, source: .told, Samples.stamp(1), form: form)
    try store.save(record, replacing: 0, on: Samples.today)
    let file = "store/records/2015-01-28/\(record.id).json"
    var edited = try folder.read(file)
    // The answers stand before the history.
    edited.replaceSubrange(try #require(edited.range(of: "潘小明")), with: "潘小朋")
    try folder.write(edited, to: file)
    chmod("\(folder.path)/\(file)", 0o600)
    #expect(try store.record(id: record.id)?.answers[name]?.value == "潘小朋")
    let defects = StoreDoctor(store).examine()
    #expect(defects.map(\.kind) == [.changedOutside])
    #expect(defects.map(\.remedy) == [.person])
    let index = RecordIndex(store: store)
    let listing = index.list(
      SummaryFilter(), for: .staff(name: ""), setting: CheckSetting(today: Samples.today))
    #expect(listing.summaries.map(\.name) == ["潘小朋"])
    #expect(listing.unreadable.isEmpty)
    #expect(listing.changedOutside.map(\.code) == [.changedOutside])
    // A desk that had it open saves what it has; what stood there is kept.
    record.handIn(Samples.stamp(2))
    try store.save(record, replacing: 1, on: Samples.today)
    #expect(StoreDoctor(store).examine() == [])
    #expect(try store.setAside().map(\.what) == ["changed-outside"])
    #expect(try folder.read("store/aside/\(record.id).json") == edited)
  }

  /// A file made by hand has no checksum and is as good as any; one that another program has laid out anew says so.
  @Test(arguments: [("", false), ("\t", true)]) func `a checksum may be missing`(indent: String, isSaid: Bool) throws {
    let record = Samples.record(form)
    let bytes = isSaid ? record.file(form: form) : record.json(form: form).serialized(pretty: true)
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\n  ", with: "\n\(indent)  ")
    #expect(Record.isChangedOutside(Array(text.utf8)) == isSaid)
    #expect(try Record(Array(text.utf8), form: form) == record)
  }
}
