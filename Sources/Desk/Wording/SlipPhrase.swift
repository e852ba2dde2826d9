import FormModel

/// The words of the slip that a family takes home.
enum SlipPhrase: Phrase {
  case title
  case child
  case noName
  case code
  case bring
  case due
  case document
  case ask
  case other
  case blank
  case end

  var text: Localized {
    switch self {
    case .title: Localized("登记表还缺的材料", "Still missing on the registration form")
    case .child: Localized("孩子姓：{}", "Child's surname: {}")
    case .noName: Localized("（没填）", "(blank)")
    case .code: Localized("取件码 {}", "Code {}")
    case .bring: Localized("请补上：", "Please bring:")
    case .due: Localized("{}前", "by {}")
    case .document: Localized("请带证件来", "bring the paper that says it")
    case .ask: Localized("请问家里人", "please ask your family")
    case .other: Localized("请和老师说一声", "please talk to the teacher")
    case .blank: Localized("还没有填：", "Still blank:")
    case .end:
      Localized(
        "凭取件码和孩子的出生日期，可以在登记台自己补，也可以交给老师。",
        "With the code and the child's birth date you can add it at the desk, or give it to the teacher.")
    }
  }
}
