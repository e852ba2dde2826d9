import FormModel
import Records

/// The words of 以后补 and of 表中没有.
public enum OwedPhrase: Phrase {
  case title
  case ask
  case document
  case family
  case other
  case dueTitle
  case dueHint
  case noteTitle
  case noteHint
  case unlistedTitle
  case unlistedAsk
  case abroad
  case unregistered
  case newCounty
  case untypable
  case paperSays
  case paperHint
  case wrongDate
  case pastDate
  case disputeAsk
  case disputeMine
  case disputeTheirs
  case disputeBlank
  case chooseFirst
  case paperMissing

  public var text: Localized {
    switch self {
    case .title: Localized("以后补：{}", "Later: {}")
    case .ask: Localized("为什么先不填？按数字选。", "Why later? Press the number.")
    case .document: Localized("证件不在身边", "The paper is not here")
    case .paperMissing: Localized("{}没带：要看它的 {} 项一起以后补", "No {} here: all {} items read from it come later")
    case .family: Localized("要问家里人", "I must ask the family")
    case .other: Localized("其他原因", "Another reason")
    case .dueTitle: Localized("什么时候能补上？", "By when?")
    case .dueHint: Localized("可以改成别的日期；对就按 Enter。", "Change the date if you like; Enter takes it.")
    case .noteTitle: Localized("想留一句话给老师吗？（可不写）", "A word for the teacher? (may be left empty)")
    case .noteHint:
      Localized("比如：户口本在老家。写好按 Enter。", "For example: the household book is in our home town. Then Enter.")
    case .unlistedTitle: Localized("表中没有：{}", "Not in the list: {}")
    case .unlistedAsk:
      Localized("是哪一种？按数字选，之后由老师来定代码。", "Which is it? Press the number; the teacher will find the code.")
    case .abroad: Localized("境外出生", "Born abroad")
    case .unregistered: Localized("未落户", "Not registered yet")
    case .newCounty: Localized("新设区县", "A newly made county")
    case .untypable: Localized("打不出来，请老师帮忙", "I cannot type it; a teacher will help")
    case .paperSays: Localized("纸上是怎么写的？", "What does the paper say?")
    case .paperHint: Localized("照纸上抄下来，按 Enter。", "Copy it from the paper, then Enter.")
    case .wrongDate: Localized("没看懂这个日期，请写成 20260301 这样。", "I cannot read this date; write it like 20260301.")
    case .chooseFirst: Localized("请先按数字选一个。", "Please press one of the numbers first.")
    case .disputeAsk:
      Localized("另一台电脑也改了这一项，两边不一样。留哪一个？", "Another desk changed this item too. Which answer is right?")
    case .disputeMine: Localized("这里填的：", "From here: ")
    case .disputeTheirs: Localized("那边填的：", "From there: ")
    case .disputeBlank: Localized("（空着）", "(blank)")
    case .pastDate: Localized("这一天已经过了，请写今天以后的日期。", "That day has passed; please give a later one.")
    }
  }
}

extension OwedReason {
  /// The reason in a few words.
  public func text(_ wording: Wording) -> String {
    switch self {
    case .document: wording(OwedPhrase.document)
    case .ask: wording(OwedPhrase.family)
    case .other: wording(OwedPhrase.other)
    }
  }
}

extension StaffReason {
  /// Why staff have to find the answer, in a few words.
  public var phrase: OwedPhrase {
    switch self {
    case .abroad: .abroad
    case .unregistered: .unregistered
    case .newCounty: .newCounty
    case .untypable: .untypable
    }
  }
}

extension Wording {
  /// Why an item comes later, and by when.
  public func debt(_ owed: Owed) -> String {
    let reason = [owed.reason.text(self), plain(owed.note)].filter { !$0.isEmpty }
      .joined(separator: comma)
    guard let due = owed.due else { return self(GuidedPhrase.owedNoDate, reason) }
    return self(GuidedPhrase.owedUntil, reason, date(due))
  }
}
