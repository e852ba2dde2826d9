import FormModel
import Foundation
import Records
import Standards
import TestSupport

/// A store of invented records for the commands, gone with it.
final class WorkStore {
  struct Answer {
    var status: Int32
    var text: String
    var errors: String
    var rows: [[String]] { text.split(separator: "\n").map { $0.components(separatedBy: "\t") } }
  }

  /// What else happens to a record before it is saved.
  enum Act {
    case owe(String)
    case clear(String)
    /// The child has a passport of its own, so that no two have one number.
    case passport
    case withdraw
    /// Somebody confirms something so many days later.
    case touch(Int)
  }

  let path: String
  private let isOwn: Bool
  let form: Form
  let records: RecordStore

  init(_ form: Form) throws {
    self.form = form
    path = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-\(UUID().uuidString)").path
    isOwn = true
    records = RecordStore(path: path, form: form)
  }

  /// Another's store, into which records of another form are put.
  init(_ form: Form, at path: String, forms: FormLibrary) {
    (self.form, self.path, isOwn) = (form, path, false)
    records = RecordStore(path: path, forms: forms)
  }

  deinit { if isOwn { try? FileManager.default.removeItem(atPath: path) } }

  private static let answers: [(field: String, value: String)] = [
    ("name", "潘小明"), ("nationality", "CHN"), ("id_type", "1"), ("sex", "1"), ("birth_date", "2011-03-05"),
    ("ethnic_group", "01"), ("overseas_status", "00"), ("blood_type", "0"), ("birthplace", "441302000000"),
    ("native_place", "广东惠州"), ("hukou_type", "2"), ("nonagricultural_type", "1"), ("hukou_place", "441302000000"),
    ("address", "演示路 1 号"), ("entry_date", "2014-09-01"), ("attendance", "1"), ("only_child", "1"),
    ("left_behind", "0"), ("migrant_worker_child", "0"), ("health", "10"), ("disabled", "0"), ("orphan", "0"),
    ("guardian_name", "潘女士"), ("guardian_id_type", "1"), ("guardian_id_number", "440524198001010013"),
  ]

  /// 2015-01-28 08:00 in China, and so many minutes later.
  private func moment(_ minutes: Int) -> Timestamp {
    Timestamp(milliseconds: 1_422_403_200_000 + minutes * 60_000, offset: 480)
  }

  /// Saves a whole record of a family; the code is the number's.
  @discardableResult
  func add(
    _ number: UInt64, name: String = "潘小明", number document: String? = "441302201103051234",
    className: String = "中二班", day: Int = 0, _ acts: [Act] = [], handIn: Bool = true
  ) throws -> Record {
    var generator = Steps(state: number)
    let start = day * 1_440 + Int(number)
    let setting = CheckSetting(today: moment(start).date)
    let identity = RecordIdentity(milliseconds: moment(start).milliseconds, using: &generator)
    let family = Authority.family(Sitting(Person(role: .guardian, name: "潘女士", relation: "52")))
    var held = HeldRecord(beginning: identity, holder: family, form: form, at: moment(start))
    func make(_ move: Move, _ minutes: Int) { held.make(move, at: moment(minutes), form: form, setting: setting) }
    func field(_ name: String) -> Int { form.index(of: name) ?? form.index(of: RenamedForm.name(of: name)) ?? 0 }
    for (name, value) in Self.answers { make(.answer(value, field: field(name), source: .told), start) }
    make(.answer(name, field: field("name"), source: .told), start)
    if let document { make(.answer(document, field: field("id_number"), source: .told), start) }
    make(.setContact(Contact(className: className)), start)
    for case .passport in acts {
      make(.answer("A", field: field("id_type"), source: .told), start)
      make(.answer("E\(12_345_670 + number)", field: field("id_number"), source: .told), start)
    }
    for act in acts {
      switch act {
      case .owe(let name):
        let due = CalendarDate(year: 2015, month: 2, day: 1)
        make(.owe(Owed(reason: .document, who: .guardian, due: due, note: "在老家"), field: field(name)), start)
      case .clear(let name): make(.clear(field: field(name)), start)
      case .passport, .withdraw, .touch: break
      }
    }
    if handIn { make(.handIn, start + 1) }
    for case .touch(let days) in acts {
      make(.setContact(Contact(telephone: "13800000000", className: className)), start + days * 1_440)
    }
    try records.save(held.record, replacing: 0, on: setting.today)
    for case .withdraw in acts {
      guard var staff = HeldRecord(held.record, holder: .staff(name: "王老师")) else { break }
      let base = staff.record.revision
      staff.make(.withdraw(reason: "重复"), at: moment(start + 2), form: form, setting: setting)
      try records.save(staff.record, replacing: base, on: setting.today)
      return staff.record
    }
    return held.record
  }

  /// A citizen number with the right check character (GB 11643-1999).
  static func number(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Runs the program on the store, without a terminal.
  func run(_ arguments: [String]) throws -> Answer {
    let said = try BuiltProgram.run([BuiltProgram.path("xueji")] + arguments + ["--store", path])
    return Answer(status: Int32(said.status), text: said.text, errors: said.errors)
  }
}
