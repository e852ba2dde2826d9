import Glibc
import Synchronization
import Testing

@testable import Records

/// Makes one call of the store's file operations fail, or every one from it on, and counts them.
final class WatchedDisk: Sendable {
  enum Fault: Hashable, Sendable {
    case error(Int32)
    /// A write or a read that does only half; of a write the rest then finds the disk full.
    case short

    static let errors: [Fault] = [ENOSPC, EIO, EROFS, EDQUOT, EMFILE].map { .error($0) }
  }

  private struct State {
    var calls = 0
    var hit = 0
    var canBeShort: [Int] = []
    var fullAfterShort = false
  }

  private let target: Int
  private let fault: Fault
  /// Whether the disk stays broken.
  private let isLasting: Bool
  private let state = Mutex(State())

  init(failingAt target: Int, _ fault: Fault, isLasting: Bool) {
    self.target = target
    self.fault = fault
    self.isLasting = isLasting
  }

  var calls: Int { state.withLock { $0.calls } }
  /// Which calls read or wrote more than one byte.
  var shortable: [Int] { state.withLock { $0.canBeShort } }
  /// How many calls were made to fail.
  var hits: Int { state.withLock { $0.hit } }

  /// Whether this call is to fail.
  private func isDue(canBeShort: Bool) -> Bool {
    state.withLock { state in
      if canBeShort { state.canBeShort.append(state.calls) }
      defer { state.calls += 1 }
      return state.calls == target || isLasting && state.calls > target
    }
  }

  /// The answer in place of the system's, or nil.
  private func answer(canBeShort: Bool = false) -> Fault? {
    guard isDue(canBeShort: canBeShort) else { return nil }
    switch fault {
    case .error(let number):
      state.withLock { $0.hit += 1 }
      errno = number
      return fault
    case .short:
      guard canBeShort else { return nil }
      state.withLock { $0.hit += 1 }
      return fault
    }
  }

  private func status(_ call: () -> Int32) -> Int32 {
    if case .error? = answer() { return -1 }
    return call()
  }

  var operations: FileOperations {
    let system = FileOperations.system
    return FileOperations(
      open: { folder, name, flags, mode in self.status { system.open(folder, name, flags, mode) } },
      list: system.list, status: system.status, statusOf: system.statusOf,
      makeFolder: { folder, name, mode in self.status { system.makeFolder(folder, name, mode) } },
      read: { descriptor, bytes, count in
        switch self.answer(canBeShort: count > 1) {
        case .error?: -1
        case .short?: system.read(descriptor, bytes, count / 2)
        case nil: system.read(descriptor, bytes, count)
        }
      },
      readAt: system.readAt,
      write: { descriptor, bytes, count in
        if self.state.withLock({ state in
          defer { state.fullAfterShort = false }
          return state.fullAfterShort
        }) {
          errno = ENOSPC
          return -1
        }
        switch self.answer(canBeShort: count > 1) {
        case .error?: return -1
        case .short?:
          self.state.withLock { $0.fullAfterShort = true }
          return system.write(descriptor, bytes, count / 2)
        case nil: return system.write(descriptor, bytes, count)
        }
      },
      truncate: { descriptor, length in self.status { system.truncate(descriptor, length) } },
      changeMode: { descriptor, mode in self.status { system.changeMode(descriptor, mode) } },
      changeModeOf: system.changeModeOf,
      sync: { descriptor in self.status { system.sync(descriptor) } },
      syncAll: { descriptor in self.status { system.syncAll(descriptor) } },
      rename: { folder, old, new in self.status { system.rename(folder, old, new) } },
      move: { from, name, to, new in self.status { system.move(from, name, to, new) } },
      link: { folder, old, new in self.status { system.link(folder, old, new) } },
      remove: { folder, name in self.status { system.remove(folder, name) } },
      lock: system.lock)
  }

  /// The code that a failure of this kind must have.
  var code: StoreError.Code {
    switch fault {
    case .error(let number): StoreError.system("", number: number).code
    case .short: .full
    }
  }
}

/// Counts what a proof finds missing, for the figure that it prints; each is an issue too.
final class Losses: Sendable {
  private let losses = Mutex([String]())
  private let areIssues: Bool

  /// - Parameter areIssues: whether a loss fails the test; a trial that is to find some only counts them.
  init(areIssues: Bool = true) { self.areIssues = areIssues }

  var said: [String] { losses.withLock { $0 } }
  var count: Int { said.count }

  func expect(_ isKept: Bool, _ comment: String, at place: SourceLocation = #_sourceLocation) {
    if isKept { return }
    losses.withLock { $0.append(comment) }
    if areIssues { Issue.record(Comment(rawValue: comment), sourceLocation: place) }
  }
}
