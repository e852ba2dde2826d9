import FormModel

/// The words of the page that brings a roster in.
public enum ImportPhrase: Phrase {
  case file
  case whichFile
  case noFile
  case table
  case rows
  case whatColumn
  case nothing
  case differencesKept
  case differencesTaken
  case attemptStopped
  case keyAttempt
  case keyChange
  case keyFile
  case keyImport
  case would
  case fileHint
  case emptyFolder
  case noRoom
  case help

  public var text: Localized {
    switch self {
    case .file: Localized("名单在哪个文件里？", "Which file has the roster?")
    case .whichFile: Localized("打开哪一个？", "Which one is opened?")
    case .noFile: Localized("还没有选文件，按 f 选一个。", "No file is chosen yet; f chooses one.")
    case .table: Localized("表格", "table")
    case .rows: Localized("{} 个孩子", "{} children")
    case .whatColumn: Localized("这一列写的是什么？", "What does this column hold?")
    case .nothing: Localized("不导入", "not read")
    case .differencesKept: Localized("和登记的不一样时：登记的不动", "where the record differs: the record stays")
    case .attemptStopped: Localized("停下来了，什么也没有改。", "Stopped; nothing was changed.")
    case .differencesTaken: Localized("和登记的不一样时：改成名单上的", "where the record differs: the roster's is taken")
    case .keyAttempt: Localized("先看结果", "see what comes of it")
    case .keyChange: Localized("改", "change")
    case .keyFile: Localized("换文件", "another file")
    case .keyImport: Localized("导入", "import")
    case .would: Localized("导入后会是：{}。还没有导入。", "Imported, it would be: {}. Nothing is imported yet.")
    case .fileHint:
      Localized(
        "写表格的名字（.xlsx 或 .csv）按 Enter；写文件夹（比如 /media/usb）或空着，就从里面挑。",
        "The name of the table (.xlsx or .csv), then Enter; a folder (such as /media/usb) or nothing, to choose from it."
      )
    case .emptyFolder:
      Localized(
        "这个文件夹里没有表格（.xlsx、.csv）。请换一个，或先把名单另存成表格。",
        "There is no table (.xlsx, .csv) in this folder; name another, or save the roster as a table first.")
    case .noRoom:
      Localized(
        "名单所在的文件夹不能写，没有导入的行没有地方放。请先把名单拷到这台电脑里，再导入。",
        "Nothing can be written in the roster's folder, where the rows go that are not taken. Copy the roster to this computer first, then import it."
      )
    case .help:
      Localized(
        "先看每一列认得对不对，不对就在那一列按 Enter 改。按 i 先看每个孩子会怎样，这时什么也不改；看好了再按 Enter 导入。已经登记的孩子只补空着的，没有导入的行会另写一个文件，改好可以再导入。",
        "First see that each column is taken for the right thing; Enter changes it. i shows what would become of each child and changes nothing; then Enter imports. A child who is registered only gets what is blank; rows that are not taken go into a file of their own, to be mended and imported again."
      )
    }
  }
}
