import Standards

/// How the styles of cells show numbers, as the part of styles says.
final class CellFormats: XMLHandler {
  /// The entries of `cellXfs`.
  private var formats: [CellFormat] = []
  private var codes: [String: CellFormat] = [:]
  private let part: String
  private var depth = 0
  private var place = Place.elsewhere

  private enum Place {
    case elsewhere
    case numberFormats
    case cellFormats
  }

  /// Spreadsheets themselves take 64,000.
  private static let most = 100_000

  init(part: String) { self.part = part }

  /// The format of a style; one that is not there shows the number.
  subscript(style: Int) -> CellFormat { formats.indices.contains(style) ? formats[style] : .number }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetProblem) {
    depth += 1
    switch depth {
    case 2: place = name.is("numFmts") ? .numberFormats : name.is("cellXfs") ? .cellFormats : .elsewhere
    case 3: try entry(name, attributes)
    default: break
    }
  }

  func end() { depth -= 1 }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func entry(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetProblem) {
    guard codes.count < Self.most, formats.count < Self.most else { throw .damaged(part: part) }
    let id = attributes.text("numFmtId") ?? "0"
    switch place {
    case .elsewhere: break
    case .numberFormats:
      if name.is("numFmt"), let code = attributes.text("formatCode") { codes[id] = CellFormat(code) }
    case .cellFormats:
      if name.is("xf") { formats.append(codes[id] ?? CellFormat(builtIn: Int(id) ?? 0)) }
    }
  }
}

extension CalendarDate {
  /// The day that a spreadsheet shows for a number; nil where it has none.
  ///
  /// From 1900 the first of January is 1, and a 29 February 1900 that never was is counted as 60. From 1904 the first
  /// of January is 0.
  init?(serial: Double, from1904: Bool) {
    guard (from1904 ? 0 : 1)..<2_958_466 ~= serial else { return nil }
    let day = Int(serial)
    // 1899-12-30, 1899-12-31 and 1904-01-01, in days before 1970.
    let before = from1904 ? 24_107 : day > 60 ? 25_569 : 25_568
    guard from1904 || day != 60 else { return nil }
    self.init(dayNumber: day - before)
  }

  /// The number that a spreadsheet shows as this day; nil for one before 1900.
  var serial: Int? {
    guard year >= 1900 else { return nil }
    let serial = dayNumber + 25_568
    // The day that never was is counted as 60.
    return serial >= 60 ? serial + 1 : serial
  }
}
