import Standards
import Testing

@Suite struct ScalarsTests {
  @Test func `what would be obeyed or not be seen is shown as damaged, and every hanzi comes through`() {
    #expect(
      "a\u{0}\u{1B}[\u{9B}\u{202E}\u{200B}\u{FEFF}\u{FFFE}\n".harmless == "a\u{FFFD}\u{FFFD}["
        + String(repeating: "\u{FFFD}", count: 6))
    let names = "𠮷田\u{F955}\u{323AF}·A\u{200D}𰀀"
    #expect(names.harmless.utf8.elementsEqual(names.utf8))
  }

  @Test func `white space is what Unicode's property says`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isWhiteSpace != scalar.properties.isWhitespace else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }
}
