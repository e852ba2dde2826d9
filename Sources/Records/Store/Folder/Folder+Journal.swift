import Glibc

/// What journals need of a folder: files that are written and locked, but not synced.
extension Folder {
  /// Writes a whole file beside the old one and renames it over that; the new one stays open for appending, locked.
  func replaceUnsynced(_ name: String, with bytes: [UInt8]) throws(StoreError) -> Int32 {
    let temporary = StoreLayout.hidden(for: name)
    let file = "\(path)/\(name)"
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = operations.open(descriptor, temporary, flags, 0o600)
    guard opened >= 0 else { throw .system(file) }
    var failure: Int32 = 0
    // Locked before it has its name, so that nobody finds it without its owner. Some file systems have no locks.
    _ = operations.lock(opened, LOCK_EX | LOCK_NB)
    if !writeAll(bytes, to: opened) || operations.changeMode(opened, 0o600) != 0 { failure = errno }
    if failure == 0, operations.rename(descriptor, temporary, name) != 0 { failure = errno }
    guard failure == 0 else {
      close(opened)
      remove(temporary)
      throw .system(file, number: failure)
    }
    return opened
  }

  /// Closes a file and gives up its lock, which would else last as long as a command that is just being started, and has
  /// a copy of every open file until it has become itself.
  func giveUp(_ opened: Int32) {
    guard opened >= 0 else { return }
    _ = operations.lock(opened, LOCK_UN)
    close(opened)
  }

  /// Closes, on a thread of its own, a file that was replaced or removed. The disk then frees its space, and may wait
  /// for what other desks are syncing: up to tens of milliseconds, which nobody who types is to wait.
  static func closeAside(_ opened: Int32) {
    if !startThread({ close(opened) }) { close(opened) }
  }

  /// Adds bytes to a file that is open for appending; a write that fails half way is taken back.
  func append(_ bytes: [UInt8], to opened: Int32, name: String) throws(StoreError) {
    var status = stat()
    guard operations.status(opened, &status) == 0 else { throw .system("\(path)/\(name)") }
    guard writeAll(bytes, to: opened) else {
      let failure = errno
      // Half a line would hide every line after it.
      _ = operations.truncate(opened, status.st_size)
      throw .system("\(path)/\(name)", number: failure)
    }
  }

  func remove(_ name: String) { _ = operations.remove(descriptor, name) }

  /// Whether a session that still runs holds the file.
  ///
  /// Where there are no locks, a process of this host is asked for by its number, and one of another host is taken to
  /// run as long as the file is younger than ten minutes.
  func isLocked(_ name: String, process: Int?, host: String?) throws(StoreError) -> Bool {
    let opened = operations.open(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard opened >= 0 else { throw .system("\(path)/\(name)") }
    defer { close(opened) }
    while operations.lock(opened, LOCK_SH | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return true }
      guard Self.hasNoLocks(errno) else { throw .system("\(path)/\(name)") }
      return try isHeld(opened, name, process: process, host: host)
    }
    _ = operations.lock(opened, LOCK_UN)
    return false
  }

  /// Whether that is what a file system says which has no locks.
  private static func hasNoLocks(_ error: Int32) -> Bool {
    [ENOLCK, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL].contains(error)
  }

  private func isHeld(_ opened: Int32, _ name: String, process: Int?, host: String?) throws(StoreError) -> Bool {
    if host == Journal.host, let process { return kill(pid_t(clamping: process), 0) == 0 || errno == EPERM }
    var status = stat()
    guard operations.status(opened, &status) == 0 else { throw .system("\(path)/\(name)") }
    return time(nil) - status.st_mtim.tv_sec < 600
  }
}
