import FormModel
import Records
import Standards
import Terminal
import TextLayout
import Wording

/// A record beside another that may be the same child's, and what is to be done about the two.
struct Comparison: Hashable, Sendable {
  enum Choice: Hashable, Sendable, CaseIterable {
    case withdrawThis, giveBackThis, openOther, withdrawOther, next

    /// What can be chosen beside one of so many others.
    static func all(others count: Int) -> [Choice] { count > 1 ? allCases : allCases.filter { $0 != .next } }

    func phrase(isDraft: Bool) -> ReviewRecordPhrase {
      switch self {
      case .withdrawThis: .duplicateSame
      case .giveBackThis: isDraft ? .duplicateWrongDraft : .duplicateWrong
      case .openOther: .duplicateOpen
      case .withdrawOther: .duplicateSameOther
      case .next: .duplicateNext
      }
    }
  }

  /// Which of the others it is.
  var index = 0
  /// Nil until it has been fetched.
  var other: Record?
  var menu = Menu()
  var scroll = 0
}

/// Two records beside each other, item by item; what differs is marked, also where both are masked alike.
struct ComparisonLines {
  private(set) var lines: [ReviewText] = []
  private let context: DeskContext
  private let width: Int
  private let side: Int

  private static let sign = "≠ "

  init(_ record: Record, _ other: Record?, _ mask: NumberMask, columns: Int, _ context: DeskContext) {
    self.context = context
    let wording = context.wording
    width = min(16, columns / 4)
    side = (columns - TextWidth.of(Self.sign) - width - 4) / 2
    add("", wording(ReviewRecordPhrase.compareThis), wording(ReviewRecordPhrase.compareOther), style: Style(bold: true))
    guard let other else {
      lines.append(ReviewText(text: wording(ReviewPhrase.loading)))
      return
    }
    let heads = zip(Self.head(record, context), Self.head(other, context))
    for ((label, one), (_, two)) in heads { add(label, one, two, style: Style(.grey)) }
    let theirs = context.forms.form(of: other)
    for (index, field) in context.form.fields.enumerated() {
      let place = theirs.index(of: field.name)
      let (one, two) = (record.answers[index]?.content, place.flatMap { other.answers[$0]?.content })
      add(
        "\(index + 1) \(wording.short(field))", context.compared(record, index, mask),
        place.map { context.of(other.edition).compared(other, $0, mask) } ?? "", differs: one != two)
    }
  }

  /// Who it is about, beside the items.
  private static func head(_ record: Record, _ context: DeskContext) -> [(String, String)] {
    let wording = context.wording
    let handedIn = record.history.last { $0.act == .handIn }
    let filler = record.history.last { $0.by.role == .guardian }?.by ?? record.created.by
    return [
      (wording(ReviewRecordPhrase.compareCode), record.code.text),
      (wording(ReviewPhrase.status), wording.status(record.status)),
      (wording(ReviewPhrase.className), record.contact.className.map(wording.plain) ?? ""),
      (wording(ReviewRecordPhrase.compareHandedIn), handedIn?.at.date.iso ?? ""),
      (wording(ReviewPhrase.filler), context.filler(filler)),
      (wording(ReviewRecordPhrase.compareTelephone), record.contact.telephone.map(wording.plain) ?? ""),
    ]
  }

  private mutating func add(
    _ label: String, _ one: String, _ two: String, differs: Bool = false, style: Style = .plain
  ) {
    let (left, right) = (TextWidth.wrap(one, columns: side), TextWidth.wrap(two, columns: side))
    for row in 0..<max(1, left.count, right.count) {
      let isFirst = row == 0
      let head = (isFirst && differs ? Self.sign : "  ") + padded(isFirst ? label : "", width) + "  "
      let text = head + padded(left.dropFirst(row).first ?? "", side) + "  " + (right.dropFirst(row).first ?? "")
      lines.append(ReviewText(text: text, style: differs ? Style(bold: true) : style))
    }
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    let cut = TextWidth.cut(text, to: columns)
    return cut + String(repeating: " ", count: max(0, columns - TextWidth.of(cut)))
  }
}

extension DeskContext {
  /// What stands at an item, where there is room for little.
  fileprivate func compared(_ record: Record, _ field: Int, _ mask: NumberMask) -> String {
    switch record.answers[field]?.content {
    case .value(let value): wording.plain(mask.shown(value, of: field, self))
    case .owed(let owed): wording.debt(owed)
    case nil: ""
    }
  }
}
