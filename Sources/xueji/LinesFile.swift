import Glibc
import Records
import Standards

/// A new file of JSON values, one a line, that takes its name once it is whole.
final class LinesFile {
  static let ending = ".jsonl"

  private let pending: PendingFile
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let room = 1 << 20

  var path: String { pending.path }

  init(_ path: String, replacing: Bool = false) throws(StoreError) {
    pending = try PendingFile(path, replacing: replacing)
    descriptor = open(pending.temporary, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      let failure = errno
      pending.discard()
      throw .system(path, number: failure)
    }
    buffer.reserveCapacity(Self.room + Self.room / 8)
  }

  deinit { close(descriptor) }

  func write(_ value: JSONValue) throws(StoreError) { try write(line: value.serialized(pretty: false)) }

  /// Writes a line without its break.
  func write(line: some Sequence<UInt8>) throws(StoreError) {
    buffer.append(contentsOf: line)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.room { try flush() }
  }

  private func flush() throws(StoreError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(path) }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  func publish() throws(StoreError) {
    try flush()
    try pending.publish()
  }

  func discard() { pending.discard() }
}
