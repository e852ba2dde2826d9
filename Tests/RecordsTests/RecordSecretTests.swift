import FormModel
import Standards
import TestSupport
import Testing

@testable import Records

/// What opens a record again.
@Suite struct RecordSecretTests {
  private static let number = "441302202103081235"

  private func record(birth: String?, number: String?, telephone: String? = nil, form: Form) throws -> Record {
    var record = Samples.record(form)
    var answers: [Int: String] = [:]
    let field = try #require(form.field(.childNumber))
    if let birth { answers[try #require(form.field(.childBirthDate))] = birth }
    if let number { answers[field] = number }
    if case .documentNumber(let type, _) = form.fields[field].kind {
      answers[type] = DocumentType.residentIdentityCard.rawValue
    }
    for (field, value) in answers {
      record.apply(
        .answer(value, field: field, source: .told, from: nil), Samples.stamp(), form: form,
        setting: CheckSetting(today: Self.today))
    }
    record.contact.telephone = telephone
    return record
  }

  private static let today = CalendarDate(year: 2026, month: 3, day: 1) ?? CalendarDate(dayNumber: 0)!

  struct Row: Sendable, CustomTestStringConvertible {
    var birth: String?
    var number: String?
    var telephone: String?
    var opens: [String]
    var never: [String]
    var testDescription: String { "\(birth ?? "-") \(number ?? "-") \(telephone ?? "-")" }
  }

  static let rows = [
    Row(birth: "2021-03-08", number: number, opens: ["20210308", "2021年3月8日"], never: ["20210309", "", "1235"]),
    // A slip in the date, or its lunar reading: the family says the day itself.
    Row(birth: "2021-01-25", number: number, opens: ["20210308", "210125"], never: ["20210309", "20210125x"]),
    Row(birth: nil, number: number, opens: ["20210308"], never: ["", "20210125"]),
    // A number that is none tells no day.
    Row(birth: "2021-01-25", number: "441302202103081234", opens: ["20210125"], never: ["20210308"]),
    Row(birth: nil, number: "441302202103081234", opens: [], never: ["20210308", ""]),
    Row(birth: nil, number: number, telephone: "13800001234", opens: ["20210308", "1234"], never: ["4321"]),
    Row(birth: "2021-01-25", number: nil, telephone: "13800001234", opens: ["20210125"], never: ["1234"]),
    Row(birth: nil, number: nil, telephone: nil, opens: [], never: ["", "20210308"]),
    // What was entered is no day, and is said again as it was.
    Row(birth: "21年春天", number: number, opens: ["21年春天", "20210308"], never: ["2021"]),
  ]

  @Test(arguments: rows)
  func `the birth date opens a record as it was entered and as the number has it`(row: Row) throws {
    let renamed = try RenamedForm.folder(["preschool-28.json": FormFolder.embedded.bytes("preschool-28.json")])
    for form in [try Samples.form(), try Form.load(from: FormFolder(directory: renamed))] {
      let record = try record(birth: row.birth, number: row.number, telephone: row.telephone, form: form)
      for secret in row.opens { #expect(record.opens(to: secret, on: Self.today, form: form), "\(secret)") }
      for secret in row.never { #expect(!record.opens(to: secret, on: Self.today, form: form), "\(secret)") }
    }
  }
}
