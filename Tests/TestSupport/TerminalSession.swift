import CPty
import Foundation
import Terminal

/// A program on a real pseudo-terminal, and what it shows there.
///
/// Nothing waits a fixed time: every wait ends when what it waits for is there, or throws with the screen at its
/// deadline. The program is killed when the session goes.
public final class TerminalSession {
  public private(set) var size: Size
  /// All that the program sent so far, as bytes.
  public private(set) var output: [UInt8] = []
  /// Whether the program's side of the terminal is closed.
  public private(set) var hasEnded = false
  /// The terminal's modes before the program began, as text.
  public let modesBefore: String
  private let process: pid_t
  private var side: Int32
  private let emulator: TerminalEmulator
  private var status: Int?
  /// The key that was pressed last, and when.
  private var pressed: (key: Key, at: Double)?

  /// What did not come in time, and the screen there was instead.
  public struct Missed: Error, CustomStringConvertible {
    public let description: String
  }

  /// Starts a program, by its full path; the environment is this and nothing else, over a pinned one.
  public init(command: [String], size: Size = Size(80, 24), environment: [String: String] = [:]) throws {
    self.size = size
    emulator = TerminalEmulator(columns: size.columns, rows: size.rows)
    let pinned = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": "/usr/bin:/bin"]
    let values = pinned.merging(environment) { $1 }.map { "\($0)=\($1)" }
    var side: Int32 = -1
    var before = termios()
    process = Self.withStrings(command) { arguments in
      Self.withStrings(values) { cpty_spawn(arguments, $0, Int32(size.columns), Int32(size.rows), &side, &before) }
    }
    self.side = side
    modesBefore = Self.text(of: before)
    guard process > 0 else { throw Missed(description: "\(command) did not start: errno \(errno)") }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if side >= 0 { close(side) }
  }

  // MARK: What it shows

  /// The rows as text, without the blanks at their ends.
  public func screen() -> [String] {
    pump(milliseconds: 0)
    return emulator.lines
  }

  /// What a person finds by scrolling back: the lines that left the top of the main screen.
  public var scrollback: [String] { emulator.scrollback }

  public var cursor: Point { Point(column: emulator.cursor.column, row: emulator.cursor.row) }

  /// Where the cursor can be seen; nil while it is hidden.
  public var shownCursor: Point? {
    let hidden = output.lastPlace(of: Array("\u{1B}[?25l".utf8))
    let shown = output.lastPlace(of: Array("\u{1B}[?25h".utf8))
    return (hidden ?? -1) > (shown ?? -1) ? nil : cursor
  }

  public func cell(column: Int, row: Int) -> EmulatedCell { emulator.cell(column: column, row: row) }

  /// How long a state is waited for, in seconds: so long that a busy machine is no failure.
  public static let longestWait = 60.0

  /// Waits until the screen shows this text in one row.
  public func waitFor(_ text: String, seconds: Double = longestWait) throws {
    try wait("show “\(text)”", seconds) { $0.emulator.lines.contains { $0.contains(text) } }
  }

  /// Waits until no row of the screen shows this text.
  public func waitUntilGone(_ text: String, seconds: Double = longestWait) throws {
    try wait("withdraw “\(text)”", seconds) { !$0.emulator.lines.contains { $0.contains(text) } }
  }

  /// Waits for anything else that can be seen.
  public func wait(_ purpose: String, _ seconds: Double = longestWait, until isTrue: (TerminalSession) -> Bool) throws {
    let end = Self.now() + seconds
    while true {
      pump(milliseconds: 0)
      if isTrue(self) { return }
      guard Self.now() < end, !hasEnded else {
        let state = hasEnded ? "it ended" : "in \(seconds) s"
        throw Missed(description: "did not \(purpose) (\(state)):\n" + emulator.lines.joined(separator: "\n"))
      }
      pump(milliseconds: 20)
    }
  }

  /// Waits for the program's end and gives its exit status, or 128 and the signal that killed it.
  public func exitStatus(seconds: Double = longestWait) throws -> Int {
    let end = Self.now() + seconds
    while true {
      if let status { return status }
      var raw: Int32 = 0
      if cpty_ended(process, &raw) {
        pump(milliseconds: 0)
        status = Int(raw)
        continue
      }
      guard Self.now() < end else {
        throw Missed(description: "did not end in \(seconds) s:\n" + emulator.lines.joined(separator: "\n"))
      }
      if hasEnded { usleep(500) } else { pump(milliseconds: 5) }
    }
  }

