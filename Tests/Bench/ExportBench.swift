import Foundation
import Records
import Standards

/// The national system's sheet of approved children, beside openpyxl that writes the same cells.
struct ExportBench {
  private let program: ProgramUnderTest
  private let children: Int

  init(_ program: ProgramUnderTest, children: Int) { (self.program, self.children) = (program, min(10_000, children)) }

  /// Reads the cells, and prints how long it takes to write them, and to read them again.
  private static let openpyxl = """
    import openpyxl, sys, time
    rows = list(openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True))
    start = time.perf_counter()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("s")
    for row in rows:
        sheet.append(row)
    book.save(sys.argv[2])
    written = time.perf_counter() - start
    start = time.perf_counter()
    for _ in openpyxl.load_workbook(sys.argv[2], read_only=True).active.iter_rows(values_only=True):
        pass
    print(written, time.perf_counter() - start)
    """

  func run(_ table: inout Table) throws {
    let (store, sheet) = (program.folder + "/approved", program.folder + "/sheet.xlsx")
    let day = BenchChildren.day(0)
    var made = try BenchChildren()
    Table.say("\(children) approved children, and their sheet")
    try RecordStore(path: store, form: made.form).create(try made.records(children, on: day), on: day)
    sleep(4)
    let out = try program.run("export", "-o", sheet, "--store", store, "--on", day.iso, "--as", "审核")
    let checked = try program.run("check", sheet, "--on", day.iso, "--format", "tsv")
    let theirs = try program.python(Self.openpyxl, sheet, program.folder + "/theirs.xlsx")
    let (written, read) = (theirs?.first, theirs?.last)
    table.add(
      "`export` of \(children), read back, with the ledger and a note in each record", out.text,
      beside: written.map { "openpyxl, writing the cells: \($0.seconds)" } ?? "", ratio: written.map { out.clock / $0 })
    table.add(
      "`check` of that workbook", checked.text,
      beside: read.map { "openpyxl, reading the cells: \($0.seconds)" } ?? "", ratio: read.map { checked.clock / $0 })
  }
}
