extension SearchIndex {
  /// Provinces, prefectures and counties with every abolished one; headings and area codes that are no places are left
  /// out.
  ///
  /// Of a code that had the same name in several periods only the last is an entry.
  public static func divisions(_ divisions: Divisions) -> SearchIndex {
    var builder = DivisionEntries(divisions)
    builder.addAll { _ in true }
    return builder.finish(isSelectable: true)
  }

  /// The places of the sheet (`lists/region.tsv`: code, province, prefecture, name, pinyin, other_pinyin).
  ///
  /// The first entries are the table's rows in order; rows without a name are not offered. Abolished divisions follow,
  /// which cannot be taken: typed by name they show since when they are gone, with the places of the list that took
  /// over. Left out of these are codes that the sheet still has, and names that a place above in the same province
  /// bears today (惠州市 was once a county).
  public static func regions(_ table: TSVTable, _ divisions: Divisions) throws(TableError) -> SearchIndex {
    let columns = (
      code: try table.requiredColumn("code"), province: try table.requiredColumn("province"),
      prefecture: try table.requiredColumn("prefecture"), name: try table.requiredColumn("name"),
      pinyin: try table.requiredColumn("pinyin"), others: table.column("other_pinyin")
    )
    var builder = DivisionEntries(divisions)
    var codes: Set<Int> = []
    var names: Set<String> = []
    table.withBytes { bytes in
      func field(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[table.range(row: row, column: column)])
      }
      var components: [Int32] = []
      let named = (0..<table.count).filter { !field($0, columns.name).isEmpty }
      components.reserveCapacity(named.count)
      for row in named {
        let others = columns.others.map { field(row, $0) } ?? UnsafeBufferPointer(rebasing: bytes[0..<0])
        components.append(
          builder.index.addComponent(field(row, columns.name), pinyin: field(row, columns.pinyin), others: others))
      }
      var path: (province: String, prefecture: String, node: Int32) = ("", "", Node.none)
      var nodes: [String: Int32] = [:]
      for (place, row) in named.enumerated() {
        let province = table.text(row: row, column: columns.province)
        let prefecture = table.text(row: row, column: columns.prefecture)
        if province != path.province || prefecture != path.prefecture {
          path = (province, prefecture, Node.none)
          for (key, name) in [(province, province), (province + "\t" + prefecture, prefecture)] where !name.isEmpty {
            if let known = nodes[key] {
              path.node = known
            } else {
              path.node = builder.index.addNode(builder.component(named: name), below: path.node)
              nodes[key] = path.node
              names.insert("\(divisionPrefix(field(row, columns.code)))\(name)")
            }
          }
        }
        let code = field(row, columns.code)
        builder.index.addEntry(
          code: code, component: components[place], node: path.node, level: Int(Division.Level.county.rawValue))
        if let number = Divisions.number(code.prefix(6)) { codes.insert(number) }
      }
    }
    builder.addAll { entry in
      !entry.isCurrent && !codes.contains(Int(entry.code))
        && !names.contains("\(entry.code / 10_000)\(divisions.name(of: entry))")
    }
    return builder.finish(isSelectable: false)
  }

  /// A list with the common columns code, text, label, english, pinyin, also, other_pinyin, of which only the first two
  /// are needed; entries are the table's rows in order, shown by label where there is one.
  public static func list(_ table: TSVTable) throws(TableError) -> SearchIndex {
    let code = try table.requiredColumn("code")
    let text = try table.requiredColumn("text")
    let (label, english) = (table.column("label"), table.column("english"))
    let (pinyin, also, others) = (table.column("pinyin"), table.column("also"), table.column("other_pinyin"))
    return SearchIndex(
      entries: table.rows.map { row in
        var entry = SearchEntry(code: row[code], name: row[label].isEmpty ? row[text] : row[label])
        entry.pinyin = ([row[pinyin]] + row[others].split(separator: "|").map(String.init)).filter { !$0.isEmpty }
        entry.also = row[also].split(separator: "|").map(String.init)
        if entry.name != row[text] { entry.also.append(row[text]) }
        entry.english = row[english]
        return entry
      })
  }

  /// The first two digits, to tell provinces apart.
  private static func divisionPrefix(_ code: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: code.prefix(2), as: UTF8.self)
  }
}

