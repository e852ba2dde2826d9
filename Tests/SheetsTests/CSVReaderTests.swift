import Sheets
import Testing

/// RFC 4180, and what spreadsheets write beside it.
@Suite struct CSVReaderTests {
  func rows(_ bytes: [UInt8], pieces: Int = .max) throws -> [[String]] {
    var reader = CSVReader()
    var rows: [[String]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(pieces)
      try reader.feed(piece) { rows.append($0) }
      rest = rest.dropFirst(piece.count)
    }
    try reader.finish { rows.append($0) }
    return rows
  }

  static let texts: [(String, [[String]])] = [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("\"a\",\"b,c\"\n", [["a", "b,c"]]),
    ("\"a\"\"b\",\"\"\n", [["a\"b", ""]]),
    ("\"a\r\nb\"\r\n", [["a\r\nb"]]),
    // What stands behind a closing quote is taken as it is.
    ("\"a\"b,c\"d\n", [["ab", "c\"d"]]),
    (",\n\n", [["", ""], [""]]),
    ("", []),
    ("潘小明,𠮷", [["潘小明", "𠮷"]]),
    // The mark is dropped once, and only whole: Ａ begins with its first byte, U+FEC0 with two.
    ("\u{FEFF}a,b", [["a", "b"]]),
    ("\u{FEFF}\"a\",b", [["a", "b"]]),
    ("\u{FEFF}\u{FEFF}a", [["\u{FEFF}a"]]),
    ("Ａ姓名,b", [["Ａ姓名", "b"]]),
    ("\u{FEC0},b", [["\u{FEC0}", "b"]]),
    ("\u{FEFF}", []),
  ]

  @Test(arguments: texts)
  func `rows are the same however the bytes come`(text: String, expected: [[String]]) throws {
    for pieces in [1, 2, 3, 7, Int.max] {
      #expect(try rows(Array(text.utf8), pieces: pieces) == expected)
    }
  }

  @Test func `what is no table is said with its row`() {
    #expect(throws: CSVReader.Problem.openQuote(row: 2)) { try rows(Array("a\n\"b\n".utf8)) }
    #expect(throws: CSVReader.Problem.notUTF8(row: 2)) { try rows(Array("a\n".utf8) + [0xD0, 0xD5, 0x0A]) }
    #expect(throws: CSVReader.Problem.notUTF8(row: 1)) { try rows([0xEF]) }
    #expect(throws: CSVReader.Problem.rowTooLarge(row: 1)) { try rows([0x22] + Array(repeating: 0x61, count: 2 << 20)) }
  }
}
