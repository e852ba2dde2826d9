/// What the workbook's own part says: its sheets in their order, and how it counts days.
final class WorkbookSheets: XMLHandler {
  struct Sheet {
    var name: String
    /// Its relation.
    var id: String
    /// A hidden one holds the words of drop-down lists.
    var isShown: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Days are counted from 1904, as on early Macintoshes.
  private(set) var countsFrom1904 = false
  /// False when the root is another: a text document or slides.
  private(set) var isWorkbook = false

  private let part: String
  private var depth = 0
  private var isInSheets = false

  /// More than any workbook has.
  private static let most = 10_000

  init(part: String) { self.part = part }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetProblem) {
    depth += 1
    switch depth {
    case 1: isWorkbook = name.is("workbook")
    case 2:
      isInSheets = name.is("sheets")
      if name.is("workbookPr") { countsFrom1904 = attributes.isTrue("date1904") }
    case 3 where isInSheets && name.is("sheet"):
      guard let id = attributes[local: "id"] else { return }
      guard sheets.count < Self.most else { throw .damaged(part: part) }
      sheets.append(
        Sheet(
          name: attributes.text("name") ?? "", id: String(cString: id),
          isShown: attributes.text("state") ?? "visible" == "visible"))
    default: break
    }
  }

  func end() { depth -= 1 }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
