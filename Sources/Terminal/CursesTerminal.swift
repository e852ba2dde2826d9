internal import CNcurses
import Glibc

/// Why the screen cannot be used; said before it is taken.
public enum TerminalProblem: Error, Hashable, Sendable, CaseIterable {
  /// Input or output is a file or a pipe.
  case noTerminal
  /// TERM names a terminal that cannot place its cursor.
  case dumbTerminal
  /// Linux's own console, which has no Chinese glyphs.
  case kernelConsole
  /// The locale's character set is not UTF-8.
  case notUTF8
  /// Nothing is known about the terminal that TERM names, nor about xterm.
  case unknownTerminal
}

/// Wakes the loop that waits for the terminal, from any thread.
public struct Waker: Sendable {
  let pipe: Int32

  public func wake() {
    var byte = UInt8(ascii: "K")
    // A full pipe already holds the news.
    _ = write(pipe, &byte, 1)
  }
}

/// The real terminal, by way of ncurses; the only file that knows it.
///
/// ncurses draws; keys are read here and put together by `KeyDecoder`, so that slow sequences and pastes are ours.
public struct CursesTerminal: TerminalDevice {
  public private(set) var size: Size
  public let waker: Waker
  private let pipe: (read: Int32, write: Int32)
  private var shown: Canvas?
  private var decoder = KeyDecoder()
  private var queue: [Event] = []

  /// Takes the screen; nothing is touched where that cannot be done.
  public init(colours: Bool) throws(TerminalProblem) {
    guard cncurses_is_terminal() else { throw .noTerminal }
    guard cncurses_set_locale() else { throw .notUTF8 }
    guard !cncurses_is_kernel_console() else { throw .kernelConsole }
    var (readEnd, writeEnd): (Int32, Int32) = (0, 0)
    guard cncurses_pipe(&readEnd, &writeEnd) else { throw .noTerminal }
    pipe = (readEnd, writeEnd)
    waker = Waker(pipe: writeEnd)
    // Before the screen is taken, so that no signal finds it half taken.
    cncurses_catch_signals(writeEnd)
    do throws(TerminalProblem) {
      try Self.start(colours: colours)
    } catch {
      cncurses_release_signals()
      throw error
    }
    size = Self.presentSize()
  }

  private static func start(colours: Bool) throws(TerminalProblem) {
    switch cncurses_start(nil, colours) {
    case CNCURSES_STARTED: return
    case CNCURSES_DUMB: throw .dumbTerminal
    default: break
    }
    // A terminal that is newer than the table of terminals nearly always understands xterm's language.
    guard cncurses_start("xterm-256color", colours) == CNCURSES_STARTED else { throw .unknownTerminal }
  }

  private static func presentSize() -> Size {
    var (rows, columns): (Int32, Int32) = (24, 80)
    return cncurses_size(&rows, &columns) ? Size(Int(columns), Int(rows)) : Size(80, 24)
  }

  public mutating func restore() {
    cncurses_stop()
    cncurses_release_signals()
  }

  // MARK: Showing

  public mutating func present(_ canvas: Canvas) {
    for row in 0..<canvas.size.rows { push(row, of: canvas) }
    let cursor = canvas.cursor
    cncurses_show(cursor.map { Int32($0.row) } ?? -1, cursor.map { Int32($0.column) } ?? -1)
    shown = canvas
  }

  /// Sends the next screen whole, where something else wrote over it.
  public mutating func redraw() {
    shown = nil
    cncurses_redraw()
  }

  private func push(_ row: Int, of canvas: Canvas) {
    let cells = canvas.row(row)
    let old = shown.flatMap { $0.size == canvas.size ? $0.row(row) : nil }
    if let old, old.elementsEqual(cells) { return }
    var scalars: [UInt32] = []
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      if let old, old[old.startIndex + column] == cell { continue }
      scalars.removeAll(keepingCapacity: true)
      for scalar in cell.text.unicodeScalars {
        // ncurses takes one character and the marks that join it; of a joined emoji the first is shown.
        if !scalars.isEmpty, scalar.value == 0x200D || TextWidth.of(scalar) > 0 { break }
        scalars.append(scalar.value)
      }
      let colour = Int32(cell.style.colour.rawValue)
      cncurses_put(Int32(row), Int32(column), scalars, scalars.count, Self.attributes(cell.style), colour)
    }
  }

  private static func attributes(_ style: Style) -> Int32 {
    (style.isBold ? Int32(CNCURSES_BOLD) : 0)
      | (style.isUnderlined ? Int32(CNCURSES_UNDERLINE) : 0)
      | (style.isReversed ? Int32(CNCURSES_REVERSE) : 0)
  }

  // MARK: Events

  public mutating func nextEvent(timeout milliseconds: Int?) -> Event {
    let end = milliseconds.map { Self.now() + $0 }
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      let now = Self.now()
      queue = decoder.timeout(at: now)
      if !queue.isEmpty { continue }
      if let end, now >= end { return .tick }
      let deadline = [end, decoder.deadline].compactMap(\.self).min()
      var polled = [STDIN_FILENO, pipe.read].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&polled, 2, deadline.map { Int32(clamping: max(0, $0 - now)) } ?? -1)
      if ready < 0, errno != EINTR { return .lost }
      if ready <= 0 { continue }
      if polled[1].revents != 0 { queue += news() }
      if polled[0].revents != 0 { queue += keys() }
    }
  }

  /// What signals and other threads wrote into the pipe.
  private mutating func news() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(pipe.read, &bytes, bytes.count)
    guard count > 0 else { return [] }
    let letters = Set(bytes[..<count])
    var events: [Event] = []
    if letters.contains(UInt8(ascii: "T")) { events.append(.terminate) }
    if letters.contains(UInt8(ascii: "W")) {
      size = Self.presentSize()
      cncurses_resize(Int32(size.rows), Int32(size.columns))
      shown = nil
      events.append(.resize(size))
    }
    if letters.contains(UInt8(ascii: "K")) { events.append(.wake) }
    return events
  }

  private mutating func keys() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { return decoder.feed(Array(bytes[..<count]), at: Self.now()) }
    // The end of input, or EIO: the terminal is gone, and no signal may ever say so.
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : [.lost]
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
