import FormModel
import Records
import Standards
import Wording

/// The whole form as short plain sentences, in the order of asking; every item is in exactly one of them.
struct ReadBack: Hashable, Sendable {
  /// What is said in one breath, and where each part of it came from.
  struct Sentence: Hashable, Sendable {
    var fields: [Int]
    var text: String
    var provenance: String
    /// The fields that the family has still to confirm.
    var waiting: [Int]
    /// The worst state of its items, as a sign.
    var mark: String
    /// What there is to say against them, whoever confirms it.
    var findings: [String]
  }

  let sentences: [Sentence]

  /// What is wrong stands with the sentence that says it.
  init(_ record: Record, isNumberKnown: Bool = false, mask: NumberMask, _ context: DeskContext) {
    let marks = ItemMarks(record, isNumberKnown: isNumberKnown, context)
    let findings = record.openFindings(form: context.form, setting: context.setting)
    var rest = context.form.order
    var sentences: [Sentence] = []
    while let first = rest.first {
      let sentence = context.form.sentences.first { $0.contains(first) }
      let fields = sentence ?? [first]
      rest.removeAll { fields.contains($0) }
      sentences.append(
        Sentence(
          fields: fields, text: Self.text(fields, isKnown: sentence != nil, record, mask, context),
          provenance: Self.provenance(fields, record, context),
          waiting: fields.filter { record.answers[$0]?.confirmation == .unconfirmed },
          mark: Self.mark(fields, marks).sign,
          findings: Self.said(findings, of: fields, isNumberKnown: isNumberKnown, context)))
    }
    self.sentences = sentences
  }

  private static func text(
    _ fields: [Int], isKnown: Bool, _ record: Record, _ mask: NumberMask, _ context: DeskContext
  ) -> String {
    let wording = context.wording
    let parts = fields.compactMap { field -> String? in
      let spoken = context.form.fields[field].spoken ?? .plain
      let label = wording.short(context.form.fields[field])
      if case .classCode = context.form.fields[field].kind, let name = record.contact.className {
        return wording.plain(name)
      }
      switch record.answers[field]?.content {
      case .value(let value):
        if let phrase = spoken.values[value] { return phrase[context.language] }
        let shown = wording.plain(spelled(mask.shown(value, of: field, context), field, context))
        return isKnown ? wording.fill(spoken.said[context.language], [shown]) : "\(label)\(wording.colon)\(shown)"
      case .owed: return wording(ReadBackPhrase.later, label)
      case nil:
        let isAsked = context.form.relevance(of: field, in: record.checkedAnswers, setting: context.setting) != .no
        return isAsked ? wording(ReadBackPhrase.blank, label) : nil
      }
    }
    guard parts.isEmpty else { return parts.joined(separator: context.language == .chinese ? "，" : ", ") }
    let labels = fields.map { wording.short(context.form.fields[$0]) }.joined(separator: wording.comma)
    return "\(labels)\(wording.colon)\(wording(ProvenancePhrase.notNeeded))"
  }

  /// A citizen number in the three parts that people read aloud.
  private static func spelled(_ text: String, _ field: Int, _ context: DeskContext) -> String {
    guard case .documentNumber = context.form.fields[field].kind else { return text }
    return DocumentNumber.spelled(text)
  }

  /// The sources, and whether they were confirmed: said once where the items share them.
  private static func provenance(_ fields: [Int], _ record: Record, _ context: DeskContext) -> String {
    let told = fields.filter { isTold($0, fields, record, context) }
    let states = Set(told.map { state(of: $0, record, context) })
    guard states.count == 1, let state = states.first else {
      return grouped(told, context) {
        [source(of: $0, record, context), Self.state(of: $0, record, context)].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
    }
    let sources = grouped(told, context) { source(of: $0, record, context) }
    return [sources, state].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether there is anything to tell of where an item came from.
  private static func isTold(_ field: Int, _ fields: [Int], _ record: Record, _ context: DeskContext) -> Bool {
    guard record.answers[field] == nil, fields.count > 1 else { return true }
    // The class that the line names is the kindergarten's own; its national code comes later.
    if case .classCode = context.form.fields[field].kind, record.contact.className != nil { return false }
    return context.form.relevance(of: field, in: record.checkedAnswers, setting: context.setting) != .no
  }

  private static func source(of field: Int, _ record: Record, _ context: DeskContext) -> String {
    guard let answer = record.answers[field], answer.owed == nil else {
      return context.provenance(of: record.answers[field], field: field, in: record)
    }
    return context.source(of: answer)
  }

  private static func state(of field: Int, _ record: Record, _ context: DeskContext) -> String {
    guard let answer = record.answers[field], answer.owed == nil else { return "" }
    return context.confirmation(of: answer)
  }

  private static func grouped(_ fields: [Int], _ context: DeskContext, _ told: (Int) -> String) -> String {
    var groups: [(text: String, fields: [Int])] = []
    for field in fields {
      let text = told(field)
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].fields.append(field)
      } else {
        groups.append((text, [field]))
      }
    }
    guard groups.count > 1 else { return groups.first?.text ?? "" }
    return groups.map { group in
      let labels = group.fields.map { context.wording.short(context.form.fields[$0]) }
      return labels.joined(separator: context.wording.comma) + context.wording.colon + group.text
    }.joined(separator: context.wording.semicolon)
  }

  private static func said(
    _ findings: [Finding], of fields: [Int], isNumberKnown: Bool, _ context: DeskContext
  ) -> [String] {
    var said = findings.filter { fields.contains($0.field) && $0.severity != .missing }.map { finding in
      let label =
        fields.count > 1 ? context.wording.short(context.form.fields[finding.field]) + context.wording.colon : ""
      return "\(finding.mark) \(label)\(context.wording.message(finding, form: context.form))"
    }
    if isNumberKnown, let number = context.form.field(.childNumber), fields.contains(number) {
      said.append("\(ItemMark.warning.sign) \(context.wording(GuidedPhrase.numberKnown))")
    }
    return said
  }

  /// The worst state of some items.
  private static func mark(_ fields: [Int], _ marks: ItemMarks) -> ItemMark {
    let states = Set(fields.map { marks[$0] })
    let order: [ItemMark] = [.error, .unconfirmed, .owed, .blank, .warning, .done]
    return order.first(where: states.contains) ?? .notAsked
  }
}
