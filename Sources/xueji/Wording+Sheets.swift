import Desk
import FormModel
import Sheets

/// The sentences about tables that are read.
extension Wording {
  private func say(_ chinese: String, _ english: String) -> String { Localized(chinese, english)[language] }

  /// Why a file is no table, and what to do.
  func message(_ problem: SheetProblem) -> String {
    switch problem {
    case .cannotOpen: say("打不开这个文件，请检查名字和权限。", "The file cannot be opened; check its name and permissions.")
    case .cannotRead: say("这个文件读到一半出错了，请检查磁盘。", "The file cannot be read to its end; check the disk.")
    case .empty: say("文件是空的，请看看是不是选错了文件。", "Nothing is in the file; see whether it is the right one.")
    case .encrypted:
      say("这个文件有密码，请打开后去掉密码再保存。", "The file is protected by a password; open it, take the password off and save it.")
    case .oldWorkbook:
      say("这是旧格式的表格（.xls），请另存为 .xlsx。", "This is a workbook of the old kind (.xls); save it as .xlsx.")
    case .damaged(let part):
      say(
        "文件坏了（\(plain(part))），请用表格软件打开，另存为 .xlsx 再试。",
        "The file is damaged (\(plain(part))); open it in a spreadsheet, save it as .xlsx and try again.")
    case .bomb:
      say(
        "这个文件展开来太大了，不像一张登记表；请只留下要用的那张表。",
        "The file unpacks to more than any sheet takes; keep the sheet that is needed.")
    case .notATable:
      say(
        "这不是表格，请用 .xlsx 或 .csv；网页、.xlsb 和 .ods 请另存为 .xlsx。",
        "This is no table; use .xlsx or .csv, and save a web page, .xlsb or .ods as .xlsx.")
    case .tooManyColumns(let row):
      say(
        "第 \(row) 行的列太多了，请删去右边用不着的列。", "Row \(row) has too many columns; delete those on the right that are not needed."
      )
    case .rowTooLarge(let row):
      say("第 \(row) 行太长，看看引号是不是没有成对。", "Row \(row) is too long; look for a quote that is not closed.")
    case .cellTooLong(let row):
      say("第 \(row) 行有一格的文字太长了，请删短。", "A cell of row \(row) holds too much text; shorten it.")
    case .unknownEncoding(let row):
      say("第 \(row) 行的文字认不出编码，请另存为 UTF-8。", "The text of row \(row) is in no known encoding; save the file as UTF-8.")
    case .openQuote(let row): say("第 \(row) 行的引号没有成对。", "A quote of row \(row) is not closed.")
    }
  }
}
