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

  /// The children of a store.
  public struct Stored: Sendable {
    private var known = ChildPlaces()
    private var records: [(code: RecordCode, isOut: Bool)] = []

    public init() {}

    /// Adds a child; `isOut` where it went out in a sheet.
    public mutating func add(_ child: StoredChild, isOut: Bool) {
      known.add(
        ChildIdentity(number: child.number, name: child.name, birthDate: child.birthDate), at: records.count)
      records.append((child.code, isOut))
    }

    fileprivate func rule(of child: ChildIdentity) -> SheetFinding.Rule? {
      guard !records.isEmpty else { return nil }
      return switch known.match(of: child) {
      case .sameNumber(let place): .duplicateInStore(records[place].code, isOut: records[place].isOut)
      case .sameChild(let place): .sameChildInStore(records[place].code)
      case nil: nil
      }
    }
  }

  public let columns: SheetColumns
  /// The answers of the last row.
  public private(set) var answers: Answers
  /// Where the last row stands.
  public private(set) var place = SheetPlace(child: 0, row: 0)

  private let checker: Checker
  private let stored: Stored
  private let (name, birthDate, number): (Int?, Int?, Int?)
  private var known = ChildPlaces()
  /// The spreadsheet's row of each child, by its place less one.
  private var rows: [Int32] = []

  public init(columns: SheetColumns, checker: Checker, stored: Stored = Stored()) {
    self.columns = columns
    self.checker = checker
    self.stored = stored
    answers = Answers(count: checker.form.fields.count)
    name = checker.form.index(of: "name")
    birthDate = checker.form.index(of: "birth_date")
    number = checker.form.index(of: "id_number")
  }

  /// What there is to say about the next row.
  public mutating func findings(in row: SheetRow) -> [RowFinding] {
    place = SheetPlace(child: place.child + 1, row: row.number)
    var sheet = columns.read(row.cells, into: &answers, form: checker.form, today: checker.setting.today)
    let unread = sheet.filter { $0.severity == .error }.map(\.field)
    addDuplicates(to: &sheet)
    let child = checker.findings(in: answers).filter { finding in
      // A column that is not there was said once, for the whole file, and of a cell that could not be read there is
      // nothing more to say.
      !(finding.severity == .missing && columns.columns[finding.field] == nil) && !unread.contains(finding.field)
    }
    guard !sheet.isEmpty else { return child.map { .child($0) } }
    let all = sheet.map { RowFinding.sheet($0) } + child.map { .child($0) }
    return all.enumerated().sorted { ($0.element.field, $0.offset) < ($1.element.field, $1.offset) }.map(\.element)
  }

  private mutating func addDuplicates(to findings: inout [SheetFinding]) {
    let number = number.flatMap { answers[$0].value }
    let child = ChildIdentity(
      number: number.flatMap { $0.isEmpty ? nil : $0 }, name: name.flatMap { answers[$0].value } ?? "",
      birthDate: birthDate.flatMap { answers[$0].value }.flatMap { CalendarDate(iso: $0) })
    let (numberField, nameField) = (self.number ?? 0, name ?? 0)
    rows.append(Int32(place.row))
    switch known.add(child, at: place.child) {
    case .sameNumber(let place):
      findings.append(SheetFinding(.duplicateInFile(self.place(of: place)), field: numberField))
    case .sameChild(let place):
      findings.append(SheetFinding(.sameChildInFile(self.place(of: place)), field: nameField))
    case nil: break
    }
    switch stored.rule(of: child) {
    case .duplicateInStore(let code, let isOut)?:
      findings.append(SheetFinding(.duplicateInStore(code, isOut: isOut), field: numberField))
    case let rule?: findings.append(SheetFinding(rule, field: nameField))
    case nil: break
    }
  }

  private func place(of child: Int) -> SheetPlace { SheetPlace(child: child, row: Int(rows[child - 1])) }
}
