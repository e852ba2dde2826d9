import Testing

@testable import FormModel

/// Which items must be answered, and which must be empty, by the national sheet's own column notes.
@Suite struct RequiredTests {
  static let always = [
    "name", "sex", "birth_date", "id_type", "nationality", "overseas_status", "native_place", "address", "entry_date",
    "attendance", "health", "disabled", "orphan", "guardian_name", "guardian_id_type",
  ]
  static let inChina = [
    "ethnic_group", "birthplace", "hukou_type", "hukou_place", "only_child", "left_behind", "migrant_worker_child",
  ]

  @Test func `nothing is found in the good record, at the desk and on a sheet`() throws {
    #expect(try CheckRow("", [:]).found() == [])
    #expect(try CheckRow("", [:], place: .sheet, kindergarten: "441302").found() == [])
  }

  @Test(arguments: always + inChina)
  func `a blank required item is missing, and nothing else is said`(name: String) throws {
    #expect(try CheckRow("", [name: .blank]).found() == ["missing required \(name)"])
    #expect(try CheckRow("", [name: .owed]).found() == ["missing owed \(name)"])
  }

  @Test(arguments: ["class_code", "blood_type", "nonagricultural_type", "disability_type"])
  func `an optional or irrelevant item may be blank or owed`(name: String) throws {
    #expect(try CheckRow("", [name: .blank]).found() == [])
    #expect(try CheckRow("", [name: .owed]).found() == [])
  }

  @Test func `of an empty record the items that are always required are missing, in the order of the sheet`() throws {
    let form = try Sample.form()
    let found = Checker(form: form, setting: CheckSetting(today: Sample.today))
      .findings(in: Answers(count: form.fields.count))
    let names = found.map { form.fields[$0.field].name }
    #expect(
      names == form.fields.map(\.name).filter { (Self.always + ["id_number", "guardian_id_number"]).contains($0) })
    #expect(found.allSatisfy { $0.rule == .required && $0.severity == .missing })
  }

  @Test(arguments: inChina)
  func `with another nationality the items about China must be empty`(name: String) throws {
    #expect(try CheckRow("", Sample.foreign).found() == [])
    #expect(
      try CheckRow("", Sample.foreign.merging([name: Sample.good[name] ?? .blank]) { $1 }).found()
        == ["error not-relevant \(name)"])
    // Put off, it is no answer: it blocks nothing.
    #expect(try CheckRow("", Sample.foreign.merging([name: .owed]) { $1 }).found() == [])
  }

  @Test(arguments: inChina)
  func `while the nationality is blank or no entry of its list, only that is said`(name: String) throws {
    #expect(try CheckRow("", ["nationality": .blank, name: .blank]).found() == ["missing required nationality"])
    #expect(try CheckRow("", ["nationality": .owed, name: .blank]).found() == ["missing owed nationality"])
    #expect(
      try CheckRow("", ["nationality": .foreign("美利坚"), name: .blank]).found() == ["error not-in-list nationality"])
  }

  @Test(arguments: [
    CheckRow(
      "the sheet's column 6: number unless the document is 其他", ["id_number": .blank], "missing required id_number"),
    CheckRow("column 6", ["id_number": .owed], "missing owed id_number"),
    CheckRow("column 6", ["id_type": "Z", "id_number": .blank]),
    CheckRow("column 6", ["id_type": "Z", "id_number": .owed]),
    CheckRow(
      "column 6: a blank document is not 其他", ["id_type": .blank, "id_number": .blank], "missing required id_type",
      "missing required id_number"),
    CheckRow(
      "column 28", ["guardian_id_number": .blank], "missing required guardian_id_number"),
    CheckRow("column 28", ["guardian_id_type": "Z", "guardian_id_number": .blank]),
    CheckRow(
      "column 14: exactly with 非农业户口", ["hukou_type": "2"], "missing required nonagricultural_type"),
    CheckRow("column 14", ["hukou_type": "2", "nonagricultural_type": "1"]),
    CheckRow("column 14", ["nonagricultural_type": "1"], "error not-relevant nonagricultural_type"),
    CheckRow("column 14", ["hukou_type": .blank, "nonagricultural_type": "1"], "missing required hukou_type"),
    CheckRow(
      "column 14: a foreign child has none", Sample.foreign.merging(["nonagricultural_type": "1"]) { $1 },
      "error not-relevant nonagricultural_type"),
    CheckRow(
      "column 24: exactly with 残疾", ["disabled": "1", "health": "50"], "missing required disability_type"),
    CheckRow("column 24", ["disabled": "1", "health": "50", "disability_type": "7"]),
    CheckRow("column 24", ["disability_type": "7"], "error not-relevant disability_type"),
    CheckRow("column 24", ["disabled": .blank, "disability_type": "7"], "missing required disabled"),
  ])
  func `an item that depends on another is required or forbidden by it`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test func `the screen asks for what the check would miss`() throws {
    let form = try Sample.form()
    let setting = CheckSetting(today: Sample.today)
    for changes in [["id_type": Answer.blank], ["id_type": "Z"], ["id_type": "A"]] {
      var answers = Sample.answers(changes, form)
      let field = try #require(form.index(of: "id_number"))
      answers[field] = .blank
      let isMissed = Checker(form: form, setting: setting).findings(in: answers).contains { $0.field == field }
      #expect(form.isRequired(field, in: answers, setting: setting) == isMissed)
    }
    #expect(
      form.relevance(of: try #require(form.index(of: "hukou_type")), in: Answers(count: 28), setting: setting)
        == .unknown)
  }
}
