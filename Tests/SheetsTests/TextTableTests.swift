import Foundation
import Sheets
import Standards
import Testing

/// Text files in the encodings that spreadsheets save, known by what is in them.
@Suite struct TextTableTests {
  private static let mark = "\u{FEFF}"

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// The text in every encoding that can be told from the others.
  private static func encoded(_ text: String) -> [[UInt8]] {
    [
      Array(text.utf8), Array((mark + text).utf8), GB18030.encode(text), utf16(mark + text, isBigEndian: false),
      utf16(mark + text, isBigEndian: true),
    ]
  }

  private func read(_ bytes: [UInt8]) throws -> (rows: [[String]], problem: SheetProblem?) {
    let (rows, problem) = readAll(try Workbooks.write(bytes, to: "table-\(UUID().uuidString)"))
    let texts = rows.map { row in
      row.cells.map { cell in
        guard case .text(let text) = cell else { return "" }
        return text
      }
    }
    return (texts, problem)
  }

  @Test func `a table is the same in every encoding`() throws {
    // GB 18030 of one, two and four bytes; U+20BB7 and U+31350 of other planes.
    let rows = [["姓名", "", "住址"], ["潘小明é", "𠮷\u{31350}", "一,\"二\"\n三"]]
    for bytes in Self.encoded("姓名,,住址,\r\n,,\r\n潘小明é,𠮷\u{31350},\"一,\"\"二\"\"\n三\"\r\n") {
      let found = try read(bytes)
      #expect(found.rows == rows)
      #expect(found.problem == nil)
    }
    for bytes in Self.encoded("姓名\t\t住址\n潘小明é\t𠮷\u{31350}\t\"一,\"\"二\"\"\n三\"") {
      #expect(try read(bytes).rows == rows)
    }
  }

  /// A file is read in pieces of 65,536 bytes.
  @Test func `a character may be cut by the end of a piece, wherever`() throws {
    let text = "𠮷好\u{E9},好"
    func check(_ fill: Int, _ encode: (String) -> [UInt8]) throws {
      let whole = String(repeating: "a", count: fill) + text
      let found = try read(encode(whole))
      #expect(found.rows.first?.joined(separator: ",").suffix(text.count) == text[...], "\(fill)")
    }
    for fill in 65_529...65_536 {
      try check(fill) { Array($0.utf8) }
      try check(fill, GB18030.encode)
    }
    // The mark comes first.
    for fill in 32_764...32_767 { try check(fill) { Self.utf16(Self.mark + $0, isBigEndian: fill % 2 == 0) } }
  }

  static let wrong: [([UInt8], Int)] = [
    // Neither: of a line in GB 18030 a byte is gone; a code that nothing stands for.
    (Array("a\n".utf8) + GB18030.encode("好好").dropLast() + [0x0A], 2), (Array("a\nb\n".utf8) + [0xFF], 3),
    (Array("好\n".utf8) + [0x80], 2), (Array("\u{FEFF}好\n".utf8) + [0xC4, 0xE3], 2),
    // UTF-16 that ends in the middle, or has half of a pair.
    (utf16(mark + "a\nb", isBigEndian: false) + [0x61], 2),
    (utf16(mark + "a\n", isBigEndian: true) + [0xD8, 0x00, 0x00, 0x61], 2),
    (utf16(mark + "a\n", isBigEndian: false) + [0x00, 0xDC], 2),
    (utf16(mark + "a\n", isBigEndian: false) + [0x00, 0xD8], 2),
  ]

  @Test(arguments: wrong.indices) func `what is in no encoding says in which row`(index: Int) throws {
    let (bytes, row) = Self.wrong[index]
    #expect(try read(bytes).problem == .unknownEncoding(row: row))
  }

  @Test func `rows before a fault are handed over`() throws {
    #expect(try read(Array("\u{FEFF}a\nb\n".utf8) + [0xFF, 0x0A]).rows == [["a"], ["b"]])
    #expect(try read(Array("a\n\"b".utf8)).rows == [["a"]])
    #expect(try read(Array("a\n\"b".utf8)).problem == .openQuote(row: 2))
  }
}
