import FormModel

/// What an argument or an option of a command is for.
public enum OptionPhrase: Phrase {
  case systemList, systemColumn, newArchive, archive, doRestore, partly, files, format, className, classCode
  case clearCode, whichDay, json, kiosk, plain, familyCode, repair, codesOrApproved, begunOn, approvedOnly, sheetFile
  case encoding, again, edition, roster, onlySheet, rosterColumn, hidden, differences, restFile, unasked, touchedOn
  case letters, letterItem
  case childrenCount, seed, errorShare, kindergartenCount, cityFile, demoStore, sources, collectedFile
  case countedSources, fromDay, toDay, grouping, suppress, named, listed, statsFile
  case ofStatus, ofWord, ofClass, gap, dueBy, search, order, list, query, limit, manualFolder, wholeNumbers, askedAbout,
    reason, cause, codes, numbers
  case language, forms, formName, store, name, today, near, personName, role, classesOfTeacher, paperFile, blank, slips,
    prefilled, printClass,
    code
  case pageOf
  case version, help

  public var text: Localized {
    switch self {
    case .systemList: Localized("系统给的名单：.xlsx 或 .csv", "The system's list: .xlsx or .csv.")
    case .systemColumn: Localized("某一列是什么，如 C=学籍号；可以重复", "What a column holds, such as C=number. May be repeated.")
    case .newArchive: Localized("备份文件；不写就放在 backups 里", "The archive; otherwise in backups below the store.")
    case .archive: Localized("备份文件", "The archive.")
    case .doRestore: Localized("真的恢复", "Do it.")
    case .partly: Localized("备份坏了也恢复读得出来的", "Also what can be read of a damaged archive.")
    case .files: Localized("文件", "The files.")
    case .format: Localized("给人看的文字，或给程序读的", "Text for people, or lines for programs.")
    case .className: Localized("班名", "The class.")
    case .classCode: Localized("班级编码", "Its code.")
    case .clearCode: Localized("去掉这个班的编码", "Take the class's code away.")
    case .whichDay: Localized("哪一天；不写就是今天", "The day; otherwise today.")
    case .json: Localized("输出 JSON", "As JSON.")
    case .kiosk: Localized("登记台专用：只有首页，不能退出", "The desk is all there is: nobody leaves it.")
    case .plain:
      Localized("一行一行地问答，不用屏幕；读屏软件、脚本用", "Question and answer in whole lines: for screen readers and scripts.")
    case .familyCode: Localized("取件码", "The code that the family took home.")
    case .repair: Localized("修复，并说明做了什么", "Mend, and say what was done.")
    case .codesOrApproved: Localized("取件码或编号；不写就是所有已通过的", "Codes or ids; otherwise all that are approved.")
    case .begunOn: Localized("只要这一天登记的", "Those begun on this day.")
    case .approvedOnly: Localized("只能是 approved，也是默认的", "approved, which is what goes out anyway.")
    case .sheetFile: Localized("写到哪里，.xlsx 或 .csv", "The file, .xlsx or .csv.")
    case .encoding: Localized("CSV 的编码", "The encoding of CSV.")
    case .again: Localized("导出过的再导出一次，写上原因", "Send again what went out, with a reason.")
    case .edition: Localized("哪一版的表", "The sheet's edition.")
    case .roster: Localized("花名册：.xlsx 或 .csv", "The roster: .xlsx or .csv.")
    case .onlySheet: Localized("只导入这张工作表；可以重复", "Only this sheet of the workbook. May be repeated.")
    case .rosterColumn:
      Localized(
        "某一列是什么，如 B=姓名、联系人=监护人姓名，备注= 就是不要；可以重复",
        "What a column holds, such as B=name; “B=” ignores it. May be repeated.")
    case .hidden: Localized("被筛选掉、隐藏的行和列也导入", "Take rows and columns too that are hidden or filtered out.")
    case .differences:
      Localized("和登记不一样的：留着、换成名单上的、逐个问", "What differs from the record: keep it, take the roster's, or ask each time.")
    case .restFile: Localized("没有导入的写到哪里；不写就在名单旁边", "Where to write what was not taken; otherwise beside the roster.")
    case .unasked: Localized("不问，直接导入", "Import without asking.")
    case .touchedOn: Localized("这一天开始的和改过的", "Those begun or changed on this day.")
    case .ofStatus: Localized("这个状态的；可以重复", "Those of this status; may be repeated.")
    case .ofWord: Localized("符合这个词的；可以重复，都要符合", "Those that the word holds of; may be repeated, all must hold.")
    case .ofClass: Localized("这个班的", "Those of this class.")
    case .gap: Localized("缺这一项的：第几项或字段名", "Those in which this item is owed or blank.")
    case .dueBy: Localized("到这一天为止该补的", "Those that owe something by this day.")
    case .search: Localized("姓名的一部分、取件码或证件号末四位", "Part of a name, a code, or a number's last four.")
    case .order: Localized("按什么排", "What to order by.")
    case .list: Localized("名单：region、division、country、ethnic 等", "The list: region, division, country, ethnic …")
    case .query: Localized("要找的，或 -", "What to find, or -.")
    case .letters: Localized("拼音；不写或写 - 就从标准输入读", "The letters; - or none reads standard input.")
    case .letterItem: Localized("填的是什么：姓名、住址、别的文字", "What is written: a name, an address, or another text.")
    case .limit: Localized("最多几行", "At most so many lines.")
    case .manualFolder: Localized("写到哪个文件夹", "The folder to write into.")
    case .wholeNumbers: Localized("证件号码、学籍号写全", "Personal numbers whole, not covered.")
    case .askedAbout: Localized("问的是第几项或哪个字段", "The item or field asked about.")
    case .cause: Localized("转园、离园、重复、误建（也可写英文代码）", "Why: transfer, left, duplicate or mistake.")
    case .reason: Localized("原因，或者要问的话", "The reason, or what is asked.")
    case .codes: Localized("取件码或编号", "Codes or ids.")
    case .numbers: Localized("号码", "The numbers.")
    case .language: Localized("语言；不写就看系统的语言", "The language; otherwise the locale decides.")
    case .forms: Localized("用这个文件夹里的表和名单", "A folder with a form and lists of your own.")
    case .formName: Localized("用哪一张表；不写就用平常那张", "Which form; otherwise the usual one.")
    case .store:
      Localized(
        "登记存放的文件夹；不写就用 $XUEJI_STORE，再没有就用数据文件夹",
        "The folder of the records; otherwise $XUEJI_STORE, else the data folder.")
    case .name: Localized("记在谁的名下；不写就用登录名", "The name that acts are recorded under; otherwise the login name.")
    case .today: Localized("把这一天当作今天", "The day to take for today.")
    case .near:
      Localized(
        "幼儿园所在区县的六位代码；不写就用设置里的",
        "The six digits of the kindergarten's own division; otherwise the one of the settings.")
    case .personName: Localized("姓名", "The name.")
    case .role: Localized("teacher 老师，staff 审核", "teacher or staff")
    case .classesOfTeacher: Localized("老师带的班，可以写几个", "The classes that a teacher looks after.")
    case .paperFile: Localized("写到这个文件", "The file, which must not be there yet.")
    case .blank: Localized("空表，停电时用", "The empty form, for a power cut.")
    case .prefilled: Localized("填了一半的表：缺的地方留着格子", "The forms with what is known, and room to write what is missing.")
    case .printClass: Localized("只打印这个班的", "Those of this class only.")
    case .slips:
      Localized("补交单，几家一页；不写取件码就是所有还缺东西的", "Slips, several on a page; without codes, of all who owe something.")
    case .code: Localized("取件码或编号", "The record's code or its id.")
    case .pageOf: Localized("看这一天的", "The page of this day.")
    case .childrenCount: Localized("多少个孩子", "How many children.")
    case .seed: Localized("种子：同一个数，同一座城市", "The number that the city is made from.")
    case .errorShare: Localized("故意写错的占多少，如 0.02", "The share of records with something wrong, such as 0.02.")
    case .kindergartenCount:
      Localized("多少所幼儿园；不写就是 170 个孩子一所", "How many kindergartens; otherwise one for 170 children.")
    case .cityFile: Localized("写到哪里：.jsonl 文件，或文件夹", "The file, .jsonl, or the folder; neither may be there yet.")
    case .sources: Localized("登记文件夹、.jsonl 或 .json", "Stores, folders of stores, .jsonl or .json.")
    case .collectedFile:
      Localized(
        "收到哪里：.jsonl 文件，或者一个文件夹；已经有的接着收", "A file .jsonl, or a folder for a store; what it has already is kept.")
    case .countedSources: Localized("登记文件夹、.jsonl 或 .json；不写就是本机的", "Stores, .jsonl or .json; otherwise the store.")
    case .fromDay: Localized("谁来了、谁走了：从这一天起", "Who came and went: from this day,")
    case .toDay: Localized("到这一天；不写就是今天", "to this day; today otherwise.")
    case .grouping: Localized("按什么分", "What they are told apart by.")
    case .suppress: Localized("不到这么多人的不写", "Write no count below this.")
    case .named: Localized("都写出来，只给审核人员用", "Write every count; for staff only.")
    case .listed: Localized("这一项里都是谁，如 随迁", "Who is behind a figure, such as migrant.")
    case .statsFile: Localized("写到哪个文件", "The file, which must not be there yet.")
    case .demoStore: Localized("练习用的文件夹", "The folder to practise in.")
    case .version: Localized("版本号", "The version.")
    case .help: Localized("这一页说明", "This page.")
    }
  }
}
