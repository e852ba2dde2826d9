import Standards

/// One line of a journal: eight hexadecimal digits, the CRC-32 of the rest, a space, JSON without a line break.
///
/// A crash can tear only the end of a file. What does not match its checksum was never whole, and ends the reading.
enum JournalLine {
  private static let prefix = 9

  static func bytes(_ value: JSONValue) -> [UInt8] {
    let json = value.serialized(pretty: false)
    return Checksum.digits(Checksum.crc32(json)) + [UInt8(ascii: " ")] + json + [UInt8(ascii: "\n")]
  }

  /// The values of all whole lines, and how many bytes at the end were not whole.
  static func read(_ bytes: [UInt8]) -> (values: [JSONValue], dropped: Int) {
    var values: [JSONValue] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      guard let value = value(bytes[start..<end]) else { break }
      values.append(value)
      start = end + 1
    }
    return (values, bytes.count - start)
  }

  private static func value(_ line: ArraySlice<UInt8>) -> JSONValue? {
    guard line.count > prefix, line[line.startIndex + 8] == UInt8(ascii: " "),
      let sum = UInt32(String(decoding: line.prefix(8), as: UTF8.self), radix: 16)
    else { return nil }
    let json = Array(line.dropFirst(prefix))
    guard Checksum.crc32(json) == sum else { return nil }
    return try? JSONValue.parse(json)
  }
}
