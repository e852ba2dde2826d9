/// Numbers that are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, and without, a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  /// True so often in a thousand.
  mutating func perMille(_ times: Int) -> Bool { below(1_000) < times }
}

/// Alternatives, each with how often it is taken.
struct Draw<Value: Sendable>: Sendable {
  private let alternatives: [(weight: Int, value: Value)]
  private let total: Int

  init(_ alternatives: [(weight: Int, value: Value)]) {
    self.alternatives = alternatives
    total = alternatives.reduce(0) { $0 + $1.weight }
  }

  /// The alternative that stands first.
  var usual: Value? { alternatives.first?.value }

  /// Nil where there is nothing to take.
  func one(_ numbers: inout SeededNumbers) -> Value? {
    guard total > 0 else { return nil }
    var rest = numbers.below(total)
    for (weight, value) in alternatives {
      rest -= weight
      if rest < 0 { return value }
    }
    return alternatives.last?.value
  }
}
