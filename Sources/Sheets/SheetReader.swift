/// Reads a table row by row: a workbook (`.xlsx`) or comma-separated values, known by what is in the file and not by
/// its name. The values may be in UTF-8 or GB 18030, or as a spreadsheet saves "Unicode text".
///
/// Memory does not grow with the rows. A file that is no table says why when it is opened or, where it breaks off
/// later, after the rows before.
public final class SheetReader {
  /// A row with something in a later column is refused.
  public static let mostColumns = 256

  private enum Source {
    case workbook(WorkbookReader)
    case text(TextTable)
  }

  private let source: Source
  private var rows: [SheetRow] = []
  private var given = 0
  private var isEmpty = true
  private var problem: SheetProblem?

  public init(path: String) throws(SheetProblem) {
    let file = try OpenFile(path: path)
    var head = [UInt8](repeating: 0, count: 1 << 12)
    let count = try file.read(into: &head)
    try file.rewind()
    switch SheetKind(head[..<count]) {
    case .workbook: source = .workbook(try WorkbookReader(path: path))
    case .text: source = .text(try TextTable(file))
    case .compound: throw try CompoundFile.problem(file)
    case .other: throw .notATable
    }
  }

  /// All tables of a file, whole: a workbook's sheets as they show, or the one of a file of text; and the names of the
  /// sheets that are hidden. More rows than so many are no roster.
  public static func tables(
    path: String, mostRows: Int
  ) throws(SheetProblem) -> (tables: [SheetTable], hidden: [String]) {
    let reader = try SheetReader(path: path)
    var found: (tables: [SheetTable], hidden: [String])
    switch reader.source {
    case .workbook(let workbook): found = try workbook.tables(mostRows: mostRows)
    case .text:
      var rows: [SheetRow] = []
      while let row = try reader.next() {
        rows.append(row)
        guard rows.count <= mostRows else { throw .bomb }
      }
      found = ([SheetTable(rows: rows)], [])
    }
    found.tables.removeAll(where: \.rows.isEmpty)
    guard !found.tables.isEmpty else { throw .empty }
    return found
  }

  /// The next row that is not empty, or nil at the end; that there is none at all is a problem.
  public func next() throws(SheetProblem) -> SheetRow? {
    if given == rows.count { readOn() }
    guard given < rows.count else {
      if let problem { throw problem }
      return nil
    }
    defer { given += 1 }
    return rows[given]
  }

  private func readOn() {
    guard problem == nil else { return }
    rows.removeAll(keepingCapacity: true)
    given = 0
    do throws(SheetProblem) {
      switch source {
      case .workbook(let workbook): try workbook.next(into: &rows)
      case .text(let text): try text.next(into: &rows)
      }
      if rows.isEmpty, isEmpty { throw .empty }
    } catch {
      problem = error
    }
    if !rows.isEmpty { isEmpty = false }
  }
}
