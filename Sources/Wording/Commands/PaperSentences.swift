import FormModel
import Records
import Sheets
import Standards

/// What paper forms say, in the language of the desk.
public struct PaperSentences: PaperWords {
  public let wording: Wording

  public init(_ wording: Wording) { self.wording = wording }

  public var language: Language { wording.language }

  private func say(_ chinese: String, _ english: String) -> String { wording.say(chinese, english) }

  private func list(_ parts: [String]) -> String { parts.joined(separator: wording.comma) }

  // MARK: At the head

  public var code: String { say("取件码", "Code") }
  public var className: String { say("班级", "Class") }
  public var state: String { say("状态", "State") }
  public func state(_ status: Status) -> String { wording.status(status) }
  public var number: String { say("学籍号", "National number") }
  public var numberNotYet: String { say("尚未下发", "not issued yet") }
  public var printedOn: String { say("打印日期", "Printed on") }

  // MARK: At an item

  public var waiting: String { say("◇ 请核对", "◇ check") }
  public var notNeeded: String { say("不适用", "not needed") }
  public var blank: String { say("还没有填", "still blank") }
  public var optional: String { say("没有填（可以不填）", "blank (optional)") }
  public func owed(_ owed: Owed) -> String { wording.debt(owed) }
  public func proposed(_ value: String) -> String { say("提出要改成：\(value)", "Proposed instead: \(value)") }
  public func finding(_ finding: Finding, in form: Form) -> String {
    "\(finding.severity == .error ? "✗" : "！") \(wording.message(finding, form: form))"
  }

  // MARK: At the foot

  public func missing(_ count: Int, first: CalendarDate?) -> String {
    guard let first else {
      return say("还缺 \(count) 项，请尽早补上。", "Still missing: \(count). Please bring them soon.")
    }
    let day = wording.date(first)
    return say("还缺 \(count) 项，最早的一项请在 \(day) 以前补上。", "Still missing: \(count); the first by \(day).")
  }

  public func unconfirmed(_ count: Int) -> String {
    say(
      "带 ◇ 的 \(count) 项不是您自己填的，请对着户口簿和证件看一遍；不对的划掉，写在旁边。",
      "Values marked ◇ (\(count)) were not given by you: please compare them with the papers, and correct them beside.")
  }

  public var why: String {
    say(
      "为什么要填：用来统计和安排资助，不影响小学划片。学籍号由全国系统下发，不用您填。",
      "Why it is asked: for statistics and funding; it does not decide the primary school. The national number is issued later."
    )
  }

  public var declaration: String {
    say(
      "我对着证件看过了，上面写的都对，改过的写在旁边。", "I have compared this with the papers. It is right, with the corrections beside it.")
  }

  public var signatures: [String] {
    [say("监护人签名", "Guardian"), say("与孩子的关系", "Relation"), say("日期", "Date"), say("老师签名", "Teacher")]
  }

  // MARK: On the empty form

  public var later: String { say("以后补", "later") }
  public var otherChoice: String { say("其他", "other") }

  public var placeParts: [String] {
    [say("省", "province"), say("市（州）", "city"), say("县（区）", "county")]
  }

  public var dateParts: [String] {
    [say("年", "year"), say("月", "month"), say("日", "day")]
  }

  public func onlyWhere(_ label: String, is values: [String]) -> String {
    say("“\(label)”是“\(list(values))”才填。", "Only where “\(label)” is “\(list(values))”.")
  }

  public func leftOut(_ items: [Int], unless label: String, is values: [String]) -> String {
    let items = list(items.map(String.init))
    return say(
      "“\(label)”不是“\(list(values))”的，第 \(items) 项不用填。",
      "Where “\(label)” is not “\(list(values))”, leave out items \(items).")
  }

  public var howTo: String {
    say(
      "照着户口簿和证件写，格子里一格写一个数字，要选的在 □ 里打勾。手边没有的，勾“以后补”，不用编一个。",
      "Copy from the papers, one digit a box, and tick what fits. What you do not have here: tick “later”; invent nothing."
    )
  }

  public var signaturesOfBlank: [String] {
    [say("填表人签名", "Filled in by"), say("与孩子的关系", "Relation"), say("电话", "Telephone"), say("日期", "Date")]
  }
}
