import Standards

/// Numbers that are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var source: SplitMix

  init(seed: UInt64) { source = SplitMix(state: seed) }

  mutating func next() -> UInt64 { source.next() }

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
