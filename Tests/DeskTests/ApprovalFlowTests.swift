import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// What comes with approving and after it: doubles, many at once, late corrections.
@Suite struct ApprovalFlowTests {
  // MARK: Doubles

  @Test func `a double that is the same child is settled by withdrawing one`() throws {
    var desk = try WorkDesk()
    let first = try desk.add("吉田小满", sequence: 3, minutes: 5)
    let second = try desk.add("𠮷田小满", sequence: 3, minutes: 20)
    try desk.open(second)
    #expect(desk.shows("一人多籍？"))
    #expect(desk.shows(first.code.text), "staff are told which the other record is")
    desk.type("a")
    #expect(desk.shows("另一份表里也有"))
    desk.press(.enter)
    desk.type("d1")
    desk.press(.enter)
    let withdrawn = try desk.record(second)
    #expect(withdrawn.status == .withdrawn)
    #expect(withdrawn.history.last?.reason == "和取件码 \(first.code) 是同一个孩子")
    try desk.open(first)
    #expect(desk.shows(words(of: ReviewRecordPhrase.nothingToDo)))
    desk.type("a")
    desk.press(.enter)
    #expect(try desk.record(first).status == .approved)
  }

  @Test func `a double that is a wrong number is asked about, and naming nobody`() throws {
    var desk = try WorkDesk()
    try desk.add("吉田小满", sequence: 3, minutes: 5)
    let typo = try desk.add("林一一", sequence: 3, minutes: 20)
    try desk.open(typo)
    desk.type("d2")
    desk.press(.enter, .enter)
    let query = try #require(try desk.record(typo).queries.first)
    #expect(query.field == "id_number")
    #expect(!query.text.contains("吉田"))
    #expect(try desk.record(typo).status == .draft)
    let number = try desk.field("id_number")
    try desk.make(
      [.answer(WorkDesk.number("44130220110305177"), field: number, source: .told)], on: typo, as: WorkDesk.mother)
    #expect(try desk.record(typo).queries.first?.closed != nil)
    #expect(!desk.possibleDuplicates(of: try desk.record(typo)).isDuplicate)
  }

  @Test func `the other of two doubles opens on top and hands back nothing of its own`() throws {
    var desk = try WorkDesk()
    let first = try desk.add("吉田小满", sequence: 3, minutes: 5)
    let second = try desk.add("𠮷田小满", sequence: 3, minutes: 20)
    try desk.open(second)
    desk.type("d3")
    #expect(desk.shows(first.code.text))
    desk.type("x3")
    desk.enter("同一个孩子")
    desk.press(.function(10))
    #expect(desk.shows(words(of: ReviewRecordPhrase.nothingToDo)))
    desk.type("a")
    desk.press(.enter)
    #expect(try desk.record(first).status == .withdrawn)
    #expect(try desk.record(second).status == .approved)
  }

  @Test func `twins have one birth date and two numbers, and are no doubles`() throws {
    var desk = try WorkDesk()
    let one = try desk.add("王大双", sequence: 8, minutes: 5)
    try desk.add("王小双", sequence: 9, minutes: 6)
    try desk.open(one)
    #expect(desk.shows(words(of: ReviewRecordPhrase.nothingToDo)))
  }

  @Test func `the same name and birth date is told, and stops nothing`() throws {
    var desk = try WorkDesk()
    let one = try desk.add("王双", sequence: 8, minutes: 5)
    try desk.add("王双", sequence: 9, minutes: 6)
    try desk.open(one)
    #expect(desk.shows(words(of: ReviewRecordPhrase.sameChild)))
    desk.type("a")
    desk.press(.enter)
    #expect(try desk.record(one).status == .approved)
  }

  // MARK: Many

