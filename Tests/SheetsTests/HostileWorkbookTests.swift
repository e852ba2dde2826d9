import Foundation
import Sheets
import Testing

/// Files that are no workbook, or one that was made to do harm: each says why, once.
@Suite struct HostileWorkbookTests {
  private static let sheetPart = "xl/worksheets/sheet1.xml"
  private static let cell = "<row><c><v>1</v></c></row>"

  private static func sheet(_ text: String?) -> [(String, String)] { Workbooks.whole([sheetPart: text]) }
  private static func rows(_ rows: String) -> [(String, String)] { sheet(Workbooks.sheet(rows)) }
  private static func part(_ name: String, _ text: String?) -> [(String, String)] {
    Workbooks.whole([sheetPart: Workbooks.sheet(cell), name: text])
  }

  /// Ten entities of ten, nine deep.
  private static let laughs =
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + (1...9).map { "<!ENTITY a\($0) '" + String(repeating: "&a\($0 - 1);", count: 10) + "'>" }.joined() + "]>"

  /// What is in a file, what is wrong with it, and how many rows come before.
  static let made: [(String, [(String, String)], SheetProblem, Int)] = [
    ("zip", [("a.txt", "a")], .notATable, 0),
    ("no parts", [], .damaged(part: "zip"), 0),
    ("no relations", part("_rels/.rels", nil), .damaged(part: "_rels/.rels"), 0),
    ("no workbook", part("xl/workbook.xml", nil), .damaged(part: "xl/workbook.xml"), 0),
    ("no sheet relations", part("xl/_rels/workbook.xml.rels", nil), .damaged(part: "xl/_rels/workbook.xml.rels"), 0),
    ("no sheet", sheet(nil), .damaged(part: sheetPart), 0),
    ("no strings", part("xl/sharedStrings.xml", nil), .damaged(part: "xl/sharedStrings.xml"), 0),
    ("no styles", part("xl/styles.xml", nil), .damaged(part: "xl/styles.xml"), 0),
    (
      "unrelated",
      part("xl/_rels/workbook.xml.rels", Workbooks.relations([("rId9", "worksheet", "worksheets/sheet1.xml")])),
      .damaged(part: "xl/_rels/workbook.xml.rels"), 0
    ),
    (
      "out of the package",
      part("xl/_rels/workbook.xml.rels", Workbooks.relations([("rId1", "worksheet", "../../../../etc/passwd")])),
      .damaged(part: "xl/_rels/workbook.xml.rels"), 0
    ),
    (
      "to the disk", part("_rels/.rels", Workbooks.relations([("rId1", "officeDocument", "/etc/passwd")])),
      .damaged(part: "etc/passwd"), 0
    ),
    (
      "external",
      part(
        "_rels/.rels",
        Workbooks.relations([("rId1", "officeDocument", "file:///etc/passwd' TargetMode='External")])),
      .damaged(part: "_rels/.rels"), 0
    ),
    (
      "names that lead out", [("../../a", ""), ("/etc/passwd", "")] + rows(cell) + [("XL/styles.xml", "")],
      .damaged(part: "XL/styles.xml"), 0
    ),
    ("twice", rows(cell) + [(sheetPart, Workbooks.sheet(""))], .damaged(part: sheetPart), 0),
    (
      "a text document",
      part("xl/workbook.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"),
      .notATable, 0
    ),
    (
      "binary", part("_rels/.rels", Workbooks.relations([("rId1", "officeDocument", "xl/workbook.bin")])), .notATable, 0
    ),
    (
      "a chart alone",
      part("xl/_rels/workbook.xml.rels", Workbooks.relations([("rId1", "chartsheet", "chartsheets/sheet1.xml")])),
      .empty, 0
    ),
    ("no rows", rows("<row r='1'><c r='A1' t='inlineStr'><is><t/></is></c><c r='ZZZ1' s='4'/></row>"), .empty, 0),
    ("laughs", sheet(laughs + Workbooks.sheet("<row><c t='str'><v>&a9;</v></c></row>")), .damaged(part: sheetPart), 0),
    (
      "laughs among strings", part("xl/sharedStrings.xml", laughs + "<sst><si><t>&a9;</t></si></sst>"),
      .damaged(part: "xl/sharedStrings.xml"), 0
    ),
    (
      "outer entity", sheet("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + Workbooks.sheet(cell)),
      .damaged(part: sheetPart), 0
    ),
    ("unknown entity", rows("<row><c t='str'><v>&e;</v></c></row>"), .damaged(part: sheetPart), 0),
    ("deep", rows(cell + "<row>" + String(repeating: "<x>", count: 100_000)), .damaged(part: sheetPart), 1),
    (
      "a long remark", rows(cell + "<!--" + String(repeating: "x", count: 2_000_000) + "-->"),
      .damaged(part: sheetPart), 1
    ),
    ("cut off", sheet("<worksheet><sheetData>" + cell), .damaged(part: sheetPart), 1),
    ("no xml", sheet("潘小明,男"), .damaged(part: sheetPart), 0),
    ("another root", sheet("<chartsheet/>"), .damaged(part: sheetPart), 0),
    ("a bomb", sheet("*20000000"), .bomb, 0),
    ("a bomb beside it", part("xl/styles.xml", "*20000000"), .bomb, 0),
    (
      "a column too many", rows(cell + "<row><c r='IV2'><v>1</v></c></row><row><c r='IW3'><v>1</v></c></row>"),
      .tooManyColumns(row: 3), 2
    ),
    (
      "a long cell",
      rows(cell + "<row><c t='inlineStr'><is><t>" + String(repeating: "好", count: 32_768) + "</t></is></c></row>"),
      .cellTooLong(row: 2), 1
    ),
    (
      "a longer cell", rows(cell + "<row><c t='str'><v>" + String(repeating: "好", count: 100_000) + "</v></c></row>"),
      .cellTooLong(row: 2), 1
    ),
    (
      "a long shared text",
      Workbooks.whole([
        sheetPart: Workbooks.sheet("<row><c t='s'><v>0</v></c></row>"),
        "xl/sharedStrings.xml": "<sst><si><t>" + String(repeating: "好", count: 32_768) + "</t></si></sst>",
      ]),
      .cellTooLong(row: 1), 0
    ),
    ("no such shared text", rows("<row><c t='s'><v>0</v></c></row>"), .damaged(part: sheetPart), 0),
    ("a negative shared text", rows("<row><c t='s'><v>-1</v></c></row>"), .damaged(part: sheetPart), 0),
    ("no number", rows("<row><c><v>一</v></c></row>"), .damaged(part: sheetPart), 0),
    ("not a number", rows("<row><c><v>nan</v></c></row>"), .damaged(part: sheetPart), 0),
    ("an unknown kind", rows("<row><c t='x'><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
    ("row 0", rows("<row r='0'><c><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
    (
      "rows that go back", rows("<row r='2'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>"),
      .damaged(part: sheetPart), 1
    ),
    ("a row beyond", rows("<row r='1048577'><c><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
    ("a row of many digits", rows("<row r='99999999999999999999'><c><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
    ("a cell of another row", rows("<row r='2'><c r='A3'><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
    ("a cell twice", rows("<row><c r='A1'><v>1</v></c><c r='A1'><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
    ("a cell without a column", rows("<row><c r='1'><v>1</v></c></row>"), .damaged(part: sheetPart), 0),
  ]

  @Test(arguments: made.indices) func `a workbook that cannot be says why`(index: Int) throws {
    let (name, _, problem, rows) = Self.made[index]
    let found = readAll(try Workbooks.path(name))
    #expect(found.problem == problem, "\(name)")
    #expect(found.rows.count == rows, "\(name)")
  }

  @Test func `a workbook of openpyxl without rows is empty, and one of a thousand columns too wide`() throws {
    #expect(readAll(try Workbooks.path("nothing.xlsx")).problem == .empty)
    #expect(readAll(try Workbooks.path("wide.xlsx")).problem == .tooManyColumns(row: 1))
  }

  @Test func `a file that is cut off or has another byte is damaged wherever that is`() throws {
    let whole = try Workbooks.bytes("openpyxl.xlsx")
    for length in stride(from: 4, to: whole.count - 1, by: 397) {
      let path = try Workbooks.write(Array(whole.prefix(length)), to: "cut.xlsx")
      #expect(readAll(path).problem == .damaged(part: "zip"), "\(length)")
    }
    // What was packed is behind a checksum; of what stands beside it much does not matter.
    let rows = readAll(try Workbooks.path("openpyxl.xlsx")).rows
    for place in stride(from: 0, to: whole.count, by: 89) {
      var bytes = whole
      bytes[place] ^= 0x10
      let found = readAll(try Workbooks.write(bytes, to: "changed.xlsx"))
      #expect(found.problem != nil || found.rows == rows, "\(place)")
    }
  }

  @Test func `a size or a cipher that the list of parts claims is believed before anything is unpacked`() throws {
    let whole = try Workbooks.bytes("no number")
    // In the entry of a part: flags at 8, the unpacked size at 24.
    for (place, bytes, problem) in [(8, [0x01], .encrypted), (24, [0, 0, 0, 0x50], .bomb), (24, [0, 0, 0, 2], .bomb)]
      as [(Int, [UInt8], SheetProblem)]
    {
      var changed = whole
      var start = 0
      while let entry = changed[start...].firstRange(of: [0x50, 0x4B, 0x01, 0x02]) {
        start = entry.lowerBound + place
        changed.replaceSubrange(start..<start + bytes.count, with: bytes)
      }
      #expect(readAll(try Workbooks.write(changed, to: "claims.xlsx")).problem == problem)
    }
  }

  private static let compound: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)

  static let others: [([UInt8], SheetProblem)] = [
    (compound + "EncryptedPackage\0".utf16.flatMap { [UInt8($0), 0] }, .encrypted),
    (
      compound + Array(repeating: 0, count: 70_000 / 128 * 128)
        + "EncryptedPackage\0".utf16.flatMap { [UInt8($0), 0] }, .encrypted
    ),
    (compound + "Workbook\0".utf16.flatMap { [UInt8($0), 0] }, .oldWorkbook),
    ([], .empty), (Array("\u{FEFF}\n,,\n".utf8), .empty),
    (Array("%PDF-1.7\n".utf8), .notATable), (Array("\u{FEFF}\n <html><table>".utf8), .notATable),
    (Array("<?xml version='1.0'?>".utf8), .notATable), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .notATable),
    (Array("PK\u{3}\u{4}".utf8), .damaged(part: "zip")),
    (Array(String(repeating: ",", count: 256).utf8) + [0x78], .tooManyColumns(row: 1)),
  ]

  @Test(arguments: others.indices) func `another file says why`(index: Int) throws {
    let (bytes, problem) = Self.others[index]
    #expect(readAll(try Workbooks.write(bytes, to: "other-\(index)")).problem == problem)
  }

  @Test func `a file that is not there or is a folder says so`() throws {
    #expect(readAll("/nowhere/at all.xlsx").problem == .cannotOpen)
    #expect(readAll(try Workbooks.folder.get().path).problem == .cannotRead)
  }

  @Test func `a text that begins like a zip file is text`() throws {
    #expect(
      readAll(try Workbooks.write(Array("PK,姓名\n".utf8), to: "pk.csv")).rows == [
        SheetRow(number: 1, cells: [.text("PK"), .text("姓名")])
      ])
  }
}
