import FormModel

/// The words of the sheet view.
public enum SheetPhrase: Phrase {
  case title
  case signs
  case counts
  case draft
  case submitted
  case approved
  case withdrawn
  case readOnly
  case noLaterNow
  case takeBack
  case notAsked
  case noSuchChoice
  case nothingYet
  case reasonAsk
  case reasonHint
  case reasonMissing
  case partingSaved
  case partingHandedIn
  case partingCode
  case partingConfirm
  case another
  case sibling
  case about
  case carried
  case carriedTitle
  case carriedHint
  case carriedPaper
  case carriedWhy
  case siblingTitle
  case siblingHint
  case siblingValue

  public var text: Localized {
    switch self {
    case .title: Localized("整张表", "The whole sheet")
    case .signs:
      Localized(
        "✓ 填好   ○ 没填   … 以后补   ✗ 要改   {} 请看看   ◇ 待家长确认   - 不适用",
        "✓ done   ○ blank   … later   ✗ to mend   {} to look at   ◇ to be confirmed   - not needed")
    case .about:
      Localized(
        "按填写的顺序往下走，左边的数字是报表里第几项。号码、日期、代码一填满就自动到下一项。",
        "The walk follows the order of asking; the numbers are the sheet's. A full number, date or code goes on by itself."
      )
    case .counts: Localized("要改 {}  看看 {}  没填 {}  补 {}  ◇ {}", "mend {}  look {}  blank {}  later {}  ◇ {}")
    case .draft: Localized("填写中", "Draft")
    case .submitted: Localized("已交表", "Handed in")
    case .approved:
      Localized("已通过：改动记作更正建议", "Approved: a change becomes a proposal")
    case .withdrawn: Localized("已撤回：只能看", "Withdrawn: to read only")
    case .readOnly: Localized("这张表已撤回，只能看，不能改。", "This form was withdrawn; it can be read, not changed.")
    case .noLaterNow:
      Localized(
        "这张表已通过，不能再记以后补；要改就直接填新的。", "This form is approved; type the new value to propose it instead.")
    case .takeBack:
      Localized("要收回更正建议，把原来的值再填一遍。", "To take a proposal back, type the value that stood before.")
    case .notAsked: Localized("不适用", "not needed")
    case .noSuchChoice: Localized("没有这个号，请按选项前面的数字。", "There is no such number; press the one before a choice.")
    case .nothingYet: Localized("还没有填，没有可以确认的。", "Nothing is filled in yet, so there is nothing to confirm.")
    case .reasonAsk: Localized("为什么是对的？写一句理由，按 Enter。", "Why is it right? Write a short reason, then Enter.")
    case .reasonHint: Localized("比如：看过户口簿，确实如此。", "For example: seen in the household book.")
    case .reasonMissing: Localized("请写一句理由；要回去改就按 Esc。", "Please write a reason; Esc goes back to mend it.")
    case .partingSaved: Localized("存好了。", "Saved.")
    case .partingHandedIn: Localized("交表了。", "Handed in.")
    case .partingCode: Localized("取件码", "Code")
    case .partingConfirm:
      Localized(
        "请把取件码交给家长。带 ◇ 的 {} 项还要家长确认。",
        "Please give the family the code. {} values marked ◇ are still to be confirmed by it.")
    case .another: Localized("再填一张", "another form")
    case .sibling: Localized("这个孩子的兄弟姐妹", "a brother or sister")
    case .carried:
      Localized("上一份填的是“{}”。这份也是就按 Enter。", "The form before says “{}”. The same here? Press Enter.")
    case .carriedTitle: Localized("和上一份一样的", "The same as on the form before")
    case .carriedHint:
      Localized(
        "下面是您上一份填的。这个孩子也是这样就按 Enter；有不一样的，按 2 一项一项看。",
        "This is from your form before. True of this child too: Enter. Something differs: 2 shows one after the other.")
    case .carriedPaper: Localized("对着这个孩子的证件看一遍。", "Compare it with this child's own papers.")
    case .carriedWhy:
      Localized(
        "同一个班重复的不用再填；每一项表上都能看、能改。", "What repeats in a class need not be typed again; each can be seen and changed.")
    case .siblingTitle: Localized("和{}一样的", "The same as for {}")
    case .siblingHint:
      Localized(
        "下面是兄弟姐妹那一张填的。都一样就按 Enter；有不一样的，按 2 一项一项看。",
        "This is from the brother's or sister's form. All the same: Enter. Something differs: 2 shows one after the other."
      )
    case .siblingValue:
      Localized("兄弟姐妹那一张填的是“{}”。一样就按 Enter。", "For the brother or sister: “{}”. The same? Press Enter.")
    }
  }
}
