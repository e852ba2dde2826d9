import Foundation
import Sheets
import TestSupport

/// Workbooks for the tests, made by Python in one run: by openpyxl, which knows nothing of this program, and part by
/// part with its zip library, for what openpyxl would never write.
enum Workbooks {
  /// The parts of a workbook that are other than the usual ones; nil leaves one out.
  typealias Parts = [String: String?]

  /// The folder that they are in.
  static let folder: Result<URL, any Error> = Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("workbooks-\(getpid())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let parts = WorkbookTests.made.map { ($0.name, whole($0.parts)) } + HostileWorkbookTests.made.map { ($0.0, $0.1) }
    let input = try JSONSerialization.data(
      withJSONObject: Dictionary(parts.map { ($0.0, $0.1.map { [$0.0, $0.1] }) }) { $1 })
    let outcome = try BuiltProgram.run(
      [Python.path(with: "openpyxl", offering: "Workbook"), "-c", script, url.path], input: input)
    guard outcome.status == 0 else { throw Failure(errors: outcome.errors) }
    return url
  }

  struct Failure: Error { var errors: String }

  static func path(_ name: String) throws -> String { try folder.get().appendingPathComponent(name).path }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.get().appendingPathComponent(name)))
  }

  /// Writes a file beside the others.
  static func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = try path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  // MARK: Parts

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The rows of a sheet as a whole part.
  static func sheet(_ rows: String) -> String {
    "<worksheet xmlns='\(main)'><sheetData>\(rows)</sheetData></worksheet>"
  }

  static func relations(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let all = targets.map { "<Relationship Id='\($0.id)' Type='\(office)/\($0.kind)' Target='\($0.target)'/>" }
    return
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(all.joined())</Relationships>"
  }

  static func workbook(_ sheets: String, _ before: String = "") -> String {
    "<workbook xmlns='\(main)' xmlns:r='\(office)'>\(before)<sheets>\(sheets)</sheets></workbook>"
  }

  /// A workbook with one sheet, which is empty unless given.
  static func whole(_ parts: Parts) -> [(String, String)] {
    let usual: Parts = [
      "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
      "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook("<sheet name='1' sheetId='1' r:id='rId1'/>"),
      "xl/_rels/workbook.xml.rels": relations([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
      ]),
      "xl/worksheets/sheet1.xml": sheet(""),
      "xl/sharedStrings.xml": "<sst xmlns='\(main)'/>", "xl/styles.xml": "<styleSheet xmlns='\(main)'/>",
    ]
    return usual.merging(parts) { $1 }.compactMap { name, text in text.map { (name, $0) } }.sorted { $0.0 < $1.0 }
  }

  /// Reads `{file: [[part, text], …]}` and makes each a zip file in the folder that is named; a text that is
  /// `*N` stands for N spaces.
  private static let script = """
    import datetime, json, os, sys, warnings, zipfile
    import openpyxl
    from openpyxl.styles import Font
    warnings.simplefilter("ignore")
    folder = sys.argv[1]
    for file, parts in json.load(sys.stdin).items():
        with zipfile.ZipFile(os.path.join(folder, file), "w", zipfile.ZIP_DEFLATED) as book:
            for part, text in parts:
                book.writestr(part, b" " * int(text[1:]) if text.startswith("*") else text.encode("utf-8", "surrogatepass"))

    book = openpyxl.Workbook()
    lists = book.active
    lists.title, lists.sheet_state = "lists", "hidden"
    lists.append(["男", "女"])
    book.create_sheet("blank")
    sheet = book.create_sheet("children")
    sheet.merge_cells("A1:H1")
    sheet["A1"] = "幼儿基本信息"
    sheet["A1"].font = Font(bold=True)
    sheet.append([])
    sheet.append(["潘小明", 441302202203051236, datetime.date(2022, 3, 5), datetime.datetime(2024, 2, 29, 13, 30), True, False])
    sheet.append([None, None, " 两边 ", "第一行\\n第二行", "=1+1", "#N/A", 20150101, 0.5])
    sheet["A6"] = "时间"
    sheet["B6"] = datetime.time(8, 30)
    sheet["C6"] = datetime.date(1900, 2, 28)
    sheet["D6"] = datetime.date(1900, 3, 1)
    sheet["E6"] = datetime.date(9999, 12, 31)
    book.create_sheet("more").append(["never read"])
    book.save(os.path.join(folder, "openpyxl.xlsx"))
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet["C6"] = sheet["D6"] = datetime.date(1904, 1, 1)
    book.save(os.path.join(folder, "openpyxl-1904.xlsx"))

    book = openpyxl.Workbook()
    for plane in range(17):
        book.active.append([f"U+{plane:X}", "a" + chr(plane * 0x10000 + 0x2a6d) + "b", chr(plane * 0x10000 + 0xfffd)])
    book.save(os.path.join(folder, "planes.xlsx"))

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([f"c{n}" for n in range(1, 1001)])
    book.save(os.path.join(folder, "wide.xlsx"))

    book = openpyxl.Workbook()
    book.save(os.path.join(folder, "nothing.xlsx"))
    """
}

/// All rows of a file, or what is wrong with it after how many rows.
func readAll(_ path: String) -> (rows: [SheetRow], problem: SheetProblem?) {
  var rows: [SheetRow] = []
  do throws(SheetProblem) {
    let reader = try SheetReader(path: path)
    while let row = try reader.next() { rows.append(row) }
    return (rows, nil)
  } catch {
    return (rows, error)
  }
}
