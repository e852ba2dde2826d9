import FormModel
import Records
import Standards
import Terminal

/// A slip of paper for a family that owes something: what to bring and by when, in plain text of forty columns.
///
/// It may get lost on the way, so it bears the child's surname and the record's code, and no number, no value of the
/// form, and no note that somebody wrote.
public struct SlipPage: Hashable, Sendable {
  public static let columns = 40

  public private(set) var lines: [String] = []

  /// The slip of a record; nil where the family owes nothing.
  public init?(_ record: Record, form: Form, setting: CheckSetting, kindergarten: String, wording: Wording) {
    let summary = RecordSummary(record, form: form, setting: setting)
    let debts = summary.debts.filter { $0.who == .guardian }.sorted {
      ($0.due?.dayNumber ?? Int.max, $0.field) < ($1.due?.dayNumber ?? Int.max, $1.field)
    }
    guard summary.hasGaps, !debts.isEmpty || !summary.blanks.isEmpty else { return nil }
    let title = kindergarten.isEmpty ? wording(SlipPhrase.title) : wording.plain(kindergarten)
    add(title)
    if !kindergarten.isEmpty { add(wording(SlipPhrase.title)) }
    rule()
    let surname = Surname.of(wording.plain(summary.name))
    add(
      wording(SlipPhrase.child, surname.isEmpty ? wording(SlipPhrase.noName) : surname),
      wording(SlipPhrase.code, record.code.text))
    rule()
    if !debts.isEmpty { add(wording(SlipPhrase.bring)) }
    for debt in debts {
      let label = form.fields[debt.field].label[wording.language]
      add("□ \(label)", debt.due.map { wording(SlipPhrase.due, wording.date($0)) } ?? "")
      add("  " + wording(debt.reason.slipPhrase))
    }
    if !summary.blanks.isEmpty { add(wording(SlipPhrase.blank)) }
    for field in summary.blanks { add("□ \(form.fields[field].label[wording.language])") }
    rule()
    add(wording(SlipPhrase.end))
  }

  /// One text at the left and one at the right, on one line where both have room.
  private mutating func add(_ left: String, _ right: String = "") {
    let room = Self.columns - TextWidth.of(left) - TextWidth.of(right)
    if !right.isEmpty, room >= 1 {
      lines.append(left + String(repeating: " ", count: room) + right)
      return
    }
    lines += TextWidth.wrap(left, columns: Self.columns)
    if !right.isEmpty { lines += TextWidth.wrap("  \(right)", columns: Self.columns) }
  }

  private mutating func rule() { lines.append(String(repeating: "-", count: Self.columns)) }
}

extension OwedReason {
  fileprivate var slipPhrase: SlipPhrase {
    switch self {
    case .document: .document
    case .ask: .ask
    case .other: .other
    }
  }
}
