import Foundation
import Records
import Terminal
import TestSupport
import Testing

/// A roster brought in by somebody who sits at a terminal.
@Suite(.serialized, .onOwnThreads) struct ImportOnPtyTests {
  private let store: RosterStore

  init() throws { store = try RosterStore() }

  private func start(_ roster: String) throws -> TerminalSession {
    let file = try store.folder.write(roster, to: "r.csv")
    let command = try [BuiltProgram.path("xueji"), "import", file, "--store", store.records.path]
    return try TerminalSession(command: command, size: Size(120, 24), environment: ["LOGNAME": "desk"])
  }

  @Test func `nothing happens before somebody agrees, and each difference is asked about`() throws {
    let first = "姓名,身份证号,现住址,班级\n潘小明,441302202203051236,演示路8号,中二班\n"
    var session = try start(first)
    try session.waitFor("列 C「现住址」 → 16")
    try session.waitFor("导入 1 行？(y/N)")
    session.send(.enter)
    #expect(try session.exitStatus() == 0)
    #expect(!store.records.exists)

    session = try start(first)
    try session.waitFor("(y/N)")
    session.send("y")
    #expect(try session.exitStatus() == 0)
    #expect(session.modes == session.modesBefore)

    // Kept by Enter, taken by y, and Ctrl-C leaves the row and all after it.
    session = try start(
      "姓名,身份证号,现住址,班级\n潘小明,441302202203051236,演示路9号,大一班\n潘小明,441302202203051236,演示路7号,\n陈小红,,,\n")
    try session.waitFor("导入 3 行？")
    session.send("y")
    try session.waitFor("登记是“演示路8号”，名单是“演示路9号”。换成名单的吗？")
    session.send(.enter)
    try session.waitFor("名单是“大一班”")
    session.send("y")
    try session.waitFor("名单是“演示路7号”")
    session.send("\u{3}")
    #expect(try session.exitStatus() == 130)
    let record = try store.record("潘小明")
    #expect(store.value("address", of: record) == "演示路8号" && record.contact.className == "大一班")
    let left = try store.text("r-未导入.csv").components(separatedBy: "\r\n")
    #expect(left.count == 5 && left[2].hasSuffix("未处理") && left[3].hasPrefix("陈小红") && left[3].hasSuffix("未处理"))
  }

  @Test func `the bar shows how far it is, and Ctrl-C leaves whole records only`() throws {
    let rows = (0..<20_000).map { "孩子\($0),演示路\($0)号\n" }.joined()
    let session = try start("姓名,现住址\n" + rows)
    try session.waitFor("(y/N)")
    session.send("y")
    try session.waitFor("░ ")
    session.send("\u{3}")
    #expect(try session.exitStatus() == 130)
    try session.wait("say that it stopped") { $0.screen().contains { $0.contains("停下来了") } }
    let (records, problems) = store.records.records()
    #expect(problems.isEmpty && !records.isEmpty)
    let left = try store.text("r-未导入.csv").components(separatedBy: "\r\n")
    #expect(records.count + left.count - 2 == 20_000)
    #expect(left[1].hasSuffix(",未处理"))
  }
}
