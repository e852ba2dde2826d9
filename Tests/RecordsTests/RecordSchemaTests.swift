import FormModel
import Standards
import Testing

@testable import Records

@Suite struct RecordSchemaTests {
  private func schema() throws -> JSONValue { RecordSchema.json(form: try Samples.form()) }

  @Test func `every item of the form is described, its list by its codes`() throws {
    let form = try Samples.form()
    let schema = try schema()
    let answers = schema["properties"]?["answers"]?["properties"]?.object ?? [:]
    #expect(Set(answers.keys) == Set(form.fields.map(\.name)))
    let strict = schema["allOf"]?.array?.first?["then"]?["properties"]?["answers"]
    for field in form.fields {
      let value = strict?["properties"]?[field.name]?["properties"]?["value"]
      #expect(value?.object?.isEmpty == false)
      guard let list = field.kind.list else { continue }
      #expect(value?["$ref"]?.string == "#/$defs/list-\(list)")
      let codes = schema["$defs"]?["list-\(list)"]?["enum"]?.array?.compactMap(\.string)
      #expect(codes == form.lists.list(list).choices.map(\.code))
    }
  }

  @Test func `every reference leads somewhere`() throws {
    let schema = try schema()
    var references: Set<String> = []
    func collect(_ value: JSONValue) {
      if let reference = value["$ref"]?.string { references.insert(reference) }
      value.object?.values.forEach(collect)
      value.array?.forEach(collect)
    }
    collect(schema)
    #expect(references.count > 10)
    for reference in references {
      let name = try #require(reference.split(separator: "/").last.map(String.init))
      #expect(schema["$defs"]?[name] != nil, "\(reference)")
    }
  }

  @Test func `required items and conditions bind once a record is handed in`() throws {
    let strict = try schema()["allOf"]?.array?.first
    #expect(strict?["if"]?["properties"]?["status"]?["enum"] == ["submitted", "approved"])
    let answers = strict?["then"]?["properties"]?["answers"]
    let required = answers?["required"]?.array ?? []
    #expect(required.contains("name"))
    #expect(!required.contains("blood_type"))
    #expect(!required.contains("ethnic_group"))
    let china: JSONValue = [
      "required": ["nationality"],
      "properties": ["nationality": ["required": ["value"], "properties": ["value": ["enum": ["CHN"]]]]],
    ]
    let rules = answers?["allOf"]?.array ?? []
    #expect(rules.contains { $0["if"] == china && $0["then"] == ["required": ["ethnic_group"]] })
    #expect(rules.contains { $0["then"] == ["not": ["required": ["ethnic_group"]]] })
  }

  @Test func `the schema says the same words as the record's types`() throws {
    let definitions = try schema()["$defs"]
    #expect(definitions?["entry"]?["properties"]?["act"]?["enum"]?.array?.count == Act.allCases.count)
    #expect(definitions?["owed"]?["properties"]?["reason"]?["enum"] == ["document", "ask", "other"])
    #expect(definitions?["answer"]?["properties"]?["source"]?["enum"]?.array?.contains("default") == true)
  }
}
