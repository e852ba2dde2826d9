import FormModel
import Standards
import TestSupport
import Testing

@testable import Records

/// Two desks on one record: nothing of either is lost.
@Suite struct RecordMergeTests {
  let form: Form
  let setting = CheckSetting(today: Samples.today)

  init() throws { form = try Samples.form() }

  private func index(_ name: String) throws -> Int { try #require(form.index(of: name)) }

  private func changed(
    _ record: Record, _ name: String, _ value: String, minutes: Int, by person: Person = Samples.guardian
  ) throws -> Record {
    var record = record
    record.answer(value, for: try index(name), source: .told, Samples.stamp(minutes, by: person), form: form)
    return record
  }

  @Test func `a record that only went on is taken as it is`() throws {
    let base = try changed(Samples.record(form), "name", "潘小明", minutes: 1)
    let later = try changed(base, "address", "演示路 1 号", minutes: 2)
    #expect(later.continues(base))
    #expect(!base.continues(later))
    #expect(later.merging(base, form: form) == Merge(record: later, conflicts: []))
  }

  @Test func `changes of different fields join, each with its history`() throws {
    let base = try changed(Samples.record(form), "name", "潘小明", minutes: 1)
    let mine = try changed(base, "address", "演示路 1 号", minutes: 3)
    let theirs = try changed(base, "native_place", "广东惠州", minutes: 2, by: Samples.teacher)
    let merge = mine.merging(theirs, form: form)
    #expect(merge.conflicts.isEmpty)
    #expect(try merge.record.answers[index("address")] == mine.answers[index("address")])
    #expect(try merge.record.answers[index("native_place")] == theirs.answers[index("native_place")])
    #expect(merge.record.revision == 3)
    #expect(merge.record.history.map(\.revision) == [1, 2, 3])
    #expect(merge.record.history.map(\.field) == ["name", "native_place", "address"])
    #expect(merge.record.changed == Samples.stamp(3))
    #expect(merge.record.continues(theirs))
  }

  @Test func `of two answers to one field theirs stands and both are told`() throws {
    let base = try changed(Samples.record(form), "name", "潘小明", minutes: 1)
    let mine = try changed(base, "address", "演示路 1 号", minutes: 3)
    let theirs = try changed(base, "address", "演示路 2 号", minutes: 2, by: Samples.teacher)
    let merge = mine.merging(theirs, form: form)
    let conflict = try #require(merge.conflicts.first)
    #expect(try conflict.field == index("address"))
    #expect(conflict.mine?.value == "演示路 1 号")
    #expect(conflict.theirs?.value == "演示路 2 号")
    #expect(merge.conflicts.count == 1)
    #expect(merge.record.answers == theirs.answers)
    #expect(merge.record.history.last?.old?.value == "演示路 1 号")
    #expect(merge.record.history.last?.reason == "changed-elsewhere")
  }

  @Test func `the same answer twice is no conflict`() throws {
    let base = Samples.record(form)
    let mine = try changed(base, "address", "演示路 1 号", minutes: 3)
    let theirs = try changed(base, "address", "演示路 1 号", minutes: 2, by: Samples.teacher)
    #expect(mine.merging(theirs, form: form).conflicts.isEmpty)
  }

  @Test func `handing in at one desk and a change at another both hold`() throws {
    let base = Samples.whole(form)
    var mine = base
    mine.handIn(Samples.stamp(40))
    let theirs = try changed(base, "address", "演示路 2 号", minutes: 39, by: Samples.teacher)
    let merge = mine.merging(theirs, form: form)
    #expect(merge.record.status == .submitted)
    #expect(try merge.record.answers[index("address")]?.value == "演示路 2 号")
    #expect(merge.conflicts.isEmpty)
  }

  @Test func `what stands beside the answers joins once`() throws {
    let finding = Finding(.entryAhead, .warning, fields: [try index("entry_date")])
    let base = Samples.whole(form)
    var mine = base
    mine.accept(finding, reason: "是", Samples.stamp(41), form: form)
    mine.setContact(Contact(telephone: "000", className: nil), Samples.stamp(42))
    var theirs = base
    theirs.setContact(Contact(telephone: nil, className: "中一班"), Samples.stamp(40, by: Samples.teacher))
    theirs.apply(.withdraw(reason: "重复"), Samples.stamp(41, by: Samples.teacher), form: form, setting: setting)
    let merged = mine.merging(theirs, form: form).record
    #expect(merged.accepted.map(\.rule) == ["entry-ahead"])
    #expect(merged.contact.telephone == "000")
    #expect(merged.contact.className == "中一班")
    #expect(merged.status == .withdrawn)
    let again = merged.merging(theirs, form: form)
    #expect(again.record == merged)
  }

  /// Any two sequences of acts: no field's last answer of either side is gone unseen, histories only grow.
  @Test func `nothing of either side is lost, whatever both did`() throws {
    var steps = Steps(state: 7)
    let fields = [try index("name"), try index("address"), try index("native_place"), try index("guardian_name")]
    for _ in 0..<300 {
      let base = Samples.whole(form)
      func wander(_ person: Person, _ start: Int) -> Record {
        var record = base
        for step in 0..<Int.random(in: 0...4, using: &steps) {
          let field = fields.randomElement(using: &steps) ?? fields[0]
          let value = "值 \(Int.random(in: 0...2, using: &steps)) 号"
          record.answer(value, for: field, source: .told, Samples.stamp(start + step, by: person), form: form)
        }
        return record
      }
      let (mine, theirs) = (wander(Samples.guardian, 50), wander(Samples.teacher, 60))
      let merge = mine.merging(theirs, form: form)
      for field in fields {
        let standing = merge.record.answers[field]?.value
        let (own, other, before) = (
          mine.answers[field]?.value, theirs.answers[field]?.value, base.answers[field]?.value
        )
        if merge.conflicts.contains(where: { $0.field == field }) {
          #expect(own != other)
        } else if own != other {
          #expect(standing == (own == before ? other : own) || (own != before && other == before))
        } else {
          #expect(standing == own)
        }
      }
      #expect(merge.record.revision == merge.record.history.last?.revision ?? 0)
      #expect(merge.record.continues(theirs))
    }
  }
}
