import Glibc
import Synchronization

/// Does the same with many things, on as many threads as the machine has processors.
///
/// Parsing a record takes longer than reading its bytes: with a whole city's records it takes nearly all of the time.
package final class ConcurrentMap<Item: Sendable, Outcome: Sendable>: Sendable {
  private struct State {
    var next = 0
    var left: Int
    var outcomes: [Outcome?]
  }

  private let items: [Item]
  private let body: @Sendable (Item) -> Outcome
  private let state: Mutex<State>
  private let done: ThreadSignal

  private init(_ items: [Item], _ done: ThreadSignal, _ body: @escaping @Sendable (Item) -> Outcome) {
    self.items = items
    self.body = body
    self.done = done
    state = Mutex(State(left: items.count, outcomes: Array(repeating: nil, count: items.count)))
  }

  /// What became of each, in the order of the items; fewer than `least` are not worth a thread.
  package static func map(
    _ items: [Item], least: Int = 32, _ body: @escaping @Sendable (Item) -> Outcome
  ) -> [Outcome] {
    guard items.count >= least, let done = ThreadSignal() else { return items.map(body) }
    let work = ConcurrentMap(items, done, body)
    let threads = min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8)
    for _ in 1..<max(threads, 1) {
      guard startThread({ work.run() }) else { break }
    }
    work.run()
    // The other threads may still be at work on their last items.
    while work.state.withLock({ $0.left > 0 }) { done.wait() }
    return work.state.withLock { $0.outcomes.compactMap(\.self) }
  }

  /// Takes one after the other until none is left to begin.
  private func run() {
    while let index = begin() {
      let outcome = body(items[index])
      let isLast = state.withLock { state in
        state.outcomes[index] = outcome
        state.left -= 1
        return state.left == 0
      }
      if isLast { done.ring() }
    }
  }

  private func begin() -> Int? {
    state.withLock { state in
      guard state.next < items.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }
}
