import FormModel
import Standards
import Testing

@testable import Records

/// Two desks on one record, where more than answers changed: confirmations, questions, proposals and approvals hold.
@Suite struct MergeRuleTests {
  let form: Form
  let setting = CheckSetting(today: Samples.today)
  static let staff = Person(role: .staff, name: "审核员")

  init() throws { form = try Samples.form() }

  private func index(_ name: String) throws -> Int { try #require(form.index(of: name)) }

  /// The record after moves, each a minute after the other.
  private func after(_ record: Record, _ moves: [Move], by person: Person, minutes: Int = 60) -> Record {
    var record = record
    for (offset, move) in moves.enumerated() {
      record.apply(move, Samples.stamp(minutes + offset, by: person), form: form, setting: setting)
    }
    return record
  }

  /// A whole record that was handed in, its address given by a teacher.
  private func submitted() throws -> Record {
    let record = after(
      Samples.whole(form), [.answer("演示路 5 号", field: try index("address"), source: .told)], by: Samples.teacher,
      minutes: 50)
    return after(record, [.handIn], by: Samples.guardian, minutes: 51)
  }

  private func approved() throws -> Record {
    let record = after(Samples.whole(form), [.handIn], by: Samples.guardian, minutes: 51)
    return after(record, [.approve], by: Self.staff, minutes: 52)
  }

  @Test func `a confirmation holds while a question about the same item is asked elsewhere`() throws {
    let address = try index("address")
    let base = try submitted()
    let mine = after(base, [.confirm(fields: [address], how: .telephone, who: "潘女士")], by: Samples.teacher)
    let theirs = after(base, [.sendBack([Move.Question("缺门牌号", field: address)])], by: Self.staff, minutes: 61)
    for merge in [mine.merging(theirs, form: form), theirs.merging(mine, form: form)] {
      #expect(merge.conflicts.isEmpty)
      #expect(merge.record.unconfirmedFields.isEmpty)
      #expect(merge.record.isReturned)
      #expect(merge.record.queries.count == 1)
    }
  }

  @Test func `an answer is no conflict with a question about it, nor with its accepted warning`() throws {
    let address = try index("address")
    let base = try submitted()
    let mine = after(base, [.answer("演示路 6 号", field: address, source: .told)], by: Samples.guardian)
    let finding = Finding(.declared(0, code: "address-detail"), .warning, fields: [address])
    for act in [Move.sendBack([Move.Question("缺门牌号", field: address)]), .accept(finding, reason: "看过")] {
      let merge = mine.merging(after(base, [act], by: Self.staff, minutes: 61), form: form)
      #expect(merge.conflicts.isEmpty)
      #expect(merge.record.answers[address]?.value == "演示路 6 号")
    }
  }

  @Test func `what the family says itself needs no confirmation, whoever saved first`() throws {
    let address = try index("address")
    let base = Samples.whole(form)
    let family = after(base, [.answer("演示路 6 号", field: address, source: .told)], by: Samples.guardian)
    let teacher = after(base, [.answer("演示路 6 号", field: address, source: .told)], by: Samples.teacher)
    for merge in [family.merging(teacher, form: form), teacher.merging(family, form: form)] {
      #expect(merge.conflicts.isEmpty)
      #expect(merge.record.unconfirmedFields.isEmpty)
    }
  }

  @Test func `a new proposal joins though an older one for the item was settled long ago`() throws {
    let address = try index("address")
    let old = after(try approved(), [.propose("演示路 7 号", field: address)], by: Samples.guardian, minutes: 53)
    let base = after(old, [.take(proposal: 0, reason: "看过户口簿"), .approve], by: Self.staff, minutes: 54)
    let mine = after(base, [.propose("演示路 8 号", field: address)], by: Samples.guardian)
    let theirs = after(base, [.setContact(Contact(telephone: "000", className: nil))], by: Samples.teacher)
    #expect(mine.merging(theirs, form: form).record.proposals == mine.proposals)
    #expect(theirs.merging(mine, form: form).record.proposals == mine.proposals)
  }

  @Test func `a proposal that one desk settled or replaced does not come back from the other`() throws {
    let address = try index("address")
    let base = after(try approved(), [.propose("演示路 7 号", field: address)], by: Samples.guardian, minutes: 53)
    let theirs = after(base, [.setContact(Contact(telephone: "000", className: nil))], by: Samples.teacher)
    let settled = after(base, [.decline(proposal: 0, reason: "不一样")], by: Self.staff)
    let taken = after(base, [.take(proposal: 0, reason: "看过户口簿")], by: Self.staff)
    let replaced = after(base, [.propose("演示路 8 号", field: address)], by: Samples.guardian)
    for mine in [settled, taken, replaced] {
      #expect(mine.merging(theirs, form: form).record.proposals == mine.proposals)
      #expect(theirs.merging(mine, form: form).record.proposals == mine.proposals)
      #expect(mine.merging(theirs, form: form).record.status == mine.status)
    }
  }

  @Test func `an approval does not stand for answers that it has not seen`() throws {
    let address = try index("address")
    let base = after(Samples.whole(form), [.handIn], by: Samples.guardian, minutes: 51)
    let approved = after(base, [.approve], by: Self.staff)
    let changed = after(base, [.answer("演示路 6 号", field: address, source: .told)], by: Samples.guardian)
    // The change was saved first: the record waits for approval with it.
    let first = approved.merging(changed, form: form).record
    #expect(first.status == .submitted)
    #expect(first.answers[address]?.value == "演示路 6 号")
    // The approval was saved first: the change stands beside what was approved.
    let second = changed.merging(approved, form: form)
    #expect(second.conflicts.isEmpty)
    #expect(second.record.status == .approved)
    #expect(second.record.answers[address]?.value == base.answers[address]?.value)
    #expect(second.record.proposals.map(\.value) == ["演示路 6 号"])
    #expect(second.record.proposals.map(\.by) == [Samples.guardian])
    // A telephone number is not among what is approved.
    let reached = after(base, [.setContact(Contact(telephone: "000", className: nil))], by: Samples.teacher)
    #expect(approved.merging(reached, form: form).record.status == .approved)
  }

  @Test func `a correction that was taken is kept though the record was withdrawn elsewhere`() throws {
    let address = try index("address")
    let base = after(try approved(), [.propose("演示路 7 号", field: address)], by: Samples.guardian, minutes: 53)
    let mine = after(base, [.take(proposal: 0, reason: "看过户口簿")], by: Self.staff)
    let theirs = after(base, [.withdraw(reason: "重复登记")], by: Self.staff, minutes: 61)
    let merged = mine.merging(theirs, form: form).record
    #expect(merged.status == .withdrawn)
    #expect(merged.answers[address]?.value == "演示路 7 号")
    #expect(merged.statusBeforeWithdrawal == .submitted)
  }

  @Test func `of two telephone numbers the other one stays in the history`() throws {
    let base = Samples.whole(form)
    let mine = after(base, [.setContact(Contact(telephone: "111", className: nil))], by: Samples.guardian)
    let theirs = after(base, [.setContact(Contact(telephone: "222", className: nil))], by: Samples.teacher)
    let merged = mine.merging(theirs, form: form).record
    #expect(merged.contact.telephone == "222")
    let kept = try #require(merged.history.last)
    #expect(kept.field == "contact.telephone")
    #expect(kept.old?.value == "111")
    #expect(kept.new?.value == "222")
    #expect(merged.merging(theirs, form: form).record == merged)
  }
}
