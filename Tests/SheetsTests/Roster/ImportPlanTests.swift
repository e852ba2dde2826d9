import FormModel
import Standards
import Testing

@testable import Records
@testable import Sheets

@Suite struct ImportPlanTests {
  private let roster: Roster

  init() throws { roster = try Roster() }

  private func plan(_ row: RosterRow, onto record: Record? = nil) -> ImportPlan {
    ImportPlan(row, onto: record, form: roster.form, setting: roster.setting)
  }

  private func apply(
    _ plan: ImportPlan, to record: Record?, taking taken: [ImportPlan.Difference] = []
  ) throws -> Record {
    var held = try record.map { try #require(HeldRecord($0, holder: Roster.staff)) } ?? roster.held()
    #expect(plan.apply(to: &held, taking: taken, at: Roster.now, form: roster.form, setting: roster.setting) == nil)
    return held.record
  }

  @Test func `a new draft has what the row says, all of it waiting for the family`() throws {
    let row = roster.read([
      "姓名": .text("潘小明"), "身份证号": .text("441302202203051236"), "民族": .text("汉"), "班级": .text("中二班"),
      "电话": .text("000-0000"),
    ])
    let record = try apply(plan(row), to: nil)
    #expect(record.status == .draft)
    for (name, value, source) in [
      ("name", "潘小明", Source.copied), ("id_number", "441302202203051236", .copied), ("ethnic_group", "01", .copied),
      ("sex", "1", .derived), ("birth_date", "2022-03-05", .derived),
    ] {
      let answer = try #require(roster.form.index(of: name).flatMap { record.answers[$0] })
      #expect(answer.value == value && answer.source == source && answer.confirmation == .unconfirmed, "\(name)")
      #expect(answer.from == (source == .derived ? "id_number" : nil))
    }
    // Which document the number is of, and the nationality, is for the desk to ask.
    #expect(record.answers.count { $0 != nil } == 5)
    #expect(record.contact == Contact(telephone: "000-0000", className: "中二班"))
    // The same row again finds nothing to do.
    let again = plan(row, onto: record)
    #expect(again.fills.isEmpty && again.differences.isEmpty && again.faults.isEmpty)
    #expect(try apply(again, to: record) == record)
  }

  @Test func `what the row gives itself is not read off the number`() throws {
    let row = roster.read(["姓名": .text("潘小明"), "身份证号": .text("441302202203051236"), "生日": .text("2022-03-06")])
    let record = try apply(plan(row), to: nil)
    #expect(roster.value("birth_date", of: record) == "2022-03-06")
    #expect(roster.value("sex", of: record) == "1")
  }

  @Test func `blanks are filled, and what stands there is kept until somebody takes the other`() throws {
    let before = roster.record(["name": "潘小明", "address": "演示路 1 号"], status: .submitted)
    let row = roster.read(["姓名": .text("潘小明"), "现住址": .text("演示路 2 号"), "民族": .text("汉族")])
    let plan = plan(row, onto: before)
    #expect(plan.fills.map(\.item) == [roster.item("ethnic_group")])
    #expect(
      plan.differences == [
        ImportPlan.Difference(item: roster.item("address"), current: "演示路 1 号", offered: "演示路 2 号")
      ])
    let kept = try apply(plan, to: before)
    #expect(roster.value("address", of: kept) == "演示路 1 号" && roster.value("ethnic_group", of: kept) == "01")
    let taken = try apply(plan, to: before, taking: plan.differences)
    #expect(roster.value("address", of: taken) == "演示路 2 号")
    #expect(taken.history.contains { $0.old?.value == "演示路 1 号" })
  }

  @Test func `an item that was put off is filled as a blank is`() throws {
    let field = try #require(roster.form.index(of: "address"))
    var before = roster.held().record
    let owed = Owed(reason: .document, who: .guardian, due: nil, note: "")
    before.owe(owed, for: field, Stamp(at: Roster.now, by: Roster.staff.person), form: roster.form)
    let record = try apply(plan(roster.read(["姓名": .text("潘小明"), "现住址": .text("演示路 2 号")]), onto: before), to: before)
    #expect(record.answers[field]?.value == "演示路 2 号")
  }

  @Test func `an approved record gets a proposal, once`() throws {
    let before = roster.record(["name": "潘小明", "address": "演示路 1 号"], status: .approved)
    let row = roster.read([
      "姓名": .text("潘小明"), "现住址": .text("演示路 2 号"), "血型": .text("A型"), "班级": .text("中二班"),
    ])
    let plan = plan(row, onto: before)
    #expect(plan.fills.map(\.item) == [.className])
    #expect(plan.differences.map(\.current) == [nil, "演示路 1 号"])
    let taken = try apply(plan, to: before, taking: plan.differences)
    #expect(taken.status == .approved && roster.value("address", of: taken) == "演示路 1 号")
    #expect(taken.proposals.map(\.value) == ["1", "演示路 2 号"])
    #expect(taken.contact.className == "中二班")
    #expect(self.plan(row, onto: taken).differences.isEmpty)
  }

  @Test func `a number that is taken brings its birth date along, where the old one had`() throws {
    var held = roster.held()
    let first = roster.read(["姓名": .text("潘小明"), "身份证号": .text("441302202203051236")])
    _ = plan(first).apply(to: &held, at: Roster.now, form: roster.form, setting: roster.setting)
    let second = roster.read(["姓名": .text("潘小明"), "身份证号": .text("11010519491231002X")])
    let plan = plan(second, onto: held.record)
    let record = try apply(plan, to: held.record, taking: plan.differences)
    #expect(roster.value("birth_date", of: record) == "1949-12-31")
    #expect(roster.value("sex", of: record) == "2")
  }

  @Test func `what does not apply to the child is left out and named, the second time too`() throws {
    let row = roster.read([
      "姓名": .text("潘小明"), "国籍": .text("中国"), "户口性质": .text("农业户口"), "非农业户口类型": .text("城市"), "是否残疾": .text("否"),
      "残疾类别": .text("视力残疾"),
    ])
    let faults = [
      RosterFault(roster.item("nonagricultural_type"), .rule(.notRelevant)),
      RosterFault(roster.item("disability_type"), .rule(.notRelevant)),
    ]
    let plan = plan(row)
    #expect(plan.faults == faults)
    let record = try apply(plan, to: nil)
    let again = self.plan(row, onto: record)
    #expect(again.fills.isEmpty && again.faults == faults)
  }
}
