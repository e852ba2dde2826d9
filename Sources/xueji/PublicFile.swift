import Glibc
import Records

/// A file that everybody on the machine may read, as programs are installed with; no record is ever written so.
enum PublicFile {
  /// Makes the folders that are missing, and writes the file in the place of an older one.
  static func write(_ text: String, to path: String) throws(StoreError) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST || errno == EISDIR else { throw .system(folder) }
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(path) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = errno
        close(file)
        throw .system(path, number: failure)
      }
      rest = rest.dropFirst(count)
    }
    guard close(file) == 0 else { throw .system(path) }
  }
}
