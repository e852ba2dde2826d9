/// The Chinese encoding GB 18030, in its edition of 2005; GBK, as Chinese spreadsheets save text, is a part of it.
///
/// One byte for ASCII, two for the characters of `Forms/encodings/gb18030.tsv`, and four for every other scalar: those
/// of the Basic Multilingual Plane in their order, leaving out what has two bytes, then the other planes. The table is
/// read when it is first needed.
public enum GB18030 {
  /// The bytes of a text; every scalar has some.
  public static func encode(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let code = GB18030Table.shared.twoBytes(of: scalar.value) {
        bytes += [UInt8(code >> 8), UInt8(code & 0xFF)]
      } else {
        let place = GB18030Table.shared.place(of: scalar.value)
        bytes += [
          UInt8(0x81 + place / 12_600), UInt8(0x30 + place / 1_260 % 10), UInt8(0x81 + place / 10 % 126),
          UInt8(0x30 + place % 10),
        ]
      }
    }
    return bytes
  }

  /// Makes UTF-8 of bytes that come in pieces of any size.
  public struct Decoder: Sendable {
    /// The bytes of an unfinished character, the first being the highest, and how many of them have come.
    private var begun: UInt32 = 0
    private var count = 0

    public init() {}

    /// Whether no character is begun.
    public var isWhole: Bool { count == 0 }

    /// Adds the text of the next bytes; false where they are no GB 18030, after what comes before.
    public mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) -> Bool {
      var rest = bytes
      while !rest.isEmpty {
        if count == 0 {
          let run = rest.prefix { $0 < 0x80 }
          text.append(contentsOf: run)
          rest = rest[run.endIndex...]
        }
        guard let byte = rest.popFirst() else { break }
        begun = begun << 8 | UInt32(byte)
        count += 1
        switch (count, byte) {
        case (1, 0x81...0xFE), (2, 0x30...0x39), (3, 0x81...0xFE): continue
        case (2, 0x40...0x7E), (2, 0x80...0xFE), (4, 0x30...0x39): break
        case _: return false
        }
        guard let scalar = GB18030Table.shared.scalar(of: begun, count: count) else { return false }
        text.append(contentsOf: scalar.utf8)
        (begun, count) = (0, 0)
      }
      return true
    }
  }
}
