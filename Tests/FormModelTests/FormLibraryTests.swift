import Foundation
import Standards
import Testing

@testable import FormModel

/// Forms by name and version: a folder's own, and those built in that it does not have itself.
@Suite struct FormLibraryTests {
  private static func another(_ version: Int, of file: String = "club-6.json") throws -> String {
    try #require(OwnForm().files[file]).replacingOccurrences(of: "\"version\": 3,", with: "\"version\": \(version),")
  }

  @Test func `what is built in is read when it is asked for`() throws {
    let library = try FormLibrary(from: .embedded)
    #expect(library.form.edition == FormEdition(name: "preschool-28", version: 1))
    #expect(library.choices == [] && library.files == nil)
    #expect(library.form(FormEdition(name: "preschool-28", version: 2)) == nil)
    #expect(library.form(FormEdition(name: "club-6", version: 3)) == nil)
  }

  @Test func `a folder's versions lie side by side, and beside what is built in`() throws {
    var own = OwnForm()
    own.files["club-older.json"] = try Self.another(2)
    own.files["0.json"] = try Self.another(10)
    try own.withFolder { folder in
      let library = try FormLibrary(from: folder)
      // New records take the newest, 10 and not "9".
      #expect(library.form.edition == FormEdition(name: "club-6", version: 10))
      for version in [2, 3, 10] {
        let edition = FormEdition(name: "club-6", version: version)
        #expect(library.form(edition)?.edition == edition)
      }
      let builtIn = FormEdition(name: "preschool-28", version: 1)
      #expect(library.form(builtIn)?.fields.count == 28)
      #expect(library.choices.map(\.edition) == [library.form.edition, builtIn])
      #expect(try FormLibrary("preschool-28", from: folder).form.edition == builtIn)
      #expect(try FormLibrary("club-6", from: folder).choices == [], "whoever names one chooses no more")
      #expect(library.files?.contains("lists/club.tsv") == true && library.files?.contains("0.json") == true)
    }
  }

  @Test func `a new version of what is built in leaves the old one there`() throws {
    var own = OwnForm()
    let text = String(decoding: try FormFolder.embedded.bytes("preschool-28.json"), as: UTF8.self)
    own.files = ["preschool-28.json": text.replacingOccurrences(of: "\"version\": 1,", with: "\"version\": 2,")]
    try own.withFolder { folder in
      let library = try FormLibrary(from: folder)
      #expect(library.form.version == 2 && library.choices == [])
      #expect(library.form(FormEdition(name: "preschool-28", version: 1))?.version == 1)
    }
  }

  @Test func `one version twice, a broken file and a name that is not there are said`() throws {
    var own = OwnForm()
    own.files["again.json"] = try Self.another(3)
    try own.withFolder { folder in
      let problem = FormProblem(.doubledName, file: "club-6.json", place: "version", found: "club-6/3")
      #expect(throws: problem) { try FormLibrary(from: folder) }
      return
    }
    own.files["again.json"] = "{"
    try own.withFolder { folder in
      let problem = #expect(throws: FormProblem.self) { try FormLibrary(from: folder) }
      #expect(problem?.kind == .notJSON && problem?.file == "again.json")
    }
    let problem = #expect(throws: FormProblem.self) { try FormLibrary("none", from: .embedded) }
    #expect(problem == FormProblem(.unknownForm, file: "none", place: "", found: "preschool-28"))
  }
}
