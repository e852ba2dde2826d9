import FormModel
import Standards
import Testing

@testable import Records
@testable import Sheets

@Suite struct AssignPlanTests {
  private let roster: Roster
  private let child = "441302202203051236"

  init() throws { roster = try Roster() }

  private func row(_ number: String, _ document: String? = nil, name: String = "潘小明") throws -> RosterRow {
    let rows = [["学籍号", "身份证件号码", "姓名"], [number, document ?? child, name]].map { Roster.row($0) }
    let mapping = try #require(RosterMapping(SheetTable(rows: rows), for: .studentNumbers, headings: roster.headings))
    var reader = RosterReader(mapping, form: roster.form, setting: roster.setting, words: roster.headings.words)
    return reader.read(rows[1])
  }

  private func record(_ status: Status = .approved, isExported: Bool = true, number: String? = nil) -> Record {
    var record = roster.record(["name": "潘小明", "id_number": child], status: status)
    if isExported { record.exports = [Export(sheet: "1.xlsx", row: 2, revision: 1, at: Roster.now)] }
    record.number = number
    return record
  }

  private func plan(_ row: RosterRow, _ record: Record, owner: AssignPlan.Owner? = nil) -> AssignPlan {
    AssignPlan(row, onto: record, form: roster.form, owner: { _ in owner })
  }

  @Test func `a number is given where all of it fits`() throws {
    let wanted = try #require(StudentNumber("G\(child)"))
    #expect(plan(try row("G\(child)"), record()) == .give(wanted))
    #expect(plan(try row("g 441302 20220305 1236", name: " 潘 小 明"), record()) == .give(wanted))
    #expect(plan(try row("L000000000000000001"), record()) != .refuse(.malformed))
    #expect(plan(try row("G\(child)"), record(number: "G\(child)")) == .same)
    // A correction that waits takes nothing back.
    #expect(plan(try row("G\(child)"), record(.submitted, number: "G\(child)")) == .same)
  }

  @Test func `whatever does not fit is refused with its own reason`() throws {
    let other = record()
    let owner = AssignPlan.Owner(id: other.id, code: other.code)
    for (row, record, reason) in [
      (try row("G44130220220305123"), record(), AssignPlan.Refusal.malformed),
      (try row("学籍号待定"), record(), .malformed), (try row("G\(child)", name: "潘小朋"), record(), .otherName("潘小明")),
      // To Swift the two are one text, to the register two names.
      (try row("G\(child)", name: "潘小明\u{301}"), record(), .otherName("潘小明")),
      (try row("G\(child)"), record(.submitted), .notApproved), (try row("G\(child)"), record(.draft), .notApproved),
      (try row("G\(child)"), record(isExported: false), .neverExported),
      (try row("G11010519491231002X"), record(), .foreign),
      (try row("G\(child)"), record(number: "L000000000000000001"), .hasAnother("L000000000000000001")),
    ] {
      #expect(plan(row, record) == .refuse(reason))
    }
    #expect(plan(try row("L000000000000000001"), record(), owner: owner) == .refuse(.given(other.code)))
  }

  @Test func `a row is about the one record with the child's number`() throws {
    let record = record()
    func known(_ records: [Record]) -> KnownChildren {
      KnownChildren(records.map { RecordSummary($0, form: roster.form, setting: roster.setting) })
    }
    func child(_ row: RosterRow, _ records: [Record]) throws -> RecordID {
      try AssignPlan.child(of: row, in: known(records), headings: roster.headings)
    }
    #expect(try child(row("G\(self.child)"), [record]) == record.id)
    for (row, records, reason) in [
      (try row(""), [record], AssignPlan.Refusal.blank(.studentNumber)),
      (try row("G\(self.child)", ""), [record], .blank(roster.item("id_number"))),
      (try row("G\(self.child)", name: ""), [record], .blank(roster.item("name"))),
      (try row("G\(self.child)"), [], .unknownChild), (try row("G\(self.child)"), [record, self.record()], .several),
      (try row("G\(self.child)", "4.41302E+17"), [record], .fault(RosterFault(roster.item("id_number"), .lostDigits))),
    ] {
      #expect(throws: reason) { try child(row, records) }
    }
  }
}
