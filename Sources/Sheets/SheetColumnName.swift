/// What spreadsheets call a column: A, B … Z, AA … .
public struct SheetColumnName: Hashable, Sendable {
  /// From 0.
  public let index: Int

  public init(_ index: Int) { self.index = index }

  /// The column that is called so, in letters of any case; nil for what is no name of three letters at most.
  public init?(letters: some StringProtocol) {
    let bytes = letters.utf8.map { $0 & 0xDF }
    guard (1...3).contains(bytes.count), bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    index = bytes.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }

  public var text: String {
    var (rest, letters) = (index + 1, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
