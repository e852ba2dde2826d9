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

  @Test func `every truncation is detected, and a changed byte is detected or leaves a record that opens`() throws {
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    let name = try #require(form.index(of: "name"))
    var record = Samples.record(form)
    record.answer("潘小明", for: name, source: .told, Samples.stamp(1), form: form)
    let good = record
    try store.save(good, replacing: 0, on: Samples.today)
    record.answer("潘小月", for: name, source: .told, Samples.stamp(2), form: form)
    try store.save(record, replacing: 1, on: Samples.today)
    let other = Samples.record(form, seed: 2)
    try store.save(other, replacing: 0, on: Samples.today)
    let file = URL(fileURLWithPath: "\(folder.path)/store/records/2015-01-28/\(record.id).json")
    let bytes = [UInt8](try Data(contentsOf: file))
    var (detected, opened, recovered) = (0, 0, 0)
    /// Whether it is detected; then the save before comes back, which is tried for some.
    func attempt(_ wrong: [UInt8], isTried: Bool) throws -> Bool {
      try Data(wrong).write(to: file)
      chmod(file.path, 0o600)
      let (records, problems) = store.records()
      #expect(records.contains(other))
      guard problems.count == 1 else {
        #expect(problems.isEmpty && records.count == 2)
        opened += 1
        return false
      }
      detected += 1
      guard isTried else { return true }
      let doctor = StoreDoctor(store)
      for _ in 0..<2 {
        for ailment in doctor.examine() where ailment.isRepairable {
          _ = try doctor.repair(ailment, at: Samples.stamp(3).at)
        }
      }
      #expect(try store.record(id: record.id) == good)
      recovered += 1
      return true
    }
    // The last byte is the line break at the end, which says nothing.
    for length in 0..<bytes.count - 1 {
      #expect(try attempt(Array(bytes[..<length]), isTried: length % 50 == 0), "cut at \(length)")
    }
    let cut = detected
    for place in bytes.indices {
      var wrong = bytes
      wrong[place] ^= 0x10
      _ = try attempt(wrong, isTried: place % 50 == 0)
    }
    #expect(recovered > 30)
    print(
      "record of \(bytes.count) bytes: \(cut) truncations detected of \(bytes.count - 1); changed bytes detected"
        + " \(detected - cut), still a record \(opened); \(recovered) of them mended")
  }
}
