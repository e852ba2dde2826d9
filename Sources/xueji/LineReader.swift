import Glibc

/// A file's bytes in pieces, so that memory does not grow with it.
struct FilePieces {
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
  private var pieces: FilePieces
  private var pending: [UInt8] = []
  private let limit: Int
  private var ended = false
  /// Whether the file could not be read to its end.
  private(set) var hasFailed = false
  /// Whether the last line was longer than what was kept of it.
  private(set) var isCut = false
  private var piece: ArraySlice<UInt8> = []

  init(descriptor: Int32, limit: Int = 1 << 16) {
    pieces = FilePieces(descriptor: descriptor)
    self.limit = limit
  }

  /// The next line without its line break, or nil at the end.
  mutating func next() -> [UInt8]? {
    isCut = false
    while true {
      if let end = piece.firstIndex(of: UInt8(ascii: "\n")) {
        keep(piece[..<end])
        piece = piece[(end + 1)...]
        return finished()
      }
      keep(piece)
      piece = []
      let more = ended ? [] : pieces.next()
      if more == nil { hasFailed = true }
      guard let more, !more.isEmpty else {
        ended = true
        return pending.isEmpty ? nil : finished()
      }
      piece = more
    }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = limit - pending.count
    if bytes.count > room { isCut = true }
    pending.append(contentsOf: bytes.prefix(room))
  }

  private mutating func finished() -> [UInt8] {
    defer { pending.removeAll(keepingCapacity: true) }
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    return pending
  }
}
