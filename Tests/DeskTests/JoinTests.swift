import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// Another desk saves a record while a page of it is open: the next act here takes nothing of that away.
@Suite struct JoinTests {
  private func elsewhere(_ desk: WorkDesk, _ child: Record, _ move: Move, _ holder: Authority) throws -> Record {
    var other = desk
    try other.make([move], on: child, as: holder)
    return try other.record(child)
  }

  @Test func `what a teacher changed meanwhile is still there after staff have withdrawn the record`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    let address = try desk.field("address")
    try desk.open(child)
    let theirs = try elsewhere(
      desk, child, .answer("演示路 2 号", field: address, source: .told), WorkDesk.teacher)
    desk.tell(.record(.changedElsewhere(theirs)))
    #expect(desk.shows(words(of: GuidedPhrase.joined)))
    desk.type("x3")
    desk.enter("重复登记")
    let stored = try desk.record(child)
    #expect(stored.status == .withdrawn)
    #expect(stored.answers[address]?.value == "演示路 2 号")
    #expect(stored.continues(theirs))
  }

  @Test(arguments: [true, false])
  func `what was changed meanwhile is still there after the read-back`(_ isFamily: Bool) throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, by: WorkDesk.teacher)
    let address = try desk.field("address")
    if isFamily { desk.comeBack(child) } else { try desk.readBack(child, as: WorkDesk.teacher) }
    let theirs = try elsewhere(desk, child, .answer("演示路 2 号", field: address, source: .told), WorkDesk.staff)
    desk.tell(.record(.changedElsewhere(theirs)))
    #expect(try desk.record(child).continues(theirs))
    desk.type("3")
    if isFamily { #expect(try desk.record(child).unconfirmedFields.isEmpty) }
    #expect(try desk.record(child).continues(theirs))
  }
}
