import FormModel
import Records
import Standards
import Testing

@testable import Sheets

@Suite struct KnownChildrenTests {
  private let roster: Roster

  init() throws { roster = try Roster() }

  private func known(_ records: [Record]) -> KnownChildren {
    KnownChildren(records.map { RecordSummary($0, form: roster.form, setting: roster.setting) })
  }

  private let number = "441302202203051236"
  private let day = CalendarDate(year: 2022, month: 3, day: 5)
  private let otherDay = CalendarDate(year: 2022, month: 3, day: 6)

  @Test func `a child is found by the number, else by name and birth date`() {
    let record = roster.record(["name": "潘小明", "id_number": " 441302202203051236", "birth_date": "2022-03-05"])
    let known = known([record])
    #expect(known.match(number: number, name: "别的名字", birthDate: nil) == .one(record.id))
    #expect(known.match(number: nil, name: "潘小明", birthDate: day) == .one(record.id))
    #expect(known.match(number: "E12345678", name: "潘小明", birthDate: day) == .one(record.id))
    #expect(known.match(number: "E12345678", name: "潘小明", birthDate: otherDay) == .none)
    #expect(known.match(number: nil, name: "陈小红", birthDate: day) == .none)
    #expect(known.day(of: record.id) == record.created.at.date)
  }

  @Test func `a name alone tells nothing where more is known`() {
    let record = roster.record(["name": "潘小明", "birth_date": "2022-03-05"])
    #expect(known([record]).match(number: nil, name: "潘小明", birthDate: nil) == .unsure([record.code]))
    let bare = roster.record(["name": "潘小明"])
    #expect(known([bare]).match(number: nil, name: "潘小明", birthDate: nil) == .one(bare.id))
    #expect(known([bare]).match(number: number, name: "潘小明", birthDate: day) == .unsure([bare.code]))
    // A number that was copied wrongly the first time may be this child's.
    let wrong = roster.record(["name": "潘小明", "id_number": "441302202203051230"])
    #expect(known([wrong]).match(number: number, name: "潘小明", birthDate: day) == .unsure([wrong.code]))
  }

  @Test func `several that fit are told, and withdrawn ones are not looked at`() {
    let twins = [0, 1].map { _ in roster.record(["name": "潘小明", "id_number": number, "birth_date": "2022-03-05"]) }
    #expect(known(twins).match(number: number, name: nil, birthDate: nil) == .several(twins.map(\.code)))
    #expect(known(twins).match(number: nil, name: "潘小明", birthDate: day) == .several(twins.map(\.code)))
    let withdrawn = roster.record(["name": "潘小明", "id_number": number], status: .withdrawn)
    #expect(known([withdrawn]).match(number: number, name: "潘小明", birthDate: nil) == .none)
  }

  @Test func `names that look the same are the same, and two right numbers are two children`() {
    let record = roster.record(["name": "潘\u{F9C9}明\u{E0100}", "id_number": number, "birth_date": "2022-03-05"])
    let known = known([record])
    for name in ["潘柳明", "潘\u{F9C9}明", "潘柳明\u{E0100}", " 潘 柳 明"] {
      #expect(known.match(number: nil, name: name, birthDate: day) == .one(record.id))
      // A number with a slip may be this child's, another right one is another child's.
      #expect(known.match(number: "441302202203051250", name: name, birthDate: day) == .one(record.id))
      let other = "441302202203051017"
      #expect(known.match(number: other, name: name, birthDate: day) == .none)
      #expect(known.namesakes(number: other, name: name, birthDate: day) == [record.id])
    }
    #expect(known.namesakes(number: number, name: "潘柳明", birthDate: day) == [])
  }

  @Test func `what a row has changed is known to the next`() {
    let bare = roster.record(["name": "潘小明"])
    var known = known([])
    known.add(bare, form: roster.form, setting: roster.setting)
    #expect(known.match(number: nil, name: "潘小明", birthDate: nil) == .one(bare.id))
    var held = HeldRecord(bare, holder: Roster.staff)
    let field = roster.form.index(of: "id_number") ?? 0
    held?.make(
      .answer(number, field: field, source: .copied), at: Roster.now, form: roster.form, setting: roster.setting)
    if let held { known.add(held.record, form: roster.form, setting: roster.setting) }
    #expect(known.records(withNumber: number) == [bare.id])
    #expect(known.match(number: nil, name: "潘小明", birthDate: nil) == .unsure([bare.code]))
  }
}
