import FormModel

/// The words of the day's close.
public enum DayClosePhrase: Phrase {
  case title
  case balance
  case returned
  case ready
  case groups
  case owingTitle
  case owingNone
  case owingLine
  case noDay
  case overdue
  case slipTitle
  case slipMore
  case loading
  case nothing
  case help
  case keySlip

  public var text: Localized {
    switch self {
    case .title: Localized("收尾 · {}", "Day's close · {}")
    case .balance:
      Localized(
        "开始填 {} ＝ 填写中 {} ＋ 待审 {} ＋ 通过 {} ＋ 撤回 {}", "started {} = drafts {} + waiting {} + approved {} + withdrawn {}")
    case .ready: Localized("填写中的，有 {} 份填好了没交。", "Of the drafts, {} are complete and not handed in.")
    case .returned: Localized("填写中的，有 {} 份是退回的。", "Of the drafts, {} were given back.")
    case .groups:
      Localized(
        "进城务工随迁 {}   留守 {}   残疾 {}   孤儿 {}   重复 {}   有错 {}",
        "migrant {}   left behind {}   disabled {}   orphan {}   doubled {}   wrong {}")
    case .owingTitle:
      Localized("待补 {} 份；要来补、来改的共 {} 家，最急的在上面：", "{} miss something; {} have to bring or mend, the most urgent first:")
    case .owingNone: Localized("✓ 这一天的表都填全了。", "✓ Every form of the day is complete.")
    case .owingLine: Localized("{} 前", "by {}")
    case .noDay: Localized("没说日期", "no day given")
    case .overdue: Localized("过期", "overdue")
    case .slipTitle: Localized("给 {} 家的补交单（可以念，也可以抄）：", "The slip for {} (to read out or copy):")
    case .slipMore: Localized("… 还有，按 PgDn", "… more: PgDn")
    case .loading: Localized("正在读…", "Reading…")
    case .nothing: Localized("这一天没有登记。", "Nothing was registered on this day.")
    case .help:
      Localized(
        "一天开始填的表，每一份都数在一个里：填写中、待审、通过、撤回。下面是还缺东西的人家；按 Enter 看补交单。",
        "Every form begun on the day is counted once: draft, waiting, approved or withdrawn. Below are the families that owe something; Enter shows the slip."
      )
    case .keySlip: Localized("补交单", "slip")
    }
  }
}
