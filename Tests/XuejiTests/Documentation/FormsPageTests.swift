import FormModel
import Foundation
import Standards
import Testing

/// The manual of forms describes the form and the lists that are built in, and its own example works.
@Suite struct FormsPageTests {
  @Test func `the form of six items on the page loads from a folder`() throws {
    let page = try Page("Forms")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("form-\(UUID().uuidString)")
    let lists = folder.appendingPathComponent("lists")
    try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (json, list) = (try #require(page.block("json")), try #require(page.block("tsv")))
    try json.write(to: folder.appendingPathComponent("preschool-28.json"), atomically: false, encoding: .utf8)
    try list.write(to: lists.appendingPathComponent("bus-stop.tsv"), atomically: false, encoding: .utf8)
    let form = try Form.load(from: FormFolder(directory: folder.path))
    #expect(form.name == "outing-6" && form.fields.count == 6 && form.rules.count == 1)
    #expect(form.lists.list("bus-stop").code(ofText: "车站") == "2")
  }

  @Test func `the 28 items are listed as the form has them`() throws {
    let form = try Form.load(from: .embedded)
    let rows = try Page("Forms").rows("## The 28 items")
    #expect(rows.count == form.fields.count)
    for (index, field) in form.fields.enumerated() where rows.indices.contains(index) {
      let cells = rows[index].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(Array(cells.prefix(3)) == ["\(index + 1)", "`\(field.name)`", field.heading])
      #expect(Page.quoted(cells[3]).dropFirst().first == field.kind.list)
    }
  }

  @Test func `every list is named with the standard and the date that its own remarks give`() throws {
    let page = try Page("Forms")
    let names = FormFolder.embeddedNames.filter { $0.hasPrefix("lists/") }.sorted()
    let rows = try names.map { name in
      let text = String(decoding: try FormFolder.embedded.bytes(name), as: UTF8.self)
      let remarks = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
      func remark(_ key: String) throws -> Substring {
        try #require(remarks.first { $0.hasPrefix(key) }, "\(name) lacks \(key)").dropFirst(key.count)
      }
      let list = name.dropFirst("lists/".count).dropLast(".tsv".count)
      return "| `\(list)` | \(try remark("# standard: ")) | \(try remark("# as of: ")) |"
    }
    let listed = page.rows("## Lists").suffix(rows.count)
    #expect(listed == rows[...], "It should be:\n\(rows.joined(separator: "\n"))")
  }
}
