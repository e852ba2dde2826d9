/// The escapes of strings in workbooks: `_x000D_` stands for a UTF-16 unit that XML cannot hold, and `_x005F_` for the
/// underscore before what would else be one (ISO/IEC 29500-1, 22.9.2.19).
enum EscapedText {
  private static let length = 7

  /// Decodes UTF-8 with escapes; an escaped half of a surrogate pair stays as it is written.
  static func decoded(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    // Almost no text has an escape.
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    let units = Array(text.utf16)
    var scalars = String.UnicodeScalarView()
    var start = 0
    var position = 0
    func keep(upTo end: Int) {
      scalars.append(contentsOf: String(decoding: units[start..<end], as: UTF16.self).unicodeScalars)
    }
    while position < units.count {
      guard let (scalar, length) = scalar(in: units[position...]) else {
        position += 1
        continue
      }
      keep(upTo: position)
      scalars.append(scalar)
      position += length
      start = position
    }
    guard start > 0 else { return text }
    keep(upTo: units.count)
    return String(scalars)
  }

  /// The scalar that is escaped at the start, and how many units that takes.
  private static func scalar(in units: ArraySlice<UInt16>) -> (Unicode.Scalar, Int)? {
    guard let unit = unit(in: units) else { return nil }
    if let scalar = Unicode.Scalar(UInt32(unit)) { return (scalar, length) }
    guard UTF16.isLeadSurrogate(unit), let low = self.unit(in: units.dropFirst(length)), UTF16.isTrailSurrogate(low)
    else { return nil }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00
    return Unicode.Scalar(value).map { ($0, 2 * length) }
  }

  private static func unit(in units: ArraySlice<UInt16>) -> UInt16? {
    guard units.count >= length, units.first == 0x5F, units[units.startIndex + 1] == 0x78,
      units[units.startIndex + length - 1] == 0x5F
    else { return nil }
    return units.dropFirst(2).prefix(4).reduce(0) { value, unit in
      guard let value, let digit = UInt8(exactly: unit).flatMap({ Character(Unicode.Scalar($0)).hexDigitValue })
      else { return nil }
      return value << 4 | UInt16(digit)
    }
  }

  // MARK: Writing

  /// Whether a byte of UTF-8 may begin what cannot stand in XML, or would be read as an escape.
  static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "_"), 0xEF: true
    default: byte < 0x20
    }
  }

  /// The text as it must be written in XML to be read back unchanged.
  static func encoded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    let units = Array(text.utf16)
    var position = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": scalars.append(contentsOf: "&amp;".unicodeScalars)
      case "<": scalars.append(contentsOf: "&lt;".unicodeScalars)
      case ">": scalars.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": scalars.append(contentsOf: "&quot;".unicodeScalars)
      case "_" where unit(in: units[position...]) != nil: scalars.append(contentsOf: "_x005F_".unicodeScalars)
      // XML cannot hold these, or, as with a carriage return, reads them as a line feed.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let escape = "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
        scalars.append(contentsOf: escape.unicodeScalars)
      default: scalars.append(scalar)
      }
      position += UTF16.width(scalar)
    }
    return String(scalars)
  }
}
