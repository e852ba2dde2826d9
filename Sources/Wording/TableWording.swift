import Standards

extension Wording {
  /// What is wrong with a table of a form, where, and what to do.
  public func message(_ error: TableError) -> String {
    let (path, detail) = (plain(error.path), plain(error.detail))
    let place = error.line > 0 ? say("\(path) 第 \(error.line) 行：", "\(path), line \(error.line): ") : path + colon
    let remedy =
      switch error.code {
      case .notUTF8: say("不是 UTF-8 文字，请把文件另存为 UTF-8。", "this is not UTF-8 text; save the file as UTF-8.")
      case .noHeader:
        say("没有表头，请在第一行写上各列的名字，用 Tab 隔开。", "there is no header; name the columns in the first line, separated by tabs.")
      case .emptyColumnName:
        say("表头里有一列没有名字，请补上或删去多余的 Tab。", "a column of the header has no name; name it or delete the extra tab.")
      case .columnTwice: say("表头里“\(detail)”出现了两次，请改掉一个。", "the header has “\(detail)” twice; rename one of them.")
      case .columnMissing: say("表头里缺“\(detail)”这一列，请补上。", "the header lacks the column “\(detail)”; add it.")
      case .fieldCount:
        say(
          "列数与表头不同（\(detail)），请检查 Tab 是多了还是少了。",
          "the line has not as many fields as the header (\(detail)); look for a tab too many or too few.")
      case .controlCharacter:
        say("有看不见的控制字符（\(detail)），请删去。", "there is an invisible control character (\(detail)); delete it.")
      case .badValue: say("“\(detail)”不合要求，请改正。", "“\(detail)” is not allowed here; correct it.")
      case .tooLarge: say("表太大，请检查是不是放错了文件。", "the table is too large; check that it is the right file.")
      }
    return place + remedy
  }
}
