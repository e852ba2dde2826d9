import Glibc

/// Wakes the loop that waits for the terminal, from any thread; it hears of it as `Event.wake`.
public struct Waker: Sendable {
  /// The writing end of a pipe that stays open as long as the process.
  let pipe: Int32

  /// `pipe` must stay open as long as anybody may wake the loop.
  package init(pipe: Int32) { self.pipe = pipe }

  public func wake() {
    var byte: UInt8 = 1
    // A full pipe wakes as well.
    _ = write(pipe, &byte, 1)
  }
}
