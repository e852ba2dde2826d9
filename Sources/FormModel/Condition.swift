import Standards

/// The three answers that a condition can have: what is not filled in yet is unknown, not false.
public enum Truth: Sendable {
  case yes
  case no
  case unknown

  init(_ fact: Bool) { self = fact ? .yes : .no }

  var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}

/// A condition over answers, as the form's file states it: small objects, not a language of strings.
public indirect enum Condition: Hashable, Sendable {
  case always
  case never
  /// The field's value is one of these.
  case isOne(field: Int, values: [String])
  /// The field has a value.
  case answered(field: Int)
  /// Both fields have the same value.
  case same(field: Int, other: Int)
  /// The text holds none of these words and, if `digit`, no digit of any kind.
  case lacks(field: Int, words: [String], digit: Bool)
  /// The text has a letter that is no hanzi, or a digit.
  case letterOrDigit(field: Int)
  /// The text has pinyin in the place of hanzi.
  case pinyin(field: Int)
  /// The text has fewer characters, as a person counts them.
  case shorter(field: Int, than: Int)
  /// The text begins with one of these, and has so many characters where a number is given.
  case begins(field: Int, with: [String], characters: Int?)
  /// The place lies in the kindergarten's own division or prefecture.
  case inKindergarten(field: Int, level: AreaLevel)
  /// The place lies outside the kindergarten's own division or prefecture.
  case outsideKindergarten(field: Int, level: AreaLevel)
  /// Full years from one date to another: under, or over, a number.
  case years(from: Int, until: Int, under: Int?, over: Int?)
  /// One date is later than another, or than today where there is no other.
  case after(field: Int, other: Int?)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// How much of a place's code is compared.
  public enum AreaLevel: String, Sendable, CaseIterable {
    case division
    case prefecture

    /// The part of a code that two places of one area share.
    ///
    /// A municipality is one prefecture, whatever its third and fourth digits; a county directly under its province
    /// (90 in their place) is one by itself.
    public func key(of code: String) -> Substring? {
      guard code.utf8.count >= 6 else { return nil }
      switch self {
      case .division: return code.prefix(6)
      case .prefecture:
        if ["11", "12", "31", "50"].contains(code.prefix(2)) { return code.prefix(2) }
        return code.prefix(4).hasSuffix("90") ? code.prefix(6) : code.prefix(4)
      }
    }
  }

  /// The fields that the condition reads.
  public var fields: [Int] {
    switch self {
    case .always, .never: []
    case .isOne(let field, _), .answered(let field), .lacks(let field, _, _), .letterOrDigit(let field),
      .pinyin(let field), .shorter(let field, _), .begins(let field, _, _), .inKindergarten(let field, _),
      .outsideKindergarten(let field, _):
      [field]
    case .same(let field, let other), .years(let field, let other, _, _): [field, other]
    case .after(let field, let other): [field] + (other.map { [$0] } ?? [])
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.fields)
    case .not(let condition): condition.fields
    }
  }
}

/// The answers and the day that a condition is asked about.
struct ConditionScope {
  let form: Form
  let answers: Answers
  let setting: CheckSetting

  /// The date in a field: a date's own, or the birth date in a citizen number.
  func date(in field: Int) -> CalendarDate? {
    guard let value = answers[field].value else { return nil }
    switch form.fields[field].kind {
    case .date:
      // A year outside `DateReader.years` is a slip: only that is reported, not what would follow from it.
      guard let date = CalendarDate(iso: value), DateReader.years.contains(date.year) else { return nil }
      return date
    case .documentNumber:
      return citizenNumber(in: field)?.birthDate
    case .text, .classCode, .select, .place:
      return nil
    }
  }
}

