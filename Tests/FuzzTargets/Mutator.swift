// A release cannot test what is internal.
#if DEBUG
  /// Makes inputs out of good ones.
  public struct Mutator {
    private let seeds: [[UInt8]]

    /// What readers are likely to trip over.
    private static let pieces: [[UInt8]] =
      [
        "\"", "\\", "{", "}", "[", "]", ":", ",", "\n", "\r\n", "\t", "\0", " ", "null", "-", "e999", "1e-400",
        "\\u0000",
        "\\ud800", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "0000", "\u{FEFF}",
        "\u{202E}",
        "\u{1B}[", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}O", "年", "月", "日", "闰", "\u{31350}", "e\u{301}", "👨‍👩‍👧", "..", "/",
      ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8]]

    public init(seeds: [[UInt8]]) {
      self.seeds = seeds.isEmpty ? [[]] : seeds
    }

    /// One of the good ones with one to six changes.
    public func input(using generator: inout some RandomNumberGenerator) -> [UInt8] {
      var bytes = seeds[Int(generator.next() % UInt64(seeds.count))]
      for _ in 0...generator.next() % 6 { change(&bytes, &generator) }
      return bytes
    }

    private func change(_ bytes: inout [UInt8], _ generator: inout some RandomNumberGenerator) {
      let place = Int(generator.next() % UInt64(bytes.count + 1))
      let length = min(Int(generator.next() % 16), bytes.count - place)
      switch generator.next() % 7 {
      case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(generator.next() % 8) }
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 3: bytes.insert(contentsOf: Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))], at: place)
      case 4: bytes.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
      case 5: bytes.removeLast(bytes.count - place)
      case _:
        let other = seeds[Int(generator.next() % UInt64(seeds.count))]
        let from = Int(generator.next() % UInt64(other.count + 1))
        bytes.replaceSubrange(place..<place + length, with: other[from...].prefix(Int(generator.next() % 64)))
      }
    }
  }
#endif
