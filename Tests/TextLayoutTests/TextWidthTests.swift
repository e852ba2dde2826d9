import CNcurses
import Glibc
import Testing

@testable import Terminal
@testable import TextLayout

@Suite struct TextWidthTests {
  @Test func `every scalar has the width that ncurses gives it, or is left out, or is shown as unknown`() {
    // Whatever the environment says: these are the widths of UTF-8.
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var differences: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let c = Int(cncurses_width(value))
      let ours = TextWidth.of(scalar)
      // What the C library does not know is drawn as U+FFFD and padded; what is never drawn has no width.
      if c == ours || c < 0 && ours >= 0 || ours == 0 && TextWidth.isLeftOut(scalar) { continue }
      differences.append("U+\(String(value, radix: 16, uppercase: true)) ours \(ours) C \(c)")
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(60))")
  }

  @Test(arguments: [
    // Text, columns, why.
    ("", 0, "nothing"),
    ("abc", 3, "ASCII"),
    ("王小明", 6, "hanzi"),
    ("买买提·艾力", 11, "the middle dot U+00B7 is narrow"),
    ("𠮷", 2, "Extension B"),
    ("\u{30000}", 2, "Extension G"),
    ("\u{31350}", 2, "Extension H, which glibc 2.36 does not know"),
    ("\u{2EBF0}", 2, "Extension I, which glibc 2.36 does not know"),
    ("\u{F900}", 2, "a compatibility ideograph"),
    ("葛\u{E0100}", 2, "a hanzi with a variation selector"),
    ("e\u{301}", 1, "a letter and its accent"),
    ("\u{301}", 0, "an accent alone"),
    ("１２，（", 8, "full width"),
    ("…—“”", 4, "ambiguous width is narrow"),
    ("👨‍👩‍👧", 2, "of a joined emoji the first is drawn"),
    ("👍🏽", 2, "a skin tone is not drawn"),
    ("❤️", 1, "U+FE0F is not drawn"),
    ("🇨🇳", 2, "two letters of a flag"),
    ("각", 2, "Hangul whole"),
    ("\u{1100}\u{1161}\u{11A8}", 2, "Hangul in parts"),
    ("ئۇيغۇر", 6, "Uyghur"),
    ("བོད", 2, "Tibetan with a vowel mark"),
    ("a\u{200B}b\u{202E}c", 3, "zero-width and direction marks are not drawn"),
    ("a\u{1B}[31mb", 6, "a control is not drawn, what follows it is text"),
    ("\u{E000}", 1, "private use"),
  ])
  func `a text is as wide as what is drawn of it`(text: String, columns: Int, why: String) {
    #expect(TextWidth.of(text) == columns, "\(why)")
    var canvas = Canvas(size: Size(40, 1))
    #expect(canvas.put(text, at: Point(column: 0, row: 0)) == columns, "\(why)")
  }

  @Test(arguments: [
    ("王小明", 6, "王小明"), ("王小明", 5, "王小…"), ("王小明", 4, "王…"), ("王小明", 1, "…"), ("王小明", 0, ""),
    ("abc", 2, "a…"), ("", 0, ""),
  ])
  func `a cut text fits and says that it is cut`(text: String, columns: Int, expected: String) {
    let cut = TextWidth.cut(text, to: columns)
    #expect(cut == expected)
    #expect(TextWidth.of(cut) <= columns)
  }

  @Test func `a text can be cut without an ellipsis`() {
    #expect(TextWidth.cut("王小明", to: 5, ellipsis: false) == "王小")
  }
}
