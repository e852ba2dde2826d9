import Records
import Terminal
import Testing

@testable import Desk

/// Half a word that somebody left at the desk is half a word when they come back, and never an answer.
@Suite struct IdleWordTests {
  @Test func `a family finds its half word again under the cover, and the record as it was`() throws {
    var sitting = try Sitting()
    sitting.enter("潘小明")
    sitting.type("1")
    sitting.type("4413")
    let record = try #require(sitting.record)
    sitting.rest(seconds: 300)
    #expect(!sitting.shows("4413"))
    #expect(sitting.stored[record.id] == record)
    sitting.enter("潘小明")
    #expect(sitting.record == record && sitting.item == "id_number" && sitting.shows("4413"))
  }

  @Test func `a family that another one followed finds it by its code`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"))
    sitting.enter("潘小明")
    sitting.type("1")
    sitting.enter(Sitting.boy)
    sitting.press(.function(6))
    sitting.enter("16")
    sitting.type("示范路")
    let record = try #require(sitting.record)
    sitting.rest(seconds: 300)
    sitting.press(.function(10))
    #expect(sitting.desk.restingRecords == [record.id])
    sitting.press(.text("1"))
    #expect(!sitting.shows("示范路"))
    sitting.press(.function(10), .text("2"))
    sitting.enter(record.code.text)
    sitting.enter("20220305")
    #expect(sitting.item == "address" && sitting.shows("示范路") && sitting.record?.revision == record.revision)
    #expect(sitting.desk.restingRecords.isEmpty)
  }

  @Test func `half of anything but a name is not shown to whoever sits down where nothing can be asked`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"), .function(6))
    sitting.enter("6")
    sitting.type("4413")
    sitting.rest(seconds: 300)
    sitting.enter()
    #expect(!sitting.shows("4413"))
  }

  @Test func `a teacher finds it on the sheet after the door, and nobody else does`() throws {
    var visit = try Visit.entered(LeavingDeskTests.staff)
    visit.press(.text("m"), .text("1"))
    visit.hear(.desk(.begun(Sitting.identity(7), .work(LeavingDeskTests.staff))))
    visit.type("潘小")
    visit.pass(milliseconds: 300_000)
    visit.send(.tick)
    #expect(visit.isHome && visit.desk.restingRecords.count == 1)
    #expect(!visit.effects.contains { if case .save = $0 { true } else { false } })
    visit.press(.text("3"))
    visit.hear(.door(.entered(LeavingDeskTests.teacher)))
    #expect(!visit.screen().text().contains("潘小"))
    visit.press(.function(10), .text("3"))
    visit.hear(.door(.entered(LeavingDeskTests.staff)))
    #expect(visit.screen().text().contains("潘小") && visit.desk.restingRecords.isEmpty)
  }

  @Test func `the one item of a walk is kept half typed, too`() throws {
    let record = try Child.record(without: ["address"])
    var room = try Classroom([record], at: { _ in CompletionScreen(holder: Classroom.teacher) })
    room.press(.text("e"))
    room.enter("16")
    room.type("示范")
    room.pass(milliseconds: 300_000)
    room.send(.tick)
    #expect(room.desk.restingRecords == [record.id])
    #expect(room.stored == [record])
  }
}
