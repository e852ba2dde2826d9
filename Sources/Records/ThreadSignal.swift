import Glibc

/// Wakes a thread that waits: rung once or often, it wakes once.
///
/// A pipe rather than a lock's condition, so that nothing unsafe is shared between threads.
package final class ThreadSignal: Sendable {
  private let reading: Int32
  private let writing: Int32

  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(reading)
    close(writing)
  }

  package func ring() {
    // A full pipe has been rung often enough.
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Waits until it rings, or so many milliseconds; without a number, as long as it takes.
  package func wait(milliseconds: Int = -1) {
    var waited = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    _ = poll(&waited, 1, Int32(clamping: milliseconds))
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) == bytes.count {}
  }
}

/// Runs a body on a thread of its own that no signal interrupts; false where the system has no more threads.
package func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  // A thread begins with the mask of the one that makes it. Signals are for the loop that waits for keys.
  var all = sigset_t()
  var before = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_SETMASK, &all, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

  let box = Unmanaged.passRetained(Box(body))
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, nil,
    { context in
      guard let context else { return nil }
      Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  guard failure == 0 else {
    box.release()
    return false
  }
  pthread_detach(thread)
  return true
}
