import Standards

/// The ledger's lines, as whoever looks after the store sees them.
extension Ledger {
  /// The numbers of the lines that are no JSON object, from 1; a last line without its end is one of them.
  static func badLines(_ bytes: [UInt8]) -> [Int] {
    lines(bytes).enumerated().filter { !isGood($0.element) }.map { $0.offset + 1 }
  }

  /// The good lines alone.
  static func goodLines(_ bytes: [UInt8]) -> [UInt8] {
    lines(bytes).filter(isGood).flatMap { $0 }
  }

  /// The lines with their ends.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func isGood(_ line: ArraySlice<UInt8>) -> Bool {
    line.last == UInt8(ascii: "\n") && (try? JSONValue.parse(line))?.object != nil
  }
}
