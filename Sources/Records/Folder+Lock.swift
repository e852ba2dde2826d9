import Glibc

/// How a folder's files are kept for one desk at a time.
extension Folder {
  /// Keeps other desks out of the folder's files while a body runs; they wait.
  ///
  /// Where the file system has no locks, or one that may not hold between computers, a file in the folder is the lock.
  /// One that was taken from us meanwhile, since we were too slow, is a conflict: what was written is to be compared again.
  func locked<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    let isLocked = lock()
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
    let isLocked = lock()
    defer { if isLocked { _ = operations.lock(descriptor, LOCK_UN) } }
    return try body()
  }

  private func lock() -> Bool {
    while operations.lock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}
