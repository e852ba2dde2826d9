import Standards

/// What a form is filled in with.
public struct AtHand: Hashable, Sendable {
  /// The papers, by their names in the form.
  public var papers: [String]
  /// How long it takes.
  public var minutes: Int
}

/// A form: its fields in the order of the sheet, its sections in the order of asking, and its rules.
///
/// In memory a field is its index; the item number of a sheet is the index plus one. Names appear only where
/// records and commands are read or written.
public struct Form: Sendable {
  public var name: String
  public var version: Int
  public var title: Localized
  public var fields: [Field]
  public var sections: [Section]
  public var rules: [DeclaredRule]
  /// The items that the read-back says in one breath, by their indexes; one that stands in none is said by its label.
  public var sentences: [[Int]]
  /// Questions that answer several items at once.
  public var questions: [Question]
  /// The papers that the form needs, by the names that items read from them have for them.
  public var papers: [String: Localized]
  /// What to have at hand before the first item; nil where the form does not say.
  public var atHand: AtHand?
  public var lists: ChoiceLists
  public var edition: FormEdition { FormEdition(name: name, version: version) }
  /// The code tables that numbers and dates are looked up in.
  public var tables: StandardTables { lists.tables }
  /// Field indexes in the order of asking: the sections' fields, one after the other.
  public let order: [Int]
  private let indexes: [String: Int]
  private let roles: [FieldRole: Int]

  init(
    name: String, version: Int, title: Localized, fields: [Field], sections: [Section], rules: [DeclaredRule],
    sentences: [[Int]], questions: [Question], papers: [String: Localized], atHand: AtHand?, lists: ChoiceLists
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.fields = fields
    self.sections = sections
    self.rules = rules
    self.sentences = sentences
    self.questions = questions
    self.papers = papers
    self.atHand = atHand
    self.lists = lists
    order = sections.flatMap(\.fields)
    indexes = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      fields.enumerated().compactMap { index, field in field.role.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The index of the field with this name.
  public func index(of name: String) -> Int? { indexes[name] }

  /// The index of the field with this role, if the form has one.
  public func field(_ role: FieldRole) -> Int? { roles[role] }

  /// The section that asks the field.
  public func section(of field: Int) -> Int? {
    sections.firstIndex { $0.fields.contains(field) }
  }

  /// The list a field's value is chosen from.
  public func list(of field: Int) -> ChoiceList? {
    fields[field].kind.list.map { lists.list($0) }
  }

  /// Whether the field is asked, given the answers so far.
  public func relevance(of field: Int, in answers: Answers, setting: CheckSetting) -> Truth {
    fields[field].relevant.evaluate(ConditionScope(form: self, answers: answers, setting: setting))
  }

  /// What to write in the field, given the answers so far.
  public func hint(of field: Int, in answers: Answers, setting: CheckSetting) -> Localized {
    let scope = ConditionScope(form: self, answers: answers, setting: setting)
    let special = fields[field].hintWhen.first { if case .yes = $0.condition.evaluate(scope) { true } else { false } }
    return special?.text ?? fields[field].hint
  }

  /// Whether a blank would be a finding, given the answers so far.
  public func isRequired(_ field: Int, in answers: Answers, setting: CheckSetting) -> Bool {
    let scope = ConditionScope(form: self, answers: answers, setting: setting)
    return switch fields[field].required.evaluate(scope) {
    case .yes, .unknown: true
    case .no: false
    }
  }
}
