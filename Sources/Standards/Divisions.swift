/// The divisions of GB/T 2260 with every code abolished since 1980 (`lists/division.tsv`).
///
/// Citizen numbers carry the area of first registration for life, so an abolished code is as good as a current one.
/// Some codes were given out more than once (419001 was 义马市, then 济源市; a renamed county keeps its code): each
/// period is an entry of its own, and a code alone means its current entry, or the latest.
/// Areas of residence permits, 810000, 820000 and 830000, are included.
///
/// Only numbers are read when the table is opened; names are read when asked for.
public struct Divisions: Sendable {
  /// Columns: code, name, level, parent, from, to, kind, pinyin, other_pinyin.
  public let table: TSVTable
  let columns: Columns
  /// One for each row, ordered by code, then by period, the current one last.
  private let entries: [Entry]
  /// The entries' codes, for the search that `knows` does.
  private let codes: [Int32]

  struct Columns: Sendable {
    let code, name, level, parent, from, until, kind, pinyin, otherPinyin: Int
  }

  struct Entry: Sendable {
    var code: Int32
    var parent: Int32
    var row: Int32
    var from: Int16
    /// `Entry.stands` for one that was never abolished, so that periods compare as numbers.
    var until: Int16
    var level: Division.Level
    var kind: Division.Kind

    static let stands = Int16.max
    var isCurrent: Bool { until == Self.stands }
    /// The last year the entry was in force.
    var lastYear: Int16 { isCurrent ? until : max(from, until - 1) }
  }

  public init(_ table: TSVTable) throws(TableError) {
    self.table = table
    columns = try Columns(table)
    var entries: [Entry] = []
    entries.reserveCapacity(table.count)
    let columns = columns
    try table.withBytes { bytes throws(TableError) in
      for row in 0..<table.count {
        entries.append(try Entry(row: row, of: table, columns: columns, bytes: bytes))
      }
    }
    entries.sort { ($0.code, $0.until, $0.from) < ($1.code, $1.until, $1.from) }
    self.entries = entries
    codes = entries.map(\.code)
  }

  /// The table of a form folder.
  public init(in folder: FormFolder) throws {
    try self.init(TSVTable("lists/division.tsv", in: folder))
  }

  /// How many entries there are, abolished ones included.
  public var count: Int { entries.count }

  /// True when the six digits are the code of any division, abolished ones and headings included.
  @inlinable
  public func knows(area code: some StringProtocol) -> Bool {
    guard let number = Self.number(code.utf8) else { return false }
    return knows(area: number)
  }

  /// The same for a code as a number, such as 441302.
  public func knows(area code: Int) -> Bool {
    guard let code = Int32(exactly: code) else { return false }
    let place = lowerBound(code)
    return place < codes.count && codes[place] == code
  }

  /// The year in which the last entry of a code was abolished; nil where one stands, and for an unknown code.
  public func yearAbolished(of code: some StringProtocol) -> Int? {
    guard let entry = entry(code), !entry.isCurrent else { return nil }
    return Int(entry.until)
  }

  /// The code's current entry, else its latest.
  public func division(_ code: some StringProtocol) -> Division? {
    entry(code).map(division)
  }

  /// All entries of a code, the oldest first.
  public func entries(_ code: some StringProtocol) -> [Division] {
    guard let number = Self.number(code.utf8) else { return [] }
    return range(of: number).map { division(entries[$0]) }
  }

  /// The names of the province, the prefecture and the county that the code stands for, as far as it reaches;
  /// headings that are no places are left out (110105 is 北京市, 朝阳区). Empty for an unknown code.
  ///
  /// A parent that was renamed has the name that it had at the end of the division's own period, so an abolished county
  /// is shown below the prefecture it last belonged to.
  public func path(of code: some StringProtocol) -> [String] {
    entry(code).map(path) ?? []
  }

  /// The same in Latin letters.
  public func romanisedPath(of code: some StringProtocol) -> [String] {
    entry(code).map { entries(above: $0).map(romanised) } ?? []
  }

  /// Every name that a division has or had, in Latin letters, and those that the table's remarks add.
  public func romanisedNames() -> [String: String] {
    var names = Dictionary(entries.map { (name(of: $0), romanised($0)) }, uniquingKeysWith: { first, _ in first })
    for (key, pinyin) in table.remarks where key.hasPrefix(Self.remark) {
      let name = String(key.dropFirst(Self.remark.count))
      names[name] = RomanisedName.of(name, pinyin: pinyin)
    }
    return names
  }

  /// The beginning of a remark that spells a name differently from the search: 陕西 is Shaanxi on every map.
  private static let remark = "pinyin of "

  /// The same for one period of a code.
  public func path(of division: Division) -> [String] {
    guard let number = Self.number(division.code.utf8) else { return [] }
    let place = range(of: number).first { entries[$0].row == division.row }
    return place.map { path(of: entries[$0]) } ?? []
  }

  // MARK: - Within the module

  /// In the order of the table: the entry of each row.
  func entriesByRow() -> [Entry] {
    entries.sorted { $0.row < $1.row }
  }

  /// The parent's entry in force at the end of the entry's period, else the latest.
  func parent(of entry: Entry) -> Entry? {
    guard entry.parent != 0 else { return nil }
    let periods = range(of: entry.parent)
    // Ordered by their end: the first that lasts to the entry's last year, if it has begun by then.
    let match = periods.first { entries[$0].lastYear >= entry.lastYear && entries[$0].from <= entry.lastYear }
    return (match ?? periods.last).map { entries[$0] }
  }

  /// All periods of the entry's code.
  func periods(of entry: Entry) -> ArraySlice<Entry> { entries[range(of: entry.code)] }

  func name(of entry: Entry) -> String { table.text(row: Int(entry.row), column: columns.name) }

  private func romanised(_ entry: Entry) -> String {
    let name = name(of: entry)
    let pinyin = table.remarks[Self.remark + name] ?? table.text(row: Int(entry.row), column: columns.pinyin)
    return RomanisedName.of(name, pinyin: pinyin)
  }

  private func path(of entry: Entry) -> [String] { entries(above: entry).map(name) }

  /// The entry behind those that it lies in, from the province down.
  private func entries(above entry: Entry) -> [Entry] {
    var path: [Entry] = []
    path.reserveCapacity(3)
    var next: Entry? = entry
    // A table written by hand might name a division its own ancestor.
    for _ in Division.Level.allCases {
      guard let entry = next else { break }
      if entry.kind != .aggregate { path.append(entry) }
      next = parent(of: entry)
    }
    path.reverse()
    return path
  }

  private func entry(_ code: some StringProtocol) -> Entry? {
    guard let number = Self.number(code.utf8) else { return nil }
    return range(of: number).last.map { entries[$0] }
  }

  private func division(_ entry: Entry) -> Division {
    Division(
      code: Self.text(entry.code), name: name(of: entry), level: entry.level, kind: entry.kind,
      parent: entry.parent == 0 ? nil : Self.text(entry.parent), from: Int(entry.from),
      until: entry.isCurrent ? nil : Int(entry.until), row: Int(entry.row))
  }

  private func range(of code: Int32) -> Range<Int> {
    let start = lowerBound(code)
    var end = start
    while end < codes.count && codes[end] == code { end += 1 }
    return start..<end
  }

  private func lowerBound(_ code: Int32) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) >> 1
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func range(of code: Int) -> Range<Int> { Int32(exactly: code).map { range(of: $0) } ?? 0..<0 }

  /// Six digits; no code begins with 0.
  static func text(_ code: Int32) -> String { String(code) }
}
