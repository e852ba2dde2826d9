/// CRC-32 as Ethernet and gzip have it (IEEE 802.3, reflected, polynomial 0x04C11DB7): tells a torn line from a whole one.
struct Checksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private var sum: UInt32 = ~0

  /// The sum of all that was added.
  var value: UInt32 { ~sum }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    let table = Self.table
    let before = sum
    func added(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
      bytes.reduce(before) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }
    let contiguous = bytes.withContiguousStorageIfAvailable { added($0) }
    sum = contiguous ?? Array(bytes).withUnsafeBufferPointer { added($0) }
  }

  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = Checksum()
    sum.add(bytes)
    return sum.value
  }

  /// A sum as eight hexadecimal digits.
  static func digits(_ sum: UInt32) -> [UInt8] {
    let digits = Array(String(sum, radix: 16).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: 8 - digits.count) + digits
  }
}
