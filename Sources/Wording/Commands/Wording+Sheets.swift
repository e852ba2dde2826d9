import FormModel
import Sheets

/// The sentences about tables that are read.
extension Wording {
  /// Why a file is no table, and what to do.
  public func message(_ problem: SheetProblem) -> String {
    switch problem {
    case .cannotOpen: cannotOpenFile
    case .notAFile: notAFile
    case .cannotRead: cannotReadFile
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

  /// Where the headings were looked for and not found.
  public var noHeadings: String {
    say(
      "没有找到表头：请在数据上面加一行，照官方表写上“姓名”“性别”等各项。",
      "No row of headings was found; above the children, put one with those of the official sheet, such as 姓名 and 性别.")
  }

  /// The row of the spreadsheet, where counting the children does not lead there.
  public func row(of place: SheetPlace) -> String {
    place.isElsewhere ? say("（表格第 \(place.row) 行）", " (row \(place.row))") : ""
  }

  /// What is found in a sheet beside what concerns one child's answers.
  public func message(_ finding: SheetFinding) -> String {
    switch finding.rule {
    case .numberCell:
      say(
        "这一格存成了数字，后面几位已经丢了：请把这一列设为文本，照证件重填。",
        "This cell holds a number, which loses its last digits; make the column text and type it again from the paper.")
    case .dateAsNumber:
      say(
        "这一格是数字，不是日期：请把这一列设为日期，再看对不对。",
        "This cell holds a number and no date; make the column a date and see whether it is right.")
    case .dateCell:
      say(
        "表格软件把这一格当成了日期：请把这一列设为文本，再填一次。", "The spreadsheet took this for a date; make the column text and type it again."
      )
    case .failedFormula:
      say("这一格的公式出错了，请直接填上内容。", "The formula of this cell has failed; type what belongs here.")
    case .otherWord(let word):
      say(
        "官方表的名单里写作“\(word)”，请照这个改，不然导不进去。",
        "The official list spells it “\(word)”; write it so, or the row is not taken.")
    case .unsavedFormula: unsavedFormula
    case .lostCharacter(let scalar): refusal(.notInName(scalar))
    case .variantKept(let hanzi): (message([.variantKept(hanzi)]) ?? "") + say("。", ".")
    case .duplicateInFile(let place):
      say(
        "和\(child(place))的号码一样：请看是填了两次，还是有一个抄错了。",
        "The number is that of \(child(place)); see whether the child stands there twice or a number is wrong.")
    case .sameChildInFile(let place):
      say(
        "和\(child(place))同名、同一天出生，是同一个孩子吗？",
        "The name and the birth date are those of \(child(place)). Is it the same child?")
    case .recordTwice(let place):
      say(
        "和\(child(place))是同一份登记：请只留下一份。",
        "This is the same record as \(child(place)); keep one of the two.")
    case .duplicateInStore(let code, .out):
      say(
        "本机的登记 \(code) 是这个号码，已经导出过：同一个孩子不要再导入一次。",
        "The record \(code) of this desk has the number and has gone out already; do not bring the child in again.")
    case .duplicateInStore(let code, .handedIn):
      say(
        "本机的登记 \(code) 也是这个号码：请看是不是同一个孩子，只报一次。",
        "The record \(code) of this desk has the number as well; see whether it is the same child, who is reported once."
      )
    case .duplicateInStore(let code, .draft):
      say(
        "本机还没交的登记 \(code) 也是这个号码：请看是不是同一个孩子。",
        "The record \(code) of this desk, not handed in yet, has the number as well; see whether it is the same child.")
    case .sameChildInStore(let code):
      say(
        "和本机的登记 \(code) 同名、同一天出生，是同一个孩子吗？",
        "The name and the birth date are those of the record \(code) of this desk. Is it the same child?")
    }
  }

  /// A table that is not the official one.
  public var isRoster: String {
    say("不是全国系统的表，当作花名册检查：只看有的列。", "Not the official sheet: checked as a roster, as far as its columns go.")
  }

  /// A sheet beside others that are checked.
  public var notRead: String { say("这张表没有表头，没有检查。", "This sheet has no headings and was not checked.") }

  /// Why a column of a roster is not checked.
  public func notChecked(_ neglect: RosterMapping.Neglect, _ form: Form) -> String {
    switch neglect {
    case .doubled, .reason: message(neglect, form)
    case .unknown, .nameless, .ofAnotherPerson, .unwanted, .elsewhere, .hidden: extraColumn
    }
  }

  /// A row of a roster that is no child's, and so not checked.
  public func notChecked(_ line: RosterSheet.Line) -> String {
    say("第 \(line.row.number) 行：", "row \(line.row.number): ") + leftOut(line)
  }

  public var unsavedFormula: String {
    say(
      "这一格是公式，文件里没有存下结果：请用表格软件打开，保存一次，或直接填上内容。",
      "This cell is a formula without a saved result; open the file in a spreadsheet and save it, or type what belongs here."
    )
  }

  private func child(_ place: SheetPlace) -> String {
    let child = say("第 \(place.child) 个孩子", "child \(place.child)") + row(of: place)
    return place.file.map { say("\(plain($0)) \(child)", "\(child) of \(plain($0))") } ?? child
  }
}
