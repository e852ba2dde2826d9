import FormModel
import Standards

/// Which column of a sheet holds which item, found by the headings.
public struct SheetColumns: Sendable {
  /// What is wrong with the headings.
  public enum Problem: Hashable, Sendable {
    /// No column bears the item's heading.
    case missing(field: Int)
    /// Two columns bear it; the first is taken.
    case doubled(field: Int)
    /// A column that no item has; it is ignored.
    case extra(heading: String)
  }

  /// The column of each field, by its index.
  public private(set) var columns: [Int?]
  public private(set) var problems: [Problem] = []
  /// The lists of the fields, looked up once for all rows.
  private let lists: [ChoiceList?]

  public init(headings: [String], form: Form) {
    var fields: [String: Int] = [:]
    for (index, field) in form.fields.enumerated() {
      for heading in [field.heading] + field.otherHeadings { fields[heading] = index }
    }
    columns = Array(repeating: nil, count: form.fields.count)
    lists = form.fields.indices.map { form.list(of: $0) }
    for (column, heading) in headings.enumerated() {
      let text = TextNormaliser.normalise(heading, as: .personName)
      guard let field = fields[text] else {
        if !text.isEmpty { problems.append(.extra(heading: heading)) }
        continue
      }
      if columns[field] == nil { columns[field] = column } else { problems.append(.doubled(field: field)) }
    }
    for (field, column) in columns.enumerated() where column == nil { problems.append(.missing(field: field)) }
  }

  /// Puts a row's cells into `answers`: texts of lists as codes, dates as days, numbers without what the desk mends.
  ///
  /// A cell that is no entry of its list stays as the text it is, which no code equals.
  public func read(_ row: [String], into answers: inout Answers, form: Form, today: CalendarDate) {
    for (field, column) in columns.enumerated() {
      guard let column, column < row.count, !row[column].isEmpty else {
        answers[field] = .blank
        continue
      }
      answers[field] = answer(row[column], field: field, form: form, today: today)
    }
  }

  private func answer(_ cell: String, field: Int, form: Form, today: CalendarDate) -> Answer {
    switch form.fields[field].kind {
    case .select:
      guard let code = lists[field]?.code(ofText: cell) else { return .foreign(cell) }
      return .value(code)
    case .date:
      // Most dates stand there as the record has them.
      if CalendarDate(iso: cell) != nil { return .value(cell) }
      guard case .success(let date) = DateReader.read(cell, today: today, latest: today.adding(months: 12)) else {
        return .value(cell)
      }
      return .value(date.iso)
    case .documentNumber: return .value(CitizenNumber.repair(cell))
    case .text, .personName, .classCode, .place: return .value(cell)
    }
  }
}
