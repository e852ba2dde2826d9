import ArgumentParser
import Glibc
import Records
import Standards

/// Standard output, gathered into large writes.
struct Output {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 17) }

  mutating func write(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { flush() }
  }

  /// One line of fields between tabs; whatever is in a field, it stays in its line and its column.
  mutating func row(_ fields: String...) { row(fields) }

  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      bytes.append(contentsOf: Self.plain(field).utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= 1 << 16 { flush() }
  }

  /// One value of JSON Lines.
  mutating func line(_ json: JSONValue) {
    bytes.append(contentsOf: json.serialized(pretty: false))
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= 1 << 16 { flush() }
  }

  mutating func flush() {
    guard Self.write(bytes, to: STDOUT_FILENO) else {
      let reason = errno
      // Nobody reads any more: there is nobody to tell either.
      if reason != EPIPE { Self.complain(HelpText.wording.notWritten(String(cString: strerror(reason)))) }
      exit(Self.cannotWrite)
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// One sentence on standard error.
  static func complain(_ sentence: String) {
    _ = write(Array("xueji: \(plain(sentence))\n".utf8), to: STDERR_FILENO)
  }

  /// One sentence on standard output.
  static func say(_ sentence: String) { say([sentence]) }

  static func say(_ lines: [String]) {
    var output = Output()
    for line in lines { output.write("\(plain(line))\n") }
    output.flush()
  }

  /// One sentence on standard error, and the exit code to end with.
  static func refuse(_ sentence: String, _ code: Int32) -> ExitCode {
    complain(sentence)
    return ExitCode(code)
  }

  /// Part of a line on standard error that is written over again.
  static func status(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Text without anything that a terminal would obey.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: \.isObeyedByTerminals) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isObeyedByTerminals ? "\u{FFFD}" : $0 }))
  }

  /// EX_IOERR of sysexits.h.
  private static let cannotWrite: Int32 = 74

  /// Whether all of it was written.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

extension [StoreError] {
  /// The exit code for what could not be seen or done: 74 (EX_IOERR) where the machine failed, else 65 (EX_DATAERR).
  var exitCode: Int32 { contains(where: \.isOfTheMachine) ? 74 : 65 }
}
