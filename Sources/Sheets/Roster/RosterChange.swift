/// What somebody says that a column holds: `B=name`, `联系人=监护人姓名`, `备注=`.
public struct RosterChange: Hashable, Sendable {
  /// Why a text says nothing.
  public enum Problem: Error, Hashable, Sendable {
    /// There is no `=` in it, or nothing before it.
    case malformed
    /// Nothing is called so.
    case unknownItem(String)
  }

  /// The column's heading or its letters, as they were given.
  public let column: String
  /// Nil where the column is not to be read.
  public let item: RosterItem?
  private let index: Int?

  public init(_ text: String, headings: RosterHeadings) throws(Problem) {
    // A heading may hold the sign, the name of an item never does.
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { throw .malformed }
    column = String(text[..<sign])
    index = Self.index(ofLetters: column)
    let name = text[text.index(after: sign)...]
    if name.isEmpty || name == "-" {
      item = nil
    } else {
      guard let known = headings.item(of: String(name)) else { throw .unknownItem(String(name)) }
      item = known
    }
  }

  /// Whether the column is meant: by its heading, as headings are compared, or by its letters.
  public func means(_ index: Int, heading: String) -> Bool {
    let key = RosterHeadings.key(column)
    return self.index == index || (!key.isEmpty && key == RosterHeadings.key(heading))
  }

  /// The place of the column that a spreadsheet names A, B … Z, AA … ZZZ, from 0.
  private static func index(ofLetters letters: String) -> Int? {
    let bytes = letters.utf8.map { $0 & 0xDF }
    guard (1...3).contains(bytes.count), bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}
