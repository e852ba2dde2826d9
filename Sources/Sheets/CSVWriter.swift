internal import Glibc
import Records
import Standards

/// Writes comma-separated values (RFC 4180) with CRLF, and a byte order mark where a spreadsheet needs one.
final class CSVWriter {
  private let file: Int32
  private let path: String
  private let encoding: SheetEncoding
  private var bytes: [UInt8] = []

  /// Writes into a file that exists already and keeps its permissions.
  init(path: String, encoding: SheetEncoding) throws(SheetExportError) {
    self.path = path
    self.encoding = encoding
    file = open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .store(.system(path)) }
    switch encoding {
    case .utf8: bytes = [0xEF, 0xBB, 0xBF]
    case .gb18030: break
    }
  }

  deinit { close(file) }

  func write(_ cells: [SheetCell]) throws(SheetExportError) {
    let line = cells.map { Self.quoted($0.plainText) }.joined(separator: ",") + "\r\n"
    switch encoding {
    case .utf8: bytes += line.utf8
    case .gb18030: bytes += GB18030.encode(line)
    }
    if bytes.count > 1 << 16 { try flush() }
  }

  func finish() throws(SheetExportError) { try flush() }

  private func flush() throws(SheetExportError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .store(.system(path)) }
      rest = rest.dropFirst(count)
    }
    bytes.removeAll(keepingCapacity: true)
  }

  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

/// How a CSV file's bytes stand for its characters.
public enum SheetEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// As a Chinese spreadsheet saves it.
  case gb18030
}
