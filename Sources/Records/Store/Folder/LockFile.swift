import Glibc

/// A file that is a lock: only one desk can make it, and whoever finds it waits.
///
/// Making a file that must not be there is one step on every file system, network folders included. Its content tells the
/// process and the computer that made it. One whose process is gone, or that has stood unchanged for longer than any save
/// takes, is taken away; so that nobody takes away a younger one in its place, it is renamed first and looked at again.
struct LockFile {
  /// For how many milliseconds an unchanged lock of another computer is respected.
  static let patience = 30_000

  private let folder: Folder
  private let token: [UInt8]

  /// Waits for the lock and takes it.
  init(in folder: Folder, patience: Int = LockFile.patience) throws(StoreError) {
    self.folder = folder
    token = Array("\(getpid()) \(UInt64.random(in: 0...UInt64.max)) \(Journal.host)\n".utf8)
    let begun = ContinuousClock.now
    let (waiting, file) = (folder.operations.patience, "\(folder.path)/\(StoreLayout.lock)")
    var pause: useconds_t = 200
    while try !make() {
      let now = ContinuousClock.now
      if let current = try folder.read(StoreLayout.lock, limit: 4_096) {
        let holder = String(decoding: current, as: UTF8.self)
        let since = waiting.since(file, heldBy: holder, now)
        if since < now, Self.isAbandoned(current) || now - since > .milliseconds(patience) {
          takeAway(current)
        } else if now - begun > .milliseconds(waiting.milliseconds) {
          var refusal = waiting.refusal(file, heldBy: holder, since: begun)
          refusal.detail = Self.holder(holder)
          throw refusal
        }
      }
      usleep(useconds_t.random(in: pause / 2...pause))
      pause = min(pause * 2, 10_000)
    }
    waiting.forget(file)
  }

  /// Who made a lock file: the process and the computer, without the part that makes each lock unique.
  static func holder(_ content: String) -> String {
    let words = content.split(whereSeparator: \.isWhitespace)
    return words.count < 3 ? "" : "\(words[0]) \(words[2])"
  }

  /// Gives the lock back; false where it was not ours any more.
  func release() -> Bool {
    guard (try? folder.read(StoreLayout.lock, limit: 4_096)) == token else { return false }
    folder.remove(StoreLayout.lock)
    return true
  }

  private func make() throws(StoreError) -> Bool {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = folder.operations.open(folder.descriptor, StoreLayout.lock, flags, 0o600)
    if opened < 0, errno == EEXIST { return false }
    guard opened >= 0 else { throw .system(folder.path) }
    var failure: Int32 = 0
    if !folder.writeAll(token, to: opened) { failure = errno }
    if close(opened) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      folder.remove(StoreLayout.lock)
      throw .system(folder.path, number: failure)
    }
    return true
  }

  /// Whether the process that made the lock was one of this computer and runs no more.
  private static func isAbandoned(_ content: [UInt8]) -> Bool {
    let words = content.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, words[2] == "\(Journal.host)\n", let process = pid_t(words[0]), process > 0 else {
      return false
    }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  private func takeAway(_ abandoned: [UInt8]) {
    let aside = StoreLayout.hidden(for: StoreLayout.lock)
    guard folder.operations.rename(folder.descriptor, StoreLayout.lock, aside) == 0 else { return }
    // Another desk may have done the same an instant ago, and a third have its lock there: it gets it back.
    if (try? folder.read(aside, limit: 4_096)) != abandoned {
      _ = folder.operations.link(folder.descriptor, aside, StoreLayout.lock)
    }
    folder.remove(aside)
  }
}
