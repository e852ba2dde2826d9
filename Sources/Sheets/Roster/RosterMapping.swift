import Standards

/// Which column of a roster holds what: found by the headings, mended by whoever knows better.
public struct RosterMapping: Hashable, Sendable {
  /// What a table is read for, and so what must be in it.
  public enum Purpose: Sendable {
    /// A class's children: their names or their numbers, and whatever else is known.
    case children
    /// The national system's answer: 学籍号 beside the children's numbers.
    case studentNumbers
  }

  /// Why a column is not read.
  public enum Neglect: Hashable, Sendable {
    case unknown
    /// Another column holds the same.
    case doubled(RosterItem)
    /// Somebody wants it so.
    case unwanted
    /// This command does not read it.
    case elsewhere(RosterItem)
    /// What an earlier run wrote of the rows that it did not take.
    case reason
  }

  public enum Use: Hashable, Sendable {
    case item(RosterItem)
    case neglected(Neglect)
  }

  public struct Column: Hashable, Sendable {
    /// From 0.
    public var index: Int
    public var heading: String
    public var use: Use

    /// As a spreadsheet names it: A, B … Z, AA.
    public var letters: String {
      var (rest, letters) = (index + 1, "")
      while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
      }
      return letters
    }
  }

  /// The columns that have a heading, from the left.
  public private(set) var columns: [Column] = []
  /// The headings' row among the rows that were looked at.
  public private(set) var headingRow: Int

  /// How far down headings are looked for.
  static let mostTitleRows = 20

  /// Looks for the row of headings; nil where none of the first rows tells enough.
  public init?(
    _ rows: [SheetRow], for purpose: Purpose, headings: RosterHeadings, changes: [RosterChange] = []
  ) {
    for (index, row) in rows.prefix(Self.mostTitleRows).enumerated() {
      let columns = Self.columns(of: row, purpose, headings, changes)
      guard purpose.isServed(by: columns, headings) else { continue }
      self.columns = columns
      headingRow = index
      return
    }
    return nil
  }

  /// The column that holds an item.
  public func column(of item: RosterItem) -> Int? { columns.first { $0.use == .item(item) }?.index }

  private static func columns(
    of row: SheetRow, _ purpose: Purpose, _ headings: RosterHeadings, _ changes: [RosterChange]
  ) -> [Column] {
    var taken: Set<RosterItem> = []
    func claim(_ item: RosterItem) -> Use {
      guard purpose.reads(item, headings) else { return .neglected(.elsewhere(item)) }
      return taken.insert(item).inserted ? .item(item) : .neglected(.doubled(item))
    }
    // What somebody says of a column goes before what another one's heading says.
    var said: [Int: Use] = [:]
    for (index, cell) in row.cells.enumerated() {
      guard let change = changes.last(where: { $0.means(index, heading: cell.plainText) }) else { continue }
      said[index] = change.item.map(claim) ?? .neglected(.unwanted)
    }
    return row.cells.enumerated().compactMap { index, cell in
      let key = RosterHeadings.key(cell.plainText)
      let use: Use
      if let said = said[index] {
        use = said
      } else if key.isEmpty {
        return nil
      } else if key == RestSheet.reasonHeading {
        use = .neglected(.reason)
      } else {
        use = headings.item(of: cell.plainText).map(claim) ?? .neglected(.unknown)
      }
      return Column(index: index, heading: cell.plainText, use: use)
    }
  }
}

extension RosterMapping.Purpose {
  /// Whether the items are read at all.
  fileprivate func reads(_ item: RosterItem, _ headings: RosterHeadings) -> Bool {
    switch self {
    case .children: item != .studentNumber
    case .studentNumbers: item == .studentNumber || item == headings.name || item == headings.number
    }
  }

  /// Whether a row with these columns is one of headings: a title that happens to hold a heading's word is none.
  fileprivate func isServed(by columns: [RosterMapping.Column], _ headings: RosterHeadings) -> Bool {
    let items = columns.compactMap { column in
      if case .item(let item) = column.use { item } else { nil }
    }
    switch self {
    case .children:
      guard items.contains(where: { $0 == headings.name || $0 == headings.number }) else { return false }
      return items.count > 1 || items.count == columns.count
    case .studentNumbers: return items.contains(.studentNumber) && items.contains { $0 == headings.number }
    }
  }
}
