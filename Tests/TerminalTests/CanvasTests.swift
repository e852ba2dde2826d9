import Terminal
import TestSupport
import Testing

@Suite struct CanvasTests {
  private func canvas(_ columns: Int = 10, _ rows: Int = 1, _ texts: (String, Int)...) -> Canvas {
    var canvas = Canvas(size: Size(columns, rows))
    for (text, column) in texts { canvas.put(text, at: Point(column: column, row: 0)) }
    return canvas
  }

  @Test(arguments: [
    // First text and column, second text and column, the row that comes of it.
    ("王小明", 0, "ab", 0, "ab小明"),
    ("王小明", 0, "a", 0, "a 小明"),
    ("王小明", 0, "a", 1, " a小明"),
    ("王小明", 0, "李", 1, " 李 明"),
    ("王小明", 0, "李", 4, "王小李"),
    ("abcdef", 0, "李", 1, "a李def"),
    ("王", 8, "a", 9, "         a"),
  ])
  func `half of a wide character never stays behind`(
    first: String, column: Int, second: String, at: Int, expected: String
  ) {
    #expect(canvas(10, 1, (first, column), (second, at)).text() == expected)
  }

  @Test func `a wide character does not straddle the right edge`() {
    var canvas = Canvas(size: Size(5, 1))
    #expect(canvas.put("王小明", at: Point(column: 0, row: 0)) == 4)
    #expect(canvas.text() == "王小")
    #expect(canvas.put("明", at: Point(column: 4, row: 0)) == 0)
  }

  @Test func `with a width, text is cut or padded to it`() {
    var canvas = canvas(12, 1, ("abcdefghijkl", 0))
    #expect(canvas.put("王小明", at: Point(column: 1, row: 0), width: 5) == 4)
    #expect(canvas.text() == "a王小 ghijkl")
    #expect(canvas.put("", at: Point(column: 2, row: 0), width: 3) == 0)
    #expect(canvas.text() == "a    " + " ghijkl")
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a[31mb"), ("a\tb\r\nc\u{7}\u{9B}2J", "abc2J"), ("a\u{202E}b\u{2066}c\u{FEFF}d\u{200B}e", "abcde"),
    ("\u{E0041}x\u{2028}y\u{AD}z", "xyz"), ("\u{301}a", "a"),
  ])
  func `nothing that a terminal would obey gets through`(text: String, shown: String) {
    #expect(canvas(20, 1, (text, 0)).text() == shown)
  }

  @Test func `outside the canvas nothing happens`() {
    var canvas = Canvas(size: Size(4, 2))
    for point in [(-1, 0), (4, 0), (0, -1), (0, 2)] { canvas.put("王", at: Point(column: point.0, row: point.1)) }
    canvas.fill(row: 5, columns: -3..<9, with: "─")
    #expect(canvas == Canvas(size: Size(4, 2)))
    canvas.fill(row: 1, columns: -3..<9, with: "─")
    #expect(canvas.text() == "\n────")
    #expect(canvas[9, 9] == .blank)
    #expect(Canvas(size: Size(-1, 3)).text() == "\n\n")
  }

  @Test func `a compatibility ideograph is another sign than its hanzi`() {
    #expect(canvas(4, 1, ("\u{F900}", 0)) != canvas(4, 1, ("\u{8C48}", 0)))
    #expect(Array(canvas(4, 1, ("\u{F900}", 0)).text().unicodeScalars) == ["\u{F900}"])
  }

  @Test func `of a heap of marks only four are kept`() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 500) + "b"
    #expect(canvas(4, 1, (zalgo, 0)).text().unicodeScalars.count == 6)
  }

  @Test func `a golden screen shows wide cells and the cursor`() {
    var canvas = canvas(24, 3, ("孩子 ███████░░", 1))
    canvas.put("▸ 潘小明 \u{31350}", at: Point(column: 1, row: 2), style: Style(bold: true))
    canvas.cursor = Point(column: 12, row: 2)
    GoldenScreen.check(canvas, "canvas")
  }
}
