import FormModel

/// What keys do, in the words of the bar and of the help page.
enum KeyPhrase: Phrase {
  case accept
  case next
  case back
  case walk
  case help
  case later
  case search
  case check
  case jump
  case previousWaiting
  case nextWaiting
  case undo
  case redo
  case leave
  case redraw
  case quit
  case choose
  case highlight
  case close
  case take
  case go
  case form
  case cancel
  case confirm
  case first
  case last
  case readBack
  case newForm
  case openGaps
  case filterClass
  case filterDue
  case filterItem
  case showUnconfirmed
  case oneItem
  case find
  case nextChild
  case previousChild
  case toList
  case pageUp
  case pageDown

  var text: Localized {
    switch self {
    case .accept: Localized("下一项", "next")
    case .next: Localized("下一项，不改动", "next item, unchanged")
    case .back: Localized("上一项", "back")
    case .walk: Localized("下一项", "next item")
    case .help: Localized("帮助", "help")
    case .later: Localized("以后补", "later")
    case .search: Localized("查找", "search")
    case .check: Localized("检查", "check")
    case .jump: Localized("跳到第几项", "go to item")
    case .previousWaiting: Localized("上一个没填好的", "previous gap")
    case .nextWaiting: Localized("下一个没填好的", "next gap")
    case .undo: Localized("退回一步", "undo")
    case .redo: Localized("重做", "redo")
    case .leave: Localized("保存离开", "save, leave")
    case .quit: Localized("离开", "leave")
    case .redraw: Localized("重画屏幕", "redraw")
    case .choose: Localized("选", "choose")
    case .highlight: Localized("上下移动", "move")
    case .close: Localized("关闭", "close")
    case .go: Localized("去这一项", "go to it")
    case .form: Localized("回到表格", "back to the form")
    case .cancel: Localized("不改了", "leave it as it was")
    case .confirm: Localized("确定", "accept")
    case .first: Localized("第一行", "first")
    case .last: Localized("最后一行", "last")
    case .readBack: Localized("家长确认", "read back")
    case .newForm: Localized("代填新表", "new form")
    case .openGaps: Localized("补这张", "fill the gaps")
    case .filterClass: Localized("按班级看", "by class")
    case .filterDue: Localized("按期限看", "by due date")
    case .filterItem: Localized("只看缺某一项", "by missing item")
    case .showUnconfirmed: Localized("换看待确认的", "gaps or unconfirmed")
    case .oneItem: Localized("挨个补一项", "one item")
    case .find: Localized("按姓名找", "find a name")
    case .nextChild: Localized("下一个孩子", "next child")
    case .previousChild: Localized("上一个孩子", "previous child")
    case .toList: Localized("回到名单", "back to the list")
    case .pageUp: Localized("上一屏", "page up")
    case .pageDown: Localized("下一屏", "page down")
    case .take: Localized("就选它", "take it")
    }
  }
}
