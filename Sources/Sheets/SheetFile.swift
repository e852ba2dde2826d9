import Records

/// A sheet that is being written: a workbook or CSV, which takes its name only once it was read back and is as it should
/// be.
final class SheetFile {
  enum Format: Hashable, Sendable {
    case workbook(sheet: String)
    case csv(SheetEncoding)
  }

  let pending: PendingFile
  /// How many rows it has, that of the headings included.
  private(set) var rows = 0
  private let writer: Writer
  private let columns: Int
  /// What was written, cell by cell, to compare what is read back with; a third of what the values themselves would take.
  private var written: [UInt8] = []

  private enum Writer {
    case workbook(XLSXWriter)
    case csv(CSVWriter)
  }

  init(_ path: String, _ format: Format, headings: [String]) throws(SheetExportError) {
    do throws(StoreError) {
      pending = try PendingFile(path)
    } catch {
      throw .store(error)
    }
    columns = headings.count
    do throws(SheetExportError) {
      switch format {
      case .workbook(let sheet):
        writer = .workbook(
          try XLSXWriter(path: pending.temporary, sheet: sheet, columns: columns, width: Self.width))
      case .csv(let encoding): writer = .csv(try CSVWriter(path: pending.temporary, encoding: encoding))
      }
    } catch {
      pending.discard()
      throw error
    }
    try write(headings.map { .text($0) })
  }

  /// Wide enough for an identity number.
  private static let width = 20.0

  /// Writes a row and gives its number, as a spreadsheet counts.
  @discardableResult
  func write(_ cells: [SheetCell]) throws(SheetExportError) -> Int {
    switch writer {
    case .workbook(let writer):
      try writer.write(cells)
      keep(cells)
    case .csv(let writer):
      try writer.write(cells)
      keep(cells.map { $0 == .empty ? .empty : .text($0.plainText) })
    }
    rows += 1
    return rows
  }

  private func keep(_ cells: [SheetCell]) {
    for cell in cells { written.append(contentsOf: Self.bytes(of: cell)) }
  }

  /// A cell as bytes that differ from those of any other cell; the zero at the end is in no text.
  private static func bytes(of cell: SheetCell) -> [UInt8] {
    let kind: Character =
      switch cell {
      case .empty: "e"
      case .text: "t"
      case .number: "n"
      case .date: "d"
      case .boolean: "b"
      case .failure: "f"
      case .unsaved: "u"
      }
    return Array("\(kind)\(cell.plainText)\0".utf8)
  }

  // MARK: Reading back

  /// Ends the file, reads it back and compares it cell by cell.
  func verify() throws(SheetExportError) {
    switch writer {
    case .workbook(let writer): try writer.finish()
    case .csv(let writer): try writer.finish()
    }
    let difference: (row: Int, column: Int)?
    do throws(SheetProblem) {
      difference = try firstDifference()
    } catch {
      throw .unreadable(error)
    }
    if let difference { throw .differs(row: difference.row, column: difference.column) }
    written = []
  }

  private func firstDifference() throws(SheetProblem) -> (row: Int, column: Int)? {
    let reader = try SheetReader(path: pending.temporary)
    var place = 0
    for row in 1...rows {
      guard let read = try reader.next(), read.number == row else { return (row, 1) }
      for column in 0..<max(columns, read.cells.count) {
        let bytes = Self.bytes(of: column < read.cells.count ? read.cells[column] : .empty)
        guard column < columns, written[place...].starts(with: bytes) else { return (row, column + 1) }
        place += bytes.count
      }
    }
    return try reader.next() == nil ? nil : (rows + 1, 1)
  }
}
