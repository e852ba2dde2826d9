import Foundation
import TestSupport
import Testing

/// A pipe, a device or a socket in a file's place has no end to read to: it is refused at once, whatever its name says.
@Suite struct NotAFileTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  enum Kind: String, CaseIterable { case pipe, device, socket }

  private func make(_ kind: Kind, _ path: String) throws {
    switch kind {
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    case .device: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    case .socket:
      let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(made) }
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      #expect(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      let isBound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      #expect(isBound == 0)
    }
  }

  @Test(arguments: Kind.allCases)
  func `what is no file is refused at once by every command that reads one`(kind: Kind) throws {
    let home = "/tmp/x\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    for (command, ending) in [
      ("check", "csv"), ("check", "json"), ("check", "jsonl"), ("check", "xlsx"), ("import", "csv"), ("import", "xlsx"),
      ("assign", "csv"), ("restore", "tar"),
    ] {
      let path = "\(home)/\(command).\(ending)"
      try make(kind, path)
      let outcome = try BuiltProgram.run(
        [BuiltProgram.path("xueji"), command, path, "--store", folder.path("store")])
      #expect([65, 74].contains(outcome.status), "\(command) \(ending): \(outcome)")
      #expect(!(outcome.text + outcome.errors).isEmpty)
    }
  }
}
