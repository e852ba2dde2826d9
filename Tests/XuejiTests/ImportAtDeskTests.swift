import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// A roster on a real terminal, from the menu to the records, without a shell.
@Suite(.serialized, .onOwnThreads) struct ImportAtDeskTests {
  private let store = DeskOnPtyTests.Store()
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `staff brings a class in: looked at, tried first, and the rest in a file of its own`() throws {
    try Director.add(to: store)
    let settings = #"{"format":"xueji-store/1","settings":{"kindergarten":"示范幼儿园","classes":["小一班"]}}"#
    try Data(settings.utf8).write(to: URL(fileURLWithPath: store.path + "/store.json"))
    try folder.write("姓名,监护人手机号,班级\n潘小明,13800138000,小一班\n,,\n,13800138001,小一班\n", to: "小一班.csv")
    let session = try TerminalSession(
      command: [BuiltProgram.path("xueji"), "home", "--store", store.path], environment: ["LOGNAME": "desk"])
    try Director.enter(session)
    try Director.openMenu(session)
    session.send("0")
    try session.waitFor(words(of: ImportPhrase.file))
    session.send(folder.url.path)
    session.send(.enter)
    try session.waitFor(words(of: ImportPhrase.whichFile))
    try session.waitFor("小一班.csv")
    session.send(.enter)
    try session.waitFor("监护人手机号")
    session.send("i")
    try session.waitFor("新建 1")
    #expect(try store.records().isEmpty, "nothing is changed by trying")
    session.send(.enter)
    try session.waitFor("小一班-未导入.csv")
    let records = try store.records()
    #expect(records.count == 1)
    let answers = try #require(records.first?["answers"] as? [String: [String: Any]])
    #expect(answers["name"]?["value"] as? String == "潘小明")
    let rest = try String(contentsOfFile: folder.path("小一班-未导入.csv"), encoding: .utf8)
    #expect(rest.contains("13800138001") && !rest.contains("潘小明"))
  }
}
