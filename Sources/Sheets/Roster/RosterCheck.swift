import FormModel
import Records
import Standards

/// Checks the rows of a roster. A roster gives only some of the items; what it leaves out is for the family.
public struct RosterCheck {
  /// What is found in a row.
  public enum RowFinding: Hashable, Sendable {
    case child(Finding)
    case sheet(SheetFinding)
    /// A cell that cannot be taken.
    case cell(RosterFault)
    /// What there is to say of a cell that is taken.
    case remark(RosterRemark)

    /// The field; nil for what the record keeps beside the form.
    public var field: Int? {
      switch self {
      case .child(let finding): finding.field
      case .sheet(let finding): finding.field
      case .cell(let fault): fault.item.field
      case .remark(let remark): remark.item.field
      }
    }
  }

  public let sheet: RosterSheet
  /// Where the last row stands.
  public private(set) var place = SheetPlace(child: 0, row: 0)
  private let checker: Checker
  private var reader: RosterReader
  private let duplicates: SheetDuplicates

  public init(
    _ sheet: RosterSheet, words: RosterWords, checker: Checker, stored: StoredChildren = StoredChildren(),
    register: ChildRegister = ChildRegister()
  ) {
    self.sheet = sheet
    self.checker = checker
    reader = RosterReader(sheet, form: checker.form, setting: checker.setting, words: words)
    duplicates = SheetDuplicates(form: checker.form, stored: stored, register: register)
  }

  /// What there is to say about the next child's row.
  public mutating func findings(in line: RosterSheet.Line) -> [RowFinding] {
    let form = checker.form
    let row = reader.read(line)
    guard !row.isBlank else { return [] }
    place = SheetPlace(child: place.child + 1, row: row.row.number)
    // As the import would make a record of it.
    let plan = ImportPlan(row, onto: nil, form: form, setting: checker.setting)
    let answers = plan.answers(nil, form)
    let cells = plan.faults.map { RowFinding.cell($0) } + plan.remarks.map { .remark($0) }
    let findings =
      cells + duplicates.findings(of: answers, at: place).map { .sheet($0) }
      + checker.findings(in: answers).filter { $0.severity != .missing }.map { .child($0) }
    func order(_ finding: RowFinding) -> Int { finding.field ?? form.fields.count }
    return findings.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
      .map(\.element)
  }
}

extension RosterRemark {
  /// The stable code that outputs bear.
  public var code: String {
    switch kind {
    case .relation: "relation-left-out"
    case .owed: "put-off"
    case .known: "known-whole"
    case .mended: "mended"
    }
  }
}

extension RosterFault {
  /// The stable code that outputs bear.
  public var code: String {
    switch reason {
    case .rule(let rule): rule.code
    case .lostDigits, .dateAsNumber: "number-cell"
    case .endsInZeros: "ends-in-zeros"
    case .unclearDate: "date-unclear"
    case .ambiguous: "ambiguous"
    case .unknownPlace: "not-in-list"
    case .failedFormula: "failed-formula"
    case .unsavedFormula: "unsaved-formula"
    }
  }
}
