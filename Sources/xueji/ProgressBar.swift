import Desk
import Glibc

/// How far a command has come, on one line of standard error, where somebody looks at it and it takes longer than a
/// second.
struct ProgressBar {
  private let isSeen = isatty(STDERR_FILENO) == 1
  private let begun = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private static let width = 20

  mutating func show(_ done: Int, of total: Int) {
    guard isSeen else { return }
    let now = ContinuousClock.now
    guard now - begun > .seconds(1), shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    shown = now
    let full = Self.width * done / max(1, total)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    Output.status("\r\(bar) \(done) / \(total)")
  }

  /// Clears the line, so that what follows stands by itself.
  mutating func end() {
    if shown != nil { Output.status("\r\u{1B}[K") }
    shown = nil
  }
}
