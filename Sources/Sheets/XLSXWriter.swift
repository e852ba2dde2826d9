import Records
import Standards

/// Writes a workbook of one sheet (ISO/IEC 29500), row by row, as `XLSXParts` frames it; memory does not grow with it.
///
/// Texts stand in their cells (`inlineStr`), and only dates are numbers: a spreadsheet keeps fifteen digits of a
/// number.
final class XLSXWriter {
  private let zip: ZipWriter
  private let name: String
  private var bytes: [UInt8] = []
  private var columns: [[UInt8]] = []
  private var row = 0

  /// The styles of `XLSXParts.styles`, by their place there.
  private static let (text, date) = (Array("\" s=\"1\" t=\"inlineStr\"><is><t>".utf8), Array("\" s=\"2\"><v>".utf8))
  private static let spaced = Array("\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
  private static let (textEnd, dateEnd) = (Array("</t></is></c>".utf8), Array("</v></c>".utf8))

  private static let piece = 1 << 16

  /// Writes into a file that exists already and keeps its permissions. The first `columns` columns are `width`
  /// characters wide.
  init(path: String, sheet name: String, columns: Int, width: Double) throws(SheetExportError) {
    self.name = name
    zip = try ZipWriter(path: path)
    try zip.begin(XLSXParts.sheet)
    bytes.reserveCapacity(2 * Self.piece)
    bytes += XLSXParts.sheetHead(columns: columns, width: width).utf8
  }

  func write(_ cells: [SheetCell]) throws(SheetExportError) {
    row += 1
    while columns.count < cells.count { columns.append(Array(SheetColumnName(columns.count).text.utf8)) }
    let number = Array(String(row).utf8)
    bytes += "<row r=\"".utf8
    bytes += number
    bytes += "\">".utf8
    for (column, cell) in cells.enumerated() where cell != .empty {
      bytes += "<c r=\"".utf8
      bytes += columns[column]
      bytes += number
      if case .date(let date) = cell, let serial = date.serial {
        bytes += Self.date
        bytes += String(serial).utf8
        bytes += Self.dateEnd
      } else {
        write(cell.plainText)
      }
    }
    bytes += "</row>".utf8
    if bytes.count >= Self.piece { try flush() }
  }

  /// Packs the workbook.
  func finish() throws(SheetExportError) {
    let last = "\(SheetColumnName(max(columns.count, 1) - 1).text)\(max(row, 1))"
    bytes += XLSXParts.sheetTail(range: "A1:\(last)").utf8
    try flush()
    try zip.end()
    for (part, text) in XLSXParts.others(sheet: name) {
      try zip.begin(part)
      try zip.write(Array(text.utf8))
      try zip.end()
    }
    try zip.finish()
  }

  private func flush() throws(SheetExportError) {
    try zip.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private func write(_ text: String) {
    var text = text
    let keepsSpace = text.utf8.first.map(RichText.isSpace) ?? false || text.utf8.last.map(RichText.isSpace) ?? false
    bytes += keepsSpace ? Self.spaced : Self.text
    text.withUTF8 { utf8 in
      if utf8.contains(where: EscapedText.mayNeedEscape) {
        bytes += EscapedText.encoded(String(decoding: utf8, as: UTF8.self)).utf8
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes += Self.textEnd
  }
}
