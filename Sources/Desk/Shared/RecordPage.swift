import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// A record as plain lines of text: who it is, then each item with its mark.
public struct RecordPage: Sendable {
  public let lines: [String]

  /// The record beside its possible duplicates, checked as on the day of the context.
  public init(
    _ record: Record, beside possibleDuplicates: PossibleDuplicates, _ mask: NumberMask, _ context: DeskContext
  ) {
    let (form, wording) = (context.form, context.wording)
    var lines = ["\(record.code)  \(wording.status(record.status))  \(record.id)"]
    lines.append(
      record.number.map { wording(ReviewRecordPhrase.number, mask.shown($0)) }
        ?? wording(ReviewRecordPhrase.numberNotYet))
    if let telephone = record.contact.telephone { lines.append(wording(ReviewRecordPhrase.telephone, telephone)) }
    if let className = record.contact.className { lines.append("\(wording(GuidedPhrase.className))  \(className)") }
    let labels = form.fields.map { $0.label[wording.language] }
    let width = labels.map { TextWidth.of($0) }.max() ?? 0
    let marks = ItemMarks(record, beside: possibleDuplicates, context)
    for (index, label) in labels.enumerated() {
      let padded = label + String(repeating: " ", count: width - TextWidth.of(label))
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      lines.append("\(number) \(marks[index].sign) \(padded)  \(Self.text(record, index, mask, context))")
    }
    for finding in record.findings(beside: possibleDuplicates, form: form, setting: context.setting)
    where finding.severity != .missing {
      let label = wording.short(form.fields[finding.field])
      lines.append("\(finding.mark) \(label)\(wording.colon)\(wording.message(finding, form: form))")
    }
    if !possibleDuplicates.sameNumber.isEmpty, record.status != .withdrawn {
      lines += possibleDuplicates.sameNumber.map { "  \(wording.other($0))" }
    }
    self.lines = lines
  }

  private static func text(_ record: Record, _ field: Int, _ mask: NumberMask, _ context: DeskContext) -> String {
    switch record.answers[field]?.content {
    case .value(let value): mask.shown(value, of: field, context)
    case .owed(let owed):
      [owed.reason.text(context.wording), owed.note, owed.due?.iso ?? ""].filter { !$0.isEmpty }.joined(separator: "，")
    case nil: ""
    }
  }
}
