import Glibc

/// What tells a changed file from an unchanged one: another file, another size, or another time of change.
///
/// The time is that of the last change of anything (`st_ctime`), permissions included, which no copying tool sets.
struct FileMark: Hashable {
  var size: Int
  /// Nanoseconds since 1970; 0 in a mark that says nothing, since the file may change without a trace.
  var changed: Int
  var inode: Int

  /// How long after a change a file may change again and bear the same time, in nanoseconds: the coarsest of the
  /// usual file systems counts in steps of two seconds.
  private static let coarseness = 3_000_000_000

  init(size: Int, changed: Int, inode: Int) {
    (self.size, self.changed, self.inode) = (size, changed, inode)
  }

  init(_ status: stat) {
    self.init(
      size: Int(status.st_size), changed: status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec,
      inode: Int(bitPattern: UInt(status.st_ino)))
  }

  /// Whether any further change will show, as seen from a moment before the file was looked at.
  ///
  /// A clock that was set back makes a file look as if it changed in the future, and then it waits for that.
  func isTrusted(at now: Int) -> Bool { changed < now - Self.coarseness }

  /// The mark to remember.
  func trusted(at now: Int) -> FileMark {
    isTrusted(at: now) ? self : FileMark(size: size, changed: 0, inode: inode)
  }

  /// The clock that files are marked by, in nanoseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
