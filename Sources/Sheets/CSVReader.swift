/// Reads comma-separated values (RFC 4180) as they come: quoted fields, LF or CRLF, a byte order mark at the start; or
/// values with another character between them, such as a tab.
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

  /// The byte order mark in UTF-8, as a spreadsheet writes it.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var row: [SheetCell] = []
  private var size = 0
  private var count = 0
  /// How many bytes of the mark have come; nil once it is past or another text has begun.
  private var markBytes: Int? = 0
  private var afterReturn = false
  private let separator: UInt8

  public init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

  /// Takes bytes and hands every row that they complete to `body`.
  public mutating func feed(_ bytes: ArraySlice<UInt8>, _ body: (_ row: [SheetCell]) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while let come = markBytes, position < bytes.count {
        if bytes[position] == Self.mark[come] {
          position += 1
          markBytes = come + 1 == Self.mark.count ? nil : come + 1
        } else {
          try giveBackMark(body)
        }
      }
      while position < bytes.count {
        position = keepRun(of: bytes, from: position)
        guard size <= Self.largestRow else { throw Problem.rowTooLarge(row: count + 1) }
        guard position < bytes.count else { return }
        try take(bytes[position], body)
        position += 1
      }
    }
  }

  /// Ends the input: the last row needs no line break.
  public mutating func finish(_ body: (_ row: [SheetCell]) throws -> Void) throws {
    try giveBackMark(body)
    if state == .quoted { throw Problem.openQuote(row: count + 1) }
    if !field.isEmpty || !row.isEmpty || state == .afterQuote { try endRow(body) }
  }

  /// What began like a mark and went on otherwise is text.
  private mutating func giveBackMark(_ body: (_ row: [SheetCell]) throws -> Void) throws {
    guard let come = markBytes else { return }
    markBytes = nil
    for byte in Self.mark[..<come] { try take(byte, body) }
  }

  /// Keeps the bytes that mean nothing but themselves, and says where they end: most of a sheet, so it is worth a loop
  /// of its own.
  private mutating func keepRun(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard state == .plain || state == .quoted else { return start }
    let (isQuoted, separator) = (state == .quoted, separator)
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if isQuoted {
        if byte == UInt8(ascii: "\"") { break }
      } else if byte == separator || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        break
      }
      end += 1
    }
    field.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    size += end - start
    return end
  }

  private mutating func take(_ byte: UInt8, _ body: (_ row: [SheetCell]) throws -> Void) throws {
    size += 1
    guard size <= Self.largestRow else { throw Problem.rowTooLarge(row: count + 1) }
    if state == .quoted {
      if byte == UInt8(ascii: "\"") { state = .afterQuote } else { field.append(byte) }
      return
    }
    let follows = afterReturn
    afterReturn = false
    switch byte {
    case separator: try endField()
    case UInt8(ascii: "\r"):
      try endRow(body)
      afterReturn = true
    case UInt8(ascii: "\n"):
      if follows { size = 0 } else { try endRow(body) }
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
    // Decoding mends what is no UTF-8, so that bytes which come back as they were are whole; that is
    // faster than asking first.
    let text = String(decoding: field, as: UTF8.self)
    guard text.utf8.elementsEqual(field) else { throw Problem.notUTF8(row: count + 1) }
    row.append(text.isEmpty ? .empty : .text(text))
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRow(_ body: (_ row: [SheetCell]) throws -> Void) throws {
    try endField()
    count += 1
    size = 0
    defer { row.removeAll(keepingCapacity: true) }
    try body(row)
  }
}
