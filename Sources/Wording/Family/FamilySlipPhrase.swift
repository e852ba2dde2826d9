import FormModel

/// The words of the slip that a family takes home.
public enum FamilySlipPhrase: Phrase {
  case title
  case codeTitle
  case child
  case unnamed
  case code
  case bring
  case by
  case whenReady
  case staff
  case wrong
  case comeBack
  case nothing

  public var text: Localized {
    switch self {
    case .title: Localized("补交单", "Still to bring")
    case .codeTitle: Localized("取件码", "The code of your form")
    case .child: Localized("{}小朋友", "Child of the family {}")
    case .unnamed: Localized("小朋友", "Child")
    case .code: Localized("取件码 {}", "Code {}")
    case .bring: Localized("请带来、问好：", "Please bring or find out:")
    case .by: Localized("请在 {} 以前", "by {}")
    case .whenReady: Localized("方便的时候，越早越好", "as soon as you can")
    case .staff: Localized("（这一项老师来补，不用您带）", "(the kindergarten sees to this one)")
    case .wrong: Localized("填的对不上，请照证件再看一遍", "what was given does not fit; please look at the paper again")
    case .comeBack:
      Localized(
        "到幼儿园的登记台选“继续填写”，凭取件码和孩子的出生日期。忘了也不要紧，请老师找。",
        "At the desk choose “Go on with a form” and give the code and the child's birth date. If you forget it, ask a teacher."
      )
    case .nothing: Localized("都齐了，不用再带什么，谢谢您。", "Everything is here; nothing to bring. Thank you.")
    }
  }
}
