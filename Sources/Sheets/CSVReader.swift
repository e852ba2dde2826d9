/// Reads comma-separated values (RFC 4180) as they come: quoted fields, LF or CRLF, a byte order mark at the start.
///
/// Bytes go in by pieces of any size and rows come out; memory does not grow with the input. What stands after a
/// closing quote is taken as it is, as spreadsheets do.
public struct CSVReader {
  /// Why a text is no table.
  public enum Problem: Error, Hashable, Sendable {
    case notUTF8(row: Int)
    case rowTooLarge(row: Int)
    case openQuote(row: Int)
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    case afterQuote
  }

  /// No row of a sheet comes near it.
  static let largestRow = 1 << 20

  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var row: [String] = []
  private var size = 0
  private var count = 0
  /// How much of a byte order mark was seen; nil once something else was.
  private var mark: Int? = 0
  private var afterReturn = false

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  public init() {}

  /// Takes bytes and hands every row that they complete to `body`.
  public mutating func feed(_ bytes: ArraySlice<UInt8>, _ body: (_ row: [String]) throws -> Void) throws {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      if let seen = mark {
        if byte == Self.byteOrderMark[seen] {
          mark = seen + 1 < Self.byteOrderMark.count ? seen + 1 : nil
          place += 1
          continue
        }
        try takeMark(body)
      }
      let run = ordinary(bytes[place...])
      if run > 0 {
        try takeOrdinary(bytes[place..<place + run])
        place += run
      } else {
        try take(byte, body)
        place += 1
      }
    }
  }

  /// Ends the input: the last row needs no line break.
  public mutating func finish(_ body: (_ row: [String]) throws -> Void) throws {
    try takeMark(body)
    if state == .quoted { throw Problem.openQuote(row: count + 1) }
    if !field.isEmpty || !row.isEmpty || state == .afterQuote { try endRow(body) }
  }

  /// What began like a mark and was none: Ａ begins as it does.
  private mutating func takeMark(_ body: (_ row: [String]) throws -> Void) throws {
    let seen = mark ?? 0
    mark = nil
    for byte in Self.byteOrderMark[..<seen] { try take(byte, body) }
  }

  /// How many bytes at the beginning mean nothing but themselves.
  private func ordinary(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let isQuoted = state == .quoted
      var count = 0
      while count < bytes.count {
        let byte = bytes[count]
        if byte == UInt8(ascii: "\"") { break }
        if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
        count += 1
      }
      return count
    }
  }

  private mutating func takeOrdinary(_ bytes: ArraySlice<UInt8>) throws {
    size += bytes.count
    guard size <= Self.largestRow else { throw Problem.rowTooLarge(row: count + 1) }
    field.append(contentsOf: bytes)
    if state != .quoted { state = .plain }
    afterReturn = false
  }

  private mutating func take(_ byte: UInt8, _ body: (_ row: [String]) throws -> Void) throws {
    size += 1
    guard size <= Self.largestRow else { throw Problem.rowTooLarge(row: count + 1) }
    if state == .quoted {
      if byte == UInt8(ascii: "\"") { state = .afterQuote } else { field.append(byte) }
      return
    }
    let follows = afterReturn
    afterReturn = false
    switch byte {
    case UInt8(ascii: ","): try endField()
    case UInt8(ascii: "\r"):
      try endRow(body)
      afterReturn = true
    case UInt8(ascii: "\n"):
      if !follows { try endRow(body) }
    case UInt8(ascii: "\"") where state == .fieldStart: state = .quoted
    case UInt8(ascii: "\"") where state == .afterQuote:
      field.append(byte)
      state = .quoted
    default:
      field.append(byte)
      state = .plain
    }
  }

  private mutating func endField() throws {
    guard let text = Self.text(field) else { throw Problem.notUTF8(row: count + 1) }
    row.append(text)
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
    return String(copying: text)
  }

  private mutating func endRow(_ body: (_ row: [String]) throws -> Void) throws {
    try endField()
    count += 1
    size = 0
    defer { row.removeAll(keepingCapacity: true) }
    try body(row)
  }
}
