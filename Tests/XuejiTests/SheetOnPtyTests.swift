import FormModel
import Foundation
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// A teacher at the work list, on a real terminal.
@Suite(.serialized, .onOwnThreads) struct SheetOnPtyTests {
  @Test func `a sheet that is killed is there again as it stood, and again, until somebody leaves it`() throws {
    let store = try WorkStore(Form.load(from: .embedded))
    let code = try store.add(1, [.clear("address")], handIn: false).code.text
    func start(_ arguments: String...) throws -> TerminalSession {
      try TerminalSession(
        command: [BuiltProgram.path("xueji")] + arguments + ["--as", "王老师", "--store", store.path],
        environment: ["LOGNAME": "desk"])
    }
    func page(_ session: TerminalSession) -> [String] {
      let rows = session.screen()
      return Array(rows[1..<22]) + [rows[23]]
    }
    let session = try start("sheet", code)
    try session.waitFor("▸16 ○")
    session.send("示范路8号")
    try session.waitFor("示范路8号")
    let shown = session.shownCursor
    session.send(.left)
    try session.wait("move") { $0.shownCursor != shown }
    let (before, cursor) = (page(session), session.shownCursor)
    session.signal(SIGKILL)
    #expect(try session.exitStatus() == 128 + Int(SIGKILL))

    // Somebody else who begins with a list is shown nothing of it.
    let other = try TerminalSession(
      command: [BuiltProgram.path("xueji"), "complete", "--as", "何老师", "--store", store.path])
    try other.waitFor("还缺的 1 份")
    #expect(!other.screen().contains { $0.contains("示范路") })
    other.signal(SIGTERM)
    _ = try other.exitStatus()

    for arguments in [["sheet", code], ["review"]] {
      let again = try TerminalSession(
        command: [BuiltProgram.path("xueji")] + arguments + ["--as", "王老师", "--store", store.path])
      try again.waitFor(words(of: GuidedPhrase.resumed))
      try again.wait("be the page again") { page($0) == before && $0.shownCursor == cursor }
      again.signal(SIGKILL)
      _ = try again.exitStatus()
    }

    let last = try start("complete")
    try last.waitFor("刚才断了")
    last.send("楼")
    try last.waitFor("示范路8楼号")
    last.send(.function(10))
    try last.waitFor("都补齐了")
    last.send(.function(10))
    #expect(try last.exitStatus() == 0)
    let (field, known) = (try #require(store.form.index(of: "address")), try #require(RecordCode(code)))
    #expect(try store.records.record(code: known)?.answers[field]?.value == "广东省惠州市惠城区示范路8楼号")
  }

  @Test func `a teacher completes what a family has left and the family is to confirm it`() throws {
    let desk = DeskOnPtyTests()
    let store = DeskOnPtyTests.Store()
    let family = try desk.start(store)
    try desk.fillChild(family)
    family.send(.function(10))
    try family.waitFor("谁在填")
    family.send("1")
    try family.waitFor("联系电话")
    family.send(.enter)
    try family.waitFor("取件码")
    try family.leaveCode()
    #expect(try family.exitStatus() == 0)

    let teacher = try desk.start(store, ["complete", "--as", "李老师"])
    try teacher.waitFor("还缺的 1 份")
    try teacher.waitFor("潘小明")
    teacher.send(.enter)
    try teacher.waitFor("▸11 ○")
    // What the number says of the birthplace, then gap after gap without looking up.
    teacher.send(.enter)
    for (typed, next) in [("广东惠州\r", "▸13"), ("1441302000000示范路8号3栋\r", "▸17"), ("20250901\r", "▸18")] {
      teacher.send(typed)
      try teacher.waitFor(next)
    }
    teacher.send("1112122潘大明\r440524198001010013")
    // An Enter out of habit belongs to the number that was full; the next one hands the finished draft in.
    try teacher.waitFor("可以交表")
    teacher.send(.enter)
    teacher.send(.enter)
    try teacher.waitFor("交表了")
    try teacher.pressAtRest(.function(10)) { $0.screen().contains { $0.contains("都补齐了") } }
    teacher.send("u")
    try teacher.waitFor("◇ 16 项")
    teacher.send(.function(10))
    #expect(try teacher.exitStatus() == 0)

    let record = try #require(try store.records().first)
    let answers = try #require(record["answers"] as? [String: [String: Any]])
    for (item, value) in [
      ("birthplace", "441302000000"), ("hukou_place", "441302000000"), ("address", "广东省惠州市惠城区示范路8号3栋"),
      ("entry_date", "2025-09-01"), ("orphan", "0"), ("guardian_id_number", "440524198001010013"),
    ] {
      let answer = try #require(answers[item])
      #expect(answer["value"] as? String == value)
      #expect((answer["by"] as? [String: Any])?["name"] as? String == "李老师")
      #expect(answer["confirmed"] is NSNull, "\(item) waits for the family")
    }
    #expect(try #require(answers["id_number"])["confirmed"] == nil, "the family said this itself")
  }
}
