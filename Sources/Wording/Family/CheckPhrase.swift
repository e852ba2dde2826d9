import FormModel

/// The words of 检查 and of handing in.
public enum CheckPhrase: Phrase {
  case title
  case allGood
  case counts
  case blanksAside
  case inTheWay
  case wrongInTheWay
  case nextOwed
  case nextNothing
  case marks
  case lookAgain
  case line
  case asked
  case askedCount
  case handIn
  case handInOwing
  case handedInBefore
  case handedInDone
  case handedInGood
  case warningAsk
  case warningYes
  case warningMend
  case fillerTitle
  case fillerAsk
  case telephoneTitle
  case telephoneHint
  case telephoneWrong
  case handedInTitle
  case handedInCode
  case handedInKeep
  case owedTitle
  case owedLine
  case nextChild
  case printSlip
  case slipAsked
  case slipPrinted
  case slipFailed
  case spelled
  case birthDateGiven
  case changed
  case telephone
  case next
  case done
  case leaveTitle
  case readyTitle
  case readyKeep
  case returnedTitle
  case undecided
  case approvedTitle
  case proposedTitle
  case leaveKeep
  case leaveCodeLater
  case farewellUnsaved
  case farewellSaving
  case farewellUnread
  case farewellAsk
  case unsavedTitle
  case unsavedAsk
  case unsavedEnd
  case unsavedRetry
  case unsavedLeave

