/// The headings of a roster, in one line or in two: 监护人 above 姓名, 身份证号 and 电话.
struct RosterHeadingLines {
  /// How many rows they take.
  let count: Int
  /// The heading of each column as it is shown, such as 监护人/姓名.
  let texts: [String]
  private let upper: [String]
  private let lower: [String]

  /// The headings of one line.
  init(_ row: SheetRow) {
    count = 1
    texts = row.cells.map(\.plainText)
    (upper, lower) = (texts, [])
  }

  /// Two rows, if the second says more of the first; nil where it is something else.
  init?(_ row: SheetRow, _ next: SheetRow, _ table: SheetTable, _ headings: RosterHeadings) {
    guard next.number == row.number + 1 else { return nil }
    let width = max(row.cells.count, next.cells.count)
    let own = (0..<width).map { row.cell($0).plainText }
    // Text that cannot be seen adds nothing to the heading above it.
    let lower = (0..<width).map { column in
      let text = next.cell(column).plainText
      return text.unicodeScalars.allSatisfy { $0.isInvisible || $0.isWhiteSpace } ? "" : text
    }
    guard Set(own.filter { !$0.isEmpty }).count > 1 else { return nil }
    var upper = own
    for column in upper.indices.dropFirst() where upper[column].isEmpty {
      let isMerged = table.looks.merged.contains {
        $0.rows.contains(row.number) && $0.columns.contains(column - 1) && $0.columns.contains(column)
      }
      // A file of text does not say what was merged: an empty cell above a filled one belongs to the cell on its left.
      if isMerged || !lower[column].isEmpty { upper[column] = upper[column - 1] }
    }
    (self.upper, self.lower) = (upper, lower)
    count = 2
    texts = zip(upper, lower).map { Self.text($0, $1, headings) }
    let below = lower.indices.filter { !lower[$0].isEmpty && lower[$0] != own[$0] }
    let known = below.filter {
      Self.together(upper[$0], lower[$0], headings) != nil || headings.item(of: lower[$0]) != nil
    }
    let isHeading = !known.isEmpty && known.count * 2 >= below.count
    let tells = upper.indices.contains { column in
      lower[column].isEmpty
        ? headings.item(of: upper[column]) != nil : Self.together(upper[column], lower[column], headings) != nil
    }
    guard isHeading, tells else { return nil }
  }

  /// What a column holds: by both lines together; by the lower alone, unless the upper one is about somebody else.
  func item(_ column: Int, _ headings: RosterHeadings) -> RosterItem? {
    guard lower.indices.contains(column) else { return headings.item(of: upper[column]) }
    return Self.item(upper[column], lower[column], headings)
  }

  private static func item(_ upper: String, _ lower: String, _ headings: RosterHeadings) -> RosterItem? {
    if let item = together(upper, lower, headings) { return item }
    if lower.isEmpty || headings.words.isOfAnotherPerson(upper) { return headings.item(of: upper + lower) }
    return headings.item(of: lower) ?? headings.item(of: upper)
  }

  /// What both lines say as one: 监护人 and 姓名, 幼儿信息 and 姓名.
  private static func together(_ upper: String, _ lower: String, _ headings: RosterHeadings) -> RosterItem? {
    guard !upper.isEmpty, !lower.isEmpty, upper != lower else { return nil }
    return headings.item(of: upper + lower) ?? headings.item(of: plain(upper) + lower)
  }

  /// The heading as one, so that it is read as the same item wherever it stands alone.
  private static func text(_ upper: String, _ lower: String, _ headings: RosterHeadings) -> String {
    if lower.isEmpty || upper == lower { return upper }
    if upper.isEmpty { return lower }
    let item = item(upper, lower, headings)
    let texts = ["\(upper)/\(lower)", "\(plain(upper))/\(lower)", lower, upper]
    return texts.first { headings.item(of: $0) == item } ?? texts[0]
  }

  /// 监护人信息 is about the 监护人.
  private static func plain(_ upper: String) -> String {
    var text = upper[...]
    for word in ["信息", "情况", "资料", "基本"] where text.hasSuffix(word) && text.count > word.count {
      text = text.dropLast(word.count)
    }
    return String(text)
  }
}
