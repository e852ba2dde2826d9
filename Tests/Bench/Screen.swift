import CPty
import Foundation

/// A program on a terminal of 80×24, which shows nothing to anybody.
final class Screen {
  private let process: pid_t
  private var side: Int32 = -1
  private let start = DispatchTime.now().uptimeNanoseconds
  private var bytes = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter command: the program's path and its arguments.
  init(_ command: [String], _ environment: [String: String]) throws {
    var (modes, side) = (termios(), Int32(-1))
    process = Self.withStrings(command) { words in
      Self.withStrings(environment.map { "\($0)=\($1)" }) { cpty_spawn(words, $0, 80, 24, &side, &modes) }
    }
    self.side = side
    guard process > 0 else { throw BenchFailure("\(command[0]) did not start") }
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(side)
  }

  /// Seconds from the start of the process until the screen has said this.
  func wait(for text: String) throws -> Double {
    let wanted = Array(text.utf8)
    var seen: [UInt8] = []
    while true {
      guard let fresh = read(within: 60_000) else { break }
      // A word may come in two pieces.
      seen = seen.suffix(wanted.count) + fresh
      if seen.contains(wanted) { return now }
    }
    throw BenchFailure("never shown: \(text)")
  }

  /// Seconds from a key to the last byte of what it changes on the screen, and how many bytes these are.
  func press(_ key: String) -> (seconds: Double, bytes: Int) {
    let pressed = now
    send(key)
    var (last, count) = (pressed, 0)
    while let fresh = read(within: 10) { (last, count) = (now, count + fresh.count) }
    return (last - pressed, count)
  }

  /// Seconds from a key to the first byte of what it changes on the screen.
  func answer(to key: String) -> Double {
    let pressed = now
    send(key)
    _ = read(within: 60_000)
    return now - pressed
  }

  private func send(_ key: String) {
    let keys = Array(key.utf8)
    _ = keys.withUnsafeBytes { write(side, $0.baseAddress, $0.count) }
  }

  /// Nothing more comes for a tenth of a second.
  func rest() { while read(within: 100) != nil {} }

  private var now: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }

  private func read(within milliseconds: Int32) -> ArraySlice<UInt8>? {
    var polled = pollfd(fd: side, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return nil }
    let count = Glibc.read(side, &bytes, bytes.count)
    return count > 0 ? bytes[..<count] : nil
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>>) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: UnsafePointer<CChar>.self)) }
  }
}
