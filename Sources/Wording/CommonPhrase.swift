import FormModel

/// What stands on every screen.
public enum CommonPhrase: Phrase {
  case practice
  case code
  case saved
  case saving
  case saveFailed
  case required
  case optional
  case windowTooSmall
  case windowSize
  case windowLeave
  case helpTitle
  case helpClose
  case helpMore
  case helpWhy
  case helpExample
  case helpWhere
  case helpWhat
  case helpKeys
  case helpBack
  case otherKey

  public var text: Localized {
    switch self {
    case .practice: Localized("练习用，孩子都是编出来的", "For practice: the children are invented")
    case .code: Localized("取件码 {}", "Code {}")
    case .saved: Localized("已保存 {}", "Saved {}")
    case .saving: Localized("正在保存", "Saving")
    case .saveFailed: Localized("还没存上", "Not saved yet")
    case .required: Localized("必填", "required")
    case .optional: Localized("选填", "optional")
    case .windowTooSmall: Localized("窗口太小了，请拉大一些。", "The window is too small; please make it larger.")
    case .windowSize:
      Localized("现在 {}×{}，至少要 60×20。填的内容都在。", "Now {}×{}, at least 60×20 is needed. Nothing is lost.")
    case .windowLeave: Localized("不填了就按 F10 或 Ctrl-X，会先存好。", "F10 or Ctrl-X saves and leaves.")
    case .helpTitle: Localized("帮助", "Help")
    case .helpClose: Localized("按任意键回到表格", "Press any key to go back")
    case .helpMore: Localized("F1/^G 看全部按键，别的键回到表格", "F1/^G for all keys, any other key to go back")
    case .helpWhy: Localized("为什么要填", "Why we ask")
    case .helpExample: Localized("例子", "For example")
    case .helpWhere: Localized("在纸上哪里找", "Where on the paper")
    case .helpWhat: Localized("怎么填", "What to write")
    case .helpKeys: Localized("按键", "Keys")
    case .helpBack: Localized("按任意键回去", "Press any key to go back")
    case .otherKey:
      Localized("这个键这里不用：按前面的数字，或用 ↑↓ 再按 Enter。", "Not that key: press a number, or ↑↓ and Enter.")
    }
  }
}
