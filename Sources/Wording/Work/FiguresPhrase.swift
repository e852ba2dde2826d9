import FormModel

/// The words of the page of figures at the desk.
public enum FiguresPhrase: Phrase {
  case title, loading, all, nobody, withdrawn, unreadable, namesTitle, help
  case key, keyNames, keyGrouping, keyPreviousGroup, keyNextGroup, keyOpen

  public var text: Localized {
    switch self {
    case .title: Localized("统计 · 按{}", "Figures by {}")
    case .loading: Localized("正在数……", "Counting …")
    case .all: Localized("全部孩子", "all children")
    case .nobody: Localized("这里还没有孩子。", "There is no child yet.")
    case .withdrawn: Localized("撤回的 {} 份没有算。", "{} withdrawn forms are not counted.")
    case .unreadable: Localized("{} 份读不了，没有算。", "{} forms cannot be read, and are not counted.")
    case .namesTitle: Localized("{}：{} 个孩子", "{}: {} children")
    case .key: Localized("统计", "figures")
    case .keyNames: Localized("是谁", "who")
    case .keyGrouping: Localized("换分法", "grouping")
    case .keyPreviousGroup: Localized("前一组", "group before")
    case .keyNextGroup: Localized("后一组", "next group")
    case .keyOpen: Localized("打开", "open")
    case .help:
      Localized(
        "数的是没有撤回的登记，每个孩子一次。← → 换一组，g 换一种分法，Enter 看是哪些孩子。年龄是 9 月 1 日的。这一页只给审核人员看；要交出去的表用 stats 命令做，人数太少的不写。",
        "Every form that was not withdrawn is counted once. ← → turn to another group, g groups by something else, Enter names the children. Ages are those of 1 September. This page is for staff; what is handed on is made by the command stats, which hides what is few."
      )
    }
  }
}
