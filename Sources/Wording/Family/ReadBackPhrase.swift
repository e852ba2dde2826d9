import FormModel

/// The words of the read-back.
public enum ReadBackPhrase: Phrase {
  case title
  case blank
  case later
  case askFamily
  case askStaff
  case waiting
  case allConfirmed
  case handInNext
  case completeNext
  case handedIn
  case noTelephone
  case goOn
  case whichTitle
  case whichHint
  case howTitle
  case howDesk
  case howTelephone
  case howPaper
  case howNow
  case whoTitle
  case whoHint
  case whoMissing
  case approvedFamily
  case withdrawnFamily
  case closedStaff
  case help
  case helpStaff
  case keyRight
  case keyWrong
  case keyAll
  case keyForm
  case keyHow
  case keyReveal
  case keyBack

  public var text: Localized {
    switch self {
    case .title: Localized("确认", "Read back")
    case .blank: Localized("{}没有填", "{} blank")
    case .later: Localized("{}以后补", "{} later")
    case .askFamily:
      Localized("请一行一行看：对就按 Enter，不对按 2 去改。", "Please read each line: Enter if it is right, 2 to mend it.")
    case .askStaff:
      Localized("一行一行念给家长听：说对就按 Enter，不对按 2 去改。", "Read it to the family: Enter if it is right, 2 to mend it.")
    case .waiting: Localized("待确认 {} 项", "{} to confirm")
    case .allConfirmed: Localized("都确认好了。", "All is confirmed.")
    case .handInNext: Localized("都确认好了，按 5 交表。", "All is confirmed; 5 hands the form in.")
    case .completeNext:
      Localized(
        "都确认好了。还有要补、要改的，按 F10 回名单。", "All is confirmed. What is blank or wrong comes next: F10, then the list.")
    case .handedIn: Localized("✓ 交表了，等审核。", "✓ Handed in; it waits for review.")
    case .goOn: Localized("都确认好了，按 Enter 去看还缺什么。", "All is confirmed; Enter shows what is still missing.")
    case .whichTitle: Localized("哪一项不对？", "Which item is not right?")
    case .whichHint: Localized("按数字选，Esc 回去。", "Press the number; Esc leaves it as it is.")
    case .howTitle: Localized("家长怎么确认的？", "How did the family confirm?")
    case .howDesk: Localized("家长就在旁边，当面说的", "the family is here and says so")
    case .noTelephone: Localized("（没有留电话）", "(no telephone given)")
    case .howTelephone: Localized("打电话说的", "by telephone")
    case .howPaper: Localized("签了字的纸", "on a signed paper")
    case .howNow: Localized("{}：{}", "{}: {}")
    case .whoTitle: Localized("是谁说的、谁签的字？", "Who said so, or signed?")
    case .whoHint:
      Localized("比如：潘女士（母亲）。会和您的姓名一起记下来。", "For example: Ms Pan (mother). It is noted with your own name.")
    case .whoMissing: Localized("请写一个名字，以后查得到。", "Please give a name, so that it can be looked up.")
    case .approvedFamily:
      Localized(
        "这张表已经通过了：现在改的先记成建议，老师看过才算。", "The form was approved: a change is a proposal until a teacher has looked at it.")
    case .withdrawnFamily: Localized("这张表已经撤回了，请找老师。", "The form was withdrawn; please ask a teacher.")
    case .closedStaff: Localized("这张表现在不用确认。", "Nothing is to be confirmed in this form now.")
    case .help:
      Localized(
        "整张表变成一句一句的话，下面的小字是谁填的、从哪里来的。◇ 是老师替您填的，请您看过。",
        "The whole form in sentences; the small line says who gave it and from what. ◇ was filled in for you: please read it."
      )
    case .helpStaff:
      Localized(
        "把整张表念给家长听。您记下的电话确认、纸质确认，都写着您的姓名。改过的一项要重新确认。",
        "Read the form to the family. A confirmation by telephone or paper is noted under your name. A changed item has to be confirmed anew."
      )
    case .keyRight: Localized("对", "right")
    case .keyWrong: Localized("不对，去改", "not right")
    case .keyAll: Localized("全都对", "all right")
    case .keyForm: Localized("接着填表", "the form")
    case .keyHow: Localized("换确认方式", "how confirmed")
    case .keyBack: Localized("回去", "back")
    case .keyReveal: Localized("看号码", "show numbers")
    }
  }
}
