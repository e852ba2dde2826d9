import FormModel

/// The words of the work room's first page.
public enum WorkPhrase: Phrase {
  case menuTitle
  case menuNewForm
  case menuNewFormAside
  case menuCompletion
  case menuCompletionAside
  case menuReview
  case menuReviewAside
  case menuDayClose
  case menuDayCloseAside
  case menuPeople
  case menuPeopleAside
  case menuPrint
  case menuPrintAside
  case menuCodes
  case menuCodesAside
  case menuBackup
  case menuBackupAside
  case menuNumbers
  case menuNumbersAside
  case menuImport
  case menuImportAside
  case menuGoOn
  case menuGoOnAside
  case menuHelp
  case menuNoDigit

  public var text: Localized {
    switch self {
    case .menuTitle: Localized("{}，您好。要做什么？", "Hello, {}. What would you like to do?")
    case .menuNewForm: Localized("代填一张表", "Fill a form in")
    case .menuNewFormAside: Localized("家长不在时填，以后再确认", "for a family that is away")
    case .menuCompletion: Localized("补录、确认", "Complete, confirm")
    case .menuCompletionAside: Localized("谁还缺什么，补上或请家长确认", "what is missing; confirm it")
    case .menuReview: Localized("审核", "Review")
    case .menuReviewAside: Localized("看交上来的表，通过或退回", "approve, or give back")
    case .menuDayClose: Localized("今天收尾", "Close the day")
    case .menuDayCloseAside: Localized("数一数，谁还要带什么来", "balance; who brings what")
    case .menuPeople: Localized("账号、密码", "Accounts, PINs")
    case .menuPeopleAside: Localized("换密码；谁可以进来", "another PIN; who may enter")
    case .menuPrint: Localized("按班打印", "Print by class")
    case .menuPrintAside: Localized("补交单、登记表、待填的表", "slips, forms, forms to fill in")
    case .menuCodes: Localized("班级编码", "Class codes")
    case .menuCodesAside: Localized("全国系统给每个班的编码", "as the national system gave them")
    case .menuBackup: Localized("备份", "Back up")
    case .menuBackupAside: Localized("存到 U 盘或别的文件夹", "to a stick or another folder")
    case .menuNumbers: Localized("学籍号发下来了", "Numbers that came back")
    case .menuNumbersAside: Localized("从表格里记到每个孩子名下", "from a table to each child")
    case .menuImport: Localized("导入名单", "Import a roster")
    case .menuImportAside: Localized("从表格里登记一班孩子", "a class of children from a table")
    case .menuGoOn: Localized("接着填：{}", "Go on: {}")
    case .menuGoOnAside: Localized("刚才断了，打过的字都在", "cut off; nothing is lost")
    case .menuNoDigit: Localized("没有数字的，用 ↑↓ 移过去，再按 Enter。", "Lines without a digit: ↑↓, then Enter.")
    case .menuHelp:
      Localized(
        "按数字选一样。每一页里 F1 是帮助，F10 一页一页退回来。走开前请按 F10，一直退到家长用的首页。",
        "Press a number. On every page F1 helps and F10 goes back one page. Before you walk away press F10 until the "
          + "families' first page is there.")
    }
  }
}
