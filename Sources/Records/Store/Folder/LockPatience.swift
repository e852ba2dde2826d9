import Glibc
import Synchronization

/// How long a folder's lock is waited for, and since when which program has been seen to hold one.
final class LockPatience: Sendable {
  let milliseconds: Int
  private let held = Mutex<[String: (holder: String, since: ContinuousClock.Instant)]>([:])

  /// Commands wait half a minute, which outlasts every save and most copying.
  init(milliseconds: Int = 30_000) { self.milliseconds = milliseconds }

  /// The error for a folder's lock that does not come: who holds it, and for how many seconds they have been seen to.
  func refusal(_ path: String, heldBy holder: String, since begun: ContinuousClock.Instant) -> StoreError {
    let seconds = (ContinuousClock.now - self.since(path, heldBy: holder, begun)).components.seconds
    return StoreError(.locked, path: path, number: Int32(clamping: seconds), detail: holder)
  }

  /// Since when the same holder has been seen to hold the lock.
  func since(
    _ path: String, heldBy holder: String, _ now: ContinuousClock.Instant
  ) -> ContinuousClock.Instant {
    held.withLock { held in
      if let known = held[path], known.holder == holder { return known.since }
      held[path] = (holder, now)
      return now
    }
  }

  /// The lock came.
  func forget(_ path: String) { held.withLock { held in if !held.isEmpty { held[path] = nil } } }
}

extension Folder {
  /// The program that holds the folder's lock, as `NAME PROCESS`; empty where the system does not say.
  func lockHolder() -> String {
    var status = stat()
    guard operations.status(descriptor, &status) == 0, let locks = Self.text("/proc/locks") else { return "" }
    for line in locks.split(separator: "\n") {
      // 1: FLOCK ADVISORY WRITE 1234 08:01:5678 0 EOF; whoever waits has an arrow before the kind.
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", let process = Int(words[4]), process > 0,
        words[5].split(separator: ":").last == "\(status.st_ino)"
      else { continue }
      let name = Self.text("/proc/\(process)/comm")?.split(separator: "\n").first
      return name.map { "\($0) \(process)" } ?? "\(process)"
    }
    return ""
  }

  /// A file of the kernel's, which has no size.
  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
