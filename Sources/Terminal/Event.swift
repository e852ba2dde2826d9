/// What the terminal, or the program's own clock, has to say.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, as it came: never a command, whatever it holds.
  case paste(String)
  /// The screen has this size now and must be shown anew.
  case resize(Size)
  /// The time that was asked for has passed.
  case tick
  /// Another thread has news.
  case wake
  /// The program was asked to end (SIGTERM, SIGHUP, SIGINT or SIGQUIT from outside).
  case terminate
  /// The terminal is gone; nothing can be shown any more.
  case lost
}
