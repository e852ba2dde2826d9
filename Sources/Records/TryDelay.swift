import Standards

/// The wait that grows with every wrong code, date or PIN, kept in the store so that no restart shortens it.
public struct TryDelay: Hashable, Sendable {
  /// The longest wait, in milliseconds: five minutes.
  static let longestWait = 300_000

  public private(set) var failures: Int
  /// When the next try is allowed, in milliseconds since 1970.
  public private(set) var until: Int

  public init(failures: Int = 0, until: Int = 0) {
    // Beyond these nothing changes, and the sums below cannot overflow whatever a file says.
    self.failures = min(max(0, failures), 64)
    self.until = min(max(0, until), 1 << 53)
  }

  init(json: JSONValue?) {
    self.init(failures: json?["failures"]?.int ?? 0, until: json?["until"]?.int ?? 0)
  }

  var json: JSONValue { .object(["failures": .int(failures), "until": .int(until)]) }

  /// What the last failure costs, in milliseconds: 1 s, 2 s, 4 s … five minutes.
  private var cost: Int {
    failures == 0 ? 0 : failures > 9 ? Self.longestWait : min(1_000 << (failures - 1), Self.longestWait)
  }

  /// Seconds to wait from a moment on, rounded up; nil where a try is allowed.
  ///
  /// A wait that lies further ahead than it could comes from a clock that was set back since: it runs from now on.
  public mutating func wait(at milliseconds: Int) -> Int? {
    until = min(until, milliseconds + cost)
    let left = until - milliseconds
    return left > 0 ? (left + 999) / 1_000 : nil
  }

  /// After a wrong try.
  public mutating func fail(at milliseconds: Int) {
    failures = min(failures + 1, 64)
    until = milliseconds + cost
  }

  /// Takes failures back: with the time, or because a try was right.
  public mutating func forget(_ count: Int) { failures = max(0, failures - count) }
}
