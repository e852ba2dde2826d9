import Standards

extension SheetCell {
  /// From here on a number cell may have lost digits: a spreadsheet keeps fifteen.
  static let exact = 1e15

  /// The cell as a file keeps it; a number that may have lost digits keeps its exponent, so that nobody takes the
  /// noughts at its end for typed ones.
  public var keptText: String {
    if case .number(let number) = self, abs(number) >= Self.exact { return "\(number)" }
    return plainText
  }

  /// What somebody has entered, without white space at the ends and the sign that makes a cell a text.
  var entry: String {
    let scalars = keptText.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    let entry = scalars[first...last]
    return String(entry.first == "'" ? entry.dropFirst() : entry)
  }

  /// Whether a spreadsheet has rounded what was typed: a number of more digits than it keeps, or what a file says of one.
  var hasLostDigits: Bool {
    switch self {
    case .number(let number): abs(number) >= Self.exact
    case .text(let text): Self.isExponential(text)
    case .empty, .date, .boolean, .failure, .unsaved: false
    }
  }

  /// Whether a formula has failed, or a file says so.
  var isFailure: Bool {
    switch self {
    case .failure: true
    case .text(let text):
      ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"].contains(text)
        || (text.hasPrefix("###") && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") })
    case .empty, .number, .date, .boolean, .unsaved: false
    }
  }

  /// `4.41302E+17`, as a spreadsheet writes a long number into a file.
  private static func isExponential(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let letter = bytes.firstIndex(where: { $0 & 0xDF == UInt8(ascii: "E") }), letter > 0 else { return false }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let (mantissa, exponent) = (bytes[..<letter], bytes[(letter + 1)...].drop { $0 == UInt8(ascii: "+") })
    return !exponent.isEmpty && exponent.allSatisfy(isDigit) && isDigit(mantissa[0])
      && mantissa.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
  }
}
