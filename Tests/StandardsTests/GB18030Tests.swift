import Foundation
import Standards
import TestSupport
import Testing

@Suite struct GB18030Tests {
  private static func decode(_ bytes: [UInt8], pieces: Int = .max) -> String? {
    var decoder = GB18030.Decoder()
    var text: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard decoder.decode(rest.prefix(pieces), into: &text) else { return nil }
      rest = rest.dropFirst(pieces)
    }
    return decoder.isWhole ? String(decoding: text, as: UTF8.self) : nil
  }

  /// GB 18030-2005: 4.2 to 4.4 and annex A; U+1E3F and U+E7C7 are where this edition moved them.
  static let specimens: [(String, [UInt8])] = [
    ("", []), ("a\n~\u{7F}", [0x61, 0x0A, 0x7E, 0x7F]), ("啊", [0xB0, 0xA1]), ("\u{4E02}", [0x81, 0x40]),
    ("€", [0xA2, 0xE3]),
    ("潘小明", [0xC5, 0xCB, 0xD0, 0xA1, 0xC3, 0xF7]), ("\u{80}", [0x81, 0x30, 0x81, 0x30]),
    ("\u{1E3F}", [0xA8, 0xBC]), ("\u{E7C7}", [0x81, 0x35, 0xF4, 0x37]), ("\u{FFFF}", [0x84, 0x31, 0xA4, 0x39]),
    ("\u{10000}", [0x90, 0x30, 0x81, 0x30]), ("\u{10FFFF}", [0xE3, 0x32, 0x9A, 0x35]), ("㐂", [0x81, 0x39, 0xEF, 0x31]),
    ("\u{20000}", [0x95, 0x32, 0x82, 0x36]), ("\u{E000}", [0xAA, 0xA1]), ("\u{D7FF}", [0x83, 0x36, 0xC7, 0x38]),
  ]

  @Test(arguments: specimens) func `a text has its bytes and they give it back`(text: String, bytes: [UInt8]) {
    #expect(GB18030.encode(text) == bytes)
    for pieces in 1...5 {
      #expect(Self.decode(bytes, pieces: pieces).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }

  @Test(
    arguments: [
      [0x80], [0xFF], [0x81], [0x81, 0x30], [0x81, 0x30, 0x81], [0x81, 0x2C], [0x81, 0x7F], [0x81, 0xFF],
      [0x81, 0x30, 0x30],
      [0x81, 0x30, 0xFF], [0x81, 0x30, 0x81, 0x40], [0x84, 0x31, 0xA5, 0x30], [0x8F, 0x39, 0xFE, 0x39],
      [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39],
    ] as [[UInt8]])
  func `what is no GB 18030 is refused`(bytes: [UInt8]) {
    #expect(Self.decode(bytes) == nil)
    #expect(Self.decode([0x61] + bytes) == nil)
  }

  /// Python's codec is of the edition of 2000, and differs in the two scalars that changed places.
  @Test func `every scalar has the bytes that Python gives it, and comes back`() throws {
    let script = """
      import sys
      scalars = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000 and c not in (0x1E3F, 0xE7C7)]
      sys.stdout.buffer.write("".join(map(chr, scalars)).encode("gb18030"))
      """
    let outcome = try BuiltProgram.run([Python.path(with: "sys", offering: "stdout"), "-c", script])
    #expect(outcome.status == 0, "\(outcome.errors)")
    var scalars = String.UnicodeScalarView()
    for value in UInt32(0)...0x10FFFF where value != 0x1E3F && value != 0xE7C7 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    let text = String(scalars)
    let bytes = GB18030.encode(text)
    #expect(Data(bytes) == outcome.output)
    #expect(Self.decode(bytes, pieces: 65_521)?.utf8.elementsEqual(text.utf8) == true)
  }
}
