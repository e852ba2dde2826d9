import FormModel
import Records
import Standards

/// Checks the rows of a sheet, one after the other: each child by every rule, its cells, and against the children before
/// it and those of a store.
public struct SheetCheck {
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
  private let names: [Int]
  private let duplicates: SheetDuplicates

  public init(
    columns: SheetColumns, checker: Checker, stored: StoredChildren = StoredChildren(),
    register: ChildRegister = ChildRegister()
  ) {
    self.columns = columns
    names = checker.form.fields.indices.filter { checker.form.fields[$0].kind.isPersonName }
    self.checker = checker
    duplicates = SheetDuplicates(form: checker.form, stored: stored, register: register)
    answers = Answers(count: checker.form.fields.count)
  }

  /// What there is to say about the next row.
  public mutating func findings(in row: SheetRow) -> [RowFinding] {
    place = SheetPlace(child: place.child + 1, row: row.number)
    var sheet = columns.read(row.cells, into: &answers, form: checker.form, today: checker.setting.today)
    let unread = sheet.filter { $0.severity == .error }.map(\.field)
    sheet += names.flatMap { oddities(of: $0) }
    sheet += duplicates.findings(of: answers, at: place)
    let child = checker.findings(in: answers).compactMap(withoutLost).filter { finding in
      // A column that is not there was said once, for the whole file, and of a cell that could not be read there is
      // nothing more to say.
      !(finding.severity == .missing && columns.columns[finding.field] == nil) && !unread.contains(finding.field)
    }
    guard !sheet.isEmpty else { return child.map { .child($0) } }
    let all = sheet.map { RowFinding.sheet($0) } + child.map { .child($0) }
    return all.enumerated().sorted { ($0.element.field, $0.offset) < ($1.element.field, $1.offset) }.map(\.element)
  }

  // MARK: Names

  private static let lost: Set<Unicode.Scalar> = ["?", "？", "\u{FFFD}"]

  /// What is odd about the characters of a name, although the national system takes it.
  private func oddities(of field: Int) -> [SheetFinding] {
    guard let name = answers[field].value else { return [] }
    let lost = name.unicodeScalars.first(where: Self.lost.contains).map { scalar in
      SheetFinding(.lostCharacter(scalar), field: field)
    }
    let variants = TextNormaliser.repairs(in: name, as: .personName).compactMap { repair in
      if case .variantKept(let hanzi) = repair { SheetFinding(.variantKept(hanzi), field: field) } else { nil }
    }
    return [lost].compactMap(\.self) + variants
  }

  /// The finding without lost characters, which have a warning of their own: it names the first other refused
  /// character, and is nil if there is none.
  private func withoutLost(_ finding: Finding) -> Finding? {
    guard case .refusedCharacter(let problem) = finding.rule, Self.lost.contains(problem.scalar),
      names.contains(finding.field), let name = answers[finding.field].value
    else { return finding }
    let rest = String(String.UnicodeScalarView(name.unicodeScalars.map { Self.lost.contains($0) ? "某" : $0 }))
    return TextNormaliser.problem(in: rest, as: .personName).map {
      Finding(.refusedCharacter($0), .error, fields: finding.fields)
    }
  }
}

extension FieldKind {
  fileprivate var isPersonName: Bool {
    switch self {
    case .text(.personName): true
    case .text(.free), .classCode, .documentNumber, .select, .place, .date: false
    }
  }
}
