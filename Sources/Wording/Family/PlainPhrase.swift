import FormModel

/// The words of filling in line by line, without a screen.
public enum PlainPhrase: Phrase {
  case section
  case sectionHead
  case sentence
  case progress
  case state
  case nowIs
  case notYet
  case error
  case look
  case mend
  case noted
  case number
  case typeText
  case typeBehind
  case typeDate
  case typeDateOrNumber
  case chooseNumber
  case chooseDefault
  case chooseChild
  case missing
  case searchFirst
  case searchTaken
  case hits
  case hitsDefault
  case allDone
  case anotherChild
  case goOn
  case printSlip
  case chooseFirst
  case notEmptied
  case firstItem
  case noneHere
  case searchAgain
  case offered
  case oneDigit
  case notHere
  case onScreenOnly
  case commands
  case commandsDoubled

  public var text: Localized {
    switch self {
    case .section: Localized("第{}组，{}，共 {} 项", "Part {}, {}, {} items")
    case .sentence: Localized("第 {} 句，共 {} 句", "Sentence {} of {}")
    case .sectionHead: Localized("{}；{}", "{}; {}")
    case .progress: Localized("全表 {} 项，已填 {} 项", "{} items in all, {} filled in")
    case .state: Localized("{}，{}，{}", "{}, {}, {}")
    case .nowIs: Localized("现在是：{}", "now: {}")
    case .notYet: Localized("还没填", "not filled in yet")
    case .error: Localized("错误：{}", "Error: {}")
    case .look: Localized("请看看：{}", "Please look: {}")
    case .mend: Localized("要改：{}", "To mend: {}")
    case .noted: Localized("记下了：{}，{}", "Noted: {}, {}")
    case .number: Localized("{}. {}", "{}. {}")
    case .typeText: Localized("请输入：", "Type it:")
    case .typeBehind: Localized("开头已写好“{}”，请接着写：", "It begins with “{}”; type what follows:")
    case .typeDateOrNumber:
      Localized("请输入编号，或者日期，比如 20210308：", "Type the number in front, or a date such as 20210308:")
    case .typeDate: Localized("请输入日期，比如 20210308：", "Type the date, such as 20210308:")
    case .chooseNumber: Localized("请输入编号：", "Type the number in front:")
    case .chooseDefault: Localized("请输入编号，单独回车就是第 {} 个：", "Type the number in front; Enter alone takes {}:")
    case .chooseChild:
      Localized(
        "请输入编号或取件码，+ 看后面的，= 换一份名单，< 离开：",
        "Type the number in front, or a code; + for more, = for the next list, < leaves:")
    case .missing: Localized("缺：{}", "missing: {}")
    case .searchFirst: Localized("输入拼音或代码；单独回车看前 9 个：", "Type pinyin or a code; Enter alone shows the first 9:")
    case .searchTaken:
      Localized("输入拼音或代码；单独回车就用这个，+ 看前 9 个：", "Type pinyin or a code; Enter alone takes this one, + shows the first 9:")
    case .allDone: Localized("单独回车就结束：", "Enter alone ends:")
    case .hits:
      Localized(
        "请输入编号，+ 看后面的，也可以重新输入，单独回车先不选：",
        "Type the number in front, + for more, or search again; Enter alone chooses none:")
    case .hitsDefault:
      Localized(
        "请输入编号，单独回车就是第 {} 个，+ 看后面的，也可以重新输入：",
        "Type the number in front; Enter alone takes {}; + for more, or search again:")
    case .anotherChild:
      Localized("单独回车就结束，n 再登记同一家的一个孩子：", "Enter alone ends; n begins another child of the same family:")
    case .printSlip: Localized("要打印小条，打 p 再回车。", "p prints a slip.")
    case .goOn: Localized("单独回车继续：", "Enter alone goes on:")
    case .notEmptied:
      Localized(
        "选好的答案不能清空，可以另选一个；拿不准就打 ! 以后补。", "A choice cannot be emptied: choose another, or ! leaves it for later.")
    case .chooseFirst: Localized("请输入前面的编号，1 到 {}。", "Please type the number in front, 1 to {}.")
    case .firstItem: Localized("这是第一项，前面没有了。", "This is the first item; there is none before it.")
    case .searchAgain:
      Localized(
        "请换一种写法再输入，+ 看前 9 个，单独回车先不选：",
        "Type it another way; + shows the first 9, Enter alone chooses none:")
    case .noneHere: Localized("这份名单里没有可选的。", "There is nothing to choose in this list.")
    case .offered: Localized("{}（按提示填的）", "{} (was offered)")
    case .oneDigit: Localized("{}（按一个数字填的）", "{} (one digit)")
    case .notHere: Localized("这里用不上这个，打 ? 看说明。", "That does nothing here; ? explains.")
    case .onScreenOnly:
      Localized(
        "这一页要在屏幕上看，请不带 --plain 再打开。",
        "This page needs a screen: open it without --plain.")
    case .commands:
      Localized(
        "? 说明，< 上一项，! 以后补，- 清空，= 检查，+ 看后面的，Ctrl-D 存好离开。",
        "? explains, < goes back, ! leaves it for later, - empties it, = checks, + shows more, Ctrl-D saves and leaves."
      )
    case .commandsDoubled:
      Localized("要填的就是这些符号时，打两遍，比如 ??。", "Where one of these signs is the answer, double it, as in ??.")
    }
  }
}

extension Wording {
  /// A section when somebody comes to it: "第二组，户口与住址，共 6 项".
  public func section(_ index: Int, _ title: String, count: Int) -> String {
    let counted = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let ordinal = language == .chinese && counted.indices.contains(index) ? counted[index] : "\(index + 1)"
    return self(PlainPhrase.section, ordinal, title, "\(count)")
  }

  /// A sentence of the desk in which keys are called by what is typed in their place.
  public func inLines(_ sentence: String) -> String {
    let names =
      [("F2/^O", "!"), ("F3/^F", "+"), ("F5/^R", "="), ("F10/^X", "Ctrl-D"), ("F10", "Ctrl-D"), ("↑", "<")]
      + [("按数字选", "输入编号选"), ("press one of the numbers", "type one of the numbers")]
    return names.reduce(sentence) { $0.replacing($1.0, with: $1.1) }
  }
}
