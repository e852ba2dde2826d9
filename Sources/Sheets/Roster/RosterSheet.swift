import FormModel
import Standards

/// One table of a roster: what its columns hold, and what each row below the headings is.
public struct RosterSheet: Sendable {
  /// A row below the headings.
  public struct Line: Hashable, Sendable {
    public var kind: RosterRowKind
    /// The row, with the values of merged cells that reach into it from above.
    public var row: SheetRow
    /// The class that the section above it is called, or the sheet itself, where no column says one.
    public var className: String?
  }

  /// The sheet's name; nil where the file has none.
  public let name: String?
  public let mapping: RosterMapping
  /// The headings as one row, those of two lines joined.
  public let headings: SheetRow
  public let lines: [Line]
  /// The rows above the headings that have something in them.
  public let titles: [SheetRow]
  /// The rows that are hidden or filtered out and have something in them, by their numbers.
  public let hiddenRows: [Int]
  /// The class that the sheet's own name says, where no column does.
  public let className: String?

  /// Looks for the headings; nil where none of the first rows tells enough. What is hidden is left out unless it is asked
  /// for.
  public init?(
    _ table: SheetTable, for purpose: RosterMapping.Purpose, headings: RosterHeadings, changes: [RosterChange] = [],
    takesHidden: Bool = false, classes: [String] = []
  ) {
    guard
      let mapping = RosterMapping(
        table, for: purpose, headings: headings, changes: changes, takesHidden: takesHidden)
    else { return nil }
    self.mapping = mapping
    name = table.name
    let top = SheetRow(number: table.rows[mapping.headingRow].number, cells: mapping.headings.map { .text($0) })
    self.headings = top
    titles = table.rows.prefix(mapping.headingRow).filter { row in row.cells.indices.contains(where: row.has) }
    let hasClass = mapping.column(of: .className) != nil
    className = hasClass ? nil : table.name.flatMap { Self.className(in: $0, of: classes) }
    var (lines, hidden): ([Line], [Int]) = ([], [])
    var section = className
    for row in table.rows.dropFirst(mapping.headingRow + mapping.headingLines) {
      if !takesHidden, table.looks.hiddenRows.contains(row.number) {
        hidden.append(row.number)
        continue
      }
      let kind = RosterRowKind(row, mapping: mapping, headings: top, words: headings.words)
      if kind == .section, !hasClass, let text = row.cells.first(where: { $0 != .empty })?.entry {
        section = Self.className(in: text, of: classes) ?? section
      }
      lines.append(
        Line(kind: kind, row: kind == .child ? table.filled(row) : row, className: kind == .child ? section : nil))
    }
    (self.lines, hiddenRows) = (lines, hidden)
  }

  /// The children's rows.
  public var children: [Line] { lines.filter { $0.kind == .child } }

  /// The class that a text names: one that is known, else all of it up to 班.
  static func className(in text: String, of classes: [String] = []) -> String? {
    let text = TextNormaliser.normalise(text, as: .personName)
    let known = classes.filter { !$0.isEmpty && text.contains($0) }
    if let longest = known.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
    guard let last = text.lastIndex(of: "班"), text.unicodeScalars.count <= longestClass else { return nil }
    let name = String(text[...last])
    return name.unicodeScalars.count > 1 ? name : nil
  }

  /// What is longer is a title.
  private static let longestClass = 12
}
