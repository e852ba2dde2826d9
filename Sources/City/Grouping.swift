import FormModel
import Records
import Standards

/// What figures are told apart by.
public enum Grouping: String, Sendable, CaseIterable {
  case kindergarten
  /// A class of a kindergarten.
  case `class`
  /// The kindergarten's county.
  case county
  /// The day on which the record was begun.
  case day
  /// The age on 1 September of the school year.
  case age
  case sex

  /// The child's group; empty where nothing is known.
  func key(_ record: RecordAnswers, form: Form, autumn: CalendarDate) -> [String] {
    switch self {
    case .kindergarten: return [record.origin?.kindergarten ?? ""]
    case .class: return [record.origin?.kindergarten ?? "", record.className ?? ""]
    case .county: return [record.origin?.division ?? ""]
    case .day: return [record.begun ?? ""]
    case .age:
      let text = form.field(.childBirthDate).flatMap { record.answers[$0].value }
      guard let birth = text.flatMap({ CalendarDate(iso: $0) }), birth <= autumn else { return [""] }
      return [String(birth.age(on: autumn).years)]
    case .sex:
      let field = form.fields.firstIndex { $0.derivation?.part == .sex }
      return [field.flatMap { record.answers[$0].value } ?? ""]
    }
  }

  /// The first of September up to a day: the school year's.
  public static func autumn(_ today: CalendarDate) -> CalendarDate {
    CalendarDate(year: today.month >= 9 ? today.year : today.year - 1, month: 9, day: 1) ?? today
  }
}
