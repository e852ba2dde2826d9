import FormModel

/// The words of the office's pages: printing by class, class codes, backups, the numbers that came back.
public enum OfficePhrase: Phrase {
  case printClass
  case printAll
  case printKind
  case printNone
  case printHelp
  case slips
  case slipsAside
  case forms
  case formsAside
  case prefilled
  case prefilledAside
  case codeAsk
  case codeHint
  case codeNone
  case codeNoted
  case codeCleared
  case codesNoClasses
  case codesHelp
  case keyCode
  case backupTitle
  case backupHint
  case backupHelp
  case numbersTitle
  case numbersHint
  case numbersHelp
  case numbersStopped
  case stops

  public var text: Localized {
    switch self {
    case .printClass: Localized("打印哪个班的？", "Which class is printed?")
    case .printAll: Localized("全部班级", "all classes")
    case .printKind: Localized("打印什么？", "What is printed?")
    case .printNone: Localized("这里没有要打印的。", "There is nothing of that to print.")
    case .printHelp:
      Localized(
        "先选班，再选打印什么，然后写文件名。补交单一页四张，一个班一个班分开；待填的表，缺的地方留着格子。",
        "First the class, then what, then the file. Four slips stand on a page, class by class; a form to fill in has room where something is missing."
      )
    case .slips: Localized("补交单", "slips")
    case .slipsAside: Localized("还要带什么来，一页四张", "what to bring, four to a page")
    case .forms: Localized("登记表", "forms to sign")
    case .formsAside: Localized("给家长对着看、签字", "for the families to compare and sign")
    case .prefilled: Localized("待填的登记表", "forms to fill in")
    case .prefilledAside: Localized("缺的、错的地方留着格子", "room where something is missing")
    case .codeAsk: Localized("{}的班级编码是什么？", "What is the code of {}?")
    case .codeHint:
      Localized("全国系统下发的，只有字母和数字；空着就是没有。", "As the national system gave it, letters and digits; empty for none.")
    case .codeNone: Localized("没有", "none")
    case .codeNoted: Localized("✓ 记下了：{} {}", "✓ Noted: {} {}")
    case .codeCleared: Localized("✓ 去掉了：{} {}", "✓ Taken away: {} {}")
    case .codesNoClasses: Localized("还没有班级；在首页的“幼儿园设置”里写。", "There are no classes yet; the settings have them.")
    case .codesHelp:
      Localized(
        "班级编码填在导出的表里。导出以后才写上的，下次导出会把那些孩子改正一遍。",
        "The code stands in the exported sheet. Where it comes after an export, the next one corrects those children.")
    case .keyCode: Localized("写编码", "code")
    case .backupTitle: Localized("备份到哪里？", "Where does the backup go?")
    case .backupHint:
      Localized(
        "写一个文件夹（比如 /media/usb）或新文件的名字，按 Enter；空着就放在数据旁边。",
        "A folder (such as /media/usb) or a new file's name, then Enter; empty puts it beside the data.")
    case .backupHelp:
      Localized(
        "备份是一个文件，里面是全部登记和设置；写好以后会再读一遍。请放到别的盘上收好。",
        "A backup is one file with all records and settings, read back once it is written. Keep it on another disk.")
    case .numbersTitle: Localized("发下来的学籍号在哪个文件里？", "Which file has the numbers that came back?")
    case .numbersHint:
      Localized(
        "写表格的名字（.xlsx 或 .csv）按 Enter；写文件夹或空着，就从里面挑。表里要有学籍号、身份证件号码和姓名。",
        "The name of the table (.xlsx or .csv), then Enter; a folder or nothing, to choose. It has 学籍号, 身份证件号码 and 姓名."
      )
    case .numbersStopped:
      Localized("停下来了：写在这里的已经填上，其余的没有动。", "Stopped: what stands here is done, the rest was left alone.")
    case .stops: Localized("按 Esc 停下", "Esc stops")
    case .numbersHelp:
      Localized(
        "每一行按孩子的号码找；姓名对不上、没有通过、没有导出过的不给。已经有的不改。",
        "Each row is found by the child's number; another name, not approved or never exported is refused. A number that is there stays."
      )
    }
  }
}
