import Records
import Terminal
import Testing

@testable import Desk

/// A record begins in one place only, with an identity that no record has had, however somebody comes to it.
@Suite struct BeginningTests {
  /// Names a child and leaves the form as it is.
  private func register(_ name: String, _ sitting: inout Sitting) throws -> Record {
    sitting.enter(name)
    return try #require(sitting.record)
  }

  /// Hands in what is on the screen as if everything else had been asked: the way there is another test's.
  private func handIn(_ sitting: inout Sitting) throws {
    let record = try #require(sitting.record)
    sitting.press(.function(10))
    for _ in 0..<4 where sitting.guided != nil { sitting.press(.text("1"), .enter) }
    #expect(sitting.guided == nil, "\(record.code)")
  }

  @Test(arguments: ["fill", "home", "come back"])
  func `a second and a third child are records of their own, whatever the start`(start: String) throws {
    var sitting: Sitting
    switch start {
    case "fill": sitting = try Sitting()
    case "home":
      sitting = try Sitting(.home)
      sitting.press(.text("1"))
    default:
      sitting = try Sitting()
      let held = try #require(sitting.guided?.entry.held)
      sitting = try Sitting(.opened(held))
    }
    var begun: [RecordID] = []
    for name in ["潘小明", "潘小光", "潘小海"] {
      begun.append(try register(name, &sitting).id)
      #expect(sitting.guided?.entry.panel == nil)
      let sibling = try #require(sitting.record)
      // What the last page asks for, after a form that was handed in.
      sitting.ask(.begin(.family(sibling: sibling)))
    }
    #expect(Set(begun).count == 3)
    let names = begun.compactMap { sitting.stored[$0]?.answers[0]?.value }
    #expect(names == ["潘小明", "潘小光", "潘小海"])
    #expect(sitting.stored.count == 3)
  }

  @Test func `a teacher's n begins another record each time`() throws {
    var room = try Classroom(at: { _ in WorkMenuScreen(holder: Classroom.teacher) })
    room.type("1")
    var begun: [RecordID] = []
    for name in ["潘小明", "潘小光", "潘小海"] {
      room.enter(name)
      begun.append(try #require(room.record).id)
      room.press(.function(10))
      #expect(room.sheet?.cover == .parting)
      room.type("n")
    }
    #expect(Set(begun).count == 3)
    #expect(room.stored.map { $0.answers[0]?.value } == ["潘小明", "潘小光", "潘小海"])
    room.press(.function(10))
    #expect(room.page is WorkMenuScreen)
  }

  @Test func `what this desk has saved itself is nobody else's change`() throws {
    var sitting = try Sitting()
    sitting.enter("潘小明")
    let saved = try #require(sitting.record)
    sitting.enter()
    sitting.tell(.record(.changedElsewhere(saved)))
    #expect(sitting.guided?.entry.word == nil)
    #expect(sitting.guided?.entry.panel == nil)
  }

  @Test func `the last page shows the code that the record has in the end`() throws {
    var sitting = try Sitting()
    sitting.enter("潘小明")
    let record = try #require(sitting.record)
    try handIn(&sitting)
    let other = Sitting.identity(77)
    sitting.tell(.record(.renamed(record.id, other)))
    #expect(sitting.shows(other.code.text.map(String.init).joined(separator: " ")))
  }
}
