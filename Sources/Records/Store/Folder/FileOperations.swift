internal import CSystem
import Glibc

/// The system calls by which the store touches a disk, so that tests can make each of them fail, or write them down.
///
/// They answer as the system's own do: a descriptor, a count or 0, or −1 with `errno` set. A folder is its descriptor.
struct FileOperations: Sendable {
  /// Opens a name below a folder, with flags and the mode of a file that is made.
  var open: @Sendable (_ folder: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32
  /// Hands over the names in a folder, one by one and in no order, the folder's own two left out; −1 where the rest of
  /// them cannot be read.
  var list: @Sendable (_ folder: Int32, _ take: (UnsafeRawBufferPointer) -> Void) -> Int32
  /// Says what a descriptor holds.
  var status: @Sendable (Int32, UnsafeMutablePointer<stat>) -> Int32
  /// Says what bears a name below a folder; the flags say whether a link is followed.
  var statusOf: @Sendable (_ folder: Int32, _ name: String, UnsafeMutablePointer<stat>, _ flags: Int32) -> Int32
  /// Makes a folder below another.
  var makeFolder: @Sendable (_ folder: Int32, _ name: String, _ mode: mode_t) -> Int32
  /// Reads bytes from where a descriptor stands.
  var read: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int
  /// Reads bytes from a place in a file.
  var readAt: @Sendable (Int32, UnsafeMutableRawPointer?, Int, off_t) -> Int
  /// Writes bytes to a descriptor.
  var write: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int
  /// Cuts a file to a length.
  var truncate: @Sendable (Int32, off_t) -> Int32
  /// Gives a file or a folder its mode.
  var changeMode: @Sendable (Int32, mode_t) -> Int32
  /// The same by its name below a folder.
  var changeModeOf: @Sendable (_ folder: Int32, _ name: String, mode_t, _ flags: Int32) -> Int32
  /// Waits until the disk has what was written to a descriptor.
  var sync: @Sendable (Int32) -> Int32
  /// Waits until the disk has all that was written to the file system of a descriptor, by whomever.
  var syncAll: @Sendable (Int32) -> Int32
  /// Renames within the folder of a descriptor, over what bears the new name.
  var rename: @Sendable (Int32, String, String) -> Int32
  /// Renames from one folder into another, and fails with `EEXIST` where the new name is taken.
  var move: @Sendable (_ from: Int32, _ name: String, _ to: Int32, _ newName: String) -> Int32
  /// Gives what bears a name a second one in the same folder; fails with `EEXIST` where it is taken.
  var link: @Sendable (Int32, String, String) -> Int32
  /// Takes a name away.
  var remove: @Sendable (Int32, String) -> Int32
  /// Locks or unlocks what a descriptor holds, as flock(2) does.
  var lock: @Sendable (Int32, Int32) -> Int32
  /// How long a lock is waited for.
  var patience = LockPatience()

  static let system = FileOperations(
    open: { openat($0, $1, $2, $3) },
    list: { folder, take in FileOperations.list(folder, take) },
    status: { fstat($0, $1) },
    statusOf: { fstatat($0, $1, $2, $3) },
    makeFolder: { mkdirat($0, $1, $2) },
    read: { Glibc.read($0, $1, $2) },
    readAt: { pread($0, $1, $2, $3) },
    write: { Glibc.write($0, $1, $2) },
    truncate: { ftruncate($0, $1) },
    changeMode: { fchmod($0, $1) },
    changeModeOf: { fchmodat($0, $1, $2, $3) },
    sync: { fsync($0) },
    syncAll: { syncfs($0) },
    rename: { renameat($0, $1, $0, $2) },
    move: { from, name, to, newName in
      // The C library's way to do both at once is not known to Swift; whoever moves holds the folder's lock.
      if faccessat(to, newName, F_OK, AT_SYMLINK_NOFOLLOW) == 0 {
        errno = EEXIST
        return -1
      }
      // Where the disk cannot say, the name may be taken.
      guard errno == ENOENT else { return -1 }
      return renameat(from, name, to, newName)
    },
    link: { linkat($0, $1, $0, $2, 0) },
    remove: { unlinkat($0, $1, 0) },
    lock: { flock($0, $1) })

  /// Reads a folder by a descriptor of its own, since a listing moves it and closing the listing closes it.
  private static func list(_ folder: Int32, _ take: (UnsafeRawBufferPointer) -> Void) -> Int32 {
    let listed = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listed >= 0 else { return -1 }
    guard let stream = fdopendir(listed) else {
      let failure = errno
      close(listed)
      errno = failure
      return -1
    }
    defer { closedir(stream) }
    // The end and a failure look the same but for this.
    errno = 0
    while let entry = readdir(stream) {
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let name = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)])
        let isOwn = name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
        if !isOwn { take(name) }
      }
      errno = 0
    }
    let failure = errno
    defer { errno = failure }
    return failure == 0 ? 0 : -1
  }

  /// Those of a disk that has no locks, as some network folders.
  static let withoutLocks: FileOperations = {
    var operations = system
    operations.lock = { _, _ in
      errno = ENOLCK
      return -1
    }
    return operations
  }()
}
