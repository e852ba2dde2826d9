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
  private var skipsMark = true
  private var afterReturn = false

  public init() {}

  /// Takes bytes and hands every row that they complete to `body`.
  public mutating func feed(
    _ bytes: some Sequence<UInt8>, _ body: (_ row: [String]) throws -> Void
  ) throws {
    for byte in bytes {
      if skipsMark {
        // EF BB BF, as a spreadsheet writes it.
        if field.count == 0, byte == 0xEF || (size > 0 && size < 3) {
          size += 1
          if size == 3 { (skipsMark, size) = (false, 0) }
          continue
        }
        skipsMark = false
      }
      try take(byte, body)
    }
  }

  /// Ends the input: the last row needs no line break.
  public mutating func finish(_ body: (_ row: [String]) throws -> Void) throws {
    if state == .quoted { throw Problem.openQuote(row: count + 1) }
    if !field.isEmpty || !row.isEmpty || state == .afterQuote { try endRow(body) }
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
    guard let text = String(validating: field, as: UTF8.self) else { throw Problem.notUTF8(row: count + 1) }
    row.append(text)
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRow(_ body: (_ row: [String]) throws -> Void) throws {
    try endField()
    count += 1
    size = 0
    defer { row.removeAll(keepingCapacity: true) }
    try body(row)
  }
}
