import FormModel

/// Where a value came from, who gave it and who confirmed it.
public enum ProvenancePhrase: Phrase {
  case family
  case teacherFiller
  case staffFiller
  case thisComputer
  case toldByFamily
  case toldFor
  case document
  case derived
  case copied
  case roster
  case accepted
  case waiting
  case confirmedHere
  case confirmedByTelephone
  case confirmedOnPaper
  case telephoneInShort
  case paperInShort
  case blank
  case notNeeded
  case owed

  public var text: Localized {
    switch self {
    case .family: Localized("家长", "family")
    case .teacherFiller: Localized("老师代填", "teacher")
    case .staffFiller: Localized("审核代填", "staff")
    case .thisComputer: Localized("本机", "this computer")
    case .toldByFamily: Localized("{}填", "given by {}")
    case .toldFor: Localized("{}代填", "filled in by {}")
    case .document: Localized("{}看证件填", "read off a paper by {}")
    case .derived: Localized("从{}读出", "read off {}")
    case .copied: Localized("照上一份复制（{}）", "copied ({})")
    case .roster: Localized("照名单导入（{}）", "from a roster ({})")
    case .accepted: Localized("照常见的填（{}）", "the usual answer ({})")
    case .waiting: Localized("◇ 待确认", "◇ to be confirmed")
    case .confirmedHere: Localized("✓ 当面确认", "✓ confirmed here")
    case .confirmedByTelephone: Localized("✓ 电话确认：{}（{}记）", "✓ confirmed by telephone: {} (noted by {})")
    case .confirmedOnPaper: Localized("✓ 纸质确认：{}（{}记）", "✓ confirmed on paper: {} (noted by {})")
    case .telephoneInShort: Localized("✓ 电话 {}", "✓ telephone {}")
    case .paperInShort: Localized("✓ 纸质 {}", "✓ paper {}")
    case .blank: Localized("○ 没有填", "○ blank")
    case .notNeeded: Localized("不用填", "not needed")
    case .owed: Localized("… {}", "… {}")
    }
  }
}
