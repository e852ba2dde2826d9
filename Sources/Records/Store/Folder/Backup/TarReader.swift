import Glibc

/// One entry of an archive, as it says of itself.
struct TarEntry: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file
    case folder
    /// A hard or a symbolic link.
    case link
    /// A device, a pipe, a sparse file, or something that only its own program knows.
    case other
  }

  var name: String
  var kind: Kind
  var size: Int
}

/// Reads an archive from its beginning to its end: ustar, pax and what GNU tar writes; every byte of it is untrusted.
struct TarReader: ~Copyable {
  /// Whether the blocks that end an archive were there: without them something is cut off.
  private(set) var isWhole = false
  /// Whether its first block says that it ends in a manifest.
  private(set) var promisesManifest = false
  private let descriptor: Int32
  private let operations: FileOperations
  private let path: String
  private let length: Int
  /// Where the content of the present entry begins and ends, and where the next header stands.
  private var content = 0..<0
  private var position = 0

  /// How many bytes an extension of pax or GNU tar may have; no name comes near it.
  private static let largestExtension = 1 << 16

  init(_ name: String, in folder: Folder) throws(StoreError) {
    guard let status = try folder.status(name) else { throw .system("\(folder.path)/\(name)", number: ENOENT) }
    descriptor = try folder.openForReading(name)
    operations = folder.operations
    path = "\(folder.path)/\(name)"
    length = status.size
    // What is read is to come from the disk, not from what was just written.
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
  }

  deinit { close(descriptor) }

  /// The next entry, or nil at the end.
  mutating func next() throws(StoreError) -> TarEntry? {
    var longName: [UInt8]?
    var isSparse = false
    var longSize: Int?
    while let header = try block() {
      if header.allSatisfy({ $0 == 0 }) {
        isWhole = try endsHere()
        return nil
      }
      guard Self.hasSum(header) else { throw problem("checksum") }
      let type = header[156]
      let own = Self.number(header[124..<136])
      // Only a file and an extension have content; what a link or a folder says of its size means nothing.
      let hasContent = !"123456".utf8.contains(type)
      guard let size = hasContent ? (longSize ?? own) : 0, size <= length - position else { throw problem("size") }
      content = position..<position + size
      position = min(length, content.upperBound + TarHeader.padding(size))
      switch type {
      case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K"):
        guard size <= Self.largestExtension else { throw problem("header") }
        let bytes = try self.bytes()
        if type == UInt8(ascii: "L") { longName = Array(bytes.prefix { $0 != 0 }) }
        if type == UInt8(ascii: "g") {
          if try pax(bytes).contains(where: { $0.key == "comment" && $0.value == Array(Manifest.format.utf8) }) {
            promisesManifest = true
          }
        }
        guard type == UInt8(ascii: "x") else { continue }
        for (key, value) in try pax(bytes) {
          if key == "path" { longName = value }
          if key.hasPrefix("GNU.sparse") { isSparse = true }
          if key == "size" {
            guard let size = Int(String(decoding: value, as: UTF8.self)), size >= 0 else { throw problem("size") }
            longSize = size
          }
        }
      default:
        let name = String(decoding: longName ?? Self.name(header), as: UTF8.self)
        return TarEntry(name: name, kind: Self.kind(type, name, isSparse: isSparse), size: size)
      }
    }
    return nil
  }

  /// The content of the entry that `next` gave last.
  mutating func bytes() throws(StoreError) -> [UInt8] { try read(content) }

  /// Its checksum, without having all of it in memory.
  mutating func checksum() throws(StoreError) -> UInt32 {
    var sum = Checksum()
    var start = content.lowerBound
    while start < content.upperBound {
      let end = min(content.upperBound, start + 1 << 20)
      sum.add(try read(start..<end))
      start = end
    }
    return sum.value
  }

  /// Whether the archive ends with the zero block that was just read: one more follows, and nothing but what fills up.
  /// Zeros in the midst of one are what a bad disk has left of it.
  private func endsHere() throws(StoreError) -> Bool {
    let zeros = length - position + TarHeader.block
    guard (2 * TarHeader.block...TarHeader.longestEnd).contains(zeros) else { return false }
    return try read(position..<length).allSatisfy { $0 == 0 }
  }

  private func problem(_ detail: String) -> StoreError { StoreError(.damaged, path: path, detail: detail) }

  private mutating func block() throws(StoreError) -> [UInt8]? {
    guard position < length else { return nil }
    guard length - position >= TarHeader.block else { throw problem("end") }
    let bytes = try read(position..<position + TarHeader.block)
    position += TarHeader.block
    return bytes
  }

  private func read(_ range: Range<Int>) throws(StoreError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        operations.readAt(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count, off_t(range.lowerBound + count))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(path) }
      guard got > 0 else { throw problem("end") }
      count += got
    }
    return bytes
  }

  // MARK: Fields

  private static func kind(_ type: UInt8, _ name: String, isSparse: Bool) -> TarEntry.Kind {
    if isSparse { return .other }
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): return name.hasSuffix("/") ? .folder : .file
    case UInt8(ascii: "5"): return .folder
    case UInt8(ascii: "1"), UInt8(ascii: "2"): return .link
    default: return .other
    }
  }

  private static func name(_ header: [UInt8]) -> [UInt8] {
    let name = Array(header[0..<100].prefix { $0 != 0 })
    // GNU's own old format keeps times where ustar keeps the prefix.
    guard header[257..<263].elementsEqual(Array("ustar".utf8) + [0]) else { return name }
    let prefix = Array(header[345..<500].prefix { $0 != 0 })
    return prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
  }

  private static func hasSum(_ header: [UInt8]) -> Bool {
    let blank = Int(UInt8(ascii: " "))
    let sum = header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? blank : Int(header[$1])) }
    return number(header[148..<156]) == sum
  }

  /// Octal digits between blanks, or GNU's binary number; nil where it is neither, or beyond counting.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if let first = field.first, first & 0x80 != 0 {
      guard first == 0x80 else { return nil }
      var number = 0
      for byte in field.dropFirst() {
        guard number <= Int.max >> 8 else { return nil }
        number = number << 8 | Int(byte)
      }
      return number
    }
    let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
    // A sign is not octal, though a number could be read with it.
    guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private func pax(_ bytes: [UInt8]) throws(StoreError) -> [(key: String, value: [UInt8])] {
    var records: [(String, [UInt8])] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard digits.count < 8, let count = Int(String(decoding: digits, as: UTF8.self)),
        count > digits.count + 2, count <= rest.count, rest[rest.startIndex + digits.count] == UInt8(ascii: " "),
        rest[rest.startIndex + count - 1] == UInt8(ascii: "\n")
      else { throw problem("header") }
      let record = rest.dropFirst(digits.count + 1).prefix(count - digits.count - 2)
      guard let sign = record.firstIndex(of: UInt8(ascii: "=")) else { throw problem("header") }
      records.append((String(decoding: record[..<sign], as: UTF8.self), Array(record[(sign + 1)...])))
      rest = rest.dropFirst(count)
    }
    return records
  }
}
