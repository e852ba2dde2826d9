internal import Glibc

/// A file that is being read, closed when nobody holds it any more.
final class OpenFile {
  private let descriptor: Int32

  init(path: String) throws(SheetProblem) {
    // A pipe that nobody writes into would be waited for for ever.
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen }
    guard Self.isFileOrFolder(descriptor) else { throw .notAFile }
  }

  deinit { close(descriptor) }

  /// Whether this is a file or a folder, and no pipe, device or socket; reading a folder fails later.
  private static func isFileOrFolder(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
  }

  /// Fills `buffer` with the next bytes, to its end where there are as many, and says how many there were; none at the
  /// end of the file.
  func read(into buffer: inout [UInt8]) throws(SheetProblem) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Goes back to the first byte; a pipe cannot.
  func rewind() throws(SheetProblem) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .cannotRead }
  }
}
