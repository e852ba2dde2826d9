import FormModel

/// What the value of an argument or an option is called on a page of help.
///
/// The raw values are the names that the parser uses for them, in completion scripts and in what it tells programs.
public enum ValuePhrase: String, Phrase {
  case cause
  case className = "class"
  case code, codes
  case columnItem = "column=item"
  case count, date
  case folder = "dir"
  case division, encoding, file, files, format, item, lang, list, name, numbers, order, query, reason, role, status
  case text, what, word

  public var text: Localized {
    switch self {
    case .cause: Localized("为什么", "cause")
    case .className: Localized("班名", "class")
    case .code: Localized("码", "code")
    case .codes: Localized("取件码", "codes")
    case .columnItem: Localized("列=项", "column=item")
    case .count: Localized("行数", "count")
    case .date: Localized("日期", "date")
    case .folder: Localized("文件夹", "dir")
    case .division: Localized("区县代码", "division")
    case .encoding: Localized("编码", "encoding")
    case .file: Localized("文件", "file")
    case .files: Localized("文件", "files")
    case .format: Localized("格式", "format")
    case .item: Localized("第几项", "item")
    case .lang: Localized("语言", "lang")
    case .list: Localized("名单", "list")
    case .name: Localized("名字", "name")
    case .numbers: Localized("号码", "numbers")
    case .order: Localized("次序", "order")
    case .query: Localized("要找的", "query")
    case .reason: Localized("原因", "reason")
    case .role: Localized("身份", "role")
    case .status: Localized("状态", "status")
    case .text: Localized("文字", "text")
    case .what: Localized("做法", "what")
    case .word: Localized("词", "word")
    }
  }
}
