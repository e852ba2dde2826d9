import FormModel

/// What each command is for, in one line.
public enum CommandPhrase: Phrase {
  case assign, backup, restore, check, classes, day, home, fill, doctor, export, importRoster, list, lookup, approve
  case giveBack, withdraw, reinstate, number, people, peopleList, addPerson, setPIN, removePerson, print, schema
  case hanzi, manual, simulate, demo, collect, stats, show, slip, sheet, complete, review, xueji

  public var text: Localized {
    switch self {
    case .assign: Localized("填学籍号", "Give records the numbers that came back.")
    case .backup: Localized("备份", "One dated archive of the store, read back after writing.")
    case .restore: Localized("从备份恢复", "Put back what is missing or older; newer records are never overwritten.")
    case .check:
      Localized("检查登记（.json、.jsonl）或表格（.xlsx、.csv）", "Check records (.json, .jsonl) or a sheet (.xlsx, .csv).")
    case .classes: Localized("班级和班级编码", "Classes, and the codes issued for them.")
    case .day: Localized("一天的收尾", "The balance of a day, and who owes what.")
    case .home: Localized("首页", "The first page.")
    case .fill: Localized("登记一个孩子，或凭取件码继续", "Register a child, or go on with a code.")
    case .doctor: Localized("检查登记文件夹", "Look whether a store is in order, and mend it.")
    case .export: Localized("导出全国系统要的表", "The sheet for the national system.")
    case .hanzi: Localized("拼音变汉字", "Turn pinyin into characters.")
    case .importRoster: Localized("导入花名册", "Make drafts of a roster, and fill what is blank.")
    case .list: Localized("列出登记", "List records.")
    case .lookup: Localized("按拼音、首字母、汉字或代码查名单", "Search a list by pinyin, initials, characters or code.")
    case .approve: Localized("通过", "Approve records.")
    case .giveBack: Localized("退回", "Give records back with a question.")
    case .withdraw: Localized("撤回", "Withdraw records; nothing is deleted.")
    case .reinstate: Localized("恢复", "Bring withdrawn records back.")
    case .number: Localized("检查公民身份号码（GB 11643-1999）", "Check citizen identity numbers (GB 11643-1999).")
    case .people: Localized("老师和审核人员的账号", "Accounts of teachers and staff.")
    case .peopleList: Localized("列出账号", "List the accounts.")
    case .addPerson: Localized("添加账号", "Add an account.")
    case .setPIN: Localized("换密码", "Give another PIN.")
    case .removePerson: Localized("停用账号", "Let somebody enter no more.")
    case .print: Localized("打印登记表、空表、补交单", "Forms, the empty form, or slips, to be printed.")
    case .schema: Localized("一份登记的 JSON Schema（2020-12）", "The JSON Schema (2020-12) of a record.")
    case .manual: Localized("写出手册页和命令补全", "Write the manual page, and what shells complete by.")
    case .show: Localized("看一份登记", "Show one record.")
    case .simulate: Localized("编一座城市的孩子", "A city of invented children, for trials and training.")
    case .collect: Localized("把许多幼儿园的登记收到一起", "Gather the records of many kindergartens.")
    case .stats: Localized("统计", "Count the children.")
    case .demo: Localized("练习：用编出来的孩子打开登记台", "The desk on a few invented children, to practise.")
    case .slip: Localized("给家长的补交纸条", "A slip for each family that owes something.")
    case .sheet: Localized("整张表一起填", "All items of a record at once.")
    case .complete: Localized("补录、确认", "Records that owe something or wait for confirmation.")
    case .review: Localized("审核", "What waits for staff, or the page of a day.")
    case .xueji: Localized("学籍：幼儿园的登记台", "The registration desk of a kindergarten.")
    }
  }
}
