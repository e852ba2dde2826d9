import FormModel

/// The words of approving, one or many.
enum ApprovePhrase: Phrase {
  case planTitle
  case planNone
  case planSkips
  case planYes
  case notHandedIn
  case alreadyApproved
  case withdrawn
  case errors
  case warnings
  case owed
  case blanks
  case unconfirmed
  case queries
  case duplicate
  case working
  case doneTitle
  case doneSkipped
  case doneKeys
  case more

  var text: Localized {
    switch self {
    case .planTitle: Localized("要通过 {} 份：现在能通过 {} 份。", "To approve {}: {} can be approved now.")
    case .planNone: Localized("现在都还不能通过：", "None can be approved yet:")
    case .planSkips: Localized("这 {} 份会跳过：", "These {} will be skipped:")
    case .planYes: Localized("Enter 通过这 {} 份   Esc 先不", "Enter approves the {}   Esc not now")
    case .notHandedIn: Localized("还没交表", "not handed in")
    case .alreadyApproved: Localized("已经通过了", "approved already")
    case .withdrawn: Localized("已撤回", "withdrawn")
    case .errors: Localized("错误 {}", "errors {}")
    case .warnings: Localized("提醒 {}", "warnings {}")
    case .owed: Localized("必填的待补 {}", "required owed {}")
    case .blanks: Localized("没填 {}", "blank {}")
    case .unconfirmed: Localized("家长没确认 {}", "not confirmed {}")
    case .queries: Localized("问题没回答 {}", "open questions {}")
    case .duplicate: Localized("一人多籍？", "doubled?")
    case .working: Localized("正在通过…", "Approving…")
    case .doneTitle: Localized("✓ 通过了 {} 份。", "✓ {} approved.")
    case .doneSkipped: Localized("跳过 {} 份：", "{} skipped:")
    case .doneKeys: Localized("按 Enter 回到列表", "Enter goes back to the list")
    case .more: Localized("还有 {} 份，按 ↓ 看", "{} more: press ↓")
    }
  }
}
