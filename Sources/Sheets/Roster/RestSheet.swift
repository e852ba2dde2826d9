import Standards

/// The rows that were not taken whole, each with the reason: a CSV file that can be mended and read again as it is.
public struct RestSheet: Sendable {
  /// The heading of the column that the reasons stand in.
  public static let reasonHeading = "原因"

  private static let classHeading = "班级"

  private let headings: SheetRow
  private let reasonColumn: Int?
  /// Whether the class that a row was read with stands in a column of its own.
  private let hasClasses: Bool
  private var rows: [(row: SheetRow, className: String, reason: String)] = []

  /// `addingClass` where the class stands elsewhere than in the rows: in the sheet's name, or in a row above.
  public init(headings: SheetRow, addingClass: Bool = false) {
    self.headings = headings
    hasClasses = addingClass
    // The reasons of an earlier run give way to those of this one.
    reasonColumn = headings.cells.firstIndex { RosterHeadings.key($0.plainText) == Self.reasonHeading }
  }

  public var isEmpty: Bool { rows.isEmpty }
  public var count: Int { rows.count }

  public mutating func add(_ row: SheetRow, className: String? = nil, reason: String) {
    rows.append((row, className ?? "", reason))
  }

  /// The file: UTF-8 with its mark, as spreadsheets want it.
  public var bytes: [UInt8] {
    let width = ([headings] + rows.map(\.row)).map(\.cells.count).max() ?? 0
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    func add(_ row: SheetRow, _ className: String, _ reason: String) {
      var texts = row.cells.map(\.keptText) + Array(repeating: "", count: width - row.cells.count)
      if let reasonColumn { texts.remove(at: reasonColumn) }
      if hasClasses { texts.append(className) }
      bytes +=
        Array((texts + [reason]).map { CSVWriter.quoted(Self.harmless($0)) }.joined(separator: ",").utf8) + [
          0x0D, 0x0A,
        ]
    }
    add(headings, Self.classHeading, Self.reasonHeading)
    for (row, className, reason) in rows { add(row, className, reason) }
    return bytes
  }

  /// The text made harmless: no spreadsheet runs it as a formula, and no terminal obeys it.
  private static func harmless(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    // A spreadsheet takes what stands behind this sign for text; `SheetCell.entry` takes the sign away again.
    if let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(first) { scalars.append("'") }
    for scalar in text.unicodeScalars {
      let isHarmful = scalar.isObeyedByTerminals && scalar != "\n" && scalar != "\t"
      scalars.append(isHarmful ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
