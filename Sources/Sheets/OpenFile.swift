internal import Glibc

/// A file that is being read, closed when nobody holds it any more.
final class OpenFile {
  private let descriptor: Int32

  init(path: String) throws(SheetProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen }
  }

  deinit { close(descriptor) }

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
