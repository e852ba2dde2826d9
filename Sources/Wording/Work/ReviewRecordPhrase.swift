import FormModel

/// The words of the record under review.
public enum ReviewRecordPhrase: Phrase {
  case title
  case handedIn
  case notHandedIn
  case telephone
  case toDo
  case nothingToDo
  case duplicate
  case numberInDraft
  case other
  case sameChild
  case query
  case unconfirmed
  case proposal
  case proposalKey
  case proposalEmpty
  case entryAhead
  case accepted
  case items
  case changed
  case notRelevant
  case number
  case numberNotYet
  case exported
  case lookingForDuplicates
  case approveTitle
  case approveElsewhere
  case approveNothingElsewhere
  case approved
  case refusedTitle
  case returnTitle
  case returnWhich
  case returnAgain
  case returnText
  case returnTextWhole
  case returnTextHint
  case returnWhole
  case returnNoItem
  case returned
  case keyCloseQueries
  case closeQueriesTitle
  case closeQueriesHint
  case queriesClosed
  case nothingAsked
  case causeTitle
  case causeHint
  case causeTransfer
  case causeLeft
  case causeDuplicate
  case causeMistake
  case withdrawTitle
  case withdrawHint
  case withdrawn
  case reinstateTitle
  case reinstateHint
  case reinstated
  case proposalsTitle
  case keyTake
  case keyDecline
  case proposalsNone
  case acceptReason
  case declineReason
  case reasonHint
  case proposalTaken
  case proposalDeclined
  case duplicateTitle
  case duplicateNone
  case duplicateUnseen
  case duplicateSame
  case duplicateWrong
  case duplicateWrongDraft
  case duplicateOpen
  case duplicateSameOther
  case duplicateNext
  case compareThis
  case compareOther
  case compareCode
  case compareHandedIn
  case compareTelephone
  case duplicateSameReason
  case duplicateWrongText
  case historyTitle
  case help
  case keyApprove
  case keyReturn
  case keyWithdraw
  case keyProposals
  case keyDuplicates
  case keyHistory
  case keyReadBack
  case keyEdit
  case keyReveal
  case keyScroll
  case keyBack

