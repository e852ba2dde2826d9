import FormModel
import Records

/// The words of the page of accounts.
public enum PeoplePhrase: Phrase {
  case title
  case columns
  case loading
  case help
  case keyChange
  case keyAdd
  case teacher
  case staff
  case active
  case withoutPIN
  case removed
  case deedTitle
  case deedHint
  case changePIN
  case changeClasses
  case remove
  case keep
  case comeBack
  case removeTitle
  case removeHint
  case nameTitle
  case nameHint
  case kindTitle
  case kindHint
  case classesTitle
  case classesHint
  case oldPINTitle
  case oldPINHint
  case pinTitle
  case pinHint
  case againTitle
  case againHint
  case pinsDiffer

  public var text: Localized {
    switch self {
    case .title: Localized("账号", "Accounts")
    case .columns:
      Localized("姓名                 做什么     状态         班级", "Name                 Role       State        Classes")
    case .loading: Localized("正在读…", "Reading…")
    case .help:
      Localized(
        "凭姓名和密码进来的老师，都在这里。忘了密码的，给他换一个；不在这里工作了的，停用，以前做过的事里名字还在。",
        "Everybody who enters by name and PIN. Whoever forgot the PIN is given another; whoever has left is removed, and the "
          + "histories still name them.")
    case .keyChange: Localized("改", "change")
    case .keyAdd: Localized("添加", "add")
    case .teacher: Localized("老师", "teacher")
    case .staff: Localized("审核老师", "staff")
    case .active: Localized("在用", "active")
    case .withoutPIN: Localized("还没有密码", "no PIN yet")
    case .removed: Localized("停用了", "removed")
    case .deedTitle: Localized("{}：要改什么？", "{}: what is to change?")
    case .deedHint: Localized("按数字，或用 ↑↓ 选好按 Enter。", "Press a number, or choose with ↑↓ and Enter.")
    case .changePIN: Localized("换密码", "another PIN")
    case .changeClasses: Localized("改管哪些班", "other classes")
    case .remove: Localized("停用，不能再进来", "remove: no more entering")
    case .keep: Localized("留着，不停用", "keep it")
    case .comeBack: Localized("重新启用，给一个新密码", "bring it back, with a new PIN")
    case .removeTitle: Localized("停用“{}”？", "Remove “{}”?")
    case .removeHint: Localized("以前做过的事里名字还在；以后可以重新启用。", "The histories keep the name; it can be brought back.")
    case .nameTitle: Localized("要添加的人叫什么？", "Who is to be added?")
    case .nameHint: Localized("写姓名，进来时也写这个。写好按 Enter。", "The name, as it is typed at the door. Enter goes on.")
    case .kindTitle: Localized("{} 做什么？", "What does {} do?")
    case .kindHint:
      Localized("老师填表、补录自己班的孩子；审核老师看所有孩子。", "Teachers fill forms in for their own classes; staff sees every child.")
    case .classesTitle: Localized("{} 管哪些班？", "Which classes does {} look after?")
    case .classesHint: Localized("班名之间空一格。设置里的班：{}", "Names with a blank between. The kindergarten's classes: {}")
    case .oldPINTitle: Localized("{}：先输现在的密码", "{}: first the present PIN")
    case .oldPINHint: Localized("屏幕上只显示 *。", "It shows as *.")
    case .pinTitle: Localized("{}：新密码", "{}: the new PIN")
    case .pinHint: Localized("至少六位数字，屏幕上只显示 *。让本人来输最好。", "At least six digits, shown as *. Best typed by its owner.")
    case .againTitle: Localized("{}：新密码再输一遍", "{}: the new PIN once more")
    case .againHint: Localized("两遍一样才算数。", "It counts when both are the same.")
    case .pinsDiffer: Localized("两遍不一样，请从新密码重来。", "The two are not the same; please begin with the new PIN again.")
    }
  }

  public static func kind(_ kind: Account.Kind) -> PeoplePhrase {
    switch kind {
    case .teacher: .teacher
    case .staff: .staff
    }
  }
}

extension Wording {
  /// What was done to an account.
  public func made(_ change: AccountChange) -> String {
    switch change {
    case .add(let name, _, _, _): personAdded(name)
    case .setPIN(let name, _, _): pinChanged(name)
    case .setClasses(let name, _): say("已改班级：\(plain(name))", "Classes changed: \(plain(name))")
    case .remove(let name): personRemoved(name)
    }
  }
}
