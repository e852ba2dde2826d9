import Standards

/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable {
  /// It cannot be true, or the sheet would be rejected.
  case error
  /// Possible, but usually a slip; a person may accept it.
  case warning
  /// A required item without an answer.
  case missing
}

/// What a check says about a record: which items, which rule, how severe.
///
/// The sentence for a person is made from it elsewhere, so that one finding can be read in either language.
public struct Finding: Hashable, Sendable {
  public var rule: Rule
  public var severity: Severity
  /// The fields concerned; the finding is shown at the first.
  public var fields: [Int]
  /// A value that the machine can offer instead.
  public var proposal: String?

  public init(_ rule: Rule, _ severity: Severity, fields: [Int], proposal: String? = nil) {
    (self.rule, self.severity, self.fields, self.proposal) = (rule, severity, fields, proposal)
  }

  /// The field that the finding is shown at.
  public var field: Int { fields[0] }
}

/// A rule that a finding comes from, with what the sentence needs to be exact.
public enum Rule: Hashable, Sendable {
  case required
  case owed
  case notRelevant
  case notInList
  case tooLong(bytes: Int, limit: Int)
  case tooManyHanzi(count: Int, limit: Int)
  case tooManyCharacters(count: Int, limit: Int)
  /// The text only says that there is no answer yet.
  case placeholder
  case refusedCharacter(TextProblem)
  case surroundingSpace
  case formulaStart
  case classCodeCharacters
  case unreadableDate(DateProblem)
  case bornInFuture
  case entryInFuture
  case entryFarAhead
  case entryAhead
  /// A citizen number of so many characters that is none.
  case number(CitizenNumberProblem, Slip?, count: Int)
  /// A citizen number that is written in parts, with hyphens or dots between them.
  case numberSeparators
  case document(DocumentNumberProblem)
  case areaUnknown
  /// The area of the number was abolished long before the birth.
  case areaAbolished(year: Int)
  case numberAgainstBirthDate
  case numberAgainstSex
  case lunarDate
  /// The number stands in another record, which was handed in or approved.
  case duplicate
  /// The number stands in somebody else's draft: nothing to be mended here.
  case numberInDraft
  /// A rule of the form's file: its index there, its stable code, and the age that it found, if it looks at one.
  case declared(Int, code: String, age: Age? = nil)

  /// Full years from one date to another, where they are fewer or more than usual.
  public struct Age: Hashable, Sendable {
    public var years: Int
    public var isOver: Bool

    public init(years: Int, isOver: Bool) {
      (self.years, self.isOver) = (years, isOver)
    }
  }

  /// The stable code that outputs and accepted warnings bear.
  public var code: String {
    switch self {
    case .required: "required"
    case .owed: "owed"
    case .notRelevant: "not-relevant"
    case .notInList: "not-in-list"
    case .tooLong: "too-long"
    case .tooManyHanzi: "too-many-hanzi"
    case .tooManyCharacters: "too-many-characters"
    case .placeholder: "placeholder"
    case .refusedCharacter: "refused-character"
    case .surroundingSpace: "surrounding-space"
    case .formulaStart: "formula-start"
    case .classCodeCharacters: "class-code"
    case .unreadableDate(let problem): "date-\(problem.rawValue)"
    case .bornInFuture: "birth-in-future"
    case .entryInFuture: "entry-in-future"
    case .entryFarAhead: "entry-far-ahead"
    case .entryAhead: "entry-ahead"
    case .number(let problem, _, _): "number-\(problem.rawValue)"
    case .numberSeparators: "number-separators"
    case .document(let problem): "document-\(problem.rawValue)"
    case .areaUnknown: "area-unknown"
    case .areaAbolished: "area-abolished"
    case .numberAgainstBirthDate: "number-birth-date"
    case .numberAgainstSex: "number-sex"
    case .lunarDate: "lunar-date"
    case .duplicate: "duplicate"
    case .numberInDraft: "number-in-draft"
    case .declared(_, let code, _): code
    }
  }
}
