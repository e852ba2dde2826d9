import FormModel

/// The words of the page on which one value is given to many.
public enum GivingPhrase: Phrase {
  case title
  case key
  case keyItem
  case keyAll
  case keyTakeBack
  case keyPreview
  case keyGive
  case listTitle
  case empty
  case noneMarked
  case itemTitle
  case onlyListed
  case noValue
  case planTitle
  case planCounts
  case fills
  case fillsOwed
  case replaces
  case same
  case notAsked
  case otherForm
  case given
  case last
  case takenBack
  case noneGiven
  case noneTakenBack
  case left
  case changedMeanwhile
  case help
  case itemHint

  public var text: Localized {
    switch self {
    case .title: Localized("多个孩子一起填", "One value for many")
    case .key: Localized("多人同填", "one for many")
    case .keyItem: Localized("选哪一项", "which item")
    case .keyAll: Localized("全标/全不标", "all or none")
    case .keyTakeBack: Localized("撤销刚才的", "take it back")
    case .keyPreview: Localized("先看看", "preview")
    case .keyGive: Localized("填上", "give it")
    case .listTitle: Localized("标了 {} 个，一共 {} 个 · {}", "{} of {} marked · {}")
    case .empty: Localized("这个名单里没有孩子。按 b 换一个班。", "No child in this list. b shows another class.")
    case .noneMarked: Localized("还没有标孩子。按空格标上，按 m 全标。", "No child is marked. Space marks one, m all.")
    case .itemTitle: Localized("给这 {} 个孩子填哪一项？", "Which item for these {} children?")
    case .onlyListed: Localized("一起填的只能从表里选。", "For many, choose from the list.")
    case .noValue: Localized("还没有填好，选一个或者写完整。", "Nothing whole yet: choose one, or write it out.")
    case .planTitle: Localized("{} 一起填“{}”", "{}: “{}” for all")
    case .planCounts: Localized("标了 {} 个，一共 {} 个；其中 {} 个要换掉原来的", "{} of {} marked; {} of them replace an answer")
    case .fills: Localized("原来没有填", "was blank")
    case .fillsOwed: Localized("原来{}", "was put off: {}")
    case .replaces: Localized("原来是“{}”，标上才换", "has “{}”: mark it to replace")
    case .same: Localized("已经是这样", "has it already")
    case .notAsked: Localized("这个孩子不填这一项", "not asked of this child")
    case .otherForm: Localized("是另一种表", "is of another form")
    case .given: Localized("✓ {} 个孩子的{}填上了“{}”。按 z 撤销。", "✓ Gave {} children: {} “{}”. z takes it back.")
    case .last:
      Localized("您 {} 一起填了{}“{}”，{} 个孩子。按 z 撤销。", "At {} you gave {} “{}” to {} children. z takes it back.")
    case .takenBack: Localized("✓ {} 个孩子的{}恢复了原样，不再是“{}”。", "✓ Put back for {} children: {}, no longer “{}”.")
    case .noneGiven: Localized("一个都没有填上。", "Nothing was given.")
    case .noneTakenBack: Localized("一个都没有恢复。", "Nothing was put back.")
    case .left: Localized("这 {} 个没有动：", "These {} were left alone:")
    case .changedMeanwhile: Localized("后来有人改过或确认过，留着现在的。", "changed or confirmed since; it stays as it is.")
    case .help:
      Localized(
        "标上孩子，选一项，填一个值，一起填上。先看每个孩子原来填的和会有什么问题，再按 Enter。已经填了别的，不标就不换；填完可以按 z 撤销，当天都行。过了这天，一个一个改回去，原来填的历史里有。姓名、号码、健康这些不在这里。",
        "Mark children, choose an item and a value. Each child is shown with what it had before anything is done; another answer stays unless you mark it. z takes all of it back that day; later each is put back by hand from its history. Names, numbers and health are not given so."
      )
    case .itemHint:
      Localized(
        "用 ↑↓ 选，按 Enter。每个孩子自己的（姓名、号码、健康等）不在这里。", "↑↓ and Enter. What is a child's own, such as a name, is not here.")
    }
  }
}
