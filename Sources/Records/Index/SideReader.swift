import Glibc
import Synchronization

/// Reads many files at once, on as many threads as the machine has processors.
///
/// Making sense of a record takes longer than getting its bytes, and nearly all of an index's making is that.
struct SideReader: Sendable {
  /// Fewer files are not worth a thread.
  private static let fewFiles = 32
  private static let mostThreads = 8

  private final class Work: Sendable {
    struct State {
      var next = 0
      var left: Int
      var contents: [IndexRow.Content?]
    }

    let ids: [RecordID]
    let look: FolderLook
    let state: Mutex<State>
    let done: Bell?

    init(_ ids: [RecordID], _ look: FolderLook, _ done: Bell?) {
      (self.ids, self.look, self.done) = (ids, look, done)
      state = Mutex(State(left: ids.count, contents: Array(repeating: nil, count: ids.count)))
    }

    /// Reads one file after the other until none is left to begin.
    func run() {
      while let index = begin() {
        let content = look.content(of: ids[index])
        let isLast = state.withLock { state in
          state.contents[index] = content
          state.left -= 1
          return state.left == 0
        }
        if isLast { done?.ring() }
      }
    }

    private func begin() -> Int? {
      state.withLock { state in
        guard state.next < ids.count else { return nil }
        state.next += 1
        return state.next - 1
      }
    }
  }

  /// What the files hold, in the order of the ids.
  static func read(_ ids: [RecordID], _ look: FolderLook) -> [IndexRow.Content] {
    guard ids.count >= fewFiles, let done = Bell() else { return ids.map(look.content) }
    let work = Work(ids, look, done)
    let threads = min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), mostThreads)
    for _ in 1..<max(threads, 1) {
      guard startThread({ work.run() }) else { break }
    }
    work.run()
    // What the others have begun is still to come.
    while work.state.withLock({ $0.left > 0 }) { done.wait() }
    return work.state.withLock { $0.contents.compactMap(\.self) }
  }
}
