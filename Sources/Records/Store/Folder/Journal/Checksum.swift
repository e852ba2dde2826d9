/// CRC-32 as Ethernet and gzip have it (IEEE 802.3, reflected, polynomial 0x04C11DB7): tells a torn line from a whole one.
struct Checksum {
  /// What each byte does to the sum when so many others follow it, from none to seven: eight bytes are summed at once.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { (index: UInt32) -> UInt32 in
      (0..<8).reduce(index) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    for index in 256..<8 * 256 {
      let before = tables[index - 256]
      tables.append(tables[Int(before & 0xFF)] ^ before >> 8)
    }
    return tables
  }()

  /// The sum of all that was added.
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: some Sequence<UInt8>) { value = Self.crc32(bytes, after: value) }

  /// The sum of bytes, or of those whose sum is `sum` and these behind them.
  static func crc32(_ bytes: some Sequence<UInt8>, after sum: UInt32 = 0) -> UInt32 {
    bytes.withContiguousStorageIfAvailable { crc32($0, after: sum) }
      ?? Array(bytes).withUnsafeBufferPointer { crc32($0, after: sum) }
  }

  private static func crc32(_ bytes: UnsafeBufferPointer<UInt8>, after sum: UInt32) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      let raw = UnsafeRawBufferPointer(bytes)
      let whole = raw.count & ~7
      var sum = ~sum
      for place in stride(from: 0, to: whole, by: 8) {
        var eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ UInt64(sum)
        sum = 0
        for following in (0..<8).reversed() {
          sum ^= tables[following << 8 | Int(truncatingIfNeeded: eight & 0xFF)]
          eight >>= 8
        }
      }
      for place in whole..<raw.count { sum = tables[Int((sum ^ UInt32(raw[place])) & 0xFF)] ^ sum >> 8 }
      return ~sum
    }
  }

  /// A sum as eight hexadecimal digits.
  static func digits(_ sum: UInt32) -> [UInt8] {
    let digits = Array(String(sum, radix: 16).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: 8 - digits.count) + digits
  }
}
