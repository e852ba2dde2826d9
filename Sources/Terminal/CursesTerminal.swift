internal import CNcurses
import Glibc

/// The real terminal, by way of ncurses; the only file that knows it.
///
/// ncurses draws; keys are read here and put together by `KeyDecoder`, so that slow sequences and pastes are ours.
/// There can be one at a time. Every key reaches the program, Ctrl-C, Ctrl-S and Ctrl-Z too.
public struct CursesTerminal: TerminalDevice {
  public private(set) var size: Size
  public let waker: Waker
  private let pipe: Int32
  /// What ncurses holds.
  private var shown: Canvas
  private var decoder: KeyDecoder
  private var queue: ArraySlice<Event> = []
  private var isToStop = false
  private var input = [UInt8](repeating: 0, count: 4096)

  /// Takes the screen; nothing is touched where that cannot be done.
  ///
  /// Colour is used where the terminal has it, unless it is not wanted here or by the environment's `NO_COLOR`.
  ///
  /// Where interrupts are ignored, SIGINT, SIGQUIT and SIGTSTP from outside neither end nor stop the program.
  public init(colours: Bool = true, ignoresInterrupts: Bool = false) throws(TerminalProblem) {
    guard cncurses_is_terminal() else { throw .noTerminal }
    guard cncurses_set_locale() else { throw .notUTF8 }
    guard !cncurses_is_kernel_console() else { throw .kernelConsole }
    var (readEnd, writeEnd): (Int32, Int32) = (0, 0)
    guard cncurses_pipe(&readEnd, &writeEnd) else { throw .noTerminal }
    pipe = readEnd
    waker = Waker(pipe: writeEnd)
    // Before the screen is taken, so that no signal finds it half taken.
    cncurses_catch_signals(writeEnd, ignoresInterrupts)
    do throws(TerminalProblem) {
      try Self.start(colours: colours && !Self.refusesColour)
    } catch {
      cncurses_release_signals()
      close(readEnd)
      close(writeEnd)
      throw error
    }
    decoder = KeyDecoder(bracketsPaste: cncurses_brackets_paste())
    size = Self.presentSize()
    shown = Canvas(size: size)
    cncurses_resize(Int32(size.rows), Int32(size.columns))
  }

  private static func start(colours: Bool) throws(TerminalProblem) {
    guard let type = getenv("TERM"), type.pointee != 0 else { throw .unknownTerminal }
    switch cncurses_start(nil, colours) {
    case CNCURSES_STARTED: return
    case CNCURSES_DUMB: throw .dumbTerminal
    default: break
    }
    // A terminal that is newer than the table of terminals nearly always understands xterm's language.
    guard cncurses_start("xterm-256color", colours) == CNCURSES_STARTED else { throw .unknownTerminal }
  }

  /// https://no-color.org: set and not empty.
  private static var refusesColour: Bool { getenv("NO_COLOR").map { $0.pointee != 0 } ?? false }

  private static func presentSize() -> Size {
    var (rows, columns): (Int32, Int32) = (0, 0)
    return cncurses_size(&rows, &columns) ? Size(Int(columns), Int(rows)) : Size(80, 24)
  }

  /// Gives the terminal back, cleared, and signals their former meaning: what must be kept is saved before.
  public mutating func restore() {
    cncurses_stop()
    cncurses_release_signals()
  }

  /// Stops the program as a shell's job is stopped; returns when it is continued, or at once where no shell could
  /// continue it.
  public mutating func suspend() {
    cncurses_suspend()
    size = Self.presentSize()
    cncurses_resize(Int32(size.rows), Int32(size.columns))
    shown = Canvas(size: size)
  }

  /// As `kill -TSTP` asks.
  public mutating func takesStop() -> Bool {
    defer { isToStop = false }
    return isToStop
  }

  // MARK: Showing

  public mutating func present(_ canvas: Canvas) {
    for row in 0..<min(canvas.size.rows, size.rows) { push(row, of: canvas) }
    var cursor: Point?
    if let wanted = canvas.cursor, (0..<size.columns).contains(wanted.column), (0..<size.rows).contains(wanted.row) {
      cursor = wanted
    }
    cncurses_show(cursor.map { Int32($0.row) } ?? -1, cursor.map { Int32($0.column) } ?? -1)
    shown = canvas
  }

  public mutating func redraw() { cncurses_redraw() }

