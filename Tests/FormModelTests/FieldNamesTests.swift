import Foundation
import Standards
import Testing

@testable import FormModel

/// What an item means is its role: no source outside `Forms/` spells the name of a field.
@Suite struct FieldNamesTests {
  /// Names that are ordinary words, which a source may write for something else: only where a field is asked for by
  /// them, or compared with them, do they name one.
  private static let ordinary: Set<String> = ["name", "sex", "health", "disabled", "orphan", "address"]

  /// Where the same word is another language's: the types and roles of a form's file, the members of the ledger's lines
  /// and of an output.
  private static let others = [
    "FormReader.swift class_code", "LedgerEntry.swift class_code", "Field.swift birth_date",
    "FieldRole.swift entry_date", "FieldRole.swift guardian_name", "DayCommand.swift left_behind",
  ]

  @Test func `no source spells the name of a field`() throws {
    var names: Set<String> = []
    for file in BuiltInFormTests.names {
      names.formUnion(try Form.load(String(file.dropLast(".json".count)), from: .embedded).fields.map(\.name))
    }
    #expect(names.count >= 28)
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(files.count > 300)
    var found: Set<String> = []
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for name in names where text.contains("\"\(name)\"") {
        let asks = ["index(of: ", "value(", ".name == ", ".name != "].map { "\($0)\"\(name)\"" }
        guard !Self.ordinary.contains(name) || asks.contains(where: text.contains) else { continue }
        found.insert("\(file.lastPathComponent) \(name)")
      }
    }
    #expect(found.subtracting(Self.others) == [])
    #expect(found == Set(Self.others), "what is no longer there needs no leave")
  }
}
