import FormModel
import Records
import Standards

/// Children of no city, who may go out in a sheet: numbers of a real county, all else invented, answered item by item.
struct BenchChildren {
  let form: Form
  private var numbers = SplitMix(state: 1)
  private var last: RecordID?
  private static let family = Authority.family(Sitting(Person(role: .guardian, name: "潘女士", relation: "52")))
  /// What all of them share; the rest is each one's own.
  private static let answers: [(field: String, value: String)] = [
    ("nationality", "CHN"), ("id_type", "1"), ("ethnic_group", "01"), ("overseas_status", "00"), ("blood_type", "0"),
    ("birthplace", "441302000000"), ("native_place", "广东惠州"), ("hukou_type", "1"),
    ("hukou_place", "441302000000"), ("address", "演示路1号"), ("entry_date", "2025-09-01"), ("attendance", "1"),
    ("only_child", "1"), ("left_behind", "0"), ("migrant_worker_child", "0"), ("health", "10"), ("disabled", "0"),
    ("orphan", "0"), ("guardian_name", "潘女士"), ("guardian_id_type", "1"), ("guardian_id_number", "440524198001010013"),
  ]

  init() throws { form = try Form.load(from: .embedded) }

  /// The records of a day, all approved, a second apart.
  mutating func records(_ count: Int, on day: CalendarDate) throws -> [Record] {
    try (0..<count).map { number in
      var held = filled(on: day, number)
      let refusal = make(.handIn, &held)
      guard refusal == nil, var approved = HeldRecord(held.record, holder: .staff(name: "审核")) else {
        throw BenchFailure("an invented child is refused: \(String(describing: refusal))")
      }
      if let refusal = make(.approve, &approved) { throw BenchFailure("a child is not approved: \(refusal)") }
      return approved.record
    }
  }

  /// A form with every item answered, not handed in.
  mutating func filled(on day: CalendarDate, _ number: Int = 0) -> HeldRecord {
    let begun = Timestamp(milliseconds: day.dayNumber * 86_400_000 + number * 1_000, offset: 480)
    let identity = RecordIdentity(milliseconds: begun.milliseconds, after: last, using: &numbers)
    last = identity.id
    var held = HeldRecord(beginning: identity, holder: Self.family, form: form, at: begun)
    let birth = Self.day(Int.random(in: -1_700 ..< -1_340, using: &numbers))
    let sequence = Int.random(in: 1..<1_000, using: &numbers)
    let own = [
      ("name", "潘" + hanzi() + hanzi()), ("sex", sequence % 2 == 1 ? "1" : "2"), ("birth_date", birth.iso),
      ("id_number", CitizenNumber.invented(area: "441302", birthDate: birth, sequence: sequence)),
    ]
    for (field, value) in Self.answers + own { answer(field, value, &held) }
    return held
  }

  func answer(_ field: String, _ value: String, _ held: inout HeldRecord) {
    guard let field = form.index(of: field) else { return }
    _ = make(.answer(value, field: field, source: .told), &held)
  }

  private func make(_ move: Move, _ held: inout HeldRecord) -> Refusal? {
    let at = held.record.created.at
    return held.make(move, at: at, form: form, setting: CheckSetting(today: at.date))
  }

  /// A day, counted from 1 September 2025.
  static func day(_ number: Int) -> CalendarDate {
    Timestamp(milliseconds: (20_332 + number) * 86_400_000, offset: 480).date
  }

  private mutating func hanzi() -> String {
    Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &numbers)).map { String(Character($0)) } ?? ""
  }
}
