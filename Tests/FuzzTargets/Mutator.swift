// A release cannot test what is internal.
#if DEBUG
  /// Makes inputs out of good ones, the same in every run (SplitMix64).
  public struct Mutator: RandomNumberGenerator {
    private var state: UInt64
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

    public init(seed: UInt64, seeds: [[UInt8]]) {
      state = seed
      self.seeds = seeds.isEmpty ? [[]] : seeds
    }

    public mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    /// The next input: one of the good ones with one to six changes.
    public mutating func input() -> [UInt8] {
      var bytes = seeds[Int(next() % UInt64(seeds.count))]
      for _ in 0...next() % 6 { change(&bytes) }
      return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
      let place = Int(next() % UInt64(bytes.count + 1))
      let length = min(Int(next() % 16), bytes.count - place)
      switch next() % 7 {
      case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(next() % 8) }
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 3: bytes.insert(contentsOf: Self.pieces[Int(next() % UInt64(Self.pieces.count))], at: place)
      case 4: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
      case 5: bytes.removeLast(bytes.count - place)
      case _:
        let other = seeds[Int(next() % UInt64(seeds.count))]
        let from = Int(next() % UInt64(other.count + 1))
        bytes.replaceSubrange(place..<place + length, with: other[from...].prefix(Int(next() % 64)))
      }
    }
  }
#endif
