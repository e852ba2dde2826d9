import FormModel
import Standards

/// Reads the rows of a roster: each cell by itself, so that a bad one spoils no other.
public struct RosterReader {
  private let form: Form
  private let setting: CheckSetting
  private let words: RosterWords
  private let habits: RosterHabits
  private let columns: [(item: RosterItem, column: Int)]
  private var lists: [String: ListTexts] = [:]

  /// The longest class name and telephone, in bytes: the same as a name's.
  private static let longestContact = 80

  public init(_ sheet: RosterSheet, form: Form, setting: CheckSetting, words: RosterWords) {
    self.init(
      sheet.mapping, form: form, setting: setting, words: words,
      habits: RosterHabits(sheet, form: form, setting: setting))
  }

  init(
    _ mapping: RosterMapping, form: Form, setting: CheckSetting, words: RosterWords,
    habits: RosterHabits = RosterHabits()
  ) {
    self.form = form
    self.setting = setting
    self.words = words
    self.habits = habits
    columns = mapping.columns.compactMap { column in
      if case .item(let item) = column.use { (item, column.index) } else { nil }
    }
  }

  /// Reads the row of a child, with the class that the section above it or the sheet says.
  public mutating func read(_ line: RosterSheet.Line) -> RosterRow {
    var read = read(line.row)
    if let className = line.className, read.values[.className] == nil { read.values[.className] = className }
    return read
  }

  public mutating func read(_ row: SheetRow) -> RosterRow {
    var read = RosterRow(row: row)
    for (item, column) in columns where column < row.cells.count {
      do throws(RosterFault.Reason) {
        switch try value(of: row.cells[column], item, column, &read.remarks) {
        case .nothing: break
        case .value(let value): read.values[item] = value
        case .owed(let words): read.owed[item] = words
        }
      } catch {
        read.faults.append(RosterFault(item, error))
      }
    }
    return read
  }

  // MARK: One cell

  private enum Reading {
    case nothing
    /// What a record would store.
    case value(String)
    /// Words that leave open what it would store.
    case owed(String)

    init(_ value: String) { self = value.isEmpty ? .nothing : .value(value) }
  }

  private mutating func value(
    of cell: SheetCell, _ item: RosterItem, _ column: Int, _ remarks: inout [RosterRemark]
  ) throws(RosterFault.Reason) -> Reading {
    guard !cell.isFailure else { throw .failedFormula }
    guard cell != .unsaved else { throw .unsavedFormula }
    let entry = cell.entry
    guard !entry.isEmpty else { return .nothing }
    if case .field(let field) = item { return try value(of: cell, entry, field, column, &remarks) }
    guard !cell.hasLostDigits else { throw .lostDigits }
    let text = TextNormaliser.normalise(RosterReader.inOneLine(entry), as: .freeText)
    if let problem = TextNormaliser.problem(in: text) { throw .rule(.refusedCharacter(problem)) }
    let bytes = TextMeasure.bytes(in: text)
    if bytes > Self.longestContact { throw .rule(.tooLong(bytes: bytes, limit: Self.longestContact)) }
    return Reading(text)
  }

  private mutating func value(
    of cell: SheetCell, _ entry: String, _ field: Int, _ column: Int, _ remarks: inout [RosterRemark]
  ) throws(RosterFault.Reason) -> Reading {
    switch form.fields[field].kind {
    case .select(let list): return try code(of: entry, in: list, otherwise: .rule(.notInList))
    case .place(let list): return try code(of: entry, in: list, otherwise: .unknownPlace)
    case .date:
      if case .date(let date) = cell { return .value(date.iso) }
      let isBirth = form.fields[field].derivation?.part == .birthDate
      switch try RosterDates.read(
        entry, cell, order: habits.order, today: setting.today,
        latest: isBirth ? nil : setting.today.adding(months: 12))
      {
      case .day(let date): return .value(date.iso)
      case .incomplete: return .owed(TextNormaliser.normalise(entry, as: .freeText))
      }
    case .documentNumber, .classCode:
      guard !cell.hasLostDigits else { throw .lostDigits }
      let number = CitizenNumber.repair(entry)
      if habits.lostDigits.contains(column), number.utf8.count == 18, number.hasSuffix("000") { throw .endsInZeros }
      return Reading(try checked(TextNormaliser.normalise(number, as: .code), field))
    case .text(let kind):
      let line = RosterReader.inOneLine(entry)
      // Only a guardian's name may have a word beside it that says who that is to the child.
      guard form.fields[field].role == .guardianName, let (name, relation) = words.splitRelation(line) else {
        return try text(line, as: kind.normalised, field, &remarks)
      }
      let reading = try text(name, as: kind.normalised, field, &remarks)
      remarks.append(RosterRemark(.field(field), .relation(relation)))
      return reading
    }
  }

  /// A text as the desk would store it, with what was mended in it.
  private func text(
    _ line: String, as kind: TextNormaliser.Kind, _ field: Int, _ remarks: inout [RosterRemark]
  ) throws(RosterFault.Reason) -> Reading {
    let text = try checked(TextNormaliser.normalise(line, as: kind), field)
    let repairs = TextNormaliser.repairs(in: line, as: kind)
    if !repairs.isEmpty { remarks.append(RosterRemark(.field(field), .mended(repairs))) }
    return Reading(text)
  }

  /// A line that was broken within a cell is one all the same.
  private static func inOneLine(_ entry: String) -> String {
    guard entry.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return entry }
    return entry.split { $0.isNewline || $0 == "\t" }.map(\.trimmed).joined(separator: " ")
  }

  /// A draft may hold mistakes, but no value that every sheet refuses, whatever else the record says.
  private func checked(_ text: String, _ field: Int) throws(RosterFault.Reason) -> String {
    var answers = Answers(count: form.fields.count)
    answers[field] = .value(text)
    // The kind of document stands in another field and decides whether the number can be right, so it is left open
    // here.
    if case .documentNumber(let typeField, _) = form.fields[field].kind { answers[typeField] = .owed }
    for finding in Checker(form: form, setting: setting).findings(of: field, in: answers) {
      if finding.severity == .error { throw .rule(finding.rule) }
    }
    return text
  }

  private mutating func code(
    of entry: String, in list: String, otherwise reason: RosterFault.Reason
  ) throws(RosterFault.Reason) -> Reading {
    let known = form.lists
    switch lists[list, default: ListTexts(list, of: known)].read(entry) {
    case .code(let code): return .value(code)
    case .ambiguous: throw .ambiguous
    case .unknown:
      switch words.meaning(of: entry, in: list) {
      case .code(let code): return .value(code)
      case .owed: return .owed(TextNormaliser.normalise(entry, as: .freeText))
      case nil: throw reason
      }
    }
  }
}
