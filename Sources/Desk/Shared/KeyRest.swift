import Records

/// For a page that must not be passed by a key that bounces or is held down, as the one with the code: the key counts
/// only after a moment in which nobody pressed it.
struct KeyRest: Hashable, Sendable {
  /// In milliseconds.
  static let length = 600

  private var since: Timestamp

  init(from now: Timestamp) { since = now }

  /// Whether a key that is pressed now counts; one that does not begins the moment anew.
  mutating func passes(_ context: DeskContext) -> Bool {
    let now = context.now
    defer { since = now }
    // A line that is typed cannot bounce, and a clock that was set back holds nobody up.
    return context.desk.takesLines || !(0..<Self.length).contains(now.milliseconds - since.milliseconds)
  }
}
