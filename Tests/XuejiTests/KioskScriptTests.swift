import Foundation
import TestSupport
import Testing

/// The login shell that the documentation gives to the desk's account.
@Suite(.serialized, .onOwnThreads) struct KioskScriptTests {
  @Test(arguments: [[], ["-c", "id"], ["-i"], ["--help"]])
  func `whatever the login shell is asked for, there is only the desk`(arguments: [String]) throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/xueji/Documentation.docc/Roles.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let marked = try #require(text.range(of: "<!-- kiosk -->\n```sh\n"))
    let end = try #require(text.range(of: "```", range: marked.upperBound..<text.endIndex))
    let script = text[marked.upperBound..<end.lowerBound]
    #expect(script.contains("/usr/local/bin/xueji "))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiosk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("xueji-desk")
    try Data(script.replacingOccurrences(of: "/usr/local/bin/xueji", with: BuiltProgram.path("xueji")).utf8)
      .write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let session = try TerminalSession(
      // By its shell: a file that was just written may stand open for a moment in another test's child.
      command: ["/bin/sh", file.path] + arguments, environment: ["HOME": folder.path, "LC_ALL": ""])
    try session.waitFor("欢迎")
    session.send("\u{3}\u{1A}\u{1C}")
    session.send(.function(10))
    session.send("3")
    try session.waitFor("您是谁")
  }
}
