/// What the workbook's own part says: its sheets in their order, and how it counts days.
final class WorkbookSheets: XMLHandler {
  /// The relations of the sheets that are shown; a hidden one holds the words of drop-down lists.
  private(set) var shown: [String] = []
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
      let state = attributes.text("state") ?? "visible"
      guard state == "visible", let id = attributes[local: "id"] else { return }
      guard shown.count < Self.most else { throw .damaged(part: part) }
      shown.append(String(cString: id))
    default: break
    }
  }

  func end() { depth -= 1 }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
