import Foundation
import TestSupport
import Testing

@testable import Commands

/// The command that prints a family's slip.
@Suite(.onOwnThreads) struct PrinterTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("printer-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  @Test func `the command reads the slip whole, with its options, without a shell`() throws {
    let file = folder.appendingPathComponent("slip")
    #expect(Printer("dd  of=\(file.path) status=none").print("补交单\n取件码 K7M4\n"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "补交单\n取件码 K7M4\n")
    #expect(Printer("tee \(folder.path)/$HOME;x").print("x"))
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/$HOME;x"), "nothing in it is a shell's")
  }

  @Test(arguments: ["", "  ", "no-such-command-here", "false", "/"])
  func `a command that cannot print is said to have failed`(command: String) {
    #expect(!Printer(command).print("x"))
  }

  @Test func `a command that never ends is ended`() {
    let start = TerminalSession.now()
    #expect(!Printer("sleep 600").print("x"))
    #expect(TerminalSession.now() - start < 300, "the desk has not waited for its end")
  }
}
