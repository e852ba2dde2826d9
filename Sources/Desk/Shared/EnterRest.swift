import Records

/// For a page that must not be passed by a key that bounces or is held down, as the one with the code: the key counts
/// only after a moment in which nobody pressed it.
struct EnterRest: Hashable, Sendable {
  /// In milliseconds.
  static let length = 600

  private var since: Timestamp

  init(from now: Timestamp) { since = now }

  /// Whether a key that is pressed now counts; one that does not begins the moment anew.
  mutating func passes(at now: Timestamp) -> Bool {
    defer { since = now }
    // A clock that was set back holds nobody up.
    return !(0..<Self.length).contains(now.milliseconds - since.milliseconds)
  }
}
