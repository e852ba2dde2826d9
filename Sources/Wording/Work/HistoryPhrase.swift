import FormModel
import Records

/// What happened to a record, in the words of its history.
public enum HistoryPhrase: Phrase {
  case answer
  case owe
  case confirm
  case accept
  case query
  case handIn
  case sendBack
  case approve
  case correct
  case propose
  case decline
  case export
  case number
  case withdraw
  case reinstate
  case telephone
  case className
  case relation
  case blank
  case reason
  case notRelevant
  case relevantAgain
  case givenToMany
  case takenBack

  public var text: Localized {
    switch self {
    case .answer: Localized("填", "gave")
    case .owe: Localized("以后补", "put off")
    case .confirm: Localized("确认", "confirmed")
    case .accept: Localized("说“就是这样”", "said “it is so”")
    case .query: Localized("问", "asked")
    case .handIn: Localized("交表", "handed in")
    case .sendBack: Localized("退回", "gave back")
    case .approve: Localized("通过", "approved")
    case .correct: Localized("采用改动", "took the change")
    case .propose: Localized("建议改", "proposed")
    case .decline: Localized("不采用", "declined")
    case .export: Localized("导出", "exported")
    case .number: Localized("学籍号下发", "national number")
    case .withdraw: Localized("撤回", "withdrew")
    case .reinstate: Localized("恢复", "reinstated")
    case .telephone: Localized("电话", "telephone")
    case .className: Localized("班级", "class")
    case .relation: Localized("和孩子的关系", "what they are to the child")
    case .blank: Localized("（空）", "(blank)")
    case .reason: Localized("（{}）", " ({})")
    case .notRelevant: Localized("不适用了，先收起来", "no longer needed, kept aside")
    case .relevantAgain: Localized("又适用了，放回来", "needed again, put back")
    case .givenToMany: Localized("多个孩子一起填的", "given to many at once")
    case .takenBack: Localized("一起填的撤销了", "given to many, taken back")
    }
  }

  /// The word for an act; of a proposal, whether it was made or declined.
  public init(_ entry: HistoryEntry) {
    self =
      switch entry.act {
      case .answer: .answer
      case .owe: .owe
      case .confirm: .confirm
      case .accept: .accept
      case .query: .query
      case .handIn: .handIn
      case .return: .sendBack
      case .approve: .approve
      case .correct: .correct
      // A proposal that is declined leaves the entry with nothing new.
      case .propose: entry.new == nil ? .decline : .propose
      case .export: .export
      case .number: .number
      case .withdraw: .withdraw
      case .reinstate: .reinstate
      }
  }
}

extension Wording {
  /// Why a record was withdrawn, in a word.
  public func cause(_ cause: WithdrawalCause?) -> String {
    switch cause {
    case .transfer: say("转园", "moved")
    case .left: say("离园", "left")
    case .duplicate: say("重复", "twice")
    case .mistake: say("误建", "mistake")
    case nil: say("没有说", "not said")
    }
  }
}
