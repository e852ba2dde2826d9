import FormModel

/// The words of the work list.
public enum CompletionPhrase: Phrase {
  case title
  case titleMine
  case titleAll
  case about
  case loading
  case reading
  case emptyGaps
  case emptyUnconfirmed
  case emptyReady
  case emptyAll
  case emptyFiltered
  case emptySearch
  case unreadable
  case columnName
  case columnClass
  case columnDue
  case columnMissing
  case columnUnconfirmed
  case columnStep
  case columnState
  case columnMissingStep
  case lacks
  case noName
  case noClass
  case allClasses
  case dueAny
  case dueOverdue
  case dueThisWeek
  case lateDue
  case itemAny
  case itemOnly
  case searchNone
  case searchFor
  case unconfirmed
  case pickFilter
  case pickWalk
  case findAsk
  case onlyForm
  case opening
  case walkTitle
  case walkDone
  case walkNone
  case cutOff
  case elsewhereTitle
  case keyStep
  case keyMenu
  case keyOpenToo
  case keySibling

  public var text: Localized {
    switch self {
    case .title: Localized("补录 · {}", "Complete · {}")
    case .titleMine: Localized("{}，您好 · 我的班 · {}", "Hello, {} · my classes · {}")
    case .titleAll: Localized("{}，您好 · 全园 · {}", "Hello, {} · all classes · {}")
    case .about:
      Localized(
        "Enter 打开一张表，从第一个缺项、错项补到最后一个。u 换一份名单：还缺的、待确认、填好了没交、全部。e 选一项，挨个孩子补。h 把填好了的一起交。b d i 只看一部分，再按一次换下一种。",
        "Enter opens a form and goes from gap to gap. u shows another list. e takes one item through all children. h hands in what is complete. b, d, i narrow the list."
      )
    case .loading: Localized("正在读登记表…", "Reading the forms…")
    case .reading: Localized("正在读登记表：{} / {}", "Reading the forms: {} of {}")
    case .emptyGaps: Localized("都补齐了，没有还缺的。", "Nothing is missing; every form is whole.")
    case .emptyUnconfirmed: Localized("没有等家长确认的。", "Nothing waits for a family's confirmation.")
    case .emptyReady: Localized("没有填好了还没交的。", "Nothing that is complete waits to be handed in.")
    case .emptyAll: Localized("还没有登记的孩子。", "No child is registered yet.")
    case .emptySearch:
      Localized(
        "这份名单里没有“{}”，按 u 看别的名单。按 / 再按 Enter 就不找了。",
        "No “{}” here; u shows the next list, / and an empty Enter end it.")
    case .emptyFiltered: Localized("这样筛选下没有。按 b、d、i 换一种看法。", "Nothing fits. Press b, d or i to look at others.")
    case .unreadable: Localized("有 {} 份读不出来，文件没有动：{}", "{} cannot be read and were left alone: {}")
    case .columnName: Localized("姓名", "Name")
    case .columnClass: Localized("班级", "Class")
    case .columnDue: Localized("期限", "Due")
    case .columnMissing: Localized("还缺", "Missing")
    case .columnUnconfirmed: Localized("待确认", "To be confirmed")
    case .columnStep: Localized("下一步", "Next")
    case .columnState: Localized("状态", "State")
    case .columnMissingStep: Localized("还缺 · 下一步", "Missing · next")
    case .lacks: Localized("缺 {}", "lacks {}")
    case .noName: Localized("（没写姓名）{}", "(no name) {}")
    case .noClass: Localized("没分班", "no class")
    case .allClasses: Localized("全部班级", "all classes")
    case .dueAny: Localized("不限期", "any date")
    case .dueOverdue: Localized("已过期", "overdue")
    case .dueThisWeek: Localized("本周到期", "due this week")
    case .lateDue: Localized("{} 过期", "{} late")
    case .itemAny: Localized("不限项", "any item")
    case .itemOnly: Localized("缺 {}", "lacks {}")
    case .searchNone: Localized("找姓名", "by name")
    case .searchFor: Localized("姓名含“{}”", "named “{}”")
    case .unconfirmed: Localized("◇ {} 项", "◇ {}")
    case .pickFilter: Localized("只看缺哪一项？写数字，按 Enter", "Who lacks which item? Its number, then Enter")
    case .pickWalk: Localized("挨个孩子补哪一项？写数字，按 Enter", "Which item for every child? Its number, then Enter")
    case .onlyForm:
      Localized(
        "只列用现在的《{}》填的；别的表、旧表不列。", "Only “{}” as it is now; other forms and older editions are left out.")
    case .findAsk: Localized("找哪个孩子？写姓名或取件码，按 Enter；空着就看全部", "Which child? A name or code, then Enter; empty shows all")
    case .opening: Localized("正在打开…", "Opening…")
    case .walkTitle: Localized("挨个补：{}", "Every child: {}")
    case .walkDone: Localized("{}：补了 {} 个，共 {} 个。用 ↑ ↓ 选下一份。", "{}: {} of {} filled in. ↑ ↓ choose the next form.")
    case .walkNone: Localized("没有孩子缺“{}”。", "No child lacks “{}”.")
    case .cutOff: Localized("上次没填完就断了。{}，按 g。", "You were cut off. {}: press g.")
    case .elsewhereTitle: Localized("{}的表，现在要打开吗？", "Open the form of {} now?")
    case .keyStep: Localized("办下一步", "next step")
    case .keyMenu: Localized("菜单", "menu")
    case .keyOpenToo: Localized("还是打开", "open it too")
    case .keySibling: Localized("登记兄弟姐妹", "a brother or sister")
    }
  }
}
