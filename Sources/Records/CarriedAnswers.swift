import FormModel
import Standards

/// What the form that somebody filled in last lends to their next one: answers that repeat from child to child, as the
/// form's file says, and nothing else of that child.
public struct CarriedAnswers: Hashable, Sendable {
  /// The values by the names of their items; that of the class is its name.
  public private(set) var values: [String: String] = [:]

  public init() {}

  /// What repeats of a record; nothing that is wrong there.
  public init(of record: Record, form: Form, setting: CheckSetting) {
    let wrong = Set(
      record.openFindings(form: form, setting: setting).filter { $0.severity == .error }.flatMap(\.fields))
    for (index, field) in form.fields.enumerated() where field.isCarried && !wrong.contains(index) {
      if case .classCode = field.kind {
        values[field.name] = record.contact.className
      } else {
        values[field.name] = record.answers[index]?.value
      }
    }
  }

  public init(json: JSONValue?) { values = (json?.object ?? [:]).compactMapValues(\.string) }

  public var json: JSONValue { .object(values.mapValues { .string($0) }) }
}

extension RecordStoring {
  /// How many days back the last form of somebody is looked for, and how many records at most.
  private static var days: Int { 7 }
  private static var most: Int { 200 }

  /// What repeats of the form that somebody filled in last, of those that they began themselves with this edition in the
  /// last days; nothing where there is none, or where it cannot be read now.
  public func carried(by person: Person, form: Form, setting: CheckSetting) -> CarriedAnswers {
    var left = Self.most
    for ago in 0..<Self.days {
      let ids = (try? touched(on: setting.today.adding(days: -ago))) ?? []
      for id in ids.reversed() {
        guard left > 0 else { return CarriedAnswers() }
        left -= 1
        guard let record = try? record(id: id), record.created.by.role == person.role,
          record.created.by.name == person.name, record.edition == form.edition, record.status != .withdrawn
        else { continue }
        return CarriedAnswers(of: record, form: form, setting: setting)
      }
    }
    return CarriedAnswers()
  }
}
