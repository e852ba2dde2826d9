import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// The slip that a family takes home: what to bring, by when, and how to find the form again.
///
/// Plain text of at most 38 columns, so that two stand side by side on any printer. It names the child by surname only and
/// bears no number, so that a lost slip tells nothing; the class says to whom it is handed out.
public struct FamilySlip: Hashable, Sendable {
  public static let columns = 38

  public let lines: [String]

  public init(record: Record, form: Form, kindergarten: String, wording: Wording) {
    var lines = Self.head(.title, of: record, form: form, kindergarten: kindergarten, wording: wording) + [""]
    let gaps = Self.gaps(of: record, form: form)
    if gaps.isEmpty {
      lines += Self.wrapped(wording(FamilySlipPhrase.nothing))
    } else {
      lines.append(wording(FamilySlipPhrase.bring))
      for gap in gaps { lines += Self.lines(of: gap, form: form, wording: wording) }
      lines.append("")
      lines += Self.wrapped(wording(FamilySlipPhrase.comeBack))
    }
    self.lines = lines
  }

  /// The slip that a family prints for itself: the code and the surname alone, whatever is still to be brought.
  public init(codeOf record: Record, _ context: DeskContext) {
    let wording = context.wording
    lines =
      Self.head(
        .codeTitle, of: record, form: context.forms.form(of: record), kindergarten: context.settings.kindergarten,
        wording: wording) + Self.wrapped(wording.spelled(record.code.text)) + [""]
      + Self.wrapped(wording(FamilySlipPhrase.comeBack))
  }

  /// Whose slip it is, down to the code.
  private static func head(
    _ title: FamilySlipPhrase, of record: Record, form: Form, kindergarten: String, wording: Wording
  ) -> [String] {
    var lines = [wording(title), String(repeating: "-", count: columns)]
    let place = [kindergarten, record.contact.className ?? ""].filter { !$0.isEmpty }.map(wording.plain)
    if !place.isEmpty { lines += wrapped(place.joined(separator: " · ")) }
    let surname = surname(of: wording.plain(record.value(.childName, form) ?? ""))
    lines += wrapped(surname.isEmpty ? wording(FamilySlipPhrase.unnamed) : wording(FamilySlipPhrase.child, surname))
    return lines + [wording(FamilySlipPhrase.code, record.code.text)]
  }

  /// The slip with the form, the kindergarten's name and the language that the context has.
  public init(record: Record, _ context: DeskContext) {
    self.init(
      record: record, form: context.forms.form(of: record), kindergarten: context.settings.kindergarten,
      wording: context.wording)
  }

  private struct Gap {
    var field: Int
    var owed: Owed?
    /// What was given cannot be true.
    var isWrong = false
  }

  /// What is put off, blank or wrong, what is due first at the top.
  private static func gaps(of record: Record, form: Form) -> [Gap] {
    let setting = CheckSetting(today: record.changed.at.date)
    let findings = record.openFindings(form: form, setting: setting)
    let wrong = Set(findings.filter { $0.severity == .error }.map(\.field))
    let missing = Set(RecordSummary(record, form: form, setting: setting).missing)
    let gaps = form.order.compactMap { field -> Gap? in
      if missing.contains(field) { return Gap(field: field, owed: record.answers[field]?.owed) }
      return wrong.contains(field) ? Gap(field: field, owed: nil, isWrong: true) : nil
    }
    return gaps.enumerated().sorted {
      let days = ($0.element.owed?.due?.dayNumber ?? Int.max, $1.element.owed?.due?.dayNumber ?? Int.max)
      return (days.0, $0.offset) < (days.1, $1.offset)
    }.map(\.element)
  }

  private static func lines(of gap: Gap, form: Form, wording: Wording) -> [String] {
    let field = form.fields[gap.field]
    var lines = wrapped("[ ] \(field.label[wording.language])", indent: 4)
    if gap.owed?.who == .teacher || gap.owed?.who == .staff {
      return lines + wrapped(wording(FamilySlipPhrase.staff), indent: 4, isFirst: false)
    }
    lines += wrapped(field.paper[wording.language], indent: 4, isFirst: false)
    if gap.isWrong { return lines + wrapped(wording(FamilySlipPhrase.wrong), indent: 4, isFirst: false) }
    let when =
      gap.owed?.due.map { wording(FamilySlipPhrase.by, wording.date($0)) } ?? wording(FamilySlipPhrase.whenReady)
    return lines + wrapped(when, indent: 4, isFirst: false)
  }

  private static func wrapped(_ text: String, indent: Int = 0, isFirst: Bool = true) -> [String] {
    let space = String(repeating: " ", count: indent)
    return TextWidth.wrap(text, columns: columns - indent).enumerated().map {
      $0 == 0 && isFirst ? $1 : space + $1
    }
  }

  /// The family name: two characters where such a name is known, else one; of a name in parts, such as 买买提·艾力, the
  /// last part, since the child's own comes first.
  static func surname(of name: String) -> String {
    let parts = name.split { $0 == "·" || $0 == "•" || $0 == " " }
    if parts.count > 1 { return String(parts[parts.count - 1]) }
    if name.unicodeScalars.allSatisfy(\.isASCII) { return String(name.prefix(1)) }
    let head = String(name.prefix(2))
    return name.count > 2 && compound.contains(head) ? head : String(name.prefix(1))
  }

  /// Family names of two characters in use (from the 百家姓 and a few that came later).
  private static let compound: Set<String> = [
    "欧阳", "上官", "司马", "东方", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "宇文", "长孙", "轩辕",
    "端木", "南宫", "百里", "呼延", "淳于", "单于", "太史", "申屠", "公冶", "澹台", "宗政", "濮阳", "独孤", "钟离", "闻人",
    "赫连", "万俟", "西门", "东郭", "第五", "欧侯", "拓跋", "完颜", "纳兰", "叶赫",
  ]
}