  private func push(_ row: Int, of canvas: Canvas) {
    let cells = canvas.row(row)
    let old = shown.size == canvas.size ? shown.row(row) : nil
    if let old, old == cells { return }
    var scalars: [UInt32] = []
    for index in cells.indices where !cells[index].isContinuation {
      let cell = cells[index]
      let column = index - cells.startIndex
      let isWide = index + 1 < cells.endIndex && cells[index + 1].isContinuation
      if let old, old[index] == cell, !isWide || old[index + 1].isContinuation { continue }
      // A canvas of another size is shown as far as it fits.
      guard column + (isWide ? 2 : 1) <= size.columns else { break }
      scalars.removeAll(keepingCapacity: true)
      scalars.append(cell.base.value)
      for mark in cell.marks.scalars { scalars.append(mark.value) }
      cncurses_put(
        Int32(row), Int32(column), scalars, scalars.count, isWide ? 2 : 1, Self.attributes(cell.style),
        Int32(cell.style.colour.rawValue), Int32(cell.style.background.rawValue))
    }
  }

  private static func attributes(_ style: Style) -> Int32 {
    var attributes = 0
    if style.isBold { attributes |= CNCURSES_BOLD }
    if style.isUnderlined { attributes |= CNCURSES_UNDERLINE }
    if style.isReversed { attributes |= CNCURSES_REVERSE }
    if style.isDim { attributes |= CNCURSES_DIM }
    return Int32(attributes)
  }

  // MARK: Events

  public mutating func nextEvent(timeout milliseconds: Int?) -> Event {
    let end = milliseconds.map { Self.now() + max(0, $0) }
    while true {
      if let event = queue.popFirst() { return event }
      let now = Self.now()
      // While input waits, time that has passed on a busy machine is not silence.
      if !hasInput { queue += decoder.timeout(at: now) }
      if !queue.isEmpty { continue }
      let deadline = [end, decoder.deadline].compactMap(\.self).min()
      var polled = (
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      )
      let wait = deadline.map { Int32(clamping: max(0, $0 - now)) } ?? -1
      let ready = withUnsafeMutableBytes(of: &polled) {
        poll($0.baseAddress?.assumingMemoryBound(to: pollfd.self), 2, wait)
      }
      if ready < 0, errno != EINTR { return .lost }
      // What was typed before a signal is heard before it.
      if ready > 0, polled.0.revents != 0 { queue += keys() }
      if ready < 0 || polled.1.revents != 0 { queue += news() }
      if queue.isEmpty, let end, Self.now() >= end { return .tick }
    }
  }

  /// What signals and other threads had to say.
  private mutating func news() -> [Event] {
    var isWoken = false
    while true {
      let count = read(pipe, &input, input.count)
      if count <= 0 { break }
      isWoken = isWoken || input[..<count].contains(1)
    }
    let signals = Int(cncurses_signals())
    var events: [Event] = []
    if signals & CNCURSES_CONTINUED != 0 { cncurses_resume() }
    if signals & (CNCURSES_RESIZED | CNCURSES_CONTINUED) != 0 {
      size = Self.presentSize()
      cncurses_resize(Int32(size.rows), Int32(size.columns))
      shown = Canvas(size: size)
      events.append(.resize(size))
    }
    if signals & CNCURSES_STOP != 0 { isToStop = true }
    if isWoken || isToStop { events.append(.wake) }
    if signals & (CNCURSES_TERMINATE | CNCURSES_INTERRUPT) != 0 { events += decoder.finish() + [.terminate] }
    return events
  }

  /// Everything that can be read at once, so that a paste comes whole if it can.
  private mutating func keys() -> [Event] {
    var bytes: [UInt8] = []
    repeat {
      let count = read(STDIN_FILENO, &input, input.count)
      if count < 0, errno == EINTR || errno == EAGAIN { break }
      // The end of input, or EIO: the terminal is gone, and no signal may ever say so.
      guard count > 0 else { return decoder.feed(bytes, at: Self.now()) + decoder.finish() + [.lost] }
      bytes += input[..<count]
    } while bytes.count < Self.mostRead && hasInput
    defer {
      if decoder.wheelWasLeftAlone { cncurses_leave_wheel_alone() }
      if decoder.canMarkKeys { cncurses_mark_keys() }
    }
    return decoder.feed(bytes, at: Self.now())
  }

  /// Somebody who holds a key down must not keep the loop from the screen.
  private static let mostRead = 256 * 1024

  private var hasInput: Bool {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  /// Milliseconds of a clock that cannot be set.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
