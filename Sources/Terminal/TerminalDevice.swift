/// A terminal that shows whole screens and says what happened.
///
/// Making one claims the terminal; `restore` is its counterpart, and may be called more than once.
public protocol TerminalDevice {
  /// The present size.
  var size: Size { get }
  /// Shows a screen; only what differs from the last one is sent.
  mutating func present(_ canvas: Canvas)
  /// The next event; `.tick` after so many milliseconds without one, never where nil.
  mutating func nextEvent(timeout milliseconds: Int?) -> Event
  /// Wakes whoever waits for an event, from any thread; heard of as `.wake`.
  var waker: Waker { get }
  /// Whether somebody outside has asked since the last call that the program stop; whether it does is decided
  /// elsewhere.
  mutating func takesStop() -> Bool
  /// Forgets what the terminal shows, so that the next screen is sent whole.
  mutating func redraw()
  /// Gives the terminal, cleared, to the shell that the program was started from, until that brings it back.
  mutating func suspend()
  /// Gives the terminal back as it was.
  mutating func restore()
  /// Whether it shows no screens but says lines, and hears lines, each as `Event.paste`.
  static var takesLines: Bool { get }
  /// Says lines, the last of which asks for one; `clearing` what was said before, where it stays to be seen.
  mutating func say(_ lines: [String], clearing: Bool)
}

extension TerminalDevice {
  public static var takesLines: Bool { false }
  public mutating func say(_ lines: [String], clearing: Bool) {}
}
