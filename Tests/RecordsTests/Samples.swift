import FormModel
import Foundation
import Standards
import TestSupport
import Testing

@testable import Records

/// What the tests of records share: the built-in form, invented people, a fixed clock.
enum Samples {
  static func form() throws -> Form { try Form.load(from: .embedded) }

  static let guardian = Person(role: .guardian, name: "潘女士", relation: "52")
  static let teacher = Person(role: .teacher, name: "李老师")

  /// 2015-01-28 08:00 in China, and so many minutes later.
  static func stamp(_ minutes: Int = 0, by person: Person = guardian) -> Stamp {
    Stamp(at: Timestamp(milliseconds: 1_422_403_200_000 + minutes * 60_000, offset: 480), by: person)
  }

  static let today = CalendarDate(year: 2015, month: 1, day: 28) ?? CalendarDate(dayNumber: 0)!

  static func identity(_ seed: UInt64 = 1, milliseconds: Int = 1_422_403_200_000) -> RecordIdentity {
    var generator = Steps(state: seed)
    return RecordIdentity(milliseconds: milliseconds, using: &generator)
  }

  static func record(_ form: Form, seed: UInt64 = 1, minutes: Int = 0) -> Record {
    Record(identity: identity(seed), form: form, created: stamp(minutes))
  }

  static func text(_ record: Record, _ form: Form) -> String {
    String(decoding: record.file(form: form), as: UTF8.self)
  }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  /// In memory, where the system has such a place, for tests that make thousands of files.
  init(inMemory: Bool = false) throws {
    let base = inMemory && FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm/" : NSTemporaryDirectory()
    path = base + "xueji-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// Every file and folder below, by its path.
  func names() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }

  func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: name.isEmpty ? path : "\(path)/\(name)")
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}

extension Samples {
  /// Every item of the form as an invented child of an example would have it, told by the guardian.
  static let answers: [(field: String, value: String)] = [
    ("name", "潘小明"), ("nationality", "CHN"), ("id_type", "1"), ("id_number", "441302201103051234"), ("sex", "1"),
    ("birth_date", "2011-03-05"), ("ethnic_group", "01"), ("overseas_status", "00"), ("blood_type", "0"),
    ("birthplace", "441302000000"), ("native_place", "广东惠州"), ("hukou_type", "2"), ("nonagricultural_type", "1"),
    ("hukou_place", "441302000000"), ("address", "演示路 1 号"), ("entry_date", "2014-09-01"), ("attendance", "1"),
    ("only_child", "1"), ("left_behind", "0"), ("migrant_worker_child", "0"), ("health", "10"), ("disabled", "0"),
    ("orphan", "0"), ("guardian_name", "潘女士"), ("guardian_id_type", "1"),
    ("guardian_id_number", "440524198001010013"),
  ]

  /// A draft in which everything is answered and nothing is wrong.
  static func whole(_ form: Form, seed: UInt64 = 1) -> Record {
    var record = record(form, seed: seed)
    for (minute, answer) in answers.enumerated() {
      guard let field = form.index(of: answer.field) else { continue }
      record.answer(answer.value, for: field, source: .told, stamp(minute + 1), form: form)
    }
    return record
  }
}

extension RecordStore {
  /// A record that was saved, and the same as it was saved after it.
  func saveTwice() throws -> (before: Record, now: Record) {
    let form = forms.form
    let name = try #require(form.index(of: "name"))
    var record = Samples.record(form)
    record.answer("潘小明", for: name, source: .told, Samples.stamp(1), form: form)
    let before = record
    try save(before, replacing: 0, on: Samples.today)
    record.answer("潘小月", for: name, source: .told, Samples.stamp(2), form: form)
    try save(record, replacing: 1, on: Samples.today)
    return (before, record)
  }

  /// Puts settings into a store where nobody else changes any.
  func save(_ settings: Settings) throws(StoreError) { try save(settings, since: Settings()) }
}
