import Standards

/// How a text file is written, known by what is in it.
enum TextEncoding {
  case utf8
  /// As a spreadsheet saves "Unicode text"; only with the mark at its start.
  case utf16(isBigEndian: Bool)
  case gb18030

  /// UTF-16 or UTF-8 where the file begins with the mark of that; else UTF-8 where all of the file is that, else GB
  /// 18030 where all of it is; else UTF-8, whose reader says where it is not. The file is then at its start.
  init(of file: OpenFile) throws(SheetProblem) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let head = try file.read(into: &buffer)
    self = .utf8
    if buffer[..<head].starts(with: [0xFF, 0xFE]) {
      self = .utf16(isBigEndian: false)
    } else if buffer[..<head].starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: true)
    } else if !buffer[..<head].starts(with: [0xEF, 0xBB, 0xBF]), try !Self.isUTF8(file, &buffer),
      try Self.isGB18030(file, &buffer)
    {
      self = .gb18030
    }
    try file.rewind()
  }

  /// Converts the text to UTF-8; nil where it is UTF-8 already.
  var decoder: (any TextDecoder)? {
    switch self {
    case .utf8: nil
    case .utf16(let isBigEndian): UTF16Decoder(isBigEndian: isBigEndian)
    case .gb18030: GB18030.Decoder()
    }
  }

  private static func isUTF8(_ file: OpenFile, _ buffer: inout [UInt8]) throws(SheetProblem) -> Bool {
    try file.rewind()
    // The first bytes of a character that the end of a piece cuts.
    var begun: [UInt8] = []
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return begun.isEmpty }
      var start = 0
      if !begun.isEmpty {
        while start < count, buffer[start] & 0xC0 == 0x80 {
          begun.append(buffer[start])
          start += 1
        }
        guard (try? UTF8Span(validating: begun.span)) != nil else { return false }
        begun = []
      }
      var end = count
      while end > start, count - end < 3, buffer[end - 1] & 0xC0 == 0x80 { end -= 1 }
      if end > start, buffer[end - 1] >= 0xC0 {
        let length = buffer[end - 1] >= 0xF0 ? 4 : buffer[end - 1] >= 0xE0 ? 3 : 2
        if count - end + 1 < length { end -= 1 } else { end = count }
      } else {
        end = count
      }
      guard (try? UTF8Span(validating: buffer.span.extracting(start..<end))) != nil else { return false }
      begun = Array(buffer[end..<count])
    }
  }

  private static func isGB18030(_ file: OpenFile, _ buffer: inout [UInt8]) throws(SheetProblem) -> Bool {
    try file.rewind()
    var decoder = GB18030.Decoder()
    var text: [UInt8] = []
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return decoder.isWhole }
      guard decoder.decode(buffer[..<count], into: &text) else { return false }
      text.removeAll(keepingCapacity: true)
    }
  }
}

/// Makes UTF-8 of bytes that come in pieces of any size.
protocol TextDecoder {
  /// Adds the text of the next bytes; at invalid bytes adds what comes before them and gives false.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) -> Bool
  /// Whether no character is begun.
  var isWhole: Bool { get }
}

extension GB18030.Decoder: TextDecoder {}

struct UTF16Decoder: TextDecoder {
  let isBigEndian: Bool
  private var firstByte: UInt8?
  private var lead: UInt16?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  var isWhole: Bool { firstByte == nil && lead == nil }

  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) -> Bool {
    for byte in bytes {
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      if let high = lead {
        lead = nil
        guard UTF16.isTrailSurrogate(unit) else { return false }
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(unit) - 0xDC00
        Unicode.Scalar(value).map { text.append(contentsOf: $0.utf8) }
      } else if UTF16.isLeadSurrogate(unit) {
        lead = unit
      } else {
        guard let scalar = Unicode.Scalar(unit) else { return false }
        text.append(contentsOf: scalar.utf8)
      }
    }
    return true
  }
}
