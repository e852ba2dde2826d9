/// What is wrong with a table of `Forms/lists/`: the file, the line, and what to do.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason; the raw value is stable and may be tested or printed for scripts.
  public enum Code: String, CaseIterable, Sendable {
    case notUTF8 = "table-not-utf8"
    case noHeader = "table-no-header"
    case emptyColumnName = "table-column-unnamed"
    case columnTwice = "table-column-twice"
    case columnMissing = "table-column-missing"
    case fieldCount = "table-field-count"
    case controlCharacter = "table-control-character"
    case badValue = "table-bad-value"
    case tooLarge = "table-too-large"
  }

  public var code: Code
  /// The table's file name below `Forms/`.
  public var path: String
  /// Counted from 1, the comment lines and the header included; 0 when the whole file is meant.
  public var line: Int
  /// What was found or missing: a column's name, a value, or "found/wanted" for a count.
  public var detail: String

  public init(_ code: Code, path: String, line: Int, detail: String = "") {
    self.code = code
    self.path = path
    self.line = line
    self.detail = detail
  }

  /// One sentence in Chinese that names the file, the line and what to do.
  public var message: String { "\(path) \(line > 0 ? "第 \(line) 行" : "")：\(remedy)" }

  /// The same sentence in English.
  public var english: String { "\(path)\(line > 0 ? ", line \(line)" : ""): \(englishRemedy)" }

  public var description: String { english }

  private var remedy: String {
    switch code {
    case .notUTF8: "不是 UTF-8 文字，请把文件另存为 UTF-8。"
    case .noHeader: "没有表头，请在第一行写上各列的名字，用 Tab 隔开。"
    case .emptyColumnName: "表头里有一列没有名字，请补上或删去多余的 Tab。"
    case .columnTwice: "表头里“\(detail)”出现了两次，请改掉一个。"
    case .columnMissing: "表头里缺“\(detail)”这一列，请补上。"
    case .fieldCount: "列数与表头不同（\(detail)），请检查 Tab 是多了还是少了。"
    case .controlCharacter: "有看不见的控制字符（\(detail)），请删去。"
    case .badValue: "“\(detail)”不合要求，请改正。"
    case .tooLarge: "表太大，请检查是不是放错了文件。"
    }
  }

  private var englishRemedy: String {
    switch code {
    case .notUTF8: "this is not UTF-8 text; save the file as UTF-8."
    case .noHeader: "there is no header; name the columns in the first line, separated by tabs."
    case .emptyColumnName: "a column of the header has no name; name it or delete the extra tab."
    case .columnTwice: "the header has “\(detail)” twice; rename one of them."
    case .columnMissing: "the header lacks the column “\(detail)”; add it."
    case .fieldCount: "the line has not as many fields as the header (\(detail)); look for a tab too many or too few."
    case .controlCharacter: "there is an invisible control character (\(detail)); delete it."
    case .badValue: "“\(detail)” is not allowed here; correct it."
    case .tooLarge: "the table is too large; check that it is the right file."
    }
  }
}
