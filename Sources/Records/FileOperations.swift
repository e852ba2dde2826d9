import Glibc

/// The system calls that a full or broken disk makes fail, so that tests can make each of them fail.
///
/// They answer as the system's own do: a count or 0, or −1 with `errno` set.
struct FileOperations: Sendable {
  /// Writes bytes to a descriptor.
  var write: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int
  /// Waits until the disk has what was written to a descriptor.
  var sync: @Sendable (Int32) -> Int32
  /// Renames within the folder of a descriptor.
  var rename: @Sendable (Int32, String, String) -> Int32

  static let system = FileOperations(
    write: { Glibc.write($0, $1, $2) },
    sync: { fsync($0) },
    rename: { renameat($0, $1, $0, $2) })
}
