import FormModel
import Records

/// The words of the lists that teachers and staff work through.
public enum WorkListPhrase: Phrase {
  case gaps
  case unconfirmed
  case ready
  case all
  case waiting
  case duplicates
  case owing
  case entry
  case export
  case number
  case stray
  case withdrawn
  case duplicatesAside
  case waitingAside
  case owingAside
  case entryAside
  case exportAside
  case numberAside
  case exportHint
  case strayAside
  case withdrawnAside
  case choose
  case chooseHint
  case key
  case showNext
  case everybody
  case more
  case handInHint
  case keyHandIn
  case contact
  case contactMissing
  case noTelephone

  public var text: Localized {
    switch self {
    case .gaps: Localized("还缺的 {} 份", "{} with gaps")
    case .unconfirmed: Localized("待确认 {} 份", "{} to be confirmed")
    case .ready: Localized("填好了没交 {} 份", "{} not handed in")
    case .all: Localized("全部 {} 份", "all {}")
    case .waiting: Localized("待审 {}", "{} waiting")
    case .duplicates: Localized("一人多籍？ {}", "{} doubled?")
    case .owing: Localized("等补件 {}", "{} owing papers")
    case .entry: Localized("等入园日 {}", "{} enter later")
    case .export: Localized("等导出 {}", "{} to export")
    case .number: Localized("等学籍号 {}", "{} await a number")
    case .stray: Localized("没有老师管 {}", "{} without a teacher")
    case .withdrawn: Localized("撤回的 {}", "{} withdrawn")
    case .waitingAside: Localized("交上来的，通过或退回", "handed in: approve or give back")
    case .duplicatesAside: Localized("号码和别的表一样，先弄清", "the number stands elsewhere too")
    case .owingAside: Localized("交了表，户口或证件还没带来", "handed in, papers to come")
    case .entryAside: Localized("到了那天就能通过", "can be approved on that day")
    case .exportAside: Localized("通过了，还没有导出或有更正", "approved; new or corrected")
    case .numberAside: Localized("导出了，学籍号还没下发", "sent; no number yet")
    case .exportHint: Localized("按 e 把这些孩子导出成表。", "e writes these children into a sheet.")
    case .strayAside: Localized("班级没有老师的账号，请您来办", "no teacher's account has the class")
    case .withdrawnAside: Localized("按 x 可以恢复", "x reinstates one")
    case .choose: Localized("看哪一份名单？", "Which list?")
    case .chooseHint: Localized("按数字，或 ↑↓ 再按 Enter；Esc 不换。", "A digit, or ↑↓ and Enter; Esc stays.")
    case .key: Localized("名单", "lists")
    case .showNext: Localized("看{}", "{}")
    case .everybody: Localized("全部孩子", "everybody")
    case .more: Localized("{}：按 l 看。", "{}: press l.")
    case .handInHint: Localized("{}：按 h 一起交。", "{}: h hands them in together.")
    case .keyHandIn: Localized("一起交表", "hand in")
    case .contact: Localized("取件码 {}   电话 {}   下一步：{}", "code {}   telephone {}   next: {}")
    case .contactMissing: Localized("取件码 {}   电话 {}   还缺：{}", "code {}   telephone {}   missing: {}")
    case .noTelephone: Localized("没有留", "none")
    }
  }
}

extension Wording {
  /// A list with how many stand in it.
  public func title(_ list: WorkList, _ count: Int?) -> String { self(phrase(list), count.map { "\($0)" } ?? "…") }

  /// What a list is for; empty for the lists of completing, whose columns show it.
  public func aside(_ list: WorkList) -> String {
    switch list {
    case .waiting: self(WorkListPhrase.waitingAside)
    case .duplicates: self(WorkListPhrase.duplicatesAside)
    case .owing: self(WorkListPhrase.owingAside)
    case .entry: self(WorkListPhrase.entryAside)
    case .export: self(WorkListPhrase.exportAside)
    case .number: self(WorkListPhrase.numberAside)
    case .stray: self(WorkListPhrase.strayAside)
    case .withdrawn: self(WorkListPhrase.withdrawnAside)
    case .gaps, .unconfirmed, .ready, .all: ""
    }
  }

  private func phrase(_ list: WorkList) -> WorkListPhrase {
    switch list {
    case .gaps: .gaps
    case .unconfirmed: .unconfirmed
    case .ready: .ready
    case .all: .all
    case .waiting: .waiting
    case .duplicates: .duplicates
    case .owing: .owing
    case .entry: .entry
    case .export: .export
    case .number: .number
    case .stray: .stray
    case .withdrawn: .withdrawn
    }
  }

  /// What a record waits for, in a few words.
  public func step(_ step: NextStep?) -> String {
    switch step {
    case .mend: say("改错", "mend")
    case .complete: say("补全", "complete")
    case .confirm: say("请家长确认", "have it confirmed")
    case .handIn: say("交表", "hand in")
    case .review: say("等审核", "waits for review")
    case .decide: say("等审核看改动", "waits for a decision")
    case .sendBack: say("有问题，等退回", "something is wrong: give back")
    case .decideDuplicate: say("一人多籍？等弄清", "doubled? to be settled")
    case .waitForEntry: say("等入园日", "waits for the day of entry")
    case .export: say("等导出", "waits to be exported")
    case .waitForNumber: say("等学籍号", "waits for its number")
    case .reinstate: say("撤回了", "withdrawn")
    case nil: say("都办好了", "all done")
    }
  }
}