  @Test func `approving many tells first what will be skipped, and then what was`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.press(.home, .text(" "), .text(" "), .text(" "), .text(" "), .text("a"))
    for part in [
      "要通过 4 份：现在能通过 1 份", "必填的待补 1", "\(words(of: PlanPhrase.unconfirmed)) 26", words(of: PlanPhrase.duplicate),
    ] {
      #expect(desk.shows(part), "\(part)")
    }
    desk.press(.escape)
    #expect(desk.stored.values.count { $0.status == .approved } == 2, "Esc does nothing")
    desk.press(.text("a"), .enter)
    for part in ["通过了 1 份", "跳过 3 份", "还没有补上", "家长还没有确认", "另一份表里也有"] {
      #expect(desk.shows(part), "\(part)")
    }
    #expect(try desk.record(try desk.child("王小雨")).status == .approved)
    #expect(try desk.record(try desk.child("潘小明")).status == .submitted)
    desk.press(.enter)
    #expect(desk.shows("待审 3"))
  }

  @Test func `what a summary calls ready, the record can be approved for, and nothing else`() throws {
    let desk = try WorkDesk.day()
    for record in desk.stored.values {
      var summary = RecordSummary(record, form: desk.context.form, setting: desk.context.setting)
      let isDuplicate = desk.possibleDuplicates(of: record).isDuplicate
      summary.isDuplicate = isDuplicate
      let held = try #require(HeldRecord(record, holder: WorkDesk.staff))
      let refusal = held.refusal(
        of: .approve, form: desk.context.form, setting: desk.context.setting, duplicate: isDuplicate)
      #expect(MovePlan.isReady(summary) == (refusal == nil), "\(summary.name)")
      #expect(
        MovePlan(.approve, [summary], desk.context.wording).skipped.isEmpty == (refusal == nil), "\(summary.name)")
    }
  }

  // MARK: Late corrections

  @Test func `a numbered record is corrected by a proposal that staff accept, and approved again`() throws {
    var desk = try WorkDesk()
    let approved = try desk.add("潘小明", sequence: 1, minutes: 5, until: .approved)
    var json = try #require(approved.json(form: desk.context.form).object)
    json["number"] = .string("G441302201103051031")
    desk.store(try Record(json: .object(json), form: desk.context.form))

    desk.comeBack(approved)
    #expect(desk.shows(words(of: ReadBackPhrase.approvedFamily)))
    desk.press(.function(6))
    desk.enter("16")
    desk.press(.control("u"))
    desk.enter("演示路 99 号")
    let proposed = try desk.record(approved)
    #expect(proposed.answers[try desk.field("address")]?.value == "演示路 1 号")
    #expect(proposed.proposals.map(\.value) == ["演示路 99 号"])
    desk.press(.function(10))
    #expect(desk.shows("✓ \(CheckPhrase.proposedTitle.text.chinese)"), "\(desk.screen)")

    desk.review()
    #expect(desk.shows("有改动"))
    desk.press(.enter)
    #expect(desk.shows("演示路 1 号 → 演示路 99 号"))
    desk.type("g1")
    desk.enter("")
    #expect(desk.shows("请写一句原因"))
    desk.enter("看过租房合同")
    let corrected = try desk.record(approved)
    #expect(corrected.status == .submitted)
    #expect(corrected.answers[try desk.field("address")]?.value == "演示路 99 号")
    desk.type("a")
    desk.press(.enter)
    #expect(try desk.record(approved).status == .approved)
    #expect(try desk.record(approved).number == "G441302201103051031")
  }

  @Test(arguments: [Key.enter, .down, .tab, .up])
  func `an item of an approved record that was emptied says why it stays`(_ key: Key) throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, until: .approved)
    desk.comeBack(child)
    desk.press(.function(6))
    desk.enter("16")
    desk.press(.control("u"), key)
    #expect(desk.shows("“现在住在哪里”不能清空"), "\(desk.screen)")
    #expect(try desk.record(child).answers[try desk.field("address")]?.value == "演示路 1 号")
    #expect(try desk.record(child).proposals.isEmpty)
    desk.press(.function(6))
    desk.enter("16")
    #expect(desk.shows("▸ 演示路 1 号"))
  }

  @Test func `a proposal that is declined leaves the value and its reason in the history`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, until: .approved)
    try desk.make([.propose("演示路 9 号", field: desk.field("address"))], on: child, as: WorkDesk.mother)
    try desk.open(child)
    desk.type("g2")
    desk.enter("和户口簿不一样")
    let record = try desk.record(child)
    #expect(record.status == .approved)
    #expect(record.proposals.isEmpty)
    #expect(record.answers[try desk.field("address")]?.value == "演示路 1 号")
    desk.type("h")
    #expect(desk.shows("何老师 不采用 现住址"))
    #expect(desk.shows("和户口簿不一样"))
  }

  @Test func `a record is withdrawn with a reason and comes back as what it was`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.open(child)
    desk.press(.text("x"), .down)
    #expect(desk.shows(words(of: ReviewRecordPhrase.causeLeft)))
    desk.press(.enter)
    // What more there is to say may be nothing.
    desk.enter("不来上了")
    let last = try desk.record(child).history.last
    #expect(try desk.record(child).status == .withdrawn && last?.cause == .left && last?.reason == "不来上了")
    desk.comeBack(child)
    #expect(desk.shows("请找老师"))
    try desk.open(child)
    desk.type("a")
    #expect(desk.shows(words(of: ReadBackPhrase.withdrawnFamily)))
    desk.press(.enter)
    desk.type("x")
    desk.press(.enter)
    #expect(desk.shows("请写一句原因"))
    desk.enter("又来了")
    #expect(try desk.record(child).status == .submitted)
    desk.type("x4")
    desk.press(.enter)
    #expect(try desk.record(child).history.last?.cause == .mistake && desk.record(child).status == .withdrawn)
  }
}
