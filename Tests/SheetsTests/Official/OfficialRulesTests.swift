import FormModel
import Sheets
import Standards
import TestSupport
import Testing

/// Whatever the desk lets into a sheet, the national template's own macro takes.
@Suite struct OfficialRulesTests {
  private let form: Form
  private let edition: SheetEdition
  private let checker: Checker
  private let official = OfficialRules(today: OfficialChild.today)

  init() throws {
    form = try Form.load(from: .embedded)
    edition = try SheetEdition.load(of: form)
    let today = try #require(CalendarDate(iso: OfficialChild.today))
    checker = Checker(form: form, setting: CheckSetting(today: today, place: .sheet))
  }

  private func answers(_ codes: [String: String]) throws -> Answers {
    var answers = Answers(count: form.fields.count)
    for (name, value) in codes { answers[try #require(form.index(of: name))] = .value(value) }
    return answers
  }

  /// What stops the child from being exported here.
  private func obstacles(_ answers: Answers) -> [String] {
    checker.findings(in: answers).filter { $0.severity != .warning }.map {
      "\($0.severity) \($0.rule.code) \(form.fields[$0.field].name)"
    }
  }

  /// The row as the sheet shows it, every item with what was answered, even where the export would leave it out.
  private func row(_ answers: Answers) -> [String] {
    edition.columns.map { column in
      let value = answers[column.field].value ?? ""
      return form.list(of: column.field)?.choice(value)?.text ?? value
    }
  }

  private func exported(_ answers: Answers) -> [String] {
    edition.cells(of: answers, form: form, setting: checker.setting).map(\.plainText)
  }

  @Test func `the table has every kind`() {
    #expect(OfficialChild.taken.count >= 80)
    #expect(OfficialChild.refused.count >= 40)
    let codes = OfficialChild.taken.map(\.codes)
    #expect(Set(codes.compactMap { $0["id_type"] }) == ["1", "6", "7", "8", "9", "A", "Z"])
    #expect(codes.compactMap { $0["guardian_id_type"] }.reduce(into: Set()) { $0.insert($1) }.count == 12)
  }

  @Test(arguments: OfficialChild.taken)
  func `a child that can be exported is taken`(child: OfficialChild) throws {
    let answers = try answers(child.codes)
    #expect(obstacles(answers) == [])
    #expect(official.errors(exported(answers)) == [])
  }

  @Test(arguments: OfficialChild.refused)
  func `a near miss is refused by both`(child: OfficialChild) throws {
    let answers = try answers(child.codes)
    #expect(obstacles(answers) != [])
    #expect(official.errors(row(answers)) != [])
  }

  @Test func `every word of every list that can be chosen is taken`() throws {
    for (field, definition) in form.fields.enumerated() {
      guard let list = form.list(of: field) else { continue }
      for choice in list.choices where list.choices.count < 1_000 || choice.code.hasSuffix("1000000") {
        var codes = OfficialChild(
          "", definition.name == "nationality" && choice.code != "CHN" ? OfficialChild.foreign : [:]
        )
        .codes
        codes[definition.name] = choice.code
        // What else the word asks for is the table's matter: nothing is refused for the word itself.
        let errors = official.errors(exported(try answers(codes))).filter { $0 == "\(field + 1) not in the list" }
        #expect(errors == [], "\(definition.name) \(choice.code)")
      }
    }
  }

  /// Any two taken children, mixed item by item: what passes here passes there.
  @Test func `whatever passes here passes there`() throws {
    var steps = Steps(state: 1_100)
    let children = (OfficialChild.taken + OfficialChild.refused).map(\.codes)
    var passed = 0
    for _ in 0..<3_000 {
      var codes = try #require(children.randomElement(using: &steps))
      let other = try #require(children.randomElement(using: &steps))
      for field in form.fields where Int.random(in: 0..<6, using: &steps) == 0 { codes[field.name] = other[field.name] }
      let answers = try answers(codes)
      guard obstacles(answers).isEmpty else { continue }
      passed += 1
      #expect(official.errors(exported(answers)) == [], "\(codes)")
    }
    #expect(passed > 300)
  }
}
