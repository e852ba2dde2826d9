import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// A record as a reviewer reads it: what is to be decided first, then every item with where it came from.
struct ReviewLines {
  private(set) var lines: [ReviewText] = []
  private let record: Record
  private let possibleDuplicates: PossibleDuplicates?
  private let mask: NumberMask
  private let columns: Int
  private let context: DeskContext
  private var wording: Wording { context.wording }

  init(
    _ record: Record, _ possibleDuplicates: PossibleDuplicates?, mask: NumberMask, columns: Int, _ context: DeskContext
  ) {
    self.record = record
    self.possibleDuplicates = possibleDuplicates
    self.mask = mask
    self.columns = columns
    self.context = context
    addHead()
    addFindings()
    addAccepted()
    addItems()
    addOutcome()
  }

  private mutating func add(_ text: String, indent: Int = 0, _ style: Style = .plain) {
    lines += ReviewText.wrapped(text, columns: columns, indent: indent, style: style)
  }

  private mutating func addHeading(_ phrase: ReviewRecordPhrase) {
    lines.append(ReviewText(text: ""))
    add(wording(phrase), Style(bold: true))
  }

  // MARK: Head

  private mutating func addHead() {
    let handedIn = record.history.last { $0.act == .handIn }
    let when =
      handedIn.map { wording(ReviewRecordPhrase.handedIn, "\($0.at.date.iso) \($0.at.clock.prefix(5))") }
      ?? wording(ReviewRecordPhrase.notHandedIn)
    let filler = (record.history.last { $0.by.role == .guardian })?.by ?? record.created.by
    let telephone = record.contact.telephone.map { wording(ReviewRecordPhrase.telephone, wording.plain($0)) }
    let parts = [
      wording.status(record.status), record.contact.className.map(wording.plain), context.filler(filler), when,
      telephone,
    ]
    add(parts.compactMap(\.self).joined(separator: " · "), Style(.cyan))
  }

  // MARK: What is to be decided

  private mutating func addFindings() {
    addHeading(.toDo)
    let before = lines.count
    addPossibleDuplicates()
    for proposal in record.proposals { add(text(of: proposal), Style(.yellow)) }
    if !record.proposals.isEmpty, record.status == .approved {
      add(wording(ReviewRecordPhrase.proposalKey), indent: 2, Style(.cyan))
    }
    for query in record.queries where query.closed == nil { add(text(of: query), Style(.yellow)) }
    for finding in record.openFindings(form: context.form, setting: context.setting) {
      let label = wording.short(context.form.fields[finding.field])
      let message = finding.rule == .owed ? owed(finding.field) : wording.message(finding, form: context.form)
      add("\(finding.mark) \(label)\(wording.colon)\(message)", Style(finding.colour))
    }
    let unconfirmed = record.unconfirmedFields
    if !unconfirmed.isEmpty {
      let names = wording.names(of: unconfirmed, context.form)
      add(wording(ReviewRecordPhrase.unconfirmed, "\(unconfirmed.count)", names), Style(.yellow))
    }
    let entry = record.value(.entryDate, context.form)
    if let entry = entry.flatMap({ CalendarDate(iso: $0) }), entry > context.today {
      add(wording(ReviewRecordPhrase.entryAhead, wording.date(entry)), Style(.yellow))
    }
    if lines.count == before { add(wording(ReviewRecordPhrase.nothingToDo), Style(.green)) }
    let changed = context.form.fields.indices.filter { changedSinceHandIn.contains(context.form.fields[$0].name) }
    if !changed.isEmpty {
      let names = wording.names(of: changed, context.form)
      add("\(wording(ReviewRecordPhrase.changed))\(wording.colon)\(names)", Style(.yellow))
    }
  }

  /// What somebody changed after handing in; a draft has not been handed in again.
  private var changedSinceHandIn: Set<String> { record.status == .submitted ? record.changedSinceHandIn : [] }

  private func owed(_ field: Int) -> String { record.answers[field]?.owed.map(context.wording.debt) ?? "" }

  private mutating func addPossibleDuplicates() {
    guard let possibleDuplicates, record.status != .withdrawn else { return }
    if possibleDuplicates.unseen > 0 {
      add(wording(ReviewRecordPhrase.duplicateUnseen, "\(possibleDuplicates.unseen)"), Style(.red, bold: true))
    }
    if !possibleDuplicates.sameNumber.isEmpty {
      let colour: Style.Colour = possibleDuplicates.isDuplicate ? .red : .yellow
      let phrase: ReviewRecordPhrase = possibleDuplicates.isDuplicate ? .duplicate : .numberInDraft
      add(wording(phrase), Style(colour, bold: true))
      for other in possibleDuplicates.sameNumber { add(wording.other(other), indent: 2, Style(colour)) }
    }
    if !possibleDuplicates.sameChild.isEmpty {
      add(wording(ReviewRecordPhrase.sameChild), Style(.yellow))
      for other in possibleDuplicates.sameChild { add(wording.other(other), indent: 2, Style(.yellow)) }
    }
  }

