import FormModel

/// The words of making a move on many forms: approving, and handing in.
public enum PlanPhrase: Phrase {
  case approveTitle
  case approveNone
  case handInTitle
  case handInNone
  case planSkips
  case notHandedIn
  case alreadyHandedIn
  case alreadyApproved
  case withdrawn
  case errors
  case warnings
  case owed
  case blanks
  case unconfirmed
  case queries
  case duplicate
  case entryAhead
  case working
  case approved
  case handedIn
  case doneSkipped
  case more

  public var text: Localized {
    switch self {
    case .approveTitle: Localized("要通过 {} 份：现在能通过 {} 份。", "To approve {}: {} can be approved now.")
    case .approveNone: Localized("现在都还不能通过：", "None can be approved yet:")
    case .handInTitle: Localized("要交 {} 份：现在能交 {} 份。", "To hand in {}: {} can be handed in now.")
    case .handInNone: Localized("现在都还不能交：", "None can be handed in yet:")
    case .planSkips: Localized("这 {} 份会跳过：", "These {} will be skipped:")
    case .notHandedIn: Localized("还没交表", "not handed in")
    case .alreadyHandedIn: Localized("已经交了", "handed in already")
    case .alreadyApproved: Localized("已经通过了", "approved already")
    case .withdrawn: Localized("已撤回", "withdrawn")
    case .errors: Localized("错误 {}", "errors {}")
    case .warnings: Localized("提醒 {}", "warnings {}")
    case .owed: Localized("必填的待补 {}", "required owed {}")
    case .blanks: Localized("没填 {}", "blank {}")
    case .unconfirmed: Localized("家长没确认 {}", "not confirmed {}")
    case .queries: Localized("问题没回答 {}", "open questions {}")
    case .duplicate: Localized("一人多籍？", "doubled?")
    case .entryAhead: Localized("{}才入园", "enters on {}")
    case .working: Localized("正在一份一份做…", "Working…")
    case .approved: Localized("✓ 通过了 {} 份。", "✓ {} approved.")
    case .handedIn: Localized("✓ 交了 {} 份，等审核。", "✓ {} handed in; they wait for review.")
    case .doneSkipped: Localized("跳过 {} 份：", "{} skipped:")
    case .more: Localized("还有 {} 份，按 ↓ 看", "{} more: press ↓")
    }
  }
}
