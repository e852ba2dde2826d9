internal import CNcurses
import Glibc

/// A terminal, or a pipe, that is spoken to in whole lines: nothing is drawn and no cursor is moved.
///
/// A line that is heard comes as `Event.paste`, the end of the input as `Event.lost`, as often as it is asked for.
/// On a terminal nothing stays to be read once it is left or covered; a pipe sees no control byte at all.
public struct LineTerminal: TerminalDevice {
  public static var takesLines: Bool { true }

  /// As large as a page needs; nothing is drawn.
  public let size = Size(80, 24)
  public let waker: Waker
  private let pipe: Int32
  private let isScreen = isatty(STDOUT_FILENO) != 0
  private var lines: ArraySlice<[UInt8]> = []
  private var pending: [UInt8] = []
  private var hasEnded = false
  private var isTerminated = false
  private var isLastSaid = false
  private var input = [UInt8](repeating: 0, count: 4096)

  /// More than a line of a form can hold; the rest of a longer line is kept nowhere.
  private static let longestLine = 8_192

  public init(ignoresInterrupts: Bool = false) throws(TerminalProblem) {
    var (readEnd, writeEnd): (Int32, Int32) = (0, 0)
    guard cncurses_pipe(&readEnd, &writeEnd) else { throw .noTerminal }
    pipe = readEnd
    waker = Waker(pipe: writeEnd)
    cncurses_catch_signals(writeEnd, ignoresInterrupts)
  }

  public mutating func present(_ canvas: Canvas) {}
  public mutating func redraw() {}
  public mutating func suspend() {}
  public mutating func takesStop() -> Bool { false }

  /// Clears the screen, unless the last lines came after the end of the input: they say the code, which is to be read.
  public mutating func restore() {
    if !isLastSaid { clear() }
    cncurses_release_signals()
  }

  /// The last line asks: on a terminal its answer is typed behind it.
  public mutating func say(_ lines: [String], clearing: Bool) {
    if clearing { clear() }
    isLastSaid = clearing && hasEnded
    guard !lines.isEmpty else { return }
    write(lines.joined(separator: "\n") + (isScreen && !hasEnded ? "" : "\n"))
  }

  /// Moves the cursor home, and clears the screen and what has scrolled off it.
  private func clear() {
    if isScreen { write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
  }

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Nobody reads any more; what is typed is kept all the same.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  // MARK: Events

  public mutating func nextEvent(timeout milliseconds: Int?) -> Event {
    let end = milliseconds.map { Self.now() + max(0, $0) }
    while true {
      if let line = lines.popFirst() { return .paste(String(decoding: line, as: UTF8.self)) }
      if isTerminated { return .terminate }
      if hasEnded { return .lost }
      var polled = (
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      )
      let wait = end.map { Int32(clamping: max(0, $0 - Self.now())) } ?? -1
      let ready = withUnsafeMutableBytes(of: &polled) {
        poll($0.baseAddress?.assumingMemoryBound(to: pollfd.self), 2, wait)
      }
      if ready > 0, polled.0.revents != 0 { hear() }
      if ready < 0 || polled.1.revents != 0, hasNews() { return .wake }
      if lines.isEmpty, !hasEnded, !isTerminated, let end, Self.now() >= end { return .tick }
    }
  }

  /// Takes what can be read; the last line counts without a line break too.
  private mutating func hear() {
    let count = read(STDIN_FILENO, &input, input.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      hasEnded = true
      if !pending.isEmpty { endLine() }
      return
    }
    for byte in input[..<count] {
      if byte == UInt8(ascii: "\n") {
        endLine()
      } else if pending.count < Self.longestLine {
        pending.append(byte)
      }
    }
  }

  private mutating func endLine() {
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    lines.append(pending)
    pending = []
  }

  /// Whether another thread has news; what a signal has to say is kept.
  private mutating func hasNews() -> Bool {
    var isWoken = false
    while true {
      let count = read(pipe, &input, input.count)
      if count <= 0 { break }
      isWoken = isWoken || input[..<count].contains(1)
    }
    let signals = Int(cncurses_signals())
    if signals & CNCURSES_TERMINATE != 0 { isTerminated = true }
    // Ctrl-C ends the input as Ctrl-D does: whoever presses it has yet to hear the code.
    if signals & CNCURSES_INTERRUPT != 0 { hasEnded = true }
    return isWoken
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
