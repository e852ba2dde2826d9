import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// The page that brings a roster in: what it asks for, and what it never does by itself.
@Suite struct ImportScreenTests {
  private static func asked(_ desk: WorkDesk) -> [(request: RosterRequest, step: RosterRequest.Step)] {
    desk.effects.compactMap { if case .bringIn(let request, let step, _) = $0 { (request, step) } else { nil } }
  }

  private func opened() throws -> WorkDesk {
    var desk = try WorkDesk()
    desk.sit(ImportScreen(holder: WorkDesk.staff, desk.context))
    desk.enter("/media/usb")
    desk.press(.enter)
    return desk
  }

  @Test func `a file is chosen from a folder, tried, and only then taken`() throws {
    var desk = try opened()
    desk.type("i")
    #expect(Self.asked(desk).map(\.step) == [.look, .look, .attempt])
    desk.press(.enter)
    #expect(Self.asked(desk).map(\.step) == [.look, .look, .attempt, .take])
    #expect(Self.asked(desk).last?.request.path == SampleRoster.path)
    // What came of it is read to its end, and then the page is done.
    desk.press(.pageDown, .down)
    #expect(!desk.hasLeft)
    desk.press(.enter)
    #expect(desk.hasLeft && Self.asked(desk).count == 4)
  }

  @Test func `Esc behind the result goes back to the columns and takes nothing`() throws {
    var desk = try opened()
    desk.type("i")
    desk.press(.escape)
    #expect(desk.shows("小二班") && !desk.hasLeft)
    #expect(!Self.asked(desk).contains { $0.step == .take })
  }

  @Test func `a column is said to hold another item, or nothing, and the file is looked at again`() throws {
    var desk = try opened()
    desk.press(.down, .down, .enter)
    desk.type("3")
    #expect(Self.asked(desk).last?.request.changes == ["监护人电话=contact.telephone"])
    #expect(desk.shows("→ 联系电话"))
    desk.press(.enter, .enter)
    #expect(Self.asked(desk).last?.request.changes == ["监护人电话=contact.telephone", "监护人电话="])
  }

  @Test func `a sheet is left out and taken again, and what differs stays unless that is changed`() throws {
    var desk = try opened()
    desk.press(.enter)
    #expect(desk.shows("[ ] 小一班") && desk.shows("[✓] 小二班"))
    desk.type("i")
    #expect(Self.asked(desk).last?.request.left == ["小一班"])
    #expect(Self.asked(desk).last?.request.takesDifferences == false)
    desk.press(.escape, .enter, .pageDown, .enter)
    #expect(desk.shows("[✓] 小一班") && desk.shows(words(of: ImportPhrase.differencesTaken)))
    desk.type("i")
    #expect(Self.asked(desk).last?.request.left == [])
    #expect(Self.asked(desk).last?.request.takesDifferences == true)
  }

  @Test func `a file that is not there is said at its name`() throws {
    var desk = try WorkDesk()
    desk.sit(ImportScreen(holder: WorkDesk.staff, desk.context))
    desk.enter("nowhere")
    #expect(desk.shows("✗ ") && desk.shows(words(of: ImportPhrase.file)))
    desk.press(.escape)
    #expect(desk.hasLeft)
  }

  @Test func `how far something has come is shown on both pages that read a file`() throws {
    let pages: [(DeskContext) -> any Page] = [
      { ImportScreen(holder: Classroom.staff, $0) }, { FileScreen(.numbers, holder: Classroom.staff, $0) },
    ]
    for page in pages {
      var room = try Classroom([], at: page)
      room.tell(.work(.progress("300 / 1000")))
      #expect(room.shows("300 / 1000"), "\(room.testDescription)")
      room.tell(.work(.roster(.refused("不行"))))
      #expect(!room.shows("300 / 1000") && room.shows("不行"), "\(room.testDescription)")
    }
  }
}
