import FormModel

/// The words of the work room's door.
public enum DoorPhrase: Phrase {
  case title
  case settingsTitle
  case staffOnly
  case name
  case pin
  case refused
  case wait
  case onlyDigits
  case first
  case help

  public var text: Localized {
    switch self {
    case .title: Localized("老师、审核：请先说您是谁", "Teachers and staff: who are you?")
    case .settingsTitle: Localized("幼儿园设置：请审核老师先说您是谁", "The kindergarten's settings: which of the staff are you?")
    case .staffOnly:
      Localized("设置要审核老师来改；填表、补录请走“老师、审核”。", "The settings are for staff; please enter by “Teachers and staff”.")
    case .name: Localized("姓名", "Name")
    case .pin: Localized("密码（至少六位数字）", "PIN (at least six digits)")
    case .refused: Localized("姓名或密码不对，请再试一次。", "The name or the PIN is not right; please try again.")
    case .wait:
      Localized("请等 {}，再输一次密码。", "Please wait {}, then type the PIN again.")
    case .onlyDigits: Localized("密码只有数字。", "A PIN has digits only.")
    case .first:
      Localized(
        "还没有人有账号，请管这台电脑的人在命令行里运行：\n{} people add 姓名 --role staff",
        "Nobody has an account yet; whoever looks after this computer runs:\n{} people add NAME --role staff")
    case .help:
      Localized(
        "姓名照账号里的写；密码是自己设的，屏幕上只显示 *。忘了密码，请管这台电脑的人换一个。",
        "The name as it was registered, and the PIN you chose; it shows as *. If it is forgotten, whoever looks after "
          + "this computer gives you another.")
    }
  }
}
