import Desk
import FormModel
import Foundation
import Records
import StoreSupport
import Terminal
import TestSupport
import Testing
import Wording

@testable import Commands

/// What takes longer than a second says how far it is, and stops when somebody wants no more of it.
@Suite(.onOwnThreads) struct LongWorkTests {
  private let store: MemoryStore
  private let folder: Folder
  private static let staff = Authority.staff(name: "王主任")
  private static let names = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地元黄宇宙洪荒")

  init() throws {
    store = MemoryStore(form: try Form.load(from: .embedded), settings: Sitdown.kindergarten)
    folder = try Folder()
  }

  /// A session at which these events come while it works; its clock goes on whenever it is looked at.
  private func session(_ events: [Event]) -> Session<ScriptedTerminal, MemoryStore> {
    final class Clock {
      var now = Sitdown.morning
      func tick() -> Timestamp {
        now = Timestamp(milliseconds: now.milliseconds + 150, offset: now.offset)
        return now
      }
    }
    let clock = Clock()
    let context = DeskContext(
      forms: store.forms, wording: Wording(.chinese), settings: Sitdown.kindergarten, now: Sitdown.morning)
    return Session(
      .home, store: store, terminal: ScriptedTerminal(size: Size(80, 24), events: events), context,
      person: Person(role: .guardian, name: "desk"), clock: clock.tick)
  }

  private func roster(_ header: String, _ row: String) throws -> String {
    let rows = Self.names.map { "潘小\($0)" + row }
    try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: "r.csv")
    return folder.path("r.csv")
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `an import that is stopped leaves whole what it brought in, and the rest in its file`(key: Key) throws {
    let file = try roster("姓名,班级", ",小一班")
    var session = session([.tick, .key(.text("x")), .tick, .key(key)])
    session.bringIn(RosterRequest(path: file), .take, for: Self.staff)
    let count = store.all.count
    #expect((1..<Self.names.count).contains(count) && session.terminal.events.isEmpty)
    #expect(session.terminal.screens.count >= 3, "it is shown again and again how far it is")
    #expect(store.all.allSatisfy { $0.contact.className == "小一班" && $0.revision > 0 })
    let rest = try String(contentsOfFile: folder.path("r-未导入.csv"), encoding: .utf8)
    #expect(rest.split(whereSeparator: \.isNewline).count == Self.names.count - count + 1)
  }

  @Test func `a trial that is stopped has changed nothing, and what else came meanwhile is heard after it`() throws {
    let file = try roster("姓名,班级", ",小一班")
    var session = session([.resize(Size(100, 30)), .terminate])
    session.bringIn(RosterRequest(path: file), .attempt, for: Self.staff)
    #expect(store.all.isEmpty && session.waiting == [.resize(Size(100, 30)), .terminate])
  }

  @Test func `numbers that come back can be stopped too`() throws {
    let file = try roster("姓名,身份证件号码,学籍号", ",441302202203051236,G441302202203051236")
    var session = session([.tick, .key(.escape)])
    session.perform(.numbers, on: file, for: Self.staff)
    #expect(session.terminal.events.isEmpty && session.terminal.screens.count == 2)
  }
}
