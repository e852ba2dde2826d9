import FormModel

/// Figures as a page shows them: of all children and of each group, and the children behind one of them.
public struct FigureSheet: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    /// Nil for all children.
    public let key: [String]?
    public let counts: [Int]
  }

  public let grouping: Grouping
  /// What each figure is called.
  public let labels: [Localized]
  /// All children, then the groups in the order of their keys.
  public let groups: [Group]
  public let withdrawn: Int
  /// What could not be read, and is not counted.
  public let refused: Int
  /// The figure whose children are named, where they are.
  public let listing: Int?
  public let children: [Figures.Child]

  public init(_ figures: Figures, listing: Int? = nil) {
    (grouping, labels) = (figures.grouping, figures.set.figures.map(\.label))
    func counts(_ cells: [FigureTable.Cell]) -> [Int] {
      cells.map { if case .count(let count) = $0 { count } else { 0 } }
    }
    let table = figures.table
    groups =
      [Group(key: nil, counts: counts(table.sum))] + table.rows.map { Group(key: $0.key, counts: counts($0.cells)) }
    (withdrawn, refused, self.listing, children) = (figures.withdrawn, figures.refused, listing, figures.listed)
  }
}
