import FormModel

/// The words of the work room's door.
enum DoorPhrase: Phrase {
  case title
  case name
  case pin
  case refused

  var text: Localized {
    switch self {
    case .title: Localized("老师、审核：请先说您是谁", "Teachers and staff: who are you?")
    case .name: Localized("姓名", "Name")
    case .pin: Localized("密码（至少六位数字）", "PIN (at least six digits)")
    case .refused: Localized("姓名或密码不对，请再试一次。", "The name or the PIN is not right; please try again.")
    }
  }
}