  public var text: Localized {
    switch self {
    case .title: Localized("审核 · {}", "Review · {}")
    case .handedIn: Localized("{} 交表", "handed in {}")
    case .notHandedIn: Localized("还没交表", "not handed in")
    case .telephone: Localized("电话 {}", "telephone {}")
    case .toDo: Localized("要处理的", "To do")
    case .nothingToDo: Localized("✓ 没有要处理的。", "✓ Nothing to do.")
    case .duplicate:
      Localized("✗ 一人多籍？这个号码在另一份表里也有。按 d 处理。", "✗ Doubled? The number stands in another record. Press d to settle it.")
    case .numberInDraft:
      Localized(
        "！ 这个号码在一份还没交的表里也有，不影响通过：", "! The number also stands in a draft, which stops nothing:")
    case .other: Localized("{}  {}  {}  取件码 {}  {}", "{}  {}  {}  code {}  {}")
    case .sameChild:
      Localized(
        "！ 另一份表的姓名和出生日期一样，号码不同：看看是不是同一个孩子。",
        "! Another record has the same name and birth date but another number: is it the same child?")
    case .query: Localized("？ 还没回答：{}{}（{}，{}）", "? Not answered yet: {}{} ({}, {})")
    case .unconfirmed: Localized("◇ 家长还没确认 {} 项：{}", "◇ Not confirmed by the family ({}): {}")
    case .proposal: Localized("✎ 改动建议：{} {} → {}（{}，{}）", "✎ Proposed: {} {} → {} ({}, {})")
    case .proposalKey: Localized("按 g 处理改动建议", "g settles the proposals")
    case .proposalEmpty: Localized("（空）", "(blank)")
    case .entryAhead: Localized("！ 入园日期 {} 还没到，到那天才能通过。", "! Enters on {}; it can be approved from that day on.")
    case .accepted: Localized("说过“就是这样”的提醒", "Warnings answered with “it is so”")
    case .items: Localized("全部各项", "All items")
    case .changed: Localized("✎ 交表后改过", "✎ changed since handed in")
    case .notRelevant: Localized("不适用", "not needed")
    case .number: Localized("学籍号 {}", "National number {}")
    case .numberNotYet: Localized("学籍号 尚未下发", "National number: not issued yet")
    case .exported: Localized("已导出：{} 第 {} 行", "Exported: {} row {}")
    case .lookingForDuplicates: Localized("正在查有没有重复，请再按一次。", "Looking for doubles; please press it again.")
    case .approveTitle: Localized("通过这张表？", "Approve this form?")
    case .approveElsewhere: Localized("这些不是家长在柜台当面确认的：", "These were not confirmed at the desk itself:")
    case .approveNothingElsewhere: Localized("各项都是家长当面填的或当面确认的。", "Everything was given or confirmed at the desk.")
    case .approved: Localized("✓ 通过了。F10 回到列表。", "✓ Approved. F10 goes back to the list.")
    case .refusedTitle: Localized("现在还不能，因为：", "Not now, because:")
    case .returnTitle: Localized("退回：哪里要改？", "Give back: what is to be mended?")
    case .returnWhich:
      Localized("写项目的编号，按 Enter；0 是整张表。", "Type the item's number and Enter; 0 is the whole form.")
    case .returnAgain:
      Localized("还有就再写一个编号；没有了，直接按 Enter 退回。", "Another number if there is more; Enter alone gives it back.")
    case .returnText: Localized("{}：要问家长什么？", "{}: what is the question?")
    case .returnTextWhole: Localized("整张表：要说什么？", "The whole form: what is the question?")
    case .returnTextHint: Localized("比如：缺门牌号。写好按 Enter。", "For example: the house number is missing. Then Enter.")
    case .returnWhole: Localized("整张表", "whole form")
    case .returnNoItem: Localized("没有第 {} 项，请写 0–{}。", "There is no item {}; please type 0–{}.")
    case .returned: Localized("✓ 退回了，问题记在表上。F10 回到列表。", "✓ Given back with its questions. F10 goes back to the list.")
    case .keyCloseQueries: Localized("了结问题", "close questions")
    case .closeQueriesTitle: Localized("问过的都弄清楚了：怎么说的？", "Everything asked is clear now: how?")
    case .closeQueriesHint:
      Localized("比如：看过户口簿，原来填的是对的。", "For example: seen in the household book, it was right.")
    case .queriesClosed: Localized("✓ 问题了结了。", "✓ The questions are closed.")
    case .nothingAsked: Localized("没有还没答的问题。", "Nothing is asked that waits for an answer.")
    case .causeTitle: Localized("撤回这张表：为什么？", "Withdraw this form: why?")
    case .causeHint: Localized("不会删掉，以后可以恢复。", "Nothing is deleted; it can be reinstated.")
    case .causeTransfer: Localized("转园：到别的幼儿园去", "moved: goes to another kindergarten")
    case .causeLeft: Localized("离园：不再上幼儿园", "left: goes to no kindergarten")
    case .causeDuplicate: Localized("重复：这个孩子另有一份", "twice: the child has another form")
    case .causeMistake: Localized("误建：不是哪个孩子的", "a mistake: it is nobody's form")
    case .withdrawTitle: Localized("还有要写的吗？", "Is there more to say?")
    case .withdrawHint:
      Localized("比如转到哪里。没有就按 Enter 撤回。", "Such as where the child goes. With nothing to say, Enter withdraws it.")
    case .withdrawn: Localized("✓ 撤回了。要恢复再按 x。", "✓ Withdrawn. x reinstates it.")
    case .reinstateTitle: Localized("恢复这张表：为什么？", "Reinstate this form: why?")
    case .reinstateHint: Localized("回到撤回以前的样子。", "It becomes what it was before.")
    case .reinstated: Localized("✓ 恢复了。", "✓ Reinstated.")
    case .proposalsTitle: Localized("改动建议", "Proposed changes")
    case .keyTake: Localized("采用", "accept")
    case .keyDecline: Localized("不采用", "decline")
    case .proposalsNone: Localized("没有改动建议。", "There are no proposals.")
    case .acceptReason: Localized("采用“{}”：根据什么？", "Accept “{}”: on what grounds?")
    case .declineReason: Localized("不采用“{}”：为什么？", "Decline “{}”: why?")
    case .reasonHint:
      Localized(
        "比如：看过户口簿。采用后这张表要再通过一次。", "For example: seen in the household book. Once accepted, the form is approved anew.")
    case .proposalTaken: Localized("✓ 采用了，这张表又在待审里，看过再通过。", "✓ Accepted; the form waits for approval again.")
    case .proposalDeclined: Localized("✓ 不采用，原来的值不变。", "✓ Declined; the value stays as it was.")
    case .duplicateTitle: Localized("一人多籍？两份并排看，≠ 是不一样的：", "Doubled? Both side by side; ≠ marks what differs:")
    case .duplicateSameOther: Localized("同一个孩子：撤回另一份（{}）", "The same child: withdraw the other one ({})")
    case .duplicateNext: Localized("和下一份比", "Beside the next one")
    case .compareThis: Localized("这一份", "This one")
    case .compareOther: Localized("另一份", "The other one")
    case .compareCode: Localized("取件码", "Code")
    case .compareHandedIn: Localized("交表", "Handed in")
    case .compareTelephone: Localized("电话", "Telephone")
    case .duplicateUnseen:
      Localized(
        "有 {} 处登记读不出来，同一个孩子可能在里面；请找管理员。",
        "{} of the store cannot be read, and the same child may be there; ask whoever looks after it.")
    case .duplicateNone: Localized("没有发现重复。", "No double was found.")
    case .duplicateSame: Localized("同一个孩子：撤回现在这一份", "The same child: withdraw this one")
    case .duplicateWrongDraft: Localized("号码写错了：回去按 e，改这一份", "A wrong number: go back and mend this one with e")
    case .duplicateWrong:
      Localized("号码写错了：退回这一份，请家长再看号码", "A wrong number: give this one back, to look at the number again")
    case .duplicateOpen:
      Localized("打开另一份（{}），要退回它就在那边办", "Open the other one ({}), to give back that one")
    case .duplicateSameReason: Localized("和取件码 {} 是同一个孩子", "the same child as code {}")
    case .duplicateWrongText:
      Localized(
        "这个号码可能已经登记过，请对照户口簿再看一遍。", "This number may have been registered before; please compare it with the paper.")
    case .historyTitle: Localized("改动记录（新的在上）", "History (newest first)")
    case .help:
      Localized(
        "只看不改。上面是要处理的，下面是各项：谁填的、从哪里来、家长确认没有。没有要处理的，就按 a 通过。",
        "Read-only. First what there is to do, then every item: who gave it, from what, and whether it was confirmed. With nothing to do, a approves."
      )
    case .keyApprove: Localized("通过", "approve")
    case .keyReturn: Localized("退回", "return")
    case .keyWithdraw: Localized("撤回、恢复", "withdraw")
    case .keyProposals: Localized("改动建议", "proposals")
    case .keyDuplicates: Localized("重复", "doubled")
    case .keyHistory: Localized("记录", "history")
    case .keyReadBack: Localized("确认", "read back")
    case .keyEdit: Localized("改", "edit")
    case .keyReveal: Localized("看号码", "show numbers")
    case .keyScroll: Localized("翻看", "scroll")
    case .keyBack: Localized("回列表", "back")
    }
  }
}
