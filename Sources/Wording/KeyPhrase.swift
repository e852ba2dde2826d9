import FormModel

/// What keys do, in the words of the bar and of the help page.
public enum KeyPhrase: Phrase {
  case accept
  case next
  case previousRow
  case nextRow
  case pageUp
  case pageDown
  case back
  case help
  case later
  case search
  case check
  case jump
  case previousUnfinished
  case nextUnfinished
  case undo
  case redo
  case leave
  case redraw
  case quit
  case highlight
  case move
  case close
  case take
  case stepBack
  case form
  case all
  case stepUp
  case leaveOpen
  case confirm
  case goOn
  case first
  case last
  case readBack
  case newForm
  case openGaps
  case filterClass
  case filterDue
  case filterItem
  case nextList
  case oneItem
  case find
  case nextChild
  case skipChild
  case previousChild
  case toList

  public var text: Localized {
    switch self {
    case .accept: Localized("下一项", "next")
    case .next: Localized("只往下走", "just go on")
    case .previousRow: Localized("上一行", "line up")
    case .nextRow: Localized("下一行", "line down")
    case .pageUp: Localized("往上翻", "page up")
    case .pageDown: Localized("往下翻", "page down")
    case .back: Localized("上一项", "back")
    case .help: Localized("帮助", "help")
    case .later: Localized("以后补", "later")
    case .search: Localized("查找", "search")
    case .check: Localized("检查", "check")
    case .jump: Localized("跳到第几项", "go to item")
    case .previousUnfinished: Localized("前一处没填好", "previous gap")
    case .nextUnfinished: Localized("后一处没填好", "next gap")
    case .undo: Localized("退回一步", "undo")
    case .redo: Localized("重做", "redo")
    case .leave: Localized("保存离开", "save, leave")
    case .quit: Localized("离开", "leave")
    case .redraw: Localized("重画屏幕", "redraw")
    case .highlight: Localized("上下移动", "move")
    case .move: Localized("移动", "move")
    case .close: Localized("关闭", "close")
    case .stepBack: Localized("往回", "back")
    case .form: Localized("回到表格", "to the form")
    case .all: Localized("看全部", "all")
    case .stepUp: Localized("上一级", "level up")
    case .leaveOpen: Localized("先不答", "not now")
    case .goOn: Localized("接着填", "go on")
    case .confirm: Localized("确定", "accept")
    case .first: Localized("第一行", "first")
    case .last: Localized("最后一行", "last")
    case .readBack: Localized("家长确认", "read back")
    case .newForm: Localized("代填新表", "new form")
    case .openGaps: Localized("补这张", "fill the gaps")
    case .filterClass: Localized("按班级看", "by class")
    case .filterDue: Localized("按期限看", "by due date")
    case .filterItem: Localized("只看缺某一项", "by item")
    case .nextList: Localized("换名单", "other list")
    case .oneItem: Localized("挨个补一项", "one item")
    case .find: Localized("按姓名找", "find a name")
    case .nextChild: Localized("下一个孩子", "next child")
    case .skipChild: Localized("跳过这个孩子", "pass over")
    case .previousChild: Localized("上一个孩子", "previous")
    case .toList: Localized("名单", "list")
    case .take: Localized("就选它", "take it")
    }
  }
}
