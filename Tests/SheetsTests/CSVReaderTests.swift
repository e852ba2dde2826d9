import Testing

@testable import Sheets

/// RFC 4180, and what spreadsheets write beside it.
@Suite struct CSVReaderTests {
  private static func rows(_ bytes: [UInt8], pieces: Int = .max) throws -> [[String]] {
    var reader = CSVReader()
    var rows: [[SheetCell]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.feed(rest.prefix(pieces)) { rows.append($0) }
      rest = rest.dropFirst(pieces)
    }
    try reader.finish { rows.append($0) }
    return rows.map { $0.map(\.plainText) }
  }

  private static let tables: [(String, [[String]])] = [
    // RFC 4180, section 2, rules 1 to 7.
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa, bbb ,ccc", [["aaa", " bbb ", "ccc"]]),
    ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("\"aaa\",\"b\r\nbb\",\"c,cc\"\r\nzzz", [["aaa", "b\r\nbb", "c,cc"], ["zzz"]]),
    ("\"aaa\",\"b\"\"bb\",\"\"\"\"", [["aaa", "b\"bb", "\""]]),
    // Line ends of every kind, and none at the end.
    ("a\nb\n", [["a"], ["b"]]), ("a\rb\r", [["a"], ["b"]]), ("a\r\n\r\nb", [["a"], [""], ["b"]]),
    ("a\n\rb", [["a"], [""], ["b"]]),
    ("\r\n", [[""]]), ("\n\n", [[""], [""]]),
    // Empty cells.
    ("", []), (",", [["", ""]]), ("a,,\n,b", [["a", "", ""], ["", "b"]]), ("\"\"", [[""]]),
    ("\"\",\"\"\r\n", [["", ""]]), ("a,", [["a", ""]]),
    // A quote inside a plain cell is itself; what follows a closing quote is taken as it is.
    ("a\"b\",c", [["a\"b\"", "c"]]), ("\"a\"b,c", [["ab", "c"]]), ("\"a\" ,c", [["a ", "c"]]), (" \"a\"", [[" \"a\""]]),
    // The byte order mark of a spreadsheet; once, and only at the start.
    ("\u{FEFF}姓名,性别\r\n潘小明,男", [["姓名", "性别"], ["潘小明", "男"]]), ("\u{FEFF}\"姓名\"", [["姓名"]]), ("\u{FEFF}", []),
    ("\u{FEFF}\u{FEFF}a", [["\u{FEFF}a"]]), ("a\n\u{FEFF}b", [["a"], ["\u{FEFF}b"]]),
    // What begins with the mark's first bytes and is none: U+FF0C, U+FEFC, U+F900.
    ("，a", [["，a"]]), ("\u{FEFC},", [["\u{FEFC}", ""]]), ("\u{F900}", [["\u{F900}"]]),
    ("𠮷\u{30000},\0\u{7}", [["𠮷\u{30000}", "\0\u{7}"]]),
  ]

  @Test(arguments: tables)
  func `a table is read`(text: String, rows: [[String]]) throws {
    #expect(try Self.rows(Array(text.utf8)).map { $0.map(scalars) } == rows.map { $0.map(scalars) })
  }

  @Test(arguments: tables)
  func `pieces of any size make no difference`(text: String, rows: [[String]]) throws {
    let bytes = Array(text.utf8)
    for size in 1...max(1, bytes.count) {
      #expect(try Self.rows(bytes, pieces: size).map { $0.map(scalars) } == rows.map { $0.map(scalars) }, "\(size)")
    }
  }

  private static let wrong: [([UInt8], CSVReader.Problem)] = [
    (Array("a\nb\n".utf8) + [0xC4, 0xEA], .notUTF8(row: 3)),
    (Array("a\n\"".utf8) + [0xFF, 0x22, 0x0A], .notUTF8(row: 2)),
    ([0xEF], .notUTF8(row: 1)), ([0xEF, 0xBB], .notUTF8(row: 1)), ([0xEF, 0xBB, 0xBF, 0x80], .notUTF8(row: 1)),
    ([0xED, 0xA0, 0x80], .notUTF8(row: 1)), (Array("a,b\n\"c\nd".utf8), .openQuote(row: 2)),
    (Array("\"".utf8), .openQuote(row: 1)),
    (Array("\"a\"\"".utf8), .openQuote(row: 1)),
  ]

  @Test(arguments: wrong)
  func `what is no table says in which row`(bytes: [UInt8], problem: CSVReader.Problem) {
    for size in [1, 2, 3, Int.max] {
      #expect(throws: problem) { try Self.rows(bytes, pieces: size) }
    }
  }

  @Test func `rows before the one that is wrong are handed over`() throws {
    var reader = CSVReader()
    var rows: [[SheetCell]] = []
    #expect(throws: CSVReader.Problem.notUTF8(row: 2)) {
      try reader.feed(Array("a,b\n".utf8) + [0xFF, 0x0A] + Array("c\n".utf8)) { rows.append($0) }
    }
    #expect(rows == [[.text("a"), .text("b")]])
  }

  @Test(arguments: ["x", ",", "\"x"]) func `a row that never ends is refused, however it comes`(pattern: String) throws
  {
    for size in [997, 1 << 21] {
      var reader = CSVReader()
      let piece = Array(String(repeating: pattern, count: size).utf8.prefix(size))
      #expect(throws: CSVReader.Problem.rowTooLarge(row: 1)) {
        for _ in 0...((1 << 21) / size) { try reader.feed(piece[...]) { _ in } }
      }
    }
  }

  @Test func `a row may be as large as the limit, and the next one too`() throws {
    let row = Array(String(repeating: "x", count: CSVReader.largestRow - 2).utf8) + Array("\r\n".utf8)
    var lengths: [Int] = []
    var reader = CSVReader()
    for _ in 0..<3 { try reader.feed(row[...]) { lengths.append($0[0].plainText.utf8.count) } }
    try reader.finish { _ in lengths.append(0) }
    #expect(lengths == Array(repeating: CSVReader.largestRow - 2, count: 3))
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
