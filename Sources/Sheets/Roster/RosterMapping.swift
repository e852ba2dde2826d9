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
    /// It has no heading, but something in it.
    case nameless
    /// It tells of somebody else than the child, who may be the guardian.
    case ofAnotherPerson
    /// Another column holds the same.
    case doubled(RosterItem)
    /// Somebody wants it so.
    case unwanted
    /// This command does not read it.
    case elsewhere(RosterItem)
    /// It is hidden in the spreadsheet.
    case hidden
    /// The reasons that an earlier run wrote beside the rows that it did not take.
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
    public var letters: String { SheetColumnName(index).text }
  }

  /// The columns that have a heading or something in them, from the left.
  public internal(set) var columns: [Column] = []
  /// The headings' row among the rows that were looked at.
  public let headingRow: Int
  /// How many rows the headings take: two where one says 监护人 and the next 姓名.
  public let headingLines: Int
  /// The heading of every column.
  public let headings: [String]

  /// How far down headings are looked for.
  static let mostTitleRows = 20

  /// Looks for the row of headings; nil where none of the first rows tells enough.
  public init?(
    _ table: SheetTable, for purpose: Purpose, headings: RosterHeadings, changes: [RosterChange] = [],
    takesHidden: Bool = false
  ) {
    for (index, row) in table.rows.prefix(Self.mostTitleRows).enumerated() {
      let next = table.rows.dropFirst(index + 1).first
      let candidates = [next.flatMap { RosterHeadingLines(row, $0, table, headings) }, RosterHeadingLines(row)]
      for lines in candidates.compactMap(\.self) {
        let below = table.rows.dropFirst(index + lines.count)
        var reading = Reading(lines, purpose, headings, changes)
        if !takesHidden { reading.hidden = table.looks.hiddenColumns }
        let columns = reading.columns(below)
        guard purpose.isServed(by: columns, headings) else { continue }
        self.columns = columns
        (headingRow, headingLines, self.headings) = (index, lines.count, lines.texts)
        return
      }
    }
    return nil
  }

  /// The column that holds an item.
  public func column(of item: RosterItem) -> Int? { columns.first { $0.use == .item(item) }?.index }

  /// The items that are read.
  public var items: [RosterItem] { columns.compactMap { if case .item(let item) = $0.use { item } else { nil } } }

  /// How the headings of one or two lines are taken.
  private struct Reading {
    let lines: RosterHeadingLines
    let purpose: Purpose
    let headings: RosterHeadings
    let changes: [RosterChange]
    var hidden: [ClosedRange<Int>] = []
    private var taken: Set<RosterItem> = []

    init(_ lines: RosterHeadingLines, _ purpose: Purpose, _ headings: RosterHeadings, _ changes: [RosterChange]) {
      (self.lines, self.purpose, self.headings, self.changes) = (lines, purpose, headings, changes)
    }

    mutating func columns(_ below: ArraySlice<SheetRow>) -> [Column] {
      // What somebody says of a column goes before what another one's heading says.
      var said: [Int: Use] = [:]
      for (index, text) in lines.texts.enumerated() {
        guard let change = changes.last(where: { $0.means(index, heading: text) }) else { continue }
        said[index] = change.item.map { claim($0) } ?? .neglected(.unwanted)
      }
      let width = max(lines.texts.count, below.map(\.cells.count).max() ?? 0)
      for index in lines.texts.count..<max(width, lines.texts.count) {
        guard let change = changes.last(where: { $0.means(index, heading: "") }) else { continue }
        said[index] = change.item.map { claim($0) } ?? .neglected(.unwanted)
      }
      return (0..<width).compactMap { index in
        let text = lines.texts.indices.contains(index) ? lines.texts[index] : ""
        guard let use = said[index] ?? use(of: index, text, below) else { return nil }
        return Column(index: index, heading: text, use: use)
      }
    }

    private mutating func use(of index: Int, _ text: String, _ below: ArraySlice<SheetRow>) -> Use? {
      let key = RosterHeadings.key(text)
      if key.isEmpty { return below.contains { $0.has(index) } ? .neglected(.nameless) : nil }
      if key == RestSheet.reasonHeading { return .neglected(.reason) }
      if hidden.contains(where: { $0.contains(index) }) { return .neglected(.hidden) }
      if let item = lines.item(index, headings) { return claim(item) }
      return .neglected(headings.words.isOfAnotherPerson(text) ? .ofAnotherPerson : .unknown)
    }

    private mutating func claim(_ item: RosterItem) -> Use {
      guard purpose.reads(item, headings) else { return .neglected(.elsewhere(item)) }
      return taken.insert(item).inserted ? .item(item) : .neglected(.doubled(item))
    }
  }
}

extension RosterMapping.Purpose {
  /// Whether an item is read at all for this purpose.
  fileprivate func reads(_ item: RosterItem, _ headings: RosterHeadings) -> Bool {
    switch self {
    case .children: item != .studentNumber
    case .studentNumbers: item == .studentNumber || item == headings.name || item == headings.number
    }
  }

  /// Whether a row with these columns is one of headings: a title that happens to hold a heading's word is none.
  fileprivate func isServed(by columns: [RosterMapping.Column], _ headings: RosterHeadings) -> Bool {
    let headed = columns.filter { !$0.heading.isEmpty && $0.use != .neglected(.hidden) }
    let items = headed.compactMap { column in
      if case .item(let item) = column.use { item } else { nil }
    }
    switch self {
    case .children:
      let told = columns.contains { column in
        guard case .item(let item) = column.use else { return false }
        return item == headings.name || item == headings.number
      }
      guard told else { return false }
      return items.count > 1 || items.count == headed.count
    case .studentNumbers: return items.contains(.studentNumber) && items.contains { $0 == headings.number }
    }
  }
}
