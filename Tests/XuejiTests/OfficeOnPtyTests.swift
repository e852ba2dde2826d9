import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// The office's pages on a real terminal: a backup into a folder, and numbers that came back.
@Suite(.serialized, .onOwnThreads) struct OfficeOnPtyTests {
  private let store = DeskOnPtyTests.Store()
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `staff makes a backup and reads a list of numbers without a shell`() throws {
    let xueji = try BuiltProgram.path("xueji")
    try Director.add(to: store)
    let settings = #"{"format":"xueji-store/1","settings":{"kindergarten":"示范幼儿园"}}"#
    try Data(settings.utf8).write(to: URL(fileURLWithPath: store.path + "/store.json"))
    let rows = "学籍号,姓名,身份证件号码\nG441302202203051236,潘小明,441302202203051236\n"
    try folder.write(rows, to: "answer.csv")
    let session = try TerminalSession(
      command: [xueji, "home", "--store", store.path], environment: ["LOGNAME": "desk"])
    try Director.enter(session)
    try Director.openMenu(session)
    session.send("8")
    try session.waitFor(words(of: OfficePhrase.backupTitle))
    session.send(folder.path("nowhere/x.tar"))
    session.send(.enter)
    try session.waitFor("✗")
    session.send(.control("u"))
    session.send(folder.url.path)
    session.send(.enter)
    try session.waitFor("备份好了")
    let made = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".tar") }
    #expect(made.count == 1 && made[0].hasPrefix("xueji-"))
    session.send(.enter)
    try session.waitFor("要做什么")
    session.send("9")
    try session.waitFor(words(of: OfficePhrase.numbersTitle))
    session.send(folder.url.path)
    session.send(.enter)
    try session.waitFor("answer.csv")
    session.send(.enter)
    try session.waitFor("没有填 1")
    try session.wait("name the row") { $0.screen().contains { $0.contains("✗ 2") && $0.contains("潘小明") } }
    for shown in ["要做什么", "，您好", "欢迎"] {
      session.send(.function(10))
      try session.waitFor(shown)
    }
    session.send(.function(10))
    #expect(try session.exitStatus() == 0)
  }
}
