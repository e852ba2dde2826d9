import FormModel
import Records
import Standards
import Testing

/// Records of invented children, made by the same moves as real ones.
enum Child {
  /// A boy of Huicheng, born on 5 March 2022.
  static let boy = "441302202203051236"
  static let mother = "440524198001010013"

  /// Everything that a form takes, by item.
  static let values: [(String, String)] = [
    ("name", "潘小明"), ("nationality", "CHN"), ("id_type", "1"), ("id_number", boy), ("sex", "1"),
    ("birth_date", "2022-03-05"), ("ethnic_group", "01"), ("overseas_status", "00"), ("blood_type", "4"),
    ("birthplace", "441302000000"), ("native_place", "广东惠州"), ("hukou_type", "1"),
    ("hukou_place", "441302000000"), ("address", "示范路8号3栋"), ("entry_date", "2025-09-01"), ("attendance", "1"),
    ("only_child", "1"), ("left_behind", "0"), ("migrant_worker_child", "0"), ("health", "10"), ("disabled", "0"),
    ("orphan", "0"), ("guardian_name", "潘大明"), ("guardian_id_type", "1"), ("guardian_id_number", mother),
  ]

  /// A record with everything but some items; what is put off stands with its day.
  static func record(
    _ number: Int = 1, name: String = "潘小明", className: String? = "中一班", without: [String] = [],
    owed: [String: String] = [:], by holder: Authority? = nil
  ) throws -> Record {
    let form = try Classroom.form.get()
    let setting = CheckSetting(today: Classroom.morning.date, kindergarten: "441302")
    let holder = holder ?? .family(Records.Sitting(Person(role: .guardian, name: "潘女士", relation: "52")))
    var held = HeldRecord(
      beginning: Classroom.identity(number), holder: holder, form: form, at: Classroom.morning)
    func make(_ move: Move) { held.make(move, at: Classroom.morning, form: form, setting: setting) }
    for (item, value) in values where !without.contains(item) && owed[item] == nil {
      let isRead = ["sex", "birth_date"].contains(item)
      make(
        .answer(
          item == "name" ? name : value, field: form.index(of: item) ?? 0, source: isRead ? .derived : .told,
          from: isRead ? "id_number" : nil))
    }
    for (item, day) in owed.sorted(by: { $0.key < $1.key }) {
      let due = CalendarDate(iso: day)
      let debt = Owed(reason: .document, who: .guardian, due: due, note: "")
      make(.owe(debt, field: form.index(of: item) ?? 0))
    }
    if let className { make(.setContact(Contact(className: className))) }
    return held.record
  }

  /// The same record after moves of staff; one that is refused would make another child than the test speaks of.
  static func after(_ moves: [Move], _ record: Record) throws -> Record {
    let form = try Classroom.form.get()
    let setting = CheckSetting(today: Classroom.morning.date, kindergarten: "441302")
    guard var held = HeldRecord(record, holder: Classroom.staff) else { return record }
    for move in moves {
      let refusal = held.make(move, at: Classroom.morning, form: form, setting: setting)
      try #require(refusal == nil || refusal == .nothing, "\(move)")
    }
    return held.record
  }
}
