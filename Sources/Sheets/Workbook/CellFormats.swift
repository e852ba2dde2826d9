import Standards

/// Which cell formats show a number as a date, as the part of styles says (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
final class CellFormats: XMLHandler {
  /// Whether each entry of `cellXfs` is a date's.
  private var areDates: [Bool] = []
  private var codes: [String: Bool] = [:]
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

  /// Whether a cell of this style shows a date; a style that is not there shows none.
  func isDate(style: Int) -> Bool { areDates.indices.contains(style) && areDates[style] }

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
    guard codes.count < Self.most, areDates.count < Self.most else { throw .damaged(part: part) }
    let id = attributes.text("numFmtId") ?? "0"
    switch place {
    case .elsewhere: break
    case .numberFormats:
      if name.is("numFmt"), let code = attributes.text("formatCode") { codes[id] = Self.showsDate(code) }
    case .cellFormats:
      if name.is("xf") { areDates.append(codes[id] ?? Self.showsDate(builtIn: Int(id) ?? 0)) }
    }
  }

  /// The formats that have no code in the file; 27 to 36 and 50 to 58 are dates where the language is Chinese.
  static func showsDate(builtIn id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a code has a year, a month or a day outside of what it shows as it stands.
  static func showsDate(_ code: String) -> Bool {
    var rest = code.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "["): rest = rest.drop { $0 != UInt8(ascii: "]") }.dropFirst()
      // The next is shown, left as room, or repeated; of a longer character the rest is no letter either.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): rest = rest.dropFirst()
      default:
        switch byte | 0x20 {
        case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"): return true
        default: break
        }
      }
    }
    return false
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
}
