import FormModel
import Standards

/// Reads the rows of a roster: each cell by itself, so that a bad one spoils no other.
public struct RosterReader {
  private let form: Form
  private let setting: CheckSetting
  private let columns: [(item: RosterItem, column: Int)]
  private var lists: [String: ListTexts] = [:]

  /// The longest class name and telephone, in bytes: the same as a name's.
  private static let longestContact = 80

  public init(_ mapping: RosterMapping, form: Form, setting: CheckSetting) {
    self.form = form
    self.setting = setting
    columns = mapping.columns.compactMap { column in
      if case .item(let item) = column.use { (item, column.index) } else { nil }
    }
  }

  public mutating func read(_ row: SheetRow) -> RosterRow {
    var read = RosterRow(row: row)
    for (item, column) in columns where column < row.cells.count {
      do throws(RosterFault.Reason) {
        if let value = try value(of: row.cells[column], item) { read.values[item] = value }
      } catch {
        read.faults.append(RosterFault(item, error))
      }
    }
    return read
  }

  // MARK: One cell

  /// What a record would store; nil for a cell that says nothing.
  private mutating func value(of cell: SheetCell, _ item: RosterItem) throws(RosterFault.Reason) -> String? {
    guard !cell.isFailure else { throw .failedFormula }
    let entry = cell.entry
    guard !entry.isEmpty else { return nil }
    if case .field(let field) = item {
      let value = try value(of: cell, entry, field)
      return value.isEmpty ? nil : value
    }
    guard !cell.hasLostDigits else { throw .lostDigits }
    let text = TextNormaliser.normalise(entry, as: .freeText)
    if let problem = TextNormaliser.problem(in: text) { throw .rule(.refusedCharacter(problem)) }
    let bytes = TextMeasure.bytes(in: text)
    if bytes > Self.longestContact { throw .rule(.tooLong(bytes: bytes, limit: Self.longestContact)) }
    return text
  }

  private mutating func value(
    of cell: SheetCell, _ entry: String, _ field: Int
  ) throws(RosterFault.Reason) -> String {
    switch form.fields[field].kind {
    case .select(let list): return try code(of: entry, in: list, otherwise: .rule(.notInList))
    case .place(let list): return try code(of: entry, in: list, otherwise: .unknownPlace)
    case .date:
      if case .date(let date) = cell { return date.iso }
      let isBirth = form.fields[field].derivation?.part == .birthDate
      switch DateReader.read(
        entry, today: setting.today, latest: isBirth ? nil : setting.today.adding(months: 12))
      {
      case .success(let date): return date.iso
      case .failure(let problem): throw .rule(.unreadableDate(problem))
      }
    case .documentNumber, .classCode:
      guard !cell.hasLostDigits else { throw .lostDigits }
      return try checked(TextNormaliser.normalise(CitizenNumber.repair(entry), as: .code), field)
    case .personName: return try checked(TextNormaliser.normalise(entry, as: .personName), field)
    case .text: return try checked(TextNormaliser.normalise(entry, as: .freeText), field)
    }
  }

  /// A draft may hold what is wrong, but nothing that no sheet takes, whatever else the record says.
  private func checked(_ text: String, _ field: Int) throws(RosterFault.Reason) -> String {
    var answers = Answers(count: form.fields.count)
    answers[field] = .value(text)
    for finding in Checker(form: form, setting: setting).findings(of: field, in: answers) {
      if finding.severity == .error { throw .rule(finding.rule) }
    }
    return text
  }

  private mutating func code(
    of entry: String, in list: String, otherwise reason: RosterFault.Reason
  ) throws(RosterFault.Reason) -> String {
    let known = form.lists
    switch lists[list, default: ListTexts(list, of: known)].read(entry) {
    case .code(let code): return code
    case .unknown: throw reason
    case .ambiguous: throw .ambiguous
    }
  }
}
