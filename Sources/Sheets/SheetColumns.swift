import FormModel
import Standards

/// Which column of a sheet holds which item, found by the headings of the form and of every edition of its sheet.
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
  /// For each field the sheet's words by those that the desk takes for them; most lists have none.
  private let otherWords: [[String: String]]

  public init(headings: [String], form: Form) throws(FormProblem) {
    self.init(headings, known: try SheetEdition.headings(of: form), form: form)
  }

  private init(_ headings: [String], known fields: [String: Int], form: Form) {
    columns = Array(repeating: nil, count: form.fields.count)
    lists = form.fields.indices.map { form.list(of: $0) }
    otherWords = lists.map { list in
      let pairs = (list?.choices ?? []).flatMap { choice in choice.accepted.map { ($0, choice.text) } }
      return Dictionary(pairs) { first, _ in first }
    }
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

  /// Whether a third of the sheet's headings are there: then the table is taken for one, and missing headings are
  /// reported.
  public var areOfficial: Bool { columns.count { $0 != nil } * 3 >= columns.count }

  /// How many rows are looked at for the headings: titles and remarks stand above them.
  public static let mostTitles = 20

  /// The first of the top rows that has a third of the headings, or else the first in which two or more cells, and more
  /// than half of those filled in, are headings; nil where there is none.
  public static func find(
    in top: [SheetRow], form: Form
  ) throws(FormProblem) -> (index: Int, columns: SheetColumns)? {
    var fallback: (index: Int, columns: SheetColumns)?
    let known = try SheetEdition.headings(of: form)
    for (index, row) in top.enumerated() {
      let columns = SheetColumns(row.cells.map(\.plainText), known: known, form: form)
      if columns.areOfficial { return (index, columns) }
      let found = columns.columns.count { $0 != nil }
      let isFull = found * 2 > row.cells.count { $0 != .empty }
      if fallback == nil, found > 1, isFull { fallback = (index, columns) }
    }
    return fallback
  }

  /// Puts a row's cells into `answers`: texts of lists as codes, dates as days, numbers without what the desk mends.
  /// Returns the cells that hold something else than was meant, whose answers are left blank, and those that spell a
  /// word otherwise than the sheet.
  ///
  /// A cell that is no entry of its list stays as the text it is, which no code equals.
  public func read(
    _ row: [SheetCell], into answers: inout Answers, form: Form, today: CalendarDate
  ) -> [SheetFinding] {
    var findings: [SheetFinding] = []
    for (field, column) in columns.enumerated() {
      guard let column, column < row.count else {
        answers[field] = .blank
        continue
      }
      let cell = row[column]
      if let rule = fault(cell, form.fields[field].kind) {
        findings.append(SheetFinding(rule, field: field))
        answers[field] = .blank
        continue
      }
      switch cell {
      case .empty: answers[field] = .blank
      case .text(let text):
        answers[field] = answer(text, field: field, form: form, today: today)
        if !otherWords[field].isEmpty, let word = otherWords[field][text] {
          findings.append(SheetFinding(.otherWord(word), field: field))
        }
      case .number, .date, .boolean, .failure, .unsaved:
        answers[field] = answer(cell.plainText, field: field, form: form, today: today)
      }
    }
    return findings
  }

  /// Why a cell cannot hold what was meant. In a file of text a spreadsheet has left its traces too: `4.41302E+17`, `#N/A`.
  private func fault(_ cell: SheetCell, _ kind: FieldKind) -> SheetFinding.Rule? {
    switch (cell, kind) {
    case (.empty, _), (.boolean, _), (.date, .date): nil
    case (.failure, _): .failedFormula
    case (.unsaved, _): .unsavedFormula
    case (.date, _): .dateCell
    case (.number(let number), .date): Self.serials.contains(number) ? .dateAsNumber : nil
    case (.number, .documentNumber): .numberCell
    case (.number, _): cell.hasLostDigits ? .numberCell : nil
    case (.text, .documentNumber): cell.hasLostDigits ? .numberCell : cell.isFailure ? .failedFormula : nil
    case (.text(let text), _): text.utf8.first == UInt8(ascii: "#") && cell.isFailure ? .failedFormula : nil
    }
  }

  /// The numbers of the days from 1954 to 2118: a spreadsheet shows them where a date lost its format.
  static let serials = 20_000.0..<80_000

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
    case .text, .classCode, .place: return .value(cell)
    }
  }
}
