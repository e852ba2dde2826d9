import FormModel
import Standards
import Testing

@testable import Records

/// The manual names every key and every word that a record may hold.
@Suite struct RecordPageTests {
  @Test func `every key of a record is named`() throws {
    let page = try Page("Record")
    let keys = try #require(schema()["properties"]?.object).keys
    #expect(page.codes("## Keys of a record").sorted() == keys.sorted())
  }

  @Test func `every key of an answer and of the lists is named`() throws {
    let page = try Page("Record")
    let named = Set(Page.quoted(page.text))
    for (name, definition) in try #require(schema()["$defs"]?.object) {
      for key in (definition["properties"]?.object ?? [:]).keys {
        #expect(named.contains(key), "\(name).\(key)")
      }
    }
  }

  @Test func `every word of a closed list is named`() throws {
    let named = Set(Page.quoted(try Page("Record").text))
    let words =
      Status.allCases.map(\.rawValue) + Role.allCases.map(\.rawValue) + Source.allCases.map(\.rawValue)
      + OwedReason.allCases.map(\.rawValue) + Act.allCases.map(\.rawValue)
      + Confirmation.Means.allCases.map(\.rawValue)
    for word in words { #expect(named.contains(word), "\(word)") }
  }

  private func schema() throws -> JSONValue { RecordSchema.json(form: try Form.load(from: .embedded)) }
}
