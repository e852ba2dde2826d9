import Desk
import Records
import Terminal
import Wording

/// Work of many steps for which somebody sits there and waits.
struct LongWork {
  let begun: Timestamp
  fileprivate var shown: Timestamp
  /// Whether somebody wanted no more of it.
  fileprivate(set) var isStopped = false

  init(at now: Timestamp) { (begun, shown) = (now, now) }
}

extension Session {
  /// Milliseconds in which nobody asks how far it has come, and between two answers.
  private static var quiet: Int { 1_000 }
  private static var pause: Int { 100 }

  /// Whether the work goes on. After a second its page shows how far it has come; Esc and Ctrl-C stop it between two steps.
  mutating func goesOn(_ work: inout LongWork, _ done: Int, of total: Int) -> Bool {
    let now = clock().milliseconds
    let passed = now - work.begun.milliseconds
    guard passed > Self.quiet, now - work.shown.milliseconds >= Self.pause else { return true }
    work.shown = Timestamp(milliseconds: now, offset: work.begun.offset)
    let line = ProgressBar.line(done, of: total, after: .milliseconds(passed), context.wording)
    tell(.work(.progress("\(line)  \(context.wording(OfficePhrase.stops))")))
    present()
    work.isStopped = isStopped()
    return !work.isStopped
  }

  /// Whether somebody stops what goes on; any other key that is pressed meanwhile means nothing.
  private mutating func isStopped() -> Bool {
    while true {
      let event = terminal.nextEvent(timeout: 0)
      switch event {
      case .tick: return false
      case .key(.escape), .key(.control("c")): return true
      case .terminate, .lost:
        waiting.append(event)
        return true
      case .wake, .resize: waiting.append(event)
      case .key, .paste: break
      }
    }
  }

  /// Shows that records are being read, before everything else waits for it; whoever leaves does not wait.
  mutating func show(done: Int, total: Int) {
    tell(.work(.reading(done: done, total: total)))
    present()
    while true {
      let event = terminal.nextEvent(timeout: 0)
      if event == .tick { return }
      waiting.append(event)
      switch event {
      case .tick, .wake, .key, .paste: if Self.leads(event) { index.breakOff() }
      case .resize: present()
      case .terminate, .lost: return index.breakOff()
      }
    }
  }

  /// Whether whoever pressed the key does not want to wait for what is read.
  private static func leads(_ event: Event) -> Bool { event == .key(.function(10)) || event == .key(.control("x")) }
}
