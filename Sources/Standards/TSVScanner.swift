/// The one pass over a table's bytes that finds its remarks, header and rows, and what is wrong with them.
struct TSVScanner {
  let bytes: [UInt8]
  let name: String
  private(set) var position = 0

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    // Some editors put a byte order mark before UTF-8; it is no part of the first column's name.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func checkEncoding() throws(TableError) {
    var wrong: Int?
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      wrong = error.byteOffsets.lowerBound
    }
    if let wrong { throw TableError(.notUTF8, path: name, line: Self.line(of: wrong, in: bytes)) }
  }

  mutating func remarks() -> [String: String] {
    var remarks: [String: String] = [:]
    while position < bytes.count {
      let line = nextLine()
      if line.isEmpty {
        position = line.next
      } else if bytes[line.start] == UInt8(ascii: "#") {
        position = line.next
        let text = String(decoding: bytes[line.start + 1..<line.end], as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { continue }
        let key = Self.trimmed(text[..<colon])
        let value = Self.trimmed(text[text.index(after: colon)...])
        if remarks[key] == nil { remarks[key] = value }
      } else {
        break
      }
    }
    return remarks
  }

  mutating func header() throws(TableError) -> [String] {
    let line = nextLine()
    let number = Self.line(of: line.start, in: bytes)
    guard !line.isEmpty else { throw TableError(.noHeader, path: name, line: number) }
    if let control = bytes[line.start..<line.end].first(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      throw TableError(.controlCharacter, path: name, line: number, detail: Self.codePoint(control))
    }
    position = line.next
    var columns: [String] = []
    for field in bytes[line.start..<line.end].split(separator: 0x09, omittingEmptySubsequences: false) {
      let column = String(decoding: field, as: UTF8.self)
      if column.isEmpty { throw TableError(.emptyColumnName, path: name, line: number) }
      if columns.contains(column) { throw TableError(.columnTwice, path: name, line: number, detail: column) }
      columns.append(column)
    }
    return columns
  }

  /// The bounds of all fields, as `TSVTable` keeps them.
  mutating func rows(width: Int) throws(TableError) -> [UInt32] {
    var bounds: [UInt32] = []
    bounds.reserveCapacity((bytes.count - position) / 6)
    var fault: TableError?
    let start = position
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      var fields = 0
      var lineStart = start
      while position <= bytes.count {
        let byte = position < bytes.count ? bytes[position] : 0x0A
        if byte >= 0x20 && byte != 0x7F {
          position += 1
          continue
        }
        let endsLine =
          byte == 0x0A || byte == 0x0D && (position + 1 == bytes.count || bytes[position + 1] == 0x0A)
        guard endsLine || byte == 0x09 else {
          fault = TableError(
            .controlCharacter, path: name, line: Self.line(of: position, in: bytes), detail: Self.codePoint(byte))
          return
        }
        if endsLine && position == lineStart {
          // An empty line: nothing to keep.
        } else {
          if fields == 0 { bounds.append(UInt32(lineStart)) }
          bounds.append(UInt32(position + 1))
          fields += 1
          if endsLine {
            if fields != width {
              fault = TableError(
                .fieldCount, path: name, line: Self.line(of: lineStart, in: bytes), detail: "\(fields)/\(width)")
              return
            }
            fields = 0
          }
        }
        position += byte == 0x0D ? 2 : 1
        if endsLine { lineStart = position }
      }
    }
    if let fault { throw fault }
    position = bytes.count
    return bounds
  }

  /// The number of the line a byte stands on, counted from 1.
  static func line(of position: Int, in bytes: some Sequence<UInt8>) -> Int {
    bytes.prefix(position).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  private struct Line {
    var start: Int
    var end: Int
    var next: Int
    var isEmpty: Bool { start == end }
  }

  private func nextLine() -> Line {
    let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
    let hasReturn = end > position && bytes[end - 1] == 0x0D
    return Line(start: position, end: hasReturn ? end - 1 : end, next: min(end + 1, bytes.count))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }

  private static func codePoint(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