  private func text(of query: Query) -> String {
    let label = query.field.flatMap(context.form.index(of:)).map {
      wording.short(context.form.fields[$0]) + wording.colon
    }
    return wording(
      ReviewRecordPhrase.query, label ?? "", wording.plain(query.text), context.named(query.by), query.at.date.iso)
  }

  private func text(of proposal: Proposal) -> String {
    let (label, old, new) = context.change(proposal, in: record, mask: mask)
    return wording(
      ReviewRecordPhrase.proposal, label, old, new, context.named(proposal.by), proposal.at.date.iso)
  }

  private mutating func addAccepted() {
    let accepted = context.filling.checker.findings(in: record.checkedAnswers).filter {
      $0.severity == .warning && record.hasAccepted($0, form: context.form)
    }
    guard !accepted.isEmpty else { return }
    addHeading(.accepted)
    for finding in accepted {
      let label = wording.short(context.form.fields[finding.field])
      let said = record.accepted.last { $0.rule == finding.rule.code }
      let by = said.map { "\(wording.plain($0.reason))\(wording.comma)\(context.named($0.by))" } ?? ""
      add("\(label)\(wording.colon)\(wording.message(finding, form: context.form)) \(by)", Style(.grey))
    }
  }

  // MARK: Items

  private mutating func addItems() {
    addHeading(.items)
    let changed = changedSinceHandIn
    let marks = ItemMarks(record, beside: possibleDuplicates ?? PossibleDuplicates(), context)
    let widths = context.form.fields.map { TextWidth.of(wording.short($0)) }
    let width = min(widths.max() ?? 0, columns / 3)
    for (index, field) in context.form.fields.enumerated() {
      let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
      let label = TextWidth.cut(wording.short(field), to: width)
      let padded = label + String(repeating: " ", count: width - TextWidth.of(label))
      let head = "\(number) \(marks[index].sign) \(padded)  "
      var source = context.provenance(of: record.answers[index], field: index, in: record)
      if record.answers[index] == nil { source = "" }
      if changed.contains(field.name) {
        source = [wording(ReviewRecordPhrase.changed), source].filter { !$0.isEmpty }.joined(separator: "  ")
      }
      let isMarked = changed.contains(field.name) || isWaiting(index)
      add(head, value(of: index), source, style: Style(isMarked ? .yellow : .grey))
    }
  }

  /// The value, and behind it where it came from; below it where the line has no room.
  private mutating func add(_ head: String, _ value: String, _ source: String, style: Style) {
    let indent = TextWidth.of(head)
    let wrapped = TextWidth.wrap(value, columns: columns - indent)
    for (offset, line) in wrapped.enumerated() {
      lines.append(ReviewText(text: offset == 0 ? head + line : line, indent: offset == 0 ? 0 : indent))
    }
    guard !source.isEmpty else { return }
    if indent + TextWidth.of(wrapped.last ?? "") + 2 + TextWidth.of(source) <= columns {
      lines[lines.count - 1].source = source
      lines[lines.count - 1].sourceStyle = style
    } else {
      for line in TextWidth.wrap(source, columns: columns - indent) {
        lines.append(ReviewText(text: line, indent: indent, style: style))
      }
    }
  }

  private func isWaiting(_ field: Int) -> Bool { record.answers[field]?.confirmation == .unconfirmed }

  private func isAsked(_ field: Int) -> Bool {
    context.form.relevance(of: field, in: record.checkedAnswers, setting: context.setting) != .no
  }

  private func value(of field: Int) -> String {
    if case .classCode = context.form.fields[field].kind, record.answers[field] == nil {
      return record.contact.className.map(wording.plain) ?? ""
    }
    switch record.answers[field]?.content {
    case .value(let value): return wording.plain(mask.shown(value, of: field, context))
    case .owed: return ""
    case nil: return isAsked(field) ? "" : wording(ReviewRecordPhrase.notRelevant)
    }
  }

  // MARK: What came of it

  private mutating func addOutcome() {
    lines.append(ReviewText(text: ""))
    add(
      record.number.map { wording(ReviewRecordPhrase.number, mask.isLifted ? $0 : DocumentNumber.masked($0)) }
        ?? wording(ReviewRecordPhrase.numberNotYet), Style(.grey))
    for export in record.exports {
      add(wording(ReviewRecordPhrase.exported, wording.plain(export.sheet), "\(export.row)"), Style(.grey))
    }
  }
}

extension DeskContext {
  /// A proposal as old → new.
  func change(
    _ proposal: Proposal, in record: Record, mask: NumberMask
  ) -> (label: String, old: String, new: String) {
    guard let field = form.index(of: proposal.field) else { return (proposal.field, "", proposal.value) }
    let old = record.answers[field]?.value.map { wording.plain(mask.shown($0, of: field, self)) }
    return (
      wording.short(form.fields[field]), old ?? wording(ReviewRecordPhrase.proposalEmpty),
      wording.plain(mask.shown(proposal.value, of: field, self))
    )
  }
}
