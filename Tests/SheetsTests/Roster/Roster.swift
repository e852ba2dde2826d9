import FormModel
import Standards

@testable import Records
@testable import Sheets

/// What the tests of rosters share: rows as texts, and an invented child's record.
struct Roster {
  let form: Form
  let headings: RosterHeadings
  /// A day on which the invented child, born in 2022, is in kindergarten.
  let setting: CheckSetting
  static let now = Timestamp(milliseconds: 1_767_225_600_000, offset: 480)
  static let staff = Authority.staff(name: "王主任")

  init() throws {
    form = try Form.load(from: .embedded)
    headings = try RosterHeadings(form: form)
    setting = CheckSetting(today: Self.now.date)
  }

  static func row(_ texts: [String], number: Int = 1) -> SheetRow {
    SheetRow(number: number, cells: texts.map { $0.isEmpty ? .empty : .text($0) })
  }

  /// Cells below headings, read.
  func read(_ cells: KeyValuePairs<String, SheetCell>) -> RosterRow {
    let row = Self.row(cells.map(\.key))
    guard let mapping = RosterMapping(SheetTable(rows: [row]), for: .children, headings: headings) else {
      return RosterRow(row: row)
    }
    var reader = RosterReader(mapping, form: form, setting: setting, words: headings.words)
    return reader.read(SheetRow(number: 2, cells: cells.map(\.value)))
  }

  func item(_ name: String) -> RosterItem { form.index(of: name).map { .field($0) } ?? .telephone }

  func held(_ seed: UInt64 = 1, by holder: Authority = Self.staff) -> HeldRecord {
    var generator = SystemRandomNumberGenerator()
    let identity = RecordIdentity(milliseconds: Self.now.milliseconds + Int(seed), using: &generator)
    return HeldRecord(beginning: identity, holder: holder, form: form, at: Self.now)
  }

  /// A record of what a family has said.
  func record(_ answers: KeyValuePairs<String, String>, status: Status = .draft) -> Record {
    var held = held(by: .family(Sitting(Person(role: .guardian, name: "潘女士", relation: "52"))))
    for (name, value) in answers {
      guard let field = form.index(of: name) else { continue }
      held.make(.answer(value, field: field, source: .told), at: Self.now, form: form, setting: setting)
    }
    var record = held.record
    record.status = status
    return record
  }

  func value(_ name: String, of record: Record) -> String? {
    form.index(of: name).flatMap { record.answers[$0]?.value }
  }
}
