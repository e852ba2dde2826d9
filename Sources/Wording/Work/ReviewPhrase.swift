import FormModel

/// The words of the review's lists.
public enum ReviewPhrase: Phrase {
  case titleList
  case titleDay
  case titleSearch
  case titleNarrowed
  case dayCounts
  case dayCountsShort
  case groups
  case groupsShort
  case time
  case name
  case className
  case filler
  case owed
  case errors
  case warnings
  case unconfirmed
  case status
  case duplicate
  case duplicateShort
  case numberInDraft
  case numberInDraftShort
  case nothingWaits
  case nothingListed
  case nothingFound
  case nothingToday
  case loading
  case reading
  case unreadable
  case marked
  case sorted
  case orderCreated
  case orderName
  case orderClass
  case orderDue
  case orderStatus
  case statusDraft
  case statusReturned
  case statusWaiting
  case statusApproved
  case statusChanged
  case statusWithdrawn
  case searchTitle
  case searchHint
  case dateTitle
  case dateHint
  case dateWrong
  case filterTitle
  case filterHint
  case wordReturned
  case wordOwed
  case wordUnconfirmed
  case wordExported
  case wordNumbered
  case wordDuplicate
  case wordWaiting
  case wordGaps
  case wordReady
  case wordEntryAhead
  case wordToExport
  case wordToNumber
  case wordStray
  case help
  case keyOpen
  case keyApprove
  case keyReturn
  case keyMark
  case keyMarkReady
  case keySearch
  case keyFilter
  case keySort
  case keyDay
  case keyWaiting
  case keyPreviousDay
  case keyNextDay
  case keyEscape

  public var text: Localized {
    switch self {
    case .titleList: Localized("审核 · {}", "Review · {}")
    case .titleDay: Localized("审核 · {}", "Review · {}")
    case .titleSearch: Localized("审核 · 查找“{}” {} 份", "Review · “{}”: {}")
    case .titleNarrowed: Localized("{} · 只看：{}", "{} · only: {}")
    case .dayCounts: Localized("{}：{} 份  通过 {}  退回 {}", "{}: {} forms  approved {}  returned {}")
    case .dayCountsShort: Localized("{} 份  通过 {}  退回 {}", "{}  approved {}  returned {}")
    case .groups:
      Localized(
        "{}：进城务工随迁 {}   留守 {}   残疾 {}   孤儿 {}   待补 {}   重复 {}",
        "{}: migrant {}   left behind {}   disabled {}   orphan {}   owing {}   doubled {}")
    case .groupsShort:
      Localized(
        "随迁 {}  留守 {}  残疾 {}  孤儿 {}  待补 {}  重复 {}",
        "migr. {}  left {}  disab. {}  orph. {}  owing {}  dbl. {}")
    case .time: Localized("时间", "Time")
    case .name: Localized("姓名", "Name")
    case .className: Localized("班级", "Class")
    case .filler: Localized("填表人", "Filled by")
    case .owed: Localized("待补", "owed")
    case .errors: Localized("错误", "err.")
    case .warnings: Localized("提醒", "warn")
    case .unconfirmed: Localized("未确认", "unconf")
    case .status: Localized("状态", "Status")
    case .duplicate: Localized("一人多籍？", "doubled?")
    case .duplicateShort: Localized("多籍？", "double")
    case .numberInDraft: Localized("草稿同号", "in a draft")
    case .numberInDraftShort: Localized("同号", "draft")
    case .nothingWaits: Localized("现在没有等着审核的表。按 d 看某一天的。", "Nothing waits for review. Press d for a day's page.")
    case .nothingListed: Localized("这份名单里现在没有。按 l 换一份。", "Nobody stands in this list now. Press l for another.")
    case .nothingFound: Localized("没有找到。按 w 回到待审。", "Nothing was found. Press w for what waits.")
    case .nothingToday:
      Localized("这一天没有登记。← → 看前一天、后一天。", "Nothing was registered on this day. ← → turn to other days.")
    case .loading: Localized("正在读…", "Reading…")
    case .reading: Localized("正在读 {} / {}…", "Reading {} of {}…")
    case .unreadable: Localized("！ 有 {} 份打不开，请找管理员看看。", "! {} cannot be read; ask whoever looks after the store.")
    case .marked: Localized("选了 {} 份：按 a 一起通过。", "{} marked: a approves them together.")
    case .sorted: Localized("按{}排。", "In order of {}.")
    case .orderCreated: Localized("时间", "time")
    case .orderName: Localized("姓名", "name")
    case .orderClass: Localized("班级", "class")
    case .orderDue: Localized("补交日期", "due day")
    case .orderStatus: Localized("状态", "status")
    case .statusDraft: Localized("填写中", "draft")
    case .statusReturned: Localized("退回", "return")
    case .statusWaiting: Localized("待审", "waits")
    case .statusApproved: Localized("通过", "passed")
    case .statusChanged: Localized("有改动", "change")
    case .statusWithdrawn: Localized("撤回", "gone")
    case .searchTitle: Localized("查找", "Search")
    case .searchHint:
      Localized("姓名的一部分、取件码，或孩子证件号码的后四位。", "Part of a name, a code, or the last four of the child's number.")
    case .dateTitle: Localized("看哪一天？", "Which day?")
    case .dateHint: Localized("比如 20150128。按 Enter 打开那一天。", "For example 20150128, then Enter.")
    case .dateWrong: Localized("没看懂这个日期，请写成 20150128 这样。", "I cannot read this date; write it like 20150128.")
    case .filterTitle: Localized("只看哪些？", "Show only which?")
    case .filterHint:
      Localized("按数字选上或去掉，Enter 照着看，Esc 不改。", "Digits choose, Enter shows them, Esc leaves it as it was.")
    case .wordReturned: Localized("退回的", "returned")
    case .wordOwed: Localized("有待补的", "owing something")
    case .wordUnconfirmed: Localized("家长没确认的", "not confirmed")
    case .wordExported: Localized("已导出的", "exported")
    case .wordNumbered: Localized("学籍号已下发的", "numbered")
    case .wordDuplicate: Localized("一人多籍？", "doubled")
    case .wordWaiting: Localized("待审的", "waiting")
    case .wordGaps: Localized("没填全的", "with gaps")
    case .wordReady: Localized("填好了没交的", "not handed in")
    case .wordEntryAhead: Localized("等入园日的", "entering later")
    case .wordToExport: Localized("等导出的", "to be exported")
    case .wordToNumber: Localized("等学籍号的", "awaiting a number")
    case .wordStray: Localized("没有老师管的", "without a teacher")
    case .help:
      Localized(
        "交上来的表都在这里，最早的在最上面。打开看，没问题就通过，有问题就退回。↻ 是以前的表，这一天又动过。",
        "Everything handed in is here, the oldest first. Open it; approve it or give it back. ↻ marks older forms touched on the day."
      )
    case .keyOpen: Localized("打开", "open")
    case .keyApprove: Localized("通过", "approve")
    case .keyReturn: Localized("退回", "return")
    case .keyMark: Localized("选上", "mark")
    case .keyMarkReady: Localized("选上能通过的", "mark all ready")
    case .keySearch: Localized("查找", "search")
    case .keyFilter: Localized("只看", "only")
    case .keySort: Localized("排序", "sort")
    case .keyDay: Localized("日期", "day")
    case .keyWaiting: Localized("待审", "waiting")
    case .keyPreviousDay: Localized("前一天", "day before")
    case .keyNextDay: Localized("后一天", "day after")
    case .keyEscape: Localized("去掉选择", "unmark")
    }
  }
}
