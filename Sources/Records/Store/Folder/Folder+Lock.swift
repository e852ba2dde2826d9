import Glibc

/// How a folder's files are kept for one desk at a time.
extension Folder {
  /// Keeps other desks out of the folder's files while a body runs; they wait, for as long as they have patience.
  ///
  /// Where the file system has no locks, or one that may not hold between computers, a file in the folder is the lock.
  /// One that was taken from us meanwhile, since we were too slow, is a conflict: what was written is to be compared again.
  func locked<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    let isLocked = try lock()
    defer { if isLocked { _ = operations.lock(descriptor, LOCK_UN) } }
    guard !isLocked || !Database.locksHold(in: path) else { return try body() }
    let file = try LockFile(in: self)
    let result: Result
    do throws(StoreError) {
      result = try body()
    } catch {
      _ = file.release()
      throw error
    }
    guard file.release() else { throw StoreError(.conflict, path: path, detail: "lock") }
    return result
  }

  /// The same for a body that only looks: no file is made, and without locks it runs all the same.
  func lockedForLooking<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    let isLocked = try lock()
    defer { if isLocked { _ = operations.lock(descriptor, LOCK_UN) } }
    return try body()
  }

  /// Whether the lock is ours; false where the file system has none. One that does not come is an error.
  ///
  /// It is asked for again and again, and not waited for in the system: a program that was stopped never gives its lock back.
  private func lock() throws(StoreError) -> Bool {
    let begun = ContinuousClock.now
    var pause: useconds_t = 200
    while operations.lock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { return false }
      guard ContinuousClock.now - begun < .milliseconds(operations.patience.milliseconds) else {
        throw operations.patience.refusal(path, heldBy: lockHolder(), since: begun)
      }
      usleep(useconds_t.random(in: pause / 2...pause))
      pause = min(pause * 2, 5_000)
    }
    operations.patience.forget(path)
    return true
  }
}
