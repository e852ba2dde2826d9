import FormModel
import Records

/// What a check says about a row of a sheet beside what the child's answers say: of its cells, and of children that
/// have come before.
public struct SheetFinding: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// A number where a spreadsheet keeps too few digits of it: of a document, or a long one.
    case numberCell
    /// A number where a date belongs, which a spreadsheet may have made of one.
    case dateAsNumber
    /// A date where none belongs: what was typed looked like one.
    case dateCell
    /// A formula that has no result.
    case failedFormula
    /// A word that the desk understands, where the sheet's list spells it as this.
    case otherWord(String)
    /// A formula whose result was not saved with the file.
    case unsavedFormula
    /// What stands in a name where a character was lost on the way: `?`, `？` or U+FFFD. The national system takes it.
    case lostCharacter(Unicode.Scalar)
    /// A hanzi of a name that bears the sign of its form, which is part of the name.
    case variantKept(Unicode.Scalar)
    case duplicateInFile(SheetPlace)
    case sameChildInFile(SheetPlace)
    /// The very same record, by its id.
    case recordTwice(SheetPlace)
    case duplicateInStore(RecordCode, Stage)
    case sameChildInStore(RecordCode)
  }

  /// How far a record is that has the number as well.
  public enum Stage: Hashable, Sendable {
    /// Another record that is not handed in, and so stops nobody.
    case draft
    case handedIn
    /// It went out; a row of a sheet may be that very record.
    case out
  }

  public var rule: Rule
  public var field: Int

  public init(_ rule: Rule, field: Int) {
    (self.rule, self.field) = (rule, field)
  }

  /// The stable code that outputs bear.
  public var code: String {
    switch rule {
    case .numberCell, .dateAsNumber: "number-cell"
    case .dateCell: "date-cell"
    case .failedFormula: "failed-formula"
    case .otherWord: "other-word"
    case .unsavedFormula: "unsaved-formula"
    case .lostCharacter: "lost-character"
    case .variantKept: "variant-kept"
    case .duplicateInFile(let place): place.file == nil ? "duplicate-in-file" : "duplicate-across-files"
    case .sameChildInFile(let place): place.file == nil ? "same-child-in-file" : "same-child-across-files"
    case .recordTwice: "record-twice"
    case .duplicateInStore: "duplicate-in-store"
    case .sameChildInStore: "same-child-in-store"
    }
  }

  public var severity: Severity {
    switch rule {
    case .numberCell, .dateAsNumber, .dateCell, .failedFormula, .unsavedFormula, .duplicateInFile, .recordTwice:
      .error
    case .duplicateInStore(_, .handedIn): .error
    case .duplicateInStore(_, .draft), .duplicateInStore(_, .out): .warning
    case .otherWord, .lostCharacter, .variantKept, .sameChildInFile, .sameChildInStore: .warning
    }
  }
}

extension SheetFinding.Rule {
  /// Whether it is the child's number that came before; else it is the name.
  public var isAboutNumber: Bool {
    switch self {
    case .numberCell, .dateAsNumber, .dateCell, .failedFormula, .otherWord, .unsavedFormula, .lostCharacter,
      .variantKept, .sameChildInFile, .sameChildInStore:
      false
    case .duplicateInFile, .duplicateInStore, .recordTwice: true
    }
  }
}

/// Where a child stands in a sheet.
public struct SheetPlace: Hashable, Sendable {
  /// The first child is 1.
  public var child: Int
  /// The row as a spreadsheet numbers it.
  public var row: Int
  /// The file, where it is another one.
  public var file: String?

  public init(child: Int, row: Int, file: String? = nil) {
    (self.child, self.row, self.file) = (child, row, file)
  }

  /// Whether the row is not the one that people would get to by counting children below headings in the first row.
  public var isElsewhere: Bool { row != child + 1 }
}
