import Standards
import Testing

@Suite struct ScalarsTests {
  @Test func `white space is what Unicode's property says`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isWhiteSpace != scalar.properties.isWhitespace else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }
}
