import Foundation
import Testing

/// Runs tests that mostly wait, for a program or a terminal, on a few threads of their own.
///
/// Swift's own threads are as many as there are cores: a test that waits on one of them holds up those that compute.
public struct OwnThreads: TestTrait, SuiteTrait, TestScoping {
  public let isRecursive = true

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(FewThreads.shared) { try await function() }
  }
}

extension Trait where Self == OwnThreads {
  /// The test waits more than it computes.
  public static var onOwnThreads: Self { Self() }
}

private final class FewThreads: TaskExecutor {
  static let shared = FewThreads()

  private let queue: OperationQueue

  private init() {
    queue = OperationQueue()
    // More programs at once than this, and on two cores a page takes so long that it looks lost.
    queue.maxConcurrentOperationCount = 5
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    queue.addOperation { job.runSynchronously(on: executor) }
  }
}
