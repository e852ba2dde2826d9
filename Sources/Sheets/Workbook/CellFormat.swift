/// How a cell shows its number, where that differs from the number itself (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
enum CellFormat: Hashable {
  case number
  /// A date; `isWhole` unless the year or the day is not shown.
  case date(isWhole: Bool)
  /// At least so many digits, with fixed text before and after them: `0000`.
  case digits(Int, before: String, after: String)
  /// A percentage with so many decimals.
  case percent(decimals: Int)

  /// The formats that have no code in the file; 27 to 36 and 50 to 58 are dates where the language is Chinese.
  init(builtIn id: Int) {
    switch id {
    case 9: self = .percent(decimals: 0)
    case 10: self = .percent(decimals: 2)
    // 2021年3月, Mar-21; 3月5日.
    case 16, 17, 27, 28, 29, 36, 50...52, 54, 57, 58: self = .date(isWhole: false)
    case 14, 15, 18...22, 30...35, 45...47, 53, 55, 56: self = .date(isWhole: true)
    default: self = .number
    }
  }

  /// Reads a format code; of several, for positive and negative numbers, only the first.
  init(_ code: String) {
    var (letters, digits, decimals, isPlain): (Set<UInt8>, Int, Int?, Bool) = ([], 0, nil, true)
    var (before, after, isPercent): ([UInt8], [UInt8], Bool) = ([], [], false)
    func keep(_ bytes: some Sequence<UInt8>) { if digits == 0 { before += bytes } else { after += bytes } }
    var rest = code.utf8[...]
    loop: while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        keep(rest.prefix { $0 != UInt8(ascii: "\"") })
        rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "["): rest = rest.drop { $0 != UInt8(ascii: "]") }.dropFirst()
      case UInt8(ascii: "\\"):
        keep(rest.prefix(1))
        rest = rest.dropFirst()
      // The next character only gives a width, or is repeated. Of one with several bytes the first is dropped here; the
      // others are no letters.
      case UInt8(ascii: "_"), UInt8(ascii: "*"): rest = rest.dropFirst()
      case UInt8(ascii: ";"): break loop
      case UInt8(ascii: "0"):
        if let places = decimals { decimals = places + 1 } else { digits += 1 }
      case UInt8(ascii: "."): decimals = 0
      case UInt8(ascii: "%"): isPercent = true
      default:
        isPlain = false
        letters.insert(byte | 0x20)
      }
    }
    func has(_ letter: Unicode.Scalar) -> Bool { letters.contains(UInt8(ascii: letter)) }
    if has("y") || has("m") || has("d") {
      let isTime = has("h") || has("s")
      self = .date(isWhole: has("y") && has("d") || isTime)
    } else if isPercent {
      self = .percent(decimals: decimals ?? 0)
    } else if isPlain, digits > 1, decimals == nil {
      self = .digits(
        digits, before: String(decoding: before, as: UTF8.self), after: String(decoding: after, as: UTF8.self))
    } else {
      self = .number
    }
  }

  var isDate: Bool {
    switch self {
    case .date: true
    case .number, .digits, .percent: false
    }
  }

  /// A number as it is shown, where that is another text than the number's own; nil for one that may have lost digits.
  func shown(_ number: Double) -> String? {
    switch self {
    case .number, .date: return nil
    case .digits(let least, let before, let after):
      guard let whole = Int(exactly: number), whole >= 0, number < SheetCell.exact else { return nil }
      let digits = String(whole)
      return before + String(repeating: "0", count: max(0, least - digits.utf8.count)) + digits + after
    case .percent(let decimals):
      let scale = (0..<min(decimals, 9)).reduce(1.0) { power, _ in power * 10 }
      guard abs(number) < 1e6 else { return nil }
      let shown = (number * 100 * scale).rounded() / scale
      return (Int(exactly: shown).map(String.init) ?? "\(shown)") + "%"
    }
  }
}
