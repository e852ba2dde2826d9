import FormModel
import Records
import Standards

/// Checks the rows of a sheet, one after the other: each child by every rule, its cells, and against the children before
/// it and those of a store.
public struct SheetCheck: Sendable {
  /// What is found in a row, in the order of the items.
  public enum RowFinding: Hashable, Sendable {
    case child(Finding)
    case sheet(SheetFinding)

    public var field: Int {
      switch self {
      case .child(let finding): finding.field
      case .sheet(let finding): finding.field
      }
    }
  }

  public let columns: SheetColumns
  /// The answers of the last row.
  public private(set) var answers: Answers
  /// Where the last row stands.
  public private(set) var place = SheetPlace(child: 0, row: 0)

  private let checker: Checker
  private var duplicates: SheetDuplicates

  public init(columns: SheetColumns, checker: Checker, stored: StoredChildren = StoredChildren()) {
    self.columns = columns
    self.checker = checker
    duplicates = SheetDuplicates(form: checker.form, stored: stored)
    answers = Answers(count: checker.form.fields.count)
  }

  /// What there is to say about the next row.
  public mutating func findings(in row: SheetRow) -> [RowFinding] {
    place = SheetPlace(child: place.child + 1, row: row.number)
    var sheet = columns.read(row.cells, into: &answers, form: checker.form, today: checker.setting.today)
    let unread = sheet.filter { $0.severity == .error }.map(\.field)
    sheet += duplicates.findings(of: answers, at: place)
    let child = checker.findings(in: answers).filter { finding in
      // A column that is not there was said once, for the whole file, and of a cell that could not be read there is
      // nothing more to say.
      !(finding.severity == .missing && columns.columns[finding.field] == nil) && !unread.contains(finding.field)
    }
    guard !sheet.isEmpty else { return child.map { .child($0) } }
    let all = sheet.map { RowFinding.sheet($0) } + child.map { .child($0) }
    return all.enumerated().sorted { ($0.element.field, $0.offset) < ($1.element.field, $1.offset) }.map(\.element)
  }
}
