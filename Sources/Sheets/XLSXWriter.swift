internal import CXLSXWriter
internal import Glibc
import Records

/// Writes a workbook of one sheet, row by row; memory does not grow with it. This is the only file that knows
/// libxlsxwriter.
final class XLSXWriter {
  private var sheet: OpaquePointer?
  private let path: String
  private var row: UInt32 = 0

  /// Begins a workbook in a file that is there already, and stays as private as it is.
  ///
  /// What is not packed yet lies in `folder`, so that it never leaves the disk that the workbook is for.
  init(path: String, sheet name: String, folder: String) throws(SheetExportError) {
    self.path = path
    guard cxlsx_load() else { throw .noLibrary }
    sheet = cxlsx_begin(path, name, folder)
    guard sheet != nil else { throw .store(.system(path)) }
  }

  deinit { if let sheet { _ = cxlsx_end(sheet) } }

  /// Makes columns so many characters wide; before the first row.
  func widen(_ columns: ClosedRange<Int>, to characters: Double) {
    if let sheet { cxlsx_width(sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), characters) }
  }

  func write(_ cells: [SheetCell]) throws(SheetExportError) {
    guard let sheet else { return }
    for (column, cell) in cells.enumerated() {
      let failure: Int32
      switch cell {
      case .empty: continue
      case .date(let date):
        failure = cxlsx_date(sheet, row, UInt16(column), Int32(date.year), Int32(date.month), Int32(date.day))
      // Never a number cell: a spreadsheet keeps fifteen digits of one.
      case .text, .number, .boolean, .failure: failure = cxlsx_text(sheet, row, UInt16(column), cell.plainText)
      }
      guard failure == 0 else { throw .store(.system(path)) }
    }
    row += 1
  }

  /// Packs the workbook.
  func finish() throws(SheetExportError) {
    guard let sheet else { return }
    self.sheet = nil
    errno = 0
    guard cxlsx_end(sheet) == 0 else { throw .store(.system(path)) }
  }
}
