import Testing

@testable import Sheets

@Suite struct RestSheetTests {
  /// Reads the file back as the import would.
  private func read(_ sheet: RestSheet) throws -> [[String]] {
    var rows: [[String]] = []
    var reader = CSVReader()
    try reader.feed(sheet.bytes[...]) { rows.append($0.map(\.plainText)) }
    try reader.finish { rows.append($0.map(\.plainText)) }
    return rows
  }

  @Test func `rows come back with their reason, an earlier one is replaced`() throws {
    var sheet = RestSheet(headings: Roster.row(["原因", "姓名", "备注"]))
    #expect(sheet.isEmpty)
    sheet.add(Roster.row(["旧的", "潘小明"]), reason: "缺号码")
    sheet.add(
      SheetRow(number: 3, cells: [.empty, .text("a\"b,c"), .number(4.41302202203051e17), .number(-5)]), reason: "第二行")
    #expect(Array(sheet.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(
      try read(sheet) == [
        ["姓名", "备注", "", "原因"], ["潘小明", "", "", "缺号码"], ["a\"b,c", "4.41302202203051e+17", "'-5", "第二行"],
      ])
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠1", "\tx", "\r=x"])
  func `nothing in it begins like a formula, and it is read back as it was`(text: String) throws {
    var sheet = RestSheet(headings: Roster.row(["姓名"]))
    sheet.add(Roster.row([text]), reason: "")
    let cell = try #require(try read(sheet).last?.first)
    #expect(cell.first == "'")
    #expect(SheetCell.text(cell).entry == (text.first == "\r" ? "\u{FFFD}=x" : text))
  }

  @Test func `a terminal obeys nothing of it`() throws {
    var sheet = RestSheet(headings: Roster.row(["\u{1B}]0;x\u{7}"]))
    sheet.add(Roster.row(["a\u{1B}[2J\u{202E}b", "两\n行"]), reason: "")
    let text = String(decoding: sheet.bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x7 || $0.value == 0x202E })
    #expect(text.contains("两\n行"))
  }
}
