import Glibc
import Records
import Synchronization

/// Threads that do one thing after the other, and hand over what came of them in the order in which it was given.
///
/// Little more is under way at once than there are threads, so that memory does not grow with the work.
package final class Crew<Task: Sendable, Outcome: Sendable>: Sendable {
  private struct State {
    var waiting: [(number: Int, task: Task)] = []
    var done: [Int: Outcome] = [:]
    var isOver = false
  }

  private let body: @Sendable (Task) -> Outcome
  private let state = Mutex(State())
  private let news: ThreadSignal
  private let bells: [ThreadSignal]

  private init(_ news: ThreadSignal, _ bells: [ThreadSignal], _ body: @escaping @Sendable (Task) -> Outcome) {
    (self.news, self.bells, self.body) = (news, bells, body)
  }

  /// Does all tasks that `next` gives until it gives nil; `take` is told what came of each, in order, on this thread, and
  /// says whether to go on.
  package static func run(
    _ next: () -> Task?, _ body: @escaping @Sendable (Task) -> Outcome, take: (Outcome) -> Bool
  ) {
    let count = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 64))
    let bells = (0..<count).compactMap { _ in ThreadSignal() }
    guard let news = ThreadSignal(), !bells.isEmpty else { return alone(next, body, take) }
    let crew = Crew(news, bells, body)
    let started = bells.count { bell in startThread { crew.work(bell) } }
    guard started > 0 else { return alone(next, body, take) }
    crew.lead(next, take, ahead: started + 2)
    crew.state.withLock {
      $0.isOver = true
      $0.waiting = []
    }
    crew.ring()
  }

  /// Where the system has no threads to give.
  private static func alone(_ next: () -> Task?, _ body: (Task) -> Outcome, _ take: (Outcome) -> Bool) {
    while let task = next() {
      guard take(body(task)) else { return }
    }
  }

  private func lead(_ next: () -> Task?, _ take: (Outcome) -> Bool, ahead: Int) {
    var (given, taken) = (0, 0)
    var isMore = true
    while isMore || taken < given {
      while isMore, given - taken < ahead {
        guard let task = next() else {
          isMore = false
          break
        }
        let number = given
        state.withLock { $0.waiting.append((number, task)) }
        given += 1
        ring()
      }
      guard taken < given else { return }
      let number = taken
      guard let outcome = state.withLock({ $0.done.removeValue(forKey: number) }) else {
        news.wait()
        continue
      }
      taken += 1
      guard take(outcome) else { return }
    }
  }

  private func ring() {
    for bell in bells { bell.ring() }
  }

  private func work(_ bell: ThreadSignal) {
    while true {
      let (job, isOver) = state.withLock { state in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isOver)
      }
      guard !isOver else { return }
      guard let (number, task) = job else {
        bell.wait()
        continue
      }
      let outcome = body(task)
      state.withLock { $0.done[number] = outcome }
      news.ring()
    }
  }
}
