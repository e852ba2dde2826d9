import Records

/// Something that is shown whole for a moment and covered again by itself, such as a personal number.
///
/// A page keeps one, tells `wakes(at:)` of it as its own, and asks `isShown(at:)` when it draws.
struct Reveal: Hashable, Sendable {
  /// Five seconds, in milliseconds.
  static let length = 5_000

  private(set) var until: Timestamp?

  /// Shows it from now on; pressed again it begins anew.
  mutating func show(at now: Timestamp) {
    until = Timestamp(milliseconds: now.milliseconds + Self.length, offset: now.offset)
  }

  /// Covers it at once, as when the page goes on to another record.
  mutating func cover() { until = nil }

  /// Whether it is shown; a clock that was set back does not show it longer.
  func isShown(at now: Timestamp) -> Bool {
    guard let until else { return false }
    return until > now && until.milliseconds - now.milliseconds <= Self.length
  }

  /// When it is covered by itself; nil where nothing is shown.
  func wakes(at now: Timestamp) -> Timestamp? { isShown(at: now) ? until : nil }
}