/// Adds rows of `lists/division.tsv` to an index, each name once.
private struct DivisionEntries {
  var index = SearchIndexBuilder()
  private let divisions: Divisions
  private let rows: [Divisions.Entry]
  private var components: [Int32?]
  private var nodes: [Int32?]
  private lazy var rowsByName: [String: Int] = provincesAndPrefectures()
  private var wanted: [Divisions.Entry] = []

  init(_ divisions: Divisions) {
    self.divisions = divisions
    rows = divisions.entriesByRow()
    components = Array(repeating: nil, count: rows.count)
    nodes = Array(repeating: nil, count: rows.count)
  }

  /// The name of a province or prefecture of the table with its readings, else the name alone.
  mutating func component(named name: String) -> Int32 {
    if let row = rowsByName[name] { return component(row) }
    return index.addComponent(name)
  }

  /// Chooses the entries that are to be added, real places only.
  ///
  /// Of periods in which a code had one and the same name, the last alone: a second line would say nothing new.
  mutating func addAll(where isWanted: (Divisions.Entry) -> Bool) {
    let (table, column) = (divisions.table, divisions.columns.name)
    wanted = table.withBytes { bytes in
      rows.filter { entry in
        guard entry.kind == .real, isWanted(entry) else { return false }
        return !divisions.periods(of: entry).contains { other in
          other.until > entry.until
            && bytes[table.range(row: Int(other.row), column: column)]
              .elementsEqual(bytes[table.range(row: Int(entry.row), column: column)])
        }
      }
    }
  }

  /// Adds what was chosen.
  consuming func finish(isSelectable: Bool) -> SearchIndex {
    let columns = divisions.columns
    for entry in wanted {
      let row = Int(entry.row)
      let component = component(row)
      let node = node(above: entry)
      divisions.table.withBytes { bytes in
        index.addEntry(
          code: UnsafeBufferPointer(rebasing: bytes[divisions.table.range(row: row, column: columns.code)]),
          component: component, node: node, level: Int(entry.level.rawValue), retiredYear: entry.until,
          isSelectable: isSelectable)
      }
    }
    return index.finish()
  }

  private mutating func component(_ row: Int) -> Int32 {
    if let known = components[row] { return known }
    let (table, columns) = (divisions.table, divisions.columns)
    let added = table.withBytes { bytes in
      index.addComponent(
        UnsafeBufferPointer(rebasing: bytes[table.range(row: row, column: columns.name)]),
        pinyin: UnsafeBufferPointer(rebasing: bytes[table.range(row: row, column: columns.pinyin)]),
        others: UnsafeBufferPointer(rebasing: bytes[table.range(row: row, column: columns.otherPinyin)]))
    }
    components[row] = added
    return added
  }

  /// The path's last step: the nearest real place above.
  private mutating func node(above entry: Divisions.Entry) -> Int32 {
    guard let parent = divisions.parent(of: entry), parent.level < entry.level else { return SearchIndex.Node.none }
    if let known = nodes[Int(parent.row)] { return known }
    let above = node(above: parent)
    let own = parent.kind == .aggregate ? above : index.addNode(component(Int(parent.row)), below: above)
    nodes[Int(parent.row)] = own
    return own
  }

  private func provincesAndPrefectures() -> [String: Int] {
    var rowsByName: [String: Int] = [:]
    for entry in rows where entry.level != .county && entry.kind != .aggregate {
      let name = divisions.name(of: entry)
      if rowsByName[name] == nil { rowsByName[name] = Int(entry.row) }
    }
    return rowsByName
  }
}
