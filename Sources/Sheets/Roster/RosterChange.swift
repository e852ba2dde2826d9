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
    // A heading may contain `=`, the name of an item never does.
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { throw .malformed }
    column = String(text[..<sign])
    index = SheetColumnName(letters: column)?.index
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
}
