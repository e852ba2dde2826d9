import Glibc

/// Waits a moment where there is nothing to wait for.
enum Pause {
  static func milliseconds(_ count: Int) { usleep(UInt32(count) * 1_000) }
}
