import Foundation
import Testing

@testable import Records

/// The names in a store's folder are spelled in one place.
@Suite struct StoreLayoutTests {
  private static let whole = [
    StoreLayout.records, StoreLayout.days, StoreLayout.drafts, StoreLayout.aside, StoreLayout.backups,
  ]
  private static let anywhere = [
    StoreLayout.settings, StoreLayout.people, StoreLayout.ledger, StoreLayout.index, StoreLayout.lock,
    StoreLayout.manifest, StoreLayout.journalEnding, StoreLayout.draftEnding, StoreLayout.previousEnding,
    StoreLayout.reasonEnding, StoreLayout.noteEnding,
  ]

  @Test func `no other source spells one`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    #expect(files.count > 300)
    // A count of records in an archive's manifest, and the JSON Schema, have words of their own.
    let own = ["StoreLayout.swift", "Manifest.swift"]
    for file in files where !own.contains(where: file.hasSuffix) {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        let spelled = Self.literals(in: line).filter { literal in
          Self.anywhere.contains { literal == $0 || literal.hasSuffix($0) }
            || (file.hasPrefix("Records/")
              && (Self.whole.contains(literal) || Self.whole.contains { literal.hasPrefix("\($0)/") }))
        }
        #expect(spelled.isEmpty, "\(file): \(line)")
      }
    }
  }

  /// What stands between quotes in a line.
  private static func literals(in line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
  }
}
