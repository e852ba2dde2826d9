import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// A child's record on its way to being approved: filled in by one, confirmed by another, given back by a third.
@Suite struct WorkFlowTests {
  // MARK: Confirming

  @Test func `a teacher fills in, the family confirms line by line, staff approve`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    #expect(try desk.record(child).unconfirmedFields.count == 26)

    try desk.open(child)
    desk.type("a")
    #expect(desk.shows("家长还没有确认 26 项"), "approving is refused while the family has not confirmed")

    desk.comeBack(child)
    #expect(desk.shows("潘小明，男，2011年3月5日出生"))
    desk.press(.enter)
    #expect(desk.shows("待确认 23 项"))
    for _ in 1..<11 { desk.press(.enter) }
    #expect(desk.shows(words(of: ReadBackPhrase.allConfirmed)))
    let confirmed = try desk.record(child)
    #expect(confirmed.unconfirmedFields.isEmpty)
    guard case .confirmed(let confirmation) = confirmed.answers[try desk.field("address")]?.confirmation else {
      Issue.record("the address is not confirmed")
      return
    }
    #expect(confirmation.how == .desk)
    #expect(confirmation.by.role == .guardian)
    #expect(confirmed.confirmedElsewhere.isEmpty)
    desk.press(.enter)
    #expect(desk.shows(label(of: "name")) || desk.shows("必填"), "then comes the form")

