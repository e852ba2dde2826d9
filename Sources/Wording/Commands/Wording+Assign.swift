import FormModel
import Records
import Sheets

/// The sentences about the 学籍号 that come back from the national system.
extension Wording {
  public func message(_ refusal: AssignPlan.Refusal, _ form: Form) -> String {
    switch refusal {
    case .blank(let item):
      say("这一行没有\(name(item, form))。", "The row lacks this: \(name(item, form)).")
    case .fault(let fault): sentence(fault, form)
    case .unknownChild:
      say("登记里没有这个身份证件号码，请对照名单看看。", "No record has this identity number; please compare the list.")
    case .several:
      say(
        "几份登记都是这个身份证件号码，请先撤回多出来的。", "Several records have this identity number; please withdraw the one too many first."
      )
    case .otherName(let name):
      say(
        "登记上的姓名是“\(plain(name))”，和名单不一样，请先弄清楚。",
        "The record's name is “\(plain(name))”, another than the list's; please settle that first.")
    case .notApproved:
      say("这张表还没有通过，不该有学籍号。", "The form has not been approved, and should have no number yet.")
    case .neverExported:
      say("这张表还没有导出过，不该有学籍号。", "The form has never been exported, and should have no number yet.")
    case .malformed:
      say("学籍号是 G、J 或 L 加 18 位，请照系统里的抄。", "A 学籍号 is G, J or L and 18 characters; please copy it from the system.")
    case .foreign:
      say(
        "G 后面应当是这个孩子自己的身份证号码，请看看是不是错了行。",
        "After the G stands another number than the child's own; please see whether the rows have slipped.")
    case .hasAnother(let number):
      say("已经有学籍号 \(plain(number)) 了，不会改掉。", "It has the number \(plain(number)) already, which stays.")
    case .given(let code):
      say("这个学籍号已经是 \(code) 的了。", "This number is \(code)'s already.")
    }
  }

  public func assigned(_ counts: [AssignResult: Int]) -> String {
    func count(_ result: AssignResult) -> Int { counts[result] ?? 0 }
    return say(
      "填上学籍号 \(count(.assigned))，原来就有 \(count(.same))，没有填 \(count(.refused))。",
      "Numbers given: \(count(.assigned)); there already: \(count(.same)); refused: \(count(.refused)).")
  }

  public func stillWithout(_ count: Int) -> String {
    say("导出了、还没有学籍号的有 \(count) 个：", "Exported, and still without a number (\(count)):")
  }
}
