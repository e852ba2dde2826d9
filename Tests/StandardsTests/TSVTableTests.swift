import Testing

@testable import Standards

@Suite struct TSVTableTests {
  private func table(_ text: String) throws(TableError) -> TSVTable {
    try TSVTable(Array(text.utf8), name: "lists/x.tsv")
  }

  @Test func `remarks, header and rows are read`() throws {
    let table = try table("# standard: GB/T 2261.1\n# as of: 2018: spring\n#plain\ncode\ttext\n1\t男\n2\t女\n")
    #expect(table.remarks == ["standard": "GB/T 2261.1", "as of": "2018: spring"])
    #expect(table.columns == ["code", "text"])
    #expect(table.rows.map { [$0[0], $0[1]] } == [["1", "男"], ["2", "女"]])
    #expect(table.column("text") == 1)
    #expect(table.column("none") == nil)
    #expect(table.rows[1][table.column("none")].isEmpty)
    #expect(table.rows[1].line == 6)
  }

  @Test(arguments: [
    "a\tb\n1\t\n\t2", "a\tb\n1\t\n\t2\n", "a\tb\r\n1\t\r\n\t2\r\n", "\u{FEFF}a\tb\n1\t\n\t2\n",
    "\n\na\tb\n\n1\t\n\n\t2\n\n",
    "a\tb\r\n1\t\r\n\r\n\t2\r",
  ])
  func `line ends, a byte order mark and empty lines make no difference`(text: String) throws {
    let table = try table(text)
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map { [$0[0], $0[1]] } == [["1", ""], ["", "2"]])
  }

  @Test func `a table may be empty`() throws {
    #expect(try table("a\tb").count == 0)
    #expect(try table("a\tb\n").rows.isEmpty)
  }

  @Test(arguments: [
    ("", TableError.Code.noHeader, 1, ""),
    ("# only: remarks\n", .noHeader, 2, ""),
    ("a\t\tb\n", .emptyColumnName, 1, ""),
    ("# x: y\na\tb\ta\n", .columnTwice, 2, "a"),
    ("a\u{1B}\tb\n", .controlCharacter, 1, "U+001B"),
    ("a\tb\n1\t2\n1\n", .fieldCount, 3, "1/2"),
    ("a\tb\n\n1\t2\t3\n1\t2\n", .fieldCount, 3, "3/2"),
    ("a\tb\n1\t2\n1\t\u{1B}[31m\n", .controlCharacter, 3, "U+001B"),
    ("a\tb\n1\t2\r3\n", .controlCharacter, 2, "U+000D"),
    ("a\tb\n1\t\u{7F}\n", .controlCharacter, 2, "U+007F"),
    ("a\tb\n1\t\0\n", .controlCharacter, 2, "U+0000"),
  ])
  func `an error names the file, the line and what stands there`(
    text: String, code: TableError.Code, line: Int, detail: String
  ) throws {
    let error = TableError(code, path: "lists/x.tsv", line: line, detail: detail)
    #expect(throws: error) { try table(text) }
  }

  @Test(arguments: [[0xE6, 0xB1], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `bytes that are no UTF-8 are an error of their line`(wrong: [UInt8]) {
    #expect(throws: TableError(.notUTF8, path: "x", line: 2)) {
      try TSVTable(Array("code\n1".utf8) + wrong + [0x0A], name: "x")
    }
  }

  @Test func `a column that is needed and missing is named with the header's line`() throws {
    let table = try table("# a: b\n\ncode\ttext\n1\t男\n")
    #expect(try table.requiredColumn("text") == 1)
    #expect(throws: TableError(.columnMissing, path: "lists/x.tsv", line: 3, detail: "pinyin")) {
      try table.requiredColumn("pinyin")
    }
  }
}