    desk.review()
    desk.press(.enter)
    #expect(desk.shows(words(of: ReviewRecordPhrase.nothingToDo)))
    desk.type("a")
    #expect(desk.shows(words(of: ReviewRecordPhrase.approveNothingElsewhere)))
    desk.press(.enter)
    #expect(try desk.record(child).status == .approved)
    desk.press(.function(10))
    #expect(desk.shows(words(of: ReviewPhrase.nothingWaits)))
  }

  @Test func `a family may confirm everything at once`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    desk.comeBack(child)
    desk.type("3")
    #expect(try desk.record(child).unconfirmedFields.isEmpty)
  }

  @Test func `a no opens the item, and a changed value is no longer confirmed by what was said of the old one`() throws
  {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    let address = try desk.field("address")
    try desk.make(
      [.confirm(fields: [address], how: .telephone, who: "潘女士")], on: child, as: WorkDesk.teacher, minutes: 9)
    desk.comeBack(child)
    // The seventh sentence is the address; it was confirmed, so the family walks there itself.
    for _ in 0..<6 { desk.press(.down) }
    #expect(desk.shows("▸ ✓ 现在住在 演示路 1 号"))
    desk.type("2")
    #expect(desk.shows(label(of: "address")))
    desk.press(.control("u"))
    desk.enter("演示路 2 号")
    let answer = try desk.record(child).answers[address]
    #expect(answer?.value == "演示路 2 号")
    #expect(answer?.confirmation == .notNeeded, "the family said it itself, at the desk")
    #expect(answer?.by.role == .guardian)

    try desk.make([.answer("演示路 3 号", field: address, source: .told)], on: child, as: WorkDesk.teacher)
    #expect(try desk.record(child).answers[address]?.confirmation == .unconfirmed)
  }

  @Test func `a sentence of several items asks which one is wrong`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    desk.comeBack(child)
    desk.type("2")
    #expect(desk.shows(words(of: ReadBackPhrase.whichTitle)))
    desk.type("3")
    #expect(desk.shows(label(of: "birth_date")))
    guard let screen = desk.desk.page as? GuidedScreen else {
      Issue.record("no form")
      return
    }
    #expect(screen.entry.field == (try desk.field("birth_date")))
  }

  /// `how` is the digit that the page asks for.
  @Test(arguments: [("1", Records.Confirmation.Means.desk), ("2", .telephone), ("3", .paper)])
  func `a teacher notes how a family confirmed, under their own name`(
    _ how: String, _ means: Records.Confirmation.Means
  ) throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    try desk.readBack(child, as: WorkDesk.teacher)
    desk.press(.enter)
    desk.type(how)
    desk.enter("潘女士（母亲）")
    #expect(desk.shows("待确认 23 项"))
    // It is not asked again for the next line.
    desk.press(.enter)
    #expect(desk.shows("待确认 20 项"))
    desk.type("3")
    let record = try desk.record(child)
    #expect(record.unconfirmedFields.isEmpty)
    #expect(record.confirmedElsewhere.count == (means == .desk ? 0 : 26))
    guard case .confirmed(let confirmation) = record.answers[0]?.confirmation else {
      Issue.record("the name is not confirmed")
      return
    }
    #expect(confirmation.how == means)
    #expect(confirmation.who == "潘女士（母亲）")
    #expect(confirmation.by == Person(role: .teacher, name: "李老师"))
  }

  @Test func `a confirmation without a name is not taken`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    try desk.readBack(child, as: WorkDesk.teacher)
    desk.enter("11")
    desk.enter("  ")
    #expect(desk.shows(words(of: ReadBackPhrase.whoMissing)))
    #expect(try desk.record(child).unconfirmedFields.count == 26)
  }

  @Test func `what was confirmed on paper is read before a left-behind child is approved`() throws {
    var desk = try WorkDesk()
    let child = try desk.add(
      "欧阳明月", sequence: 4, minutes: 5, by: WorkDesk.teacher, changing: ["left_behind": "2"])
    let waiting = try desk.record(child).unconfirmedFields
    try desk.make(
      [.confirm(fields: waiting, how: .paper, who: "外婆")], on: child, as: WorkDesk.teacher, minutes: 30)
    try desk.open(child)
    desk.type("a")
    #expect(desk.shows(words(of: ReviewRecordPhrase.approveElsewhere)))
    #expect(desk.shows("外婆"))
    #expect(try desk.record(child).status == .submitted, "it is read before it is done")
    desk.press(.enter)
    #expect(try desk.record(child).status == .approved)
  }

  // MARK: Giving back

  @Test func `what is given back closes its own question once it is mended`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    desk.review()
    desk.type("r")
    desk.enter("16")
    desk.enter("缺门牌号")
    desk.press(.enter)
    let returned = try desk.record(child)
    #expect(returned.isReturned)
    #expect(returned.queries.map(\.text) == ["缺门牌号"])
    #expect(desk.shows("还没回答：现住址：缺门牌号"))

    desk.comeBack(child)
    desk.press(.function(6))
    desk.enter("16")
    desk.press(.control("u"))
    desk.enter("演示路 8 号 3 栋")
    let mended = try desk.record(child)
    #expect(mended.queries.allSatisfy { $0.closed != nil })
    #expect(mended.status == .draft)
  }

  @Test func `a family whose form came back reads the question where it has to mend`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.make([.sendBack([Move.Question("缺门牌号", field: desk.field("address"))])], on: child, as: WorkDesk.staff)
    desk.comeBack(child)
    #expect(
      desk.shows(label(of: "address")) && desk.shows("？ \(Wording(.chinese)(CheckPhrase.asked, "缺门牌号"))"),
      "\(desk.screen)")
    desk.press(.function(5))
    #expect(desk.shows("老师问了 1 处") && desk.shows("▸ ？ \(label(of: "address"))：缺门牌号"), "\(desk.screen)")
    desk.press(.enter, .control("u"))
    desk.enter("演示路 8 号 3 栋")
    #expect(!desk.shows("老师问") && desk.shows("▸ ✓ 交表"), "\(desk.screen)")
  }

  @Test func `what was said about the whole form stands on every item until it is handed in again`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.make([.sendBack([Move.Question("请带户口簿来", field: nil)])], on: child, as: WorkDesk.staff)
    desk.comeBack(child)
    #expect(desk.shows("老师问了 1 处") && desk.shows("？ 请带户口簿来"), "\(desk.screen)")
    desk.press(.enter)
    #expect(desk.shows("？ 老师问：请带户口簿来"), "\(desk.screen)")
  }

  @Test func `a teacher reads the question too`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.make([.sendBack([Move.Question("缺门牌号", field: desk.field("address"))])], on: child, as: WorkDesk.staff)
    let held = try #require(HeldRecord(try desk.record(child), holder: WorkDesk.teacher))
    desk.sit(SheetScreen(held, desk.context))
    #expect(desk.shows("？ \(Wording(.chinese)(CheckPhrase.asked, "缺门牌号"))"), "\(desk.screen)")
  }

  @Test func `when all is confirmed and nothing is blank, Enter leads to handing in`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher, until: .draft)
    desk.comeBack(child)
    desk.type("3")
    #expect(desk.shows(words(of: ReadBackPhrase.allConfirmed)))
    desk.press(.enter)
    #expect(desk.shows("▸ ✓ 交表"), "\(desk.screen)")
  }

  @Test func `the history says what somebody is to the child`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, until: .draft)
    var held = try #require(
      HeldRecord(
        try desk.record(child), openedBy: "20110305",
        holder: .family(Records.Sitting(Person(role: .guardian, name: "desk"))),
        on: WorkDesk.today, form: desk.context.form))
    held.identify(relation: "51", at: WorkDesk.morning(9))
    desk.store(held.record)
    try desk.open(child)
    desk.type("h")
    #expect(desk.shows("和孩子的关系 父亲"), "\(desk.screen)")
  }

  @Test func `a question about the whole form and several items go in one return`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.open(child)
    desk.type("r")
    for (number, text) in [("0", "请带户口簿来"), ("12", "写到县"), ("29", "")] {
      desk.enter(number)
      if !text.isEmpty { desk.enter(text) }
    }
    #expect(desk.shows("没有第 29 项"))
    desk.press(.enter)
    let queries = try desk.record(child).queries
    #expect(queries.map(\.field) == [nil, "native_place"])
    #expect(queries.map(\.text) == ["请带户口簿来", "写到县"])
  }

  @Test func `a return without a question is not made`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.open(child)
    desk.type("r")
    desk.press(.enter, .enter)
    desk.enter("16")
    desk.enter("  ")
    #expect(desk.shows("请写一句原因"))
    desk.press(.escape, .escape)
    #expect(try desk.record(child).status == .submitted)
  }
}
