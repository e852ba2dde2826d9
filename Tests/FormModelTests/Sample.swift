import Standards
import Testing

@testable import FormModel

/// What the tests of the form share: the built-in form, one invented child in whose answers nothing is wrong, and a
/// fixed day.
enum Sample {
  private static let loaded = Result { () throws(FormProblem) in try Form.load(from: .embedded) }

  static func form() throws -> Form { try loaded.get() }

  /// 2024-11-25, twelve weeks after the child's first day.
  static let today = date("2024-11-25")

  /// A boy born on 2021-03-08 in 惠城区, and his guardian.
  static let childNumber = withCheck("44130220210308001")
  static let guardianNumber = withCheck("44130219900517002")

  static let good: [String: Answer] = [
    "name": "潘小明", "sex": "1", "birth_date": "2021-03-08", "id_type": "1", "id_number": .value(childNumber),
    "nationality": "CHN", "ethnic_group": "01", "overseas_status": "00", "birthplace": "441302000000",
    "native_place": "广东省惠州市惠城区", "hukou_type": "1", "hukou_place": "441303000000",
    "address": "惠州市惠城区示范路8号3栋201房", "entry_date": "2024-09-02", "attendance": "1", "only_child": "1",
    "left_behind": "0", "migrant_worker_child": "0", "health": "10", "disabled": "0", "orphan": "0",
    "guardian_name": "潘大明", "guardian_id_type": "1", "guardian_id_number": .value(guardianNumber),
  ]

  /// What an American child answers; no item that asks about China.
  static let foreign: [String: Answer] = [
    "nationality": "USA", "id_type": "A", "id_number": "E12345678", "overseas_status": "51", "ethnic_group": .blank,
    "birthplace": .blank, "hukou_type": .blank, "hukou_place": .blank, "only_child": .blank, "left_behind": .blank,
    "migrant_worker_child": .blank,
  ]

  /// The good record's answers with some changed.
  static func answers(_ changes: [String: Answer], _ form: Form) -> Answers {
    var answers = Answers(count: form.fields.count)
    for (name, answer) in good.merging(changes, uniquingKeysWith: { $1 }) {
      if let field = form.index(of: name) { answers[field] = answer }
    }
    return answers
  }

  /// A day that a test knows to exist.
  static func date(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("the test's own date \(iso) is none") }
    return date
  }

  /// Seventeen digits with their check character, by the recursion of ISO 7064 rather than by weights.
  static func withCheck(_ seventeen: String) -> String {
    let rest = seventeen.utf8.reduce(0) { ($0 + Int($1) - 0x30) * 2 % 11 }
    let check = (12 - rest) % 11
    return seventeen + (check == 10 ? "X" : String(check))
  }
}

extension Answer: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .value(value) }
}

/// One row of a table of checks: where the rule stands, how the record differs from the good one, what is found.
///
/// A finding is written `severity rule field,field`.
struct CheckRow: Sendable, CustomTestStringConvertible {
  var source: String
  var changes: [String: Answer]
  var expected: [String]
  var place = CheckSetting.Place.desk
  var kindergarten: String?

  init(
    _ source: String, _ changes: [String: Answer], _ expected: String..., place: CheckSetting.Place = .desk,
    kindergarten: String? = nil
  ) {
    self.source = source
    self.changes = changes
    self.expected = expected
    self.place = place
    self.kindergarten = kindergarten
  }

  var testDescription: String { "\(source): \(changes.sorted { $0.key < $1.key })" }

  func setting() -> CheckSetting { CheckSetting(today: Sample.today, kindergarten: kindergarten, place: place) }

  /// Everything that is found in the whole record.
  func findings() throws -> [Finding] {
    let form = try Sample.form()
    return Checker(form: form, setting: setting()).findings(in: Sample.answers(changes, form))
  }

  /// The same, as the rows write it.
  func found() throws -> [String] {
    let form = try Sample.form()
    return try findings().map { $0.summary(form) }
  }
}

extension Finding {
  func summary(_ form: Form) -> String {
    "\(severity.rawValue) \(rule.code) \(fields.map { form.fields[$0].name }.joined(separator: ","))"
  }
}
