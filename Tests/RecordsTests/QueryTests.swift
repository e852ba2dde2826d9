import FormModel
import Standards
import Testing

@testable import Records

/// Questions of the reviewer: "a query closes itself when its field changes and passes".
@Suite struct QueryTests {
  let form: Form
  let setting = CheckSetting(today: Samples.today)

  init() throws { form = try Samples.form() }

  private func index(_ name: String) throws -> Int { try #require(form.index(of: name)) }

  /// A whole record that staff gave back with a question about an item.
  private func returned(asking name: String) throws -> HeldRecord {
    var record = Samples.whole(form)
    record.handIn(Samples.stamp(50))
    record.apply(
      .sendBack([Move.Question("请再看一看", field: try index(name))]),
      Samples.stamp(51, by: Samples.teacher), form: form, setting: setting)
    let family = Authority.family(Sitting(Samples.guardian)).owning(record.id)
    return try #require(HeldRecord(record, holder: family))
  }

  private func answer(_ value: String, _ name: String, _ held: inout HeldRecord, minutes: Int) throws {
    let refusal = held.make(
      .answer(value, field: try index(name), source: .told), at: Samples.stamp(minutes).at, form: form,
      setting: setting)
    #expect(refusal == nil)
  }

  private func isOpen(_ held: HeldRecord) -> Bool { held.record.queries.contains { $0.closed == nil } }

  @Test func `a question closes where the item was changed first and another item makes it pass`() throws {
    var held = try returned(asking: "left_behind")
    // Left behind, and the child of a migrant worker: both are possible, together they are a warning.
    try answer("1", "migrant_worker_child", &held, minutes: 52)
    try answer("1", "left_behind", &held, minutes: 53)
    #expect(isOpen(held))
    try answer("0", "migrant_worker_child", &held, minutes: 54)
    #expect(!isOpen(held))
  }

  @Test func `a question closes where the warning about the changed item is accepted`() throws {
    var held = try returned(asking: "address")
    try answer("演示路", "address", &held, minutes: 52)
    #expect(isOpen(held))
    let finding = try #require(held.record.openFindings(form: form, setting: setting).first)
    held.make(.accept(finding, reason: "村里没有门牌"), at: Samples.stamp(53).at, form: form, setting: setting)
    #expect(!isOpen(held))
  }

  @Test func `a question about an item that no longer applies is closed`() throws {
    var held = try returned(asking: "nonagricultural_type")
    try answer("1", "hukou_type", &held, minutes: 52)
    #expect(try held.record.answers[index("nonagricultural_type")] == nil)
    #expect(!isOpen(held))
  }

  @Test func `a question stays open while only something else changes, or the item is taken away`() throws {
    var held = try returned(asking: "blood_type")
    try answer("潘小朋", "name", &held, minutes: 52)
    #expect(isOpen(held))
    try answer("2", "blood_type", &held, minutes: 53)
    #expect(!isOpen(held))
    var cleared = try returned(asking: "address")
    cleared.make(.clear(field: try index("address")), at: Samples.stamp(52).at, form: form, setting: setting)
    #expect(isOpen(cleared))
  }

  @Test func `withdrawing and reinstating keep an open question`() throws {
    let held = try returned(asking: "address")
    var staff = try #require(HeldRecord(held.record, holder: .staff(name: "审核员")))
    staff.make(.withdraw(reason: "重复登记"), at: Samples.stamp(52).at, form: form, setting: setting)
    staff.make(.reinstate(reason: "没有重复"), at: Samples.stamp(53).at, form: form, setting: setting)
    #expect(staff.record.isReturned)
    #expect(staff.record.queries == held.record.queries)
  }

  @Test func `what a teacher makes wrong in a submitted record keeps it from being approved`() throws {
    var record = Samples.whole(form)
    record.handIn(Samples.stamp(50))
    var teacher = try #require(HeldRecord(record, holder: .teacher(name: "李老师", classes: [])))
    try answer("2", "sex", &teacher, minutes: 51)
    var staff = try #require(HeldRecord(teacher.record, holder: .staff(name: "审核员")))
    let refusal = staff.make(.approve, at: Samples.stamp(52).at, form: form, setting: setting)
    guard case .obstacles(let obstacles) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(obstacles.contains(.unconfirmed(fields: [try index("sex")])))
    #expect(obstacles.contains { if case .finding(let finding) = $0 { finding.severity == .error } else { false } })
    #expect(staff.record.status == .submitted)
  }

  @Test func `the reviewer's marks begin anew with an approval and name what was corrected`() throws {
    var record = Samples.whole(form)
    record.handIn(Samples.stamp(50))
    record.answer("潘小朋", for: try index("name"), source: .told, Samples.stamp(51), form: form)
    #expect(record.changedSinceHandIn == ["name"])
    record.apply(.approve, Samples.stamp(52), form: form, setting: setting)
    record.apply(
      .propose("演示路 9 号", field: try index("address")), Samples.stamp(53), form: form, setting: setting)
    record.apply(.take(proposal: 0, reason: "看过户口簿"), Samples.stamp(54), form: form, setting: setting)
    #expect(record.changedSinceHandIn == ["address"])
  }
}
