import Foundation
import Testing

@testable import Commands

/// A command that a message suggests is one that exists.
@Suite struct ProgramNameTests {
  @Test(arguments: [
    ("xueji", "/home/desk", "xueji"), ("./xueji", "/home/desk", "./xueji"), ("", "/", "xueji"),
    (".build/release/xueji", "/home/desk/xueji", ".build/release/xueji"),
    ("/home/desk/xueji/.build/release/xueji", "/home/desk/xueji", ".build/release/xueji"),
    ("/home/desk/xueji/xueji", "/home/desk/xue", "/home/desk/xueji/xueji"),
    ("/usr/local/bin/xueji", "/home/desk", "/usr/local/bin/xueji"), ("/media/u盘/xueji", "", "/media/u盘/xueji"),
    ("/media/my stick/xueji", "/", "'/media/my stick/xueji'"), ("it's", "/", "'it'\\''s'"),
  ])
  func `the program is named as a shell will find it again`(started: String, folder: String, shown: String) {
    #expect(ProgramName.shown(started, from: folder) == shown)
  }

  @Test func `a message names the program as it was started`() throws {
    let outcome = try Xueji.shell("cd \"$(dirname \"$X\")\" && ./xueji people pin 没有这个人 --store \"$(mktemp -d)\"; true")
    #expect(outcome.errors.contains("；./xueji people 列出全部"), "\(outcome.errors)")
    let mistake = try Xueji.shell("cd \"$(dirname \"$X\")\" && ./xueji list --nothing; true")
    #expect(mistake.errors.contains("./xueji list --help"), "\(mistake.errors)")
  }

  @Test func `no sentence takes the program to be on the path`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources")
    let commands = Commands.Xueji.configuration.subcommands.compactMap { $0.configuration.commandName }.joined(
      separator: "|")
    let suggestion = try Regex("\"[^\"]*\\bxueji (\(commands)|--help)\\b")
    let files = try #require(FileManager.default.enumerator(at: root.standardized, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" && file.lastPathComponent != "HelpText.swift"
    {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.contains("//") {
        #expect(line.firstMatch(of: suggestion) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
  }
}
