internal import CCrypt
import Standards

/// What a teacher or staff member shows that they are with: at least six digits.
public struct PIN: Sendable {
  public static let shortest = 6
  /// More than anybody remembers.
  public static let longest = 64

  private let digits: String

  /// Reads what was typed, full-width digits and spaces mended; nil where it is no PIN.
  public init?(_ typed: String) {
    digits = TextNormaliser.normalise(typed, as: .code)
    guard (Self.shortest...Self.longest).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
  }

  /// Whether it is what a guesser tries first: one digit again and again, or digits in a row, up or down, as on a
  /// keyboard. An account that has such a PIN already can still enter with it; no new one is accepted.
  public var isEasy: Bool {
    let values = digits.utf8.map { Int($0 - 0x30) }
    let steps = Set(zip(values, values.dropFirst()).map { ($1 - $0 + 10) % 10 })
    return steps == [0] || steps == [1] || steps == [9]
  }

  /// The PIN as it is kept: yescrypt of crypt(3) with a salt of its own; nil where the system cannot.
  func hashed() -> String? {
    var hash = [CChar](repeating: 0, count: Int(CCRYPT_ROOM))
    guard ccrypt_hash(digits, &hash, hash.count) else { return nil }
    return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether the hash is this PIN's; without a hash it is false, after the same time.
  func matches(_ hash: String?) -> Bool {
    let matches = ccrypt_matches(digits, hash ?? Self.nobodys)
    return matches && hash != nil
  }

  /// A hash of the same cost that no PIN has: it was made of random bytes that nobody kept.
  private static let nobodys = "$y$j9T$PCzlr1WsdMcn4MOmXhW.a0$Ro5bfKtU.jLO2W6Khsk5Fbvn3dRs1uHfLX2HRAykK.2"
}
