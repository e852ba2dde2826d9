import Records
import Synchronization

/// Makes the archive of the day while nobody types, and gives it up when somebody does.
final class DailyArchive: Sendable {
  private enum Stage {
    case idle, running, done
  }

  private struct State {
    var stage = Stage.idle
    var isWanted = true
    var failure: StoreError?
    /// Another desk is making it; when to ask again.
    var asksAgainAt = 0
  }

  private let state = Mutex(State())
  private let store: any Store

  init(store: any Store) { self.store = store }

  /// How long the first page lies untouched before it is made, in milliseconds.
  private static let quietTime = 30_000

  /// How many milliseconds the first page has still to lie untouched; nil where this session has seen to it.
  func wait(since lastKey: Timestamp, at now: Timestamp) -> Int? {
    let (isIdle, asksAgainAt) = state.withLock { ($0.stage == .idle, $0.asksAgainAt) }
    guard isIdle else { return nil }
    return max(0, lastKey.milliseconds + Self.quietTime - now.milliseconds, asksAgainAt - now.milliseconds)
  }

  /// Why it could not be made; told once.
  func takeFailure() -> StoreError? {
    state.withLock { state in
      defer { state.failure = nil }
      return state.failure
    }
  }

  /// Begins in the background, if there is none of today.
  func start(at now: Timestamp) {
    let begins = state.withLock { state in
      guard state.stage == .idle else { return false }
      state.stage = .running
      state.isWanted = true
      return true
    }
    guard begins else { return }
    let isStarted = store.startDailyBackup(
      at: now, while: { [self] in state.withLock { $0.isWanted } },
      done: { [self] result in
        state.withLock { state in
          // What was given up is tried again when everything is quiet.
          state.stage = state.isWanted ? .done : .idle
          switch result {
          case .success(let backup): state.failure = backup?.problem
          case .failure(let error) where error.isArchiveUnderWay:
            state.stage = .idle
            state.asksAgainAt = now.milliseconds + 2 * Self.quietTime
          case .failure(let error): state.failure = error
          }
        }
      })
    if !isStarted { state.withLock { $0.stage = .idle } }
  }

  /// Somebody types: what is not finished is given up.
  func giveUp() {
    state.withLock { state in
      if state.stage == .running { state.isWanted = false }
    }
  }

  /// Makes it before the program ends, but holds nobody up for longer than so many milliseconds; leaves nothing half done.
  func finish(at now: Timestamp, milliseconds: Int) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    start(at: now)
    while state.withLock({ $0.stage == .running }) {
      if clock.now >= end { giveUp() }
      Pause.milliseconds(5)
    }
  }
}
