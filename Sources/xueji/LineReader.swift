import Glibc

/// A file's bytes in pieces, so that memory does not grow with it.
struct ByteReader {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next piece; empty at the end, nil on an error.
  mutating func next() -> ArraySlice<UInt8>? {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      return count < 0 ? nil : buffer[..<count]
    }
  }
}

/// The lines of a file, one after the other; of a line that is too long only the beginning is kept.
struct LineReader {
  private var reader: ByteReader
  private var pending: [UInt8] = []
  private let limit: Int
  private var ended = false
  /// Whether the end was an error: then there may be lines that nobody has seen.
  private(set) var hasFailed = false
  private var piece: ArraySlice<UInt8> = []

  init(descriptor: Int32, limit: Int = 1 << 16) {
    reader = ByteReader(descriptor: descriptor)
    self.limit = limit
  }

  /// The next line without its line break, or nil at the end.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = piece.firstIndex(of: UInt8(ascii: "\n")) {
        keep(piece[..<end])
        piece = piece[(end + 1)...]
        return finished()
      }
      keep(piece)
      piece = []
      if !ended, let more = reader.next() {
        piece = more
        ended = more.isEmpty
      } else {
        hasFailed = hasFailed || !ended
        ended = true
      }
      if ended { return pending.isEmpty ? nil : finished() }
    }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    pending.append(contentsOf: bytes.prefix(limit - pending.count))
  }

  private mutating func finished() -> [UInt8] {
    defer { pending.removeAll(keepingCapacity: true) }
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    return pending
  }
}