extension Condition {
  /// Whether the condition holds; unknown while an answer that it reads is missing.
  func evaluate(_ scope: ConditionScope) -> Truth {
    switch self {
    case .always:
      return .yes
    case .never:
      return .no
    case .isOne(let field, let values):
      // A cell that is no entry of its list says nothing: only that is reported, not what would follow from it.
      guard let value = scope.answers[field].value else { return .unknown }
      return Truth(values.contains(value))
    case .answered(let field):
      return Truth(scope.answers[field].text != nil)
    case .same(let field, let other):
      guard let value = scope.answers[field].value, let same = scope.answers[other].value else { return .unknown }
      return Truth(value == same)
    case .lacks(let field, let words, let digit):
      guard let value = scope.answers[field].value else { return .unknown }
      if digit, value.unicodeScalars.contains(where: Self.isDigit) { return .no }
      return Truth(!words.contains { value.contains($0) })
    case .letterOrDigit(let field):
      guard let value = scope.answers[field].value else { return .unknown }
      return Truth(value.unicodeScalars.contains(where: \.isForeignLetterOrDigit))
    case .pinyin(let field):
      guard let value = scope.answers[field].value else { return .unknown }
      return Truth(UnreadPinyin.stands(in: value))
    case .shorter(let field, let limit):
      guard let value = scope.answers[field].value else { return .unknown }
      return Truth(value.count < limit)
    case .begins(let field, let starts, let count):
      guard let value = scope.answers[field].value else { return .unknown }
      return Truth((count == nil || value.count == count) && starts.contains { value.hasPrefix($0) })
    case .inKindergarten(let field, let level):
      return Self.shares(field, level, scope)
    case .outsideKindergarten(let field, let level):
      return Self.shares(field, level, scope).negated
    case .years(let from, let until, let under, let over):
      guard let start = scope.date(in: from), let end = scope.date(in: until) else { return .unknown }
      return Truth(Self.age(from: start, until: end, under: under, over: over) != nil)
    case .after(let field, let other):
      guard let date = scope.date(in: field) else { return .unknown }
      guard let other else { return Truth(date > scope.setting.today) }
      guard let before = scope.date(in: other) else { return .unknown }
      return Truth(date > before)
    case .all(let conditions):
      var result = Truth.yes
      for condition in conditions {
        switch condition.evaluate(scope) {
        case .no: return .no
        case .unknown: result = .unknown
        case .yes: break
        }
      }
      return result
    case .any(let conditions):
      var result = Truth.no
      for condition in conditions {
        switch condition.evaluate(scope) {
        case .yes: return .yes
        case .unknown: result = .unknown
        case .no: break
        }
      }
      return result
    case .not(let condition):
      return condition.evaluate(scope).negated
    }
  }

  /// Whether it may hold by somebody's age.
  var looksAtAge: Bool {
    switch self {
    case .years: true
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.looksAtAge)
    case .always, .never, .isOne, .answered, .same, .lacks, .letterOrDigit, .pinyin, .shorter, .begins,
      .inKindergarten, .outsideKindergarten, .after, .not:
      false
    }
  }

  /// The age by which the condition holds; nil where it looks at none.
  func age(_ scope: ConditionScope) -> Rule.Age? {
    switch self {
    case .years(let from, let until, let under, let over):
      guard let start = scope.date(in: from), let end = scope.date(in: until) else { return nil }
      return Self.age(from: start, until: end, under: under, over: over)
    case .all(let conditions), .any(let conditions):
      return conditions.lazy.compactMap { $0.age(scope) }.first
    case .always, .never, .isOne, .answered, .same, .lacks, .letterOrDigit, .pinyin, .shorter, .begins,
      .inKindergarten, .outsideKindergarten, .after, .not:
      return nil
    }
  }

  /// The age, where it is under or over what is usual.
  private static func age(from start: CalendarDate, until end: CalendarDate, under: Int?, over: Int?) -> Rule.Age? {
    // Over seven begins on the day after the seventh birthday, not with the eighth birthday.
    let isOver = over.map { end > start.adding(months: 12 * $0) } ?? false
    guard isOver || under.map({ end < start.adding(months: 12 * $0) }) ?? false else { return nil }
    return Rule.Age(years: start.age(on: end).years, isOver: isOver)
  }

  private static func shares(_ field: Int, _ level: AreaLevel, _ scope: ConditionScope) -> Truth {
    guard let place = scope.answers[field].value.flatMap(level.key(of:)),
      let own = scope.setting.kindergarten.flatMap(level.key(of:))
    else { return .unknown }
    return Truth(place == own)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // A written numeral (一, 三) is as often part of a street's name as a house number, so it does not count.
    case "0"..."9", "\u{FF10}"..."\u{FF19}": true
    default: false
    }
  }
}
