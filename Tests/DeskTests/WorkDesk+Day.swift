import FormModel
import Records
import Sentences
import Standards
import Wording

@testable import Desk

extension WorkDesk {
  /// A morning at the desk: one that owes something, one that a teacher filled in, one whose number
  /// an older record has too, and what else a day brings. The days before left one that waits and one that was touched.
  static func day(_ language: Language = .chinese, form: Form? = nil) throws -> WorkDesk {
    var desk = try WorkDesk(language, form: form)
    let hukou = try desk.field("hukou_type")
    let address = try desk.field("address")
    let debt = Owed(
      reason: .document, who: .guardian, due: CalendarDate(year: 2015, month: 2, day: 1), note: "户口本在老家")

    let ming = try desk.add("潘小明", sequence: 1, minutes: 11, changing: ["migrant_worker_child": "1"], until: .draft)
    try desk.make(
      [.owe(debt, field: hukou)] + desk.accepting(ming) + [.handIn], on: ming, as: mother, minutes: 12)
    let maimaiti = try desk.add("买买提·艾力", "大一班", sequence: 2, minutes: 14, by: teacher)
    let other = try desk.add("吉田小满", "小三班", sequence: 3, minutes: -6 * 1_440, by: father, until: .approved)
    try desk.add("𠮷田小满", "小三班", sequence: 3, minutes: 20, by: father)
    try desk.add("欧阳明月", sequence: 4, minutes: 31, changing: ["left_behind": "2"], until: .approved)
    try desk.add("陈小舟", "大一班", sequence: 5, minutes: 33, until: .withdrawn)
    let returned = try desk.add("林一一", "小三班", sequence: 6, minutes: 40)
    try desk.make([.sendBack([Move.Question("缺门牌号", field: address)])], on: returned, as: staff)
    let touched = try desk.add("王小雨", "小三班", sequence: 7, minutes: -2 * 1_440)
    try desk.make([.answer("演示路 8 号", field: address, source: .told)], on: touched, as: mother, minutes: 50)
    _ = (maimaiti, other)
    return desk
  }

  /// Says yes to every warning that stands open.
  func accepting(_ record: Record) throws -> [Move] {
    try self.record(record).openFindings(form: context.form, setting: context.setting)
      .filter { $0.severity == .warning }.map { .accept($0, reason: words(of: CheckPhrase.warningYes)) }
  }

  /// The stored record of a child.
  func child(_ name: String) throws -> Record {
    let field = try field("name")
    let found = stored.values.first { $0.answers[field]?.value == name }
    struct Nobody: Error { let name: String }
    guard let found else { throw Nobody(name: name) }
    return found
  }
}
