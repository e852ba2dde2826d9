import Desk
import Glibc
import Wording

/// How far a command has come, how fast it goes and how long it will take, on one line of standard error, where somebody
/// looks at it and it takes longer than a second.
struct ProgressBar {
  private let wording: Wording
  private let isSeen = isatty(STDERR_FILENO) == 1
  private let begun = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private static let width = 20

  init(_ wording: Wording) { self.wording = wording }

  /// - Parameter unit: of what both are numbers; records where none is named.
  mutating func show(_ done: Int, of total: Int, unit: String = "") {
    guard isSeen else { return }
    let now = ContinuousClock.now
    guard now - begun > .seconds(1), shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    shown = now
    Output.status("\r" + Self.line(done, of: total, unit: unit, after: now - begun, wording) + "\u{1B}[K")
  }

  /// What is shown after a time.
  static func line(
    _ done: Int, of total: Int, unit: String = "", after time: Duration, _ wording: Wording
  ) -> String {
    let full = min(width, width * done / max(1, total))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    let seconds = max(0.001, Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    let rate = Double(done) / seconds
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : nil
    return "\(bar) \(done) / \(total)\(unit.isEmpty ? "" : " \(unit)")"
      + wording.pace("\(Int(rate))\(unit.isEmpty ? "" : " \(unit)")", secondsLeft: left)
  }

  /// Clears the line, so that what follows stands by itself.
  mutating func end() {
    if shown != nil { Output.status("\r\u{1B}[K") }
    shown = nil
  }
}
