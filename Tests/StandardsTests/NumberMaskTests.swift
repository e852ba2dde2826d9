import Standards
import Testing

/// Numbers as lists and read-only pages show them.
@Suite struct NumberMaskTests {
  @Test(arguments: [
    // A published example, and the shapes that are masked.
    ("44130220110305123X", "441302********123X"), ("441302201103051234", "441302********1234"),
    ("441302110305123", "441302********3"), ("CHN440180010112", "CHN440********2"),
    ("H1234567890", "H12******90"), ("H12345678", "H1*****78"), ("12345678", "12****78"), ("E12345678", "E1*****78"),
    ("A123456", "A*****6"), ("12345", "1***5"), ("1234", "****"), ("1", "*"), ("", ""),
    // Unfinished or overlong ones of a draft.
    ("44130220110305123", "441302**********3"), ("4413022011030512345", "441302*********2345"),
    ("军字第123456号", "军字******6号"),
  ])
  func `a number keeps its length and shows its ends only`(number: String, masked: String) {
    #expect(DocumentNumber.masked(number) == masked)
  }

  @Test(arguments: [
    ("44130220110305123X", "441302 20110305 123X"), ("441302********123X", "441302 ******** 123X"),
    ("441302110305123", "441302110305123"), ("军字第1234567890123456号", "军字第1234567890123456号"), ("", ""),
  ])
  func `a citizen number is read in three parts`(number: String, spelled: String) {
    #expect(DocumentNumber.spelled(number) == spelled)
  }

  @Test func `whatever its length, no birth date and never more than is covered shows`() {
    for length in 0...60 {
      let masked = DocumentNumber.masked(String(repeating: "1", count: length))
      #expect(masked.count == length)
      let shown = masked.count { $0 != "*" }
      #expect(length >= 18 ? shown == 10 : shown <= length / 2, "\(length)")
    }
  }
}
