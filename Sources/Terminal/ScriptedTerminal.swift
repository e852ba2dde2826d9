/// A terminal for tests: it says what a list of events says, and remembers what it was shown.
public struct ScriptedTerminal: TerminalDevice {
  public var size: Size
  public var events: [Event]
  public private(set) var screens: [Canvas] = []
  public private(set) var redraws = 0
  public private(set) var suspensions = 0
  public private(set) var isRestored = false

  public init(size: Size, events: [Event]) {
    self.size = size
    self.events = events
  }

  public mutating func present(_ canvas: Canvas) { screens.append(canvas) }

  /// The next event of the list; the terminal is lost when there is none left.
  public mutating func nextEvent(timeout milliseconds: Int?) -> Event {
    guard !events.isEmpty else { return .lost }
    let event = events.removeFirst()
    if case .resize(let new) = event { size = new }
    return event
  }

  public mutating func redraw() { redraws += 1 }

  public mutating func suspend() { suspensions += 1 }

  public mutating func restore() { isRestored = true }
}
