import FormModel
import Records
import Sheets
import Standards
import TestSupport

/// An invented child's record, and words that are easy to tell from values.
enum PaperSample {
  static let form = Result { try Form.load(from: .embedded) }
  static let today = CalendarDate(year: 2026, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)!
  static let setting = CheckSetting(today: today)
  private static let at = Timestamp(milliseconds: 1_767_225_600_000, offset: 480)
  static let family = Authority.family(Sitting(Person(role: .guardian, name: "潘女士", relation: "52")))
  static let teacher = Authority.teacher(name: "李老师", classes: [])

  static let answers = [
    "name": "潘小明", "sex": "1", "birth_date": "2022-03-05", "id_type": "1", "id_number": "441302202203051236",
    "blood_type": "0", "nationality": "CHN", "ethnic_group": "36", "overseas_status": "00",
    "birthplace": "441302000000", "native_place": "广东惠州", "hukou_type": "1", "hukou_place": "441302000000",
    "address": "示范路8号3栋", "entry_date": "2025-09-01", "attendance": "1", "only_child": "1", "left_behind": "0",
    "migrant_worker_child": "0", "health": "10", "disabled": "0", "orphan": "0", "guardian_name": "潘大明",
    "guardian_id_type": "1", "guardian_id_number": "441302199001010028",
  ]

  /// The record with other answers; nil leaves one blank.
  static func record(
    _ changes: [String: String?] = [:], by holder: Authority = family, className: String? = "中二班", _ moves: [Move] = []
  ) throws -> Record {
    let form = try form.get()
    var generator = Steps(state: 7)
    let identity = RecordIdentity(milliseconds: at.milliseconds, using: &generator)
    var held = HeldRecord(beginning: identity, holder: holder, form: form, at: at)
    for (index, field) in form.fields.enumerated() {
      guard let value = changes[field.name] ?? answers[field.name] else { continue }
      held.make(.answer(value, field: index, source: .told), at: at, form: form, setting: setting)
    }
    if let className { held.make(.setContact(Contact(className: className)), at: at, form: form, setting: setting) }
    for move in moves { held.make(move, at: at, form: form, setting: setting) }
    return held.record
  }

  static func paper(_ record: Record, _ language: Language = .chinese) throws -> PaperForm {
    PaperForm(record, form: try form.get(), setting: setting, kindergarten: "示范幼儿园", words: Words(language: language))
  }

  struct Words: PaperWords {
    var language: Language
    var code: String { "取件码" }
    var className: String { "班级" }
    var state: String { "状态" }
    func state(_ status: Status) -> String { status.rawValue }
    var number: String { "学籍号" }
    var numberNotYet: String { "尚未下发" }
    var printedOn: String { "打印日期" }
    var waiting: String { "◇ 请核对" }
    var notNeeded: String { "不适用" }
    var blank: String { "还没有填" }
    var optional: String { "可以不填" }
    func owed(_ owed: Owed) -> String { "待补 \(owed.note) \(owed.due?.iso ?? "")" }
    func proposed(_ value: String) -> String { "改成 \(value)" }
    func finding(_ finding: Finding, in form: Form) -> String { "wrong: \(finding.rule.code)" }
    func missing(_ count: Int, first: CalendarDate?) -> String { "缺 \(count) \(first?.iso ?? "")" }
    func unconfirmed(_ count: Int) -> String { "◇ \(count)" }
    var why: String { "为什么要填" }
    var declaration: String { "都对" }
    var signatures: [String] { ["监护人签名", "关系", "日期", "老师签名"] }
    var later: String { "以后补" }
    var otherChoice: String { "其他" }
    var placeParts: [String] { ["省", "市", "县"] }
    var dateParts: [String] { ["年", "月", "日"] }
    func onlyWhere(_ label: String, is values: [String]) -> String { "\(label)=\(values.joined()) 才填" }
    func leftOut(_ items: [Int], unless label: String, is values: [String]) -> String {
      "\(label)≠\(values.joined())：\(items.map(String.init).joined(separator: " "))"
    }
    var howTo: String { "照着写" }
    var signaturesOfBlank: [String] { ["填表人", "电话"] }
  }
}
