import Foundation
import Sheets
import Standards
import Testing

/// What workbooks hold, as other programs write it.
@Suite struct WorkbookTests {
  struct Made: CustomTestStringConvertible, Sendable {
    var name: String
    var parts: Workbooks.Parts
    var rows: [SheetRow]
    var testDescription: String { name }
  }

  private static func day(_ iso: String) -> SheetCell { CalendarDate(iso: iso).map { .date($0) } ?? .empty }

  /// A sheet of so many rows that count from 1.
  private static func cells(_ name: String, _ rows: String, _ cells: [[SheetCell]], and parts: Workbooks.Parts = [:])
    -> Made
  {
    Made(
      name: name, parts: parts.merging(["xl/worksheets/sheet1.xml": Workbooks.sheet(rows)]) { $1 },
      rows: cells.enumerated().map { SheetRow(number: $0.offset + 1, cells: $0.element) })
  }

  private static func strings(_ items: String) -> Workbooks.Parts {
    ["xl/sharedStrings.xml": "<sst xmlns='\(Workbooks.main)'>\(items)</sst>"]
  }

  private static func styles(_ formats: String, _ used: [Int]) -> Workbooks.Parts {
    let entries = used.map { "<xf numFmtId='\($0)'/>" }.joined()
    return [
      "xl/styles.xml": """
      <styleSheet xmlns='\(Workbooks.main)'><numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId='14'/>\
      </cellStyleXfs><cellXfs>\(entries)</cellXfs></styleSheet>
      """
    ]
  }

