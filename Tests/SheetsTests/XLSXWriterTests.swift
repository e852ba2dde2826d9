import Foundation
import Standards
import TestSupport
import Testing

@testable import Sheets

/// What this program writes into a workbook, as it reads it itself and as openpyxl does.
@Suite(.onOwnThreads) struct XLSXWriterTests {
  private static func day(_ iso: String) -> SheetCell { CalendarDate(iso: iso).map { .date($0) } ?? .empty }

  /// Each cell beside what openpyxl makes of it.
  private static let cells: [(cell: SheetCell, theirs: String)] = [
    (.text("潘小明"), "s潘小明"), (.text("441302202203051236"), "s441302202203051236"), (.text("0302"), "s0302"),
    (.text("A & B <c> \"d\" 'e' ]]>"), "sA & B <c> \"d\" 'e' ]]>"), (.text(" 两边 "), "s 两边 "), (.text("\n"), "s\n"),
    (.text("一行\n二行\t三"), "s一行\n二行\t三"), (.text("=1+1"), "s=1+1"), (.text("_x0041_"), "s_x0041_"),
    (.text("_x0041"), "s_x0041"), (.text("_"), "s_"), (.text("x_x005F_x"), "sx_x005F_x"), (.text("𠮷𰻞😀"), "s𠮷𰻞😀"),
    (.text("a\u{FFFD}b"), "sa\u{FFFD}b"), (.text("e\u{301}"), "se\u{301}"),
    (day("1900-01-01"), "d1900-01-01"), (day("1900-02-28"), "d1900-02-28"), (day("1900-03-01"), "d1900-03-01"),
    (day("2022-03-05"), "d2022-03-05"), (day("2100-12-31"), "d2100-12-31"),
    (.number(12), "s12"), (.boolean(true), "sTRUE"), (.failure("#N/A"), "s#N/A"),
  ]

  private func write(_ rows: [[SheetCell]], sheet: String = "幼儿 & <1>") throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("w-\(UUID().uuidString).xlsx").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
    let writer = try XLSXWriter(path: path, sheet: sheet, columns: rows.first?.count ?? 0, width: 20)
    for row in rows { try writer.write(row) }
    try writer.finish()
    return path
  }

  @Test func `every cell is read back as it was written`() throws {
    let controls = (0..<0x20).compactMap { Unicode.Scalar($0) }.filter { $0 != "\0" }.map { SheetCell.text("a\($0)b") }
    let rows = [Self.cells.map(\.cell), controls + [.text("\u{FFFE}"), .text("a_x000D_b\r")]]
    let path = try write(rows)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (read, problem) = readAll(path)
    #expect(problem == nil)
    let wanted = rows[0].map { cell in
      switch cell {
      case .number, .boolean, .failure: SheetCell.text(cell.plainText)
      case .empty, .text, .date, .unsaved: cell
      }
    }
    for (one, other) in zip(read[0].cells, wanted) { #expect(one == other) }
    for (one, other) in zip(read[1].cells, rows[1]) { #expect(one == other) }
    #expect(read.map(\.cells.count) == rows.map(\.count))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `gaps, an empty row and many columns stand where they belong`() throws {
    let wide = (0..<60).map { SheetCell.text("c\($0)") }
    let path = try write([wide, [.empty, .text("b")], [], [.empty, .empty, Self.day("2022-03-05")]])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (read, problem) = readAll(path)
    #expect(problem == nil)
    #expect(read.map(\.number) == [1, 2, 4])
    #expect(read.map(\.cells) == [wide, [.empty, .text("b")], [.empty, .empty, Self.day("2022-03-05")]])
  }

  @Test func `openpyxl reads the same, with dates that are dates, widths, and no warning of numbers as text`() throws {
    let path = try write([Self.cells.map(\.cell)])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let script = """
      import json, openpyxl, sys, warnings, zipfile
      warnings.simplefilter("error")
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.active
      cells = [("d" + f"{c.value:%Y-%m-%d}" if c.is_date else "s" + c.value) for c in next(sheet.iter_rows())]
      part = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
      formats = [sheet["A1"].number_format, sheet["T1"].number_format]
      print(json.dumps([cells, sheet.title, sheet.column_dimensions["A"].width, formats,
                        '<ignoredError sqref="A1:W1" numberStoredAsText="1"/>' in part]))
      """
    let answer = try BuiltProgram.run(
      [try Python.path(with: "openpyxl", offering: "Workbook"), "-c", script, path])
    try #require(answer.status == 0, "\(answer.errors)")
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [Any])
    let cells = try #require(read[0] as? [String])
    // openpyxl undoes no escape of an underscore.
    for (one, other) in zip(cells, Self.cells) where !other.theirs.contains("_x") { #expect(one == other.theirs) }
    #expect(cells.count == Self.cells.count)
    #expect(read[1] as? String == "幼儿 & <1>" && read[2] as? Double == 20)
    #expect(read[3] as? [String] == ["@", "yyyy\\-mm\\-dd"] && read[4] as? Bool == true)
  }
}
