import FormModel
import Standards

extension SheetEdition {
  /// The headings as a row.
  public var headings: [SheetCell] { columns.map { .text($0.heading) } }

  /// A child's row: texts of lists as the sheet spells them, places as their 12-character codes, days as dates, and
  /// nothing where an item is blank, owed or does not apply.
  public func cells(of answers: Answers, form: Form, setting: CheckSetting) -> [SheetCell] {
    columns.map { column in
      let field = column.field
      guard let value = answers[field].value, !value.isEmpty,
        form.relevance(of: field, in: answers, setting: setting) != .no
      else { return .empty }
      switch column.kind {
      case .date: return CalendarDate(iso: value).map { .date($0) } ?? .text(value)
      case .text: return .text(form.list(of: field)?.choice(value)?.text ?? value)
      }
    }
  }
}
