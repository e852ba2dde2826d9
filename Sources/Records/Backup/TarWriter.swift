/// Writes an archive into a file that is open, in large writes.
struct TarWriter {
  /// What was written of an entry, so that reading it back can be compared.
  struct Written: Hashable {
    var name: String
    var size: Int
    var checksum: UInt32
  }

  private(set) var written: [Written] = []
  private(set) var size = 0
  private let seconds: Int
  private let write: ([UInt8]) throws(StoreError) -> Void
  private var waiting: [UInt8] = []

  /// `write` is given the archive's bytes in their order; `seconds` since 1970 is the time that every entry bears.
  init(seconds: Int, write: @escaping ([UInt8]) throws(StoreError) -> Void) {
    self.seconds = seconds
    self.write = write
  }

  mutating func add(_ name: String, _ bytes: [UInt8]) throws(StoreError) {
    written.append(Written(name: name, size: bytes.count, checksum: Checksum.crc32(bytes)))
    try put(TarHeader.file(name, size: bytes.count, seconds: seconds))
    try put(TarHeader.padded(bytes))
  }

  mutating func finish() throws(StoreError) {
    try put(TarHeader.end(after: size))
    try write(waiting)
    waiting = []
  }

  private mutating func put(_ bytes: [UInt8]) throws(StoreError) {
    waiting += bytes
    size += bytes.count
    guard waiting.count >= 1 << 20 else { return }
    try write(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
