/// Writes an archive into a file that is open, in large writes.
struct TarWriter {
  /// What was written, so that reading it back can be compared.
  private(set) var written: [Manifest.Entry] = []
  private(set) var size = 0
  private let seconds: Int
  private let write: ([UInt8]) throws(StoreError) -> Void
  private var waiting: [UInt8] = []

  /// `write` is given the archive's bytes in their order; `seconds` since 1970 is the time that every entry bears.
  init(seconds: Int, write: @escaping ([UInt8]) throws(StoreError) -> Void) {
    self.seconds = seconds
    self.write = write
    waiting = TarHeader.promise(seconds: seconds)
    size = waiting.count
  }

  mutating func add(_ name: String, _ bytes: [UInt8]) throws(StoreError) {
    written.append(Manifest.Entry(name: name, size: bytes.count, checksum: Checksum.crc32(bytes)))
    try put(name, bytes)
  }

  /// Ends the archive with what is in it.
  mutating func finish() throws(StoreError) {
    try put(StoreLayout.manifest, Manifest(written).bytes)
    try put(TarHeader.end(after: size))
    try write(waiting)
    waiting = []
  }

  private mutating func put(_ name: String, _ bytes: [UInt8]) throws(StoreError) {
    try put(TarHeader.file(name, size: bytes.count, seconds: seconds))
    try put(TarHeader.padded(bytes))
  }

  private mutating func put(_ bytes: [UInt8]) throws(StoreError) {
    waiting += bytes
    size += bytes.count
    guard waiting.count >= 1 << 20 else { return }
    try write(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
