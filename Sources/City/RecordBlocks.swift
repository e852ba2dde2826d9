import Glibc
import Records

/// Reads files of records in large pieces, each cut off at the end of a line.
struct RecordBlocks {
  /// What one thread does at once.
  enum Piece: Sendable {
    /// Lines of a file of lines, whole.
    case lines([UInt8])
    /// A line that is too long to be a record; the rest of it was passed over.
    case cut
    case failed(SourceProblem)
  }

  private static let size = 1 << 20

  private let path: String
  private var descriptor: Int32 = -1
  private var rest: [UInt8] = []
  private var isSkipping = false
  private var isOver = false

  init(lines path: String) { self.path = path }

  /// Where the last piece begins in the file.
  private(set) var offset = 0
  private var end = 0

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    guard !isOver else { return nil }
    if descriptor < 0, let failure = begin() {
      isOver = true
      return .failed(failure)
    }
    while true {
      var block = rest
      rest = []
      let kept = block.count
      offset = end - kept
      switch fill(&block) {
      case nil:
        finish()
        return .failed(.cannotRead)
      case 0?:
        finish()
        if isSkipping { return nil }
        return block.isEmpty ? nil : block.count > Record.largestFile ? .cut : .lines(block)
      case _?: break
      }
      end += block.count - kept
      if isSkipping {
        guard let end = block.firstIndex(of: UInt8(ascii: "\n")) else { continue }
        offset += end + 1
        block.removeSubrange(...end)
        isSkipping = false
      }
      if let end = Self.lastBreak(in: block, from: min(kept, block.count)) {
        rest = Array(block[(end + 1)...])
        block.removeSubrange((end + 1)...)
        return .lines(block)
      }
      guard block.count <= Record.largestFile else {
        isSkipping = true
        return .cut
      }
      rest = block
    }
  }

  private mutating func begin() -> SourceProblem? {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .cannotOpen }
    var status = stat()
    guard fstat(file, &status) == 0, [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
      close(file)
      return .notAFile
    }
    _ = posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL)
    descriptor = file
    return nil
  }

  private mutating func finish() {
    close(descriptor)
    isOver = true
  }

  /// Reads behind what stands in the block: how much, 0 at the end, nil where that failed.
  private func fill(_ block: inout [UInt8]) -> Int? {
    let kept = block.count
    var got = 0
    let old = block
    block = [UInt8](unsafeUninitializedCapacity: kept + Self.size) { buffer, count in
      for index in 0..<kept { buffer[index] = old[index] }
      repeat { got = read(descriptor, buffer.baseAddress! + kept, Self.size) } while got < 0 && errno == EINTR
      count = kept + max(0, got)
    }
    return got < 0 ? nil : got
  }

  private static func lastBreak(in block: [UInt8], from start: Int) -> Int? {
    block.withUnsafeBytes { $0[min(start, $0.count)...].lastIndex(of: UInt8(ascii: "\n")) }
  }
}

/// The bytes of a file with one record.
enum RecordBytes {
  /// What stands in it; why not, where it cannot be read or is too large to be one.
  static func read(_ path: String) -> Result<[UInt8], SourceProblem> {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .failure(.cannotOpen) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
      return .failure(.notAFile)
    }
    guard status.st_size <= Record.largestFile else { return .failure(.tooLarge) }
    let room = max(Int(status.st_size), 1 << 12) + 1
    var bytes: [UInt8] = []
    while bytes.count <= Record.largestFile {
      var got = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat { got = Glibc.read(file, buffer.baseAddress, room) } while got < 0 && errno == EINTR
        count = max(0, got)
      }
      if got < 0 { return .failure(.cannotRead) }
      if got == 0 { return .success(bytes) }
      bytes = bytes.isEmpty ? more : bytes + more
    }
    return .failure(.tooLarge)
  }
}

/// Why a file, or a record in it, was not checked.
public enum SourceProblem: Error, Sendable {
  case cannotOpen, notAFile, cannotRead, tooLarge
}