  /// Whether all its threads wait for something that is no disk, so that nothing more is on its way to the screen.
  public var isAtRest: Bool {
    let tasks = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.allSatisfy { thread in
      // The state stands behind the program's name, which is in brackets.
      let line = (try? String(contentsOfFile: "\(tasks)/\(thread)/stat", encoding: .utf8)) ?? ") S"
      return line.split(separator: ")").last?.hasPrefix(" S") == true
    }
  }

  // MARK: What is done to it

  /// Types text, as UTF-8, in one write.
  public func send(_ text: String) { send(Array(text.utf8)) }

  public func send(_ key: Key) {
    pressed = (key, Self.now())
    send(key.bytes)
  }

  /// Presses a key as a person does who has seen the page: not the same one again as long as the finger may still lie on
  /// it, which a family's page takes for one press.
  public func tap(_ key: Key) throws {
    if let pressed, pressed.key == key {
      try wait("see a lifted finger") { _ in Self.now() - pressed.at > 0.45 }
    }
    send(key)
  }

  /// Pastes as a terminal does that brackets its pastes.
  /// Presses a key that counts only after a moment's rest, as often as it takes: the page with the code counts none before.
  public func pressAtRest(_ key: Key, until isDone: (TerminalSession) -> Bool) throws {
    for _ in 0..<8 {
      send(key)
      if (try? wait("answer", Self.rest, until: isDone)) != nil { return }
    }
    try wait("answer \(key)", until: isDone)
  }

  /// Leaves the page with the code, which stands in a box.
  public func leaveCode() throws {
    try waitFor("┌")
    try pressAtRest(.function(10)) { $0.hasEnded || !$0.screen().contains { $0.contains("┌") } }
  }

  /// A little longer than the page with the code rests, in seconds.
  private static let rest = 0.65

  public func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let end = Self.now() + Self.longestWait
    while !rest.isEmpty, !hasEnded, Self.now() < end {
      let count = rest.withUnsafeBytes { write(side, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { pump(milliseconds: 5) }
    }
  }

  public func resize(_ size: Size) {
    self.size = size
    emulator.resize(columns: size.columns, rows: size.rows)
    _ = cpty_resize(side, Int32(size.columns), Int32(size.rows))
  }

  public func signal(_ number: Int32) { kill(process, number) }

  /// Takes the terminal away, as a closed window does.
  public func hangUp() {
    close(side)
    side = -1
    hasEnded = true
  }

  /// The terminal's modes now, as text to compare with `modesBefore`.
  public var modes: String {
    var modes = termios()
    return tcgetattr(side, &modes) == 0 ? Self.text(of: modes) : "gone"
  }

  private static func text(of modes: termios) -> String {
    let keys = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(keys)"
  }

  /// Whether the bytes sent so far leave the terminal as a shell wants it: no alternate screen, a cursor, no brackets, its
  /// own keyboard.
  public var isGivenBack: Bool {
    let sent = String(decoding: output, as: UTF8.self)
    return [
      ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?25l", "\u{1B}[?25h"),
      ("\u{1B}[>0u", "\u{1B}[<u"), ("\u{1B}[>4;0m", "\u{1B}[>4m"),
    ]
    .allSatisfy { taken, given in
      guard let last = sent.range(of: taken, options: .backwards) else { return true }
      return sent.range(of: given, range: last.upperBound..<sent.endIndex) != nil
    }
  }

  // MARK: The other side

  /// Reads what there is, after waiting at most so long for it.
  private func pump(milliseconds: Int32) {
    guard side >= 0 else { return }
    var wait = milliseconds
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      var polled = pollfd(fd: side, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, wait) > 0 else { return }
      wait = 0
      let count = read(side, &bytes, bytes.count)
      if count > 0 {
        output += bytes[..<count]
        emulator.write(Array(bytes[..<count]))
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        hasEnded = true
        return
      }
    }
  }

  /// Seconds of a clock that nobody sets.
  public static func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>>) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBytes { buffer in
      body(buffer.baseAddress!.assumingMemoryBound(to: UnsafePointer<CChar>.self))
    }
  }
}

extension [UInt8] {
  /// Where a sequence stands for the last time.
  fileprivate func lastPlace(of sequence: [UInt8]) -> Int? {
    guard count >= sequence.count else { return nil }
    return stride(from: count - sequence.count, through: 0, by: -1).first {
      self[$0] == sequence[0] && self[$0..<$0 + sequence.count].elementsEqual(sequence)
    }
  }
}
