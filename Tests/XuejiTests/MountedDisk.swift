import Foundation
import Glibc
import Testing

/// A small disk in memory, which can be filled, closed and unplugged; gone with the test.
final class MountedDisk {
  /// Whether this account may mount anything; otherwise the faults are injected in `FaultInjectionTests` alone.
  static let isPossible: Bool = (try? MountedDisk("size=64k")) != nil
  static let why: Comment = "Only root can mount a small disk; the same faults are injected by FaultInjectionTests."

  struct Refused: Error { var number: Int32 }

  let path: String
  private var mounts = 0

  init(_ options: String) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("disk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.check(mount("xueji-test", path, "tmpfs", 0, options))
    mounts = 1
  }

  deinit {
    for _ in 0..<mounts { umount2(path, 2) }
    rmdir(path)
  }

  private static func check(_ result: Int32) throws {
    guard result == 0 else { throw Refused(number: errno) }
  }

  /// Writes until nothing more fits, and then in ever smaller pieces.
  func fill() throws {
    let file = open("\(path)/full", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else { throw Refused(number: errno) }
    defer { close(file) }
    var piece = 64 * 1024
    let bytes = [UInt8](repeating: 0, count: piece)
    while piece > 0 {
      if write(file, bytes, piece) <= 0 { piece /= 2 }
    }
  }

  /// Makes empty files until there can be no more.
  func fillNames() {
    var number = 0
    while true {
      let file = open("\(path)/name-\(number)", O_WRONLY | O_CREAT, 0o600)
      guard file >= 0 else { return }
      close(file)
      number += 1
    }
  }

  func makeRoom() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      if name == "full" || name.hasPrefix("name-") { unlink("\(path)/\(name)") }
    }
  }

  /// Lets nobody write any more who opens a file from now on.
  func close(toWriting isClosed: Bool) throws {
    if isClosed {
      let (bind, remount, readOnly): (UInt, UInt, UInt) = (4096, 32, 1)
      try Self.check(mount(path, path, nil, bind, nil))
      mounts += 1
      try Self.check(mount(nil, path, nil, bind | remount | readOnly, nil))
    } else {
      try Self.check(umount2(path, 2))
      mounts -= 1
    }
  }

  private func close(_ file: Int32) { Glibc.close(file) }
}
