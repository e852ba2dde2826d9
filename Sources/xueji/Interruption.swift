import Glibc
import Synchronization

/// Ctrl-C while a command works through many rows: it is noticed between two of them.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether somebody wants the command to end.
  static var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// From here on SIGINT and SIGTERM no longer end the program by themselves.
  static func watch() {
    // The flag is made here, and not when the signal comes.
    flag.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interruption.raise() }
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  static func raise() { flag.store(true, ordering: .relaxed) }
}
