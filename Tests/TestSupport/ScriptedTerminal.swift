import Glibc
import Terminal

/// A terminal for tests: it says what a list of events says, and remembers what it was shown.
///
/// What happens at the desk while nobody types is said by `meanwhile`: it is asked before the list is, so that a test can
/// change the store, move the clock or wait for a thread between two keys.
public struct ScriptedTerminal: TerminalDevice {
  public var size: Size
  public var events: [Event]
  /// Told for how many milliseconds the program would wait; gives what comes before the next event of the list.
  public var meanwhile: (_ timeout: Int?) -> Event? = { _ in nil }
  /// Told of every screen in the instant in which it is shown.
  public var watch: (Canvas) -> Void = { _ in }
  public var isToStop = false
  public private(set) var screens: [Canvas] = []
  public private(set) var redraws = 0
  public private(set) var suspensions = 0
  public private(set) var isRestored = false
  private let pipe = WakingPipe()
  public var waker: Waker { Waker(pipe: pipe.writing) }

  public init(size: Size, events: [Event]) {
    self.size = size
    self.events = events
  }

  public mutating func present(_ canvas: Canvas) {
    screens.append(canvas)
    watch(canvas)
  }

  /// The next event of the list; the terminal is lost when there is none left. `.wake` comes once somebody wakes it.
  public mutating func nextEvent(timeout milliseconds: Int?) -> Event {
    let event = meanwhile(milliseconds) ?? (events.isEmpty ? .lost : events.removeFirst())
    if case .resize(let new) = event { size = new }
    if event == .wake { pipe.wait() }
    return event
  }

  public mutating func takesStop() -> Bool {
    defer { isToStop = false }
    return isToStop
  }

  public mutating func redraw() { redraws += 1 }

  public mutating func suspend() { suspensions += 1 }

  public mutating func restore() { isRestored = true }
}

/// Where a thread says that it has something to tell.
private final class WakingPipe {
  private let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// No thread that does its work takes a minute for it.
  func wait() {
    var waited = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    _ = poll(&waited, 1, 60_000)
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }
}
