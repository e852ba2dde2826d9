/// Counts by group and figure, with the sums of all groups.
public struct FigureTable: Hashable, Sendable {
  /// One count, as it is shown.
  public enum Cell: Hashable, Sendable {
    case count(Int)
    /// So few that a child could be known by them, or such that another one could be reckoned.
    case hidden
  }

  public struct Row: Hashable, Sendable {
    /// What the group is known by; empty parts where nothing is known.
    public var key: [String]
    public var cells: [Cell]
  }

  /// In the order of their keys.
  public private(set) var rows: [Row]
  public private(set) var sum: [Cell]

  init(_ groups: [[String]: [Int]], figures: Int) {
    rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Row(key: $0.key, cells: $0.value.map { .count($0) }) }
    sum = (0..<figures).map { figure in .count(groups.values.reduce(0) { $0 + $1[figure] }) }
  }

  // MARK: Hiding

  /// The table without counts from 1 up to below `limit`, nor any from which one of them could be reckoned.
  ///
  /// Hidden too is what leaves so few of all children of its group; a figure of a set of which only one other is hidden; and
  /// a group's count of which only one other of the same figure is hidden, since the sum would tell it.
  public func suppressed(_ limit: Int, _ set: FigureSet) -> FigureTable {
    var table = self
    table.hideSmall(limit)
    while table.hideComplements(set) {}
    return table
  }

  private mutating func hideSmall(_ limit: Int) {
    func isSmall(_ count: Int, of all: Int) -> Bool { (1..<limit).contains(count) || (1..<limit).contains(all - count) }
    func hidden(_ cells: [Cell]) -> [Cell] {
      guard case .count(let all)? = cells.first else { return cells }
      // Of so few children nothing is told.
      if (1..<limit).contains(all) { return cells.map { _ in .hidden } }
      return cells.map { cell in
        guard case .count(let count) = cell, isSmall(count, of: all) else { return cell }
        return .hidden
      }
    }
    for index in rows.indices { rows[index].cells = hidden(rows[index].cells) }
    sum = hidden(sum)
  }

  /// Hides what would betray a hidden count; false where nothing would.
  private mutating func hideComplements(_ set: FigureSet) -> Bool {
    var isChanged = false
    // Down a column: the sum and the groups.
    for figure in sum.indices {
      let column = rows.indices.filter { rows[$0].cells[figure] == .hidden }
      let hidden = column.count + (sum[figure] == .hidden ? 1 : 0)
      guard hidden == 1 else { continue }
      if let row = Self.next(rows.map { $0.cells[figure] }) {
        rows[row].cells[figure] = .hidden
      } else {
        // There is no other group with any: then the sum goes.
        guard sum[figure] != .hidden else { continue }
        sum[figure] = .hidden
      }
      isChanged = true
    }
    // Along a row: figures that add up.
    for index in -1..<rows.count {
      var cells = index < 0 ? sum : rows[index].cells
      guard Self.hideInSets(&cells, set) else { continue }
      if index < 0 { sum = cells } else { rows[index].cells = cells }
      isChanged = true
    }
    return isChanged
  }

  /// The smallest that is not hidden and not 0: what is lost with it is least.
  private static func next(_ cells: [Cell]) -> Int? {
    cells.indices.compactMap { index -> (Int, Int)? in
      guard case .count(let count) = cells[index], count > 0 else { return nil }
      return (count, index)
    }.min { $0 < $1 }?.1
  }

  private static func hideInSets(_ cells: inout [Cell], _ set: FigureSet) -> Bool {
    var isChanged = false
    for name in Set(set.figures.compactMap(\.set)).sorted() {
      let members = set.figures.indices.filter { set.isMember($0, of: name) }
      guard members.count(where: { cells[$0] == .hidden }) == 1, let other = next(members.map { cells[$0] }) else {
        continue
      }
      cells[members[other]] = .hidden
      isChanged = true
    }
    return isChanged
  }
}