  static let made: [Made] = [
    cells(
      "shared", "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c><c r='C1' t='s'><v>2</v></c></row>",
      [[.text("潘小明"), .text("男"), .text("广东省惠州市")]],
      and: strings(
        "<si><t>男</t></si><si><t>潘小明</t><rPh sb='0' eb='1'><t>パン</t></rPh><phoneticPr fontId='1'/></si>"
          + "<si><r><t>广东省</t></r><r><rPr><b/></rPr><t>惠州市</t></r></si><si/>")),
    cells(
      "inline",
      "<row><c t='inlineStr'><is><t>潘小明</t></is></c><c t='inlineStr'><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c></row>",
      [[.text("潘小明"), .text("ab")]]),
    cells(
      "no names",
      "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row r='2'><c r='C2'><v>3</v></c><c><v>4</v></c></row>"
        .replacingOccurrences(of: "<row/><row r='2'>", with: "<row>").replacingOccurrences(of: "C2", with: "C2"),
      [[.number(1), .empty, .number(2)], [.empty, .empty, .number(3), .number(4)]]),
    Made(
      name: "gaps",
      parts: [
        "xl/worksheets/sheet1.xml": Workbooks.sheet(
          "<row r='3'><c r='B3'><v>1</v></c></row><row r='4'><c r='A4' s='1'/></row><row r='1048576'><c r='A1048576'><v>2</v></c></row>"
        )
      ],
      rows: [SheetRow(number: 3, cells: [.empty, .number(1)]), SheetRow(number: 1_048_576, cells: [.number(2)])]),
    cells(
      "kinds",
      "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c><c t='str'><f>1&amp;2</f><v>12</v></c><c t='n'><v> 1.5E3 </v></c><c><f>A1</f><v>-0.25</v></c></row>",
      [[.boolean(true), .boolean(false), .failure("#N/A"), .text("12"), .number(1500), .number(-0.25)]]),
    // ISO/IEC 29500-1, 22.9.2.19: the escape of the underscore itself, an unpaired half, what only looks like one.
    cells(
      "escapes",
      "<row><c t='inlineStr'><is><t>a_x000D_b_x005F_x0041_</t></is></c><c t='inlineStr'><is><t>_xD83D__xDE00_|_xD83D_|_x41_|_X0041_|_x0041</t></is></c><c t='str'><v>_x4e00_</v></c></row>",
      [[.text("a\rb_x0041_"), .text("😀|_xD83D_|_x41_|_X0041_|_x0041"), .text("一")]]),
    cells(
      "space",
      "<row><c t='inlineStr'><is><t xml:space='preserve'> a </t></is></c><c t='inlineStr'><is><t>\n b </t>\n</is></c><c t='inlineStr'><is><t> </t></is></c></row>",
      [[.text(" a "), .text("b")]]),
    cells(
      "dates", "<row>" + (0...7).map { "<c s='\($0)'><v>44260.75</v></c>" }.joined() + "</row>",
      [
        [
          .number(44260.75), day("2021-03-05"), day("2021-03-05"), day("2021-03-05"), .number(44260.75),
          day("2021-03-05"),
          .number(44260.75), .number(44260.75),
        ]
      ],
      and: styles(
        "<numFmt numFmtId='164' formatCode='[$-804]yyyy\"年\"m\"月\"d\"日\";@'/><numFmt numFmtId='165' formatCode='0.00\"day\"\\d[Red]_m*y'/><numFmt numFmtId='41' formatCode='YY-MM'/><numFmt numFmtId='58' formatCode='0'/>",
        [0, 14, 31, 164, 165, 41, 58])),
    cells(
      "1900",
      "<row>"
        + ["0", "0.5", "1", "59", "60", "61", "-1", "2958465", "2958466", "1e300"].map { "<c s='0'><v>\($0)</v></c>" }
        .joined() + "</row>",
      [
        [
          .number(0), .number(0.5), day("1900-01-01"), day("1900-02-28"), .number(60), day("1900-03-01"), .number(-1),
          day("9999-12-31"), .number(2_958_466), .number(1e300),
        ]
      ], and: styles("", [14])),
    cells(
      "1904", "<row><c s='0'><v>0</v></c><c s='0'><v>42798.9</v></c><c t='d'><v>2021-03-05T00:00:00</v></c></row>",
      [[day("1904-01-01"), day("2021-03-05"), day("2021-03-05")]],
      and: styles("", [14]).merging([
        "xl/workbook.xml": Workbooks.workbook(
          "<sheet name='1' sheetId='1' r:id='rId1'/>", "<workbookPr date1904='true'/>")
      ]) { $1 }),
    // The strict namespace, prefixes of a program's own, absolute and winding targets, names in other letters.
    Made(
      name: "strict",
      parts: [
        "_rels/.rels": Workbooks.relations([("a", "officeDocument", "/xl/../XL/./Book.xml")])
          .replacingOccurrences(of: Workbooks.office, with: "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        "xl/workbook.xml": nil,
        "xl/book.xml":
          "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships'><x:sheets><x:sheet name='1' sheetId='1' state='veryHidden' q:id='s1'/><x:sheet name='2' sheetId='2' q:id='s2'/></x:sheets></x:workbook>",
        "xl/_rels/book.xml.rels": Workbooks.relations([
          ("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "worksheet", "../other/tab.xml"),
        ]),
        "xl/worksheets/sheet1.xml": Workbooks.sheet("<row><c><v>1</v></c></row>"),
        "Other/tab.xml":
          "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
      ], rows: [SheetRow(number: 1, cells: [.number(2)])]),
    Made(
      name: "elsewhere",
      parts: [
        "xl/worksheets/sheet1.xml":
          "<worksheet xmlns='\(Workbooks.main)'><row><c><v>1</v></c></row><sheetData><x><row><c><v>2</v></c></row></x><row><y><c><v>3</v></c></y><c><f><v>4</v></f><v>5</v><z><v>6</v></z></c></row></sheetData><extLst><sheetData><row><c><v>7</v></c></row></sheetData></extLst></worksheet>"
      ], rows: [SheetRow(number: 1, cells: [.number(5)])]),
    Made(
      name: "nothing beside it",
      parts: [
        "xl/_rels/workbook.xml.rels": Workbooks.relations([("rId1", "worksheet", "/xl/worksheets/sheet1.xml")]),
        "xl/styles.xml": nil, "xl/sharedStrings.xml": nil,
        "xl/worksheets/sheet1.xml": Workbooks.sheet("<row><c s='3'><v>5</v></c></row>"),
      ],
      rows: [SheetRow(number: 1, cells: [.number(5)])]),
    cells(
      "longest", "<row><c t='inlineStr'><is><t>\(String(repeating: "𠮷", count: 16_383))a</t></is></c></row>",
      [[.text(String(repeating: "𠮷", count: 16_383) + "a")]]),
  ]

  @Test(arguments: made) func `cells are read as they stand`(book: Made) throws {
    let (rows, problem) = readAll(try Workbooks.path(book.name))
    #expect(rows == book.rows)
    #expect(problem == nil)
  }

  /// Two rows of the title, then rows with a gap; the sheet before it is hidden, the next one has no rows.
  @Test(arguments: ["openpyxl.xlsx", "openpyxl-1904.xlsx"])
  func `what openpyxl writes is read`(name: String) throws {
    let is1904 = name.contains("1904")
    let (rows, problem) = readAll(try Workbooks.path(name))
    #expect(problem == nil)
    #expect(rows.map(\.number) == [1, 3, 4, 6])
    #expect(rows.first?.cells == [.text("幼儿基本信息")])
    #expect(
      rows[1].cells == [
        .text("潘小明"), .number(4.413022022030513e17), Self.day("2022-03-05"), Self.day("2024-02-29"), .boolean(true),
        .boolean(false),
      ])
    // A formula has no result before a spreadsheet has computed it.
    #expect(
      rows[2].cells == [
        .empty, .empty, .text(" 两边 "), .text("第一行\n第二行"), .unsaved, .failure("#N/A"), .number(20_150_101), .number(0.5),
      ])
    let early = is1904 ? ["1904-01-01", "1904-01-01"] : ["1900-02-28", "1900-03-01"]
    #expect(rows[3].cells.dropFirst(2) == [Self.day(early[0]), Self.day(early[1]), Self.day("9999-12-31")])
  }

  @Test func `a character of every plane comes back`() throws {
    let (rows, problem) = readAll(try Workbooks.path("planes.xlsx"))
    #expect(problem == nil)
    #expect(rows.count == 17)
    for (plane, row) in rows.enumerated() {
      let base = UInt32(plane) * 0x10000
      let (middle, last) = (Unicode.Scalar(base + 0x2A6D), Unicode.Scalar(base + 0xFFFD))
      #expect(
        row.cells == [
          .text("U+\(String(plane, radix: 16, uppercase: true))"), .text("a\(middle.map(Character.init)!)b"),
          .text(String(last.map(Character.init)!)),
        ])
    }
  }
}