  public var text: Localized {
    switch self {
    case .title: Localized("检查", "Check")
    case .allGood: Localized("该填的都填好了，可以交表。", "All that has to be filled in is; you can hand it in.")
    case .counts: Localized("要改 {}   请看看 {}   没填 {}   以后补 {}", "to mend {}   to look at {}   blank {}   later {}")
    case .line: Localized("{}：{}", "{}: {}")
    case .asked: Localized("老师问：{}", "A teacher asks: {}")
    case .askedCount:
      Localized("老师问了 {} 处，看过、改好再交。", "Asked by a teacher: {}. Please look, mend, and hand in again.")
    case .blanksAside: Localized("一时没有的，可以按 F2/^O 以后补。", "What is not at hand can be put off with F2/^O.")
    case .inTheWay: Localized("填好、改好这 {} 处就能交。", "To fill in or mend before you can hand in: {}.")
    case .wrongInTheWay: Localized("改好这 {} 处就能交。", "To mend before you can hand in: {}.")
    case .nextOwed: Localized("交了以后，老师就会看；还要带：{}", "Once handed in, a teacher looks at it. Still to bring: {}")
    case .nextNothing:
      Localized("交了以后，老师就会看；没有要再带的。", "Once handed in, a teacher looks at it; there is nothing more to bring.")
    case .lookAgain:
      Localized("按提示填的、按一个数字填的，请再看一眼。", "What was offered, or was one digit: please look again.")
    case .marks: Localized("~ 是按提示填的，# 是按一个数字填的：请再看一眼。", "~ was offered, # was one digit: please look again.")
    case .handIn: Localized("交表", "Hand in")
    case .handInOwing: Localized("交表（以后补的记着，不耽误）", "Hand in (what comes later is noted)")
    case .handedInBefore:
      Localized(
        "✓ 已交（{}）。要改就改，要补按 F8/^N；F10/^X 离开，取件码会再显示。",
        "✓ Handed in on {}. Mend any item; F8/^N: gaps, F10/^X: the code again.")
    case .handedInDone: Localized("已交：看好了，离开", "Handed in already: done, leave")
    case .handedInGood: Localized("这张表已经交了，改过的都记下了。", "The form is handed in; every change is kept.")
    case .warningAsk: Localized("按数字，或用 ↑↓ 再按 Enter", "A digit, or ↑↓ and Enter")
    case .warningYes: Localized("对，就是这样", "Yes, it is so")
    case .warningMend: Localized("回去改", "Go back and mend it")
    case .fillerTitle: Localized("谁在填这张表？", "Who is filling this in?")
    case .fillerAsk: Localized("您是孩子的什么人？按数字选。", "What are you to the child? Press the number.")
    case .telephoneTitle: Localized("联系电话（可不写）", "Telephone (may be left empty)")
    case .telephoneHint:
      Localized(
        "只在缺材料时用来找您。写好按 Enter；不写也按 Enter。", "Only to reach you about missing papers. Enter goes on, with or without.")
    case .telephoneWrong: Localized("电话里只写数字，再看一眼。", "Only digits in a telephone number; please look again.")
    case .handedInTitle: Localized("交好了，谢谢您！", "Handed in. Thank you!")
    case .handedInCode: Localized("取件码", "Code")
    case .handedInKeep:
      Localized(
        "请记下取件码。要改或要补，凭它和孩子的出生日期找回这张表。",
        "Write the code down. With it and the child's birth date you can open the form again.")
    case .owedTitle: Localized("还要补：", "Still to bring:")
    case .owedLine: Localized("{}，{}前", "{}, by {}")
    case .nextChild: Localized("再登记一个孩子（同一家）", "another child of the same family")
    case .printSlip: Localized("打印小条", "print a slip")
    case .slipAsked: Localized("正在打印小条。", "The slip is being printed.")
    case .slipPrinted: Localized("小条送到打印机了，请拿好。", "The slip is at the printer; please take it along.")
    case .slipFailed:
      Localized("小条没有印出来。请照着抄下取件码，或请老师帮忙。", "The slip was not printed. Please copy the code, or ask a teacher.")
    case .spelled: Localized("念作：{}", "Say it: {}")
    case .birthDateGiven: Localized("出生日期填的是 {}（不印在小条上）", "Birth date as given: {} (on no slip)")
    case .changed: Localized("改了 {} 处：{}。老师会再看一遍。", "Changed: {} ({}). A teacher looks at it again.")
    case .telephone: Localized("电话", "telephone")
    case .next: Localized("接下来：老师看表；有要问的会找您。", "Next: a teacher looks at it, and asks you if something is unclear.")
    case .done: Localized("完成", "done")
    case .readyTitle: Localized("该填的都填好了，存好了，还没有交。", "What has to be filled in is, and saved, but not handed in yet.")
    case .readyKeep:
      Localized(
        "请记下取件码。要交表，选“继续填写”，写取件码和孩子的出生日期，再选“交表”。",
        "Write the code down. To hand the form in, choose “Go on with a form”, give the code and the child's birth date, and hand in."
      )
    case .returnedTitle:
      Localized("老师把表退回来了，问了 {} 处，请接着看看。", "A teacher has given the form back with {} questions; please look.")
    case .undecided:
      Localized("两边填的不一样，还没选；先留的是另一台电脑填的：{}。", "Two desks differ and nobody has chosen; the other desk's stands: {}.")
    case .leaveTitle: Localized("存好了，下次接着填。", "Saved; go on another time.")
    case .approvedTitle: Localized("这张表已经通过了，不用再填。", "The form was approved; there is nothing left to fill in.")
    case .proposedTitle:
      Localized("改动记下了，老师看过才算。", "The change is noted; it counts once a teacher has looked at it.")
    case .leaveKeep:
      Localized(
        "请记下取件码。下次选“继续填写”，凭它和孩子的出生日期找回来。",
        "Write the code down. Next time choose “Go on with a form” and give it with the child's birth date.")
    case .leaveCodeLater:
      Localized(
        "请记下取件码。还没填出生日期和电话，下次要请老师帮忙找回来。",
        "Write the code down. Without birth date and telephone a teacher has to find the form for you.")
    case .farewellUnsaved:
      Localized("填完了，可是还没有存上。请先别关，叫老师来看看。", "Done, but not saved yet. Please leave it on and call a teacher.")
    case .farewellSaving: Localized("正在保存，请等一下。", "Saving; one moment please.")
    case .farewellUnread:
      Localized(
        "这张表现在读不出来，上面写的是刚才的样子。请告诉老师：{}",
        "The form cannot be read now; this is how it stood a moment ago. Please tell a teacher: {}")
    case .farewellAsk:
      Localized(
        "正在再存一次。再按一次 Enter 就离开，最后填的会丢。", "Trying again. Enter once more leaves, and what you typed last is lost.")
    case .unsavedTitle: Localized("还没有存上", "Not saved yet")
    case .unsavedAsk: Localized("现在离开，最后填的内容会丢。", "If you leave now, what you typed last is lost.")
    case .unsavedEnd:
      Localized(
        "一存上就会离开。现在就离开，没存上的会丢。",
        "It ends once all is saved. If you leave now, what is not saved is lost.")
    case .unsavedRetry: Localized("再存一次", "Try again")
    case .unsavedLeave: Localized("不存，离开", "Leave without saving")
    }
  }
}

extension Wording {
  /// How a code is said to somebody who writes it down: each character with what it is.
  public func spelled(_ code: String) -> String {
    let parts = code.map { character in
      switch character.isNumber {
      case true: say("数字 \(character)", "digit \(character)")
      case false: say("字母 \(character)", "letter \(character)")
      }
    }
    return self(CheckPhrase.spelled, parts.joined(separator: comma))
  }
}
