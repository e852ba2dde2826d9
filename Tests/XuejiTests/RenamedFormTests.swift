import FormModel
import Foundation
import Standards
import TestSupport
import Testing

/// The real program with a form in which every field is called otherwise.
@Suite(.onOwnThreads) struct RenamedFormTests {
  private func folder(_ files: String...) throws -> String {
    try RenamedForm.folder(
      Dictionary(uniqueKeysWithValues: files.map { ($0, try FormFolder.embedded.bytes($0)) }))
  }

  private func fill(_ store: WorkStore) throws -> String {
    let good = try store.add(1)
    try store.add(2, number: WorkStore.number("44130220110305125"), [.owe("hukou_type")])
    try store.add(3, number: "441302201103051230", [.clear("address")], handIn: false)
    // Two with one number.
    try store.add(4, name: "陈小红", number: WorkStore.number("44130220110305125"))
    return good.code.text
  }

  @Test func `lists, records, checks and the written sheet are the same as with the form's own names`() throws {
    let forms = try folder("preschool-28.json", "sheets/preschool-28-2018-01.json")
    let own = try WorkStore(Form.load(from: .embedded))
    let library = try FormLibrary(from: FormFolder(directory: forms))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let other = WorkStore(library.form, at: path, forms: library)
    #expect(other.form.fields.allSatisfy { $0.name.hasPrefix("renamed_") })
    let code = try fill(own)
    #expect(try fill(other) == code)
    for line in [
      "list", "list --word duplicate", "show \(code)", "day --day 2015-01-28", "list --due-by 2015-02-01",
      "approve \(code)", "export -o STORE/a.csv", "list --status approved",
    ] {
      let words = line.split(separator: " ").map(String.init)
      func said(_ store: WorkStore, _ more: [String]) throws -> String {
        let answer = try store.run(words.map { $0.replacing("STORE", with: store.path) } + more)
        // A column for programs says a field's own name.
        return "\(answer.status)\n\(answer.text)\(answer.errors)".replacing(store.path, with: "STORE")
          .replacing(/renamed_(\w+?)_field/) { $0.1 }
      }
      let (mine, theirs) = (try said(own, []), try said(other, ["--forms", forms]))
      #expect(mine == theirs, "\(line)\n\(mine)\n\(theirs)")
      #expect(mine.split(separator: "\n").count > 1, "\(line) says nothing")
    }
    let sheets = try [own, other].map { try Data(contentsOf: URL(fileURLWithPath: "\($0.path)/a.csv")) }
    #expect(sheets[0] == sheets[1] && String(decoding: sheets[0], as: UTF8.self).contains("潘小明"))
  }
}
